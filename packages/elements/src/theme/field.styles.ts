import { css } from '../element/css.js';

/** Fields to fill in and lists to choose from, each in a `label.facet`; and the arrow of what unfolds, which follows the text in size and colour. */
export const fieldStyles = css`
  .seek input,
  .report input,
  .facet select {
    -webkit-appearance: none;
    appearance: none;
    min-inline-size: 0;
    min-block-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    text-align: inherit;
    text-overflow: ellipsis;
  }

  /* Its room is the words' until there is something to take away. */
  .seek input:placeholder-shown::-webkit-search-cancel-button {
    display: none;
  }

  .seek input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  label.facet {
    display: grid;
    align-items: center;
  }

  .facet select {
    inline-size: 100%;
    padding-inline-end: 2.25em;
  }

  .facet select,
  label.facet::after {
    grid-area: 2 / 1;
  }

  label.facet::after,
  .chevron {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 0 0.125em 0.125em 0;
    transform: rotate(45deg);
  }

  label.facet::after {
    justify-self: end;
    margin: -0.25em 1em 0;
    pointer-events: none;
  }

  [aria-expanded='true'] > .chevron {
    transform: translateY(0.25em) rotate(225deg);
  }
`;
