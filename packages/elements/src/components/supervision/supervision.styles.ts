import { css } from '../../element/css.js';
import { stateStyles } from '../../theme/state.styles.js';

export const supervisionStyles = [
  stateStyles,
  css`
    .sum,
    .line,
    .kinds {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .sum > *,
    .line > *,
    .kinds > * {
      margin-inline-end: 1em;
    }

    /* What is said in one breath breaks only where it is longer than the line. */
    .reason,
    dd {
      word-break: keep-all;
      overflow-wrap: anywhere;
    }

    .sum b {
      color: var(--_ink);
      font-size: 1.143em;
      font-weight: 600;
    }

    .kinds {
      margin-block-start: 0.5em;
    }

    .kinds .state {
      font-size: 1em;
    }

    .item {
      padding: 0.875em var(--_pad);
      border-block-start: 1px solid var(--_line);
    }

    h3 {
      line-height: 1.5;
      text-wrap: pretty;
    }

    .text {
      color: var(--_quiet);
      font-size: 0.9375em;
      text-wrap: pretty;
    }

    .reason {
      margin-block-start: 0.25em;
      font-weight: 600;
      text-wrap: pretty;
    }

    dl {
      margin-block-start: 0.25em;
      font-size: 0.9375em;
    }

    dl > div {
      display: flex;
    }

    dt {
      flex: none;
      inline-size: 5em;
      color: var(--_quiet);
    }

    :host(:lang(en)) dt {
      inline-size: 7.5em;
    }

    dd {
      min-inline-size: 0;
    }

    .item .line {
      margin-block-start: 0.125em;
    }

    .gone .what {
      opacity: 0.7;
    }

    @container (min-width: 40em) {
      .item {
        display: grid;
        grid-template-columns: 8.5em minmax(0, 1fr);
      }
      .item > .state {
        align-self: start;
        margin-block-start: 0.0625em;
      }
    }

    @media print {
      .item {
        break-inside: avoid;
      }
    }
  `,
];
