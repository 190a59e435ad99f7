import { css } from '../element/css.js';

/** The box that an element with a plan or with sites stands in. */
export const cardStyles = css`
  .card {
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    overflow: clip;
  }

  /*
   * A card measures itself and so asks for no width. In a box that is as wide as what it holds (a flex item, a float, a cell) this line of some
   * forty characters, which may break anywhere, asks for it.
   */
  :host([data-state='ready']) .root:not(.measure)::before {
    content: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  @media print {
    .card {
      background: none;
      border-color: #888888;
      overflow: visible;
    }
  }
`;
