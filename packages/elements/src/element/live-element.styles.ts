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

  /* It breaks where its parts meet. */
  .plan {
    margin-block: 0.125em 0.25em;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  header .button {
    margin-block-start: 0.5em;
  }

  @media print {
    header {
      break-inside: avoid;
      break-after: avoid;
    }
    header .button {
      display: none;
    }
  }
`;
