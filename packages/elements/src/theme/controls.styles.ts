import { css } from '../element/css.js';

/** Text and controls of the elements that are pages in small: headings, lists, links, what folds. */
export const controls = css`
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  /* Not none: WebKit takes that for no list at all and tells the screen reader so. */
  ul,
  ol {
    list-style-type: '';
  }

  h2,
  h3,
  h4 {
    font: inherit;
    font-weight: 600;
  }

  svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
  }

  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  a {
    color: var(--_accent);
  }

  summary {
    cursor: pointer;
    list-style: none;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  .unheard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
