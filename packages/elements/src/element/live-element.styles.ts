import { css } from './css.js';

/** The card of a list that follows a ledger: its heading, with what is said of the whole, and the button that reorders. */
export const liveStyles = css`
  :host {
    --_room: 24;
  }

  .card {
    --_pad: min(var(--_size), 5vw);
  }

  header {
    padding: 1.25em var(--_pad) 1em;
  }

  h2 {
    font-size: 1.25em;
    line-height: 1.4;
    text-wrap: balance;
  }

  header .button {
    margin-block-start: 0.5em;
  }

  @media print {
    header .button {
      display: none;
    }
  }
`;
