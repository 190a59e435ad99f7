import { css } from '../../element/css.js';
import { cardStyles } from '../../theme/card.styles.js';
import { stateStyles } from '../../theme/state.styles.js';

export const planRingStyles = [
  cardStyles,
  stateStyles,
  css`
    .body {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      padding: min(0.75em, 2.5vw);
    }

    .gauge {
      --_ring: min(var(--fp-ring-size, 10em), 75vw);

      flex: none;
      margin: 0.5em;
    }

    @supports (width: 1cqi) {
      .gauge {
        --_ring: min(var(--fp-ring-size, 10em), 100cqi - 2.5em);
      }
    }

    .beside {
      flex: 1 1 11em;
      margin: min(0.5em, 2.5vw);
      max-inline-size: 22em;
    }

    p,
    ul {
      margin: 0;
      padding: 0;
    }

    /* Not none: WebKit takes that for no list at all and tells the screen reader so. */
    ul {
      list-style-type: '';
    }

    svg {
      display: block;
      inline-size: 1.25em;
      block-size: 1.25em;
      flex: none;
    }

    .label,
    .sum {
      font-weight: 600;
    }

    /* A count and its word are one phrase: it breaks only where it is longer than the line. */
    .sum,
    .reported {
      word-break: keep-all;
      overflow-wrap: anywhere;
    }

    .sum {
      color: var(--_accent);
      margin-block-end: 0.25em;
    }

    .state {
      display: flex;
      padding-block-start: 0.25em;
      padding-block-end: 0.25em;
      font-size: 1em;
    }

    .word {
      flex: 1;
      margin-inline-start: 0.125em;
      margin-inline-end: 0.5em;
      color: var(--_ink);
      font-weight: 400;
    }

    .state b {
      color: var(--_ink);
      font-weight: 600;
    }

    .reported {
      display: flex;
      flex-wrap: wrap;
      margin-block-start: 0.5em;
      padding-block-start: 0.5em;
      border-block-start: 1px solid var(--_line);
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .reported > * {
      margin-inline-end: 1em;
    }

    @media print {
      .card {
        break-inside: avoid;
      }
    }
  `,
];
