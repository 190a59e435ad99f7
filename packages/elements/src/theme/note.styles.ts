import { css } from '../element/css.js';

/** The line in place of data, and buttons. */
export const noteStyles = css`
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-block-start: 0.5em;
    padding-block-end: 0.5em;
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .note.error {
    background: var(--_surface);
    padding-inline-start: 0.75em;
    padding-inline-end: 0.75em;
    border-inline-start: 3px solid var(--_alert);
  }

  /* Words come only where the wait is felt. */
  .note.loading {
    animation: appear 0.2s 0.5s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .note slot {
    display: block;
    padding-block-start: 0.25em;
    padding-block-end: 0.25em;
    margin-inline-end: 1em;
  }

  .retry,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_touch);
    min-inline-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }

  .retry:hover,
  .button:hover {
    background: var(--_tint);
  }

  .retry:active,
  .button:active {
    background: var(--_tint-strong);
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 0.25em;
  }
`;
