import { css } from '../../element/css.js';
import { bulletBarStyles } from '../../bar/bullet-bar.styles.js';
import { stateStyles } from '../../theme/state.styles.js';

export const targetMeterStyles = [
  stateStyles,
  bulletBarStyles,
  css`
    :host {
      --_room: calc(var(--_size) * 9.5);
    }

    /* A meter to be, below the words that say so. */
    :host([data-state='loading']:empty) .note::after {
      content: '';
      flex-basis: 100%;
      block-size: 7em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background:
        linear-gradient(var(--_line), var(--_line)) 1em 1.125em / min(75%, 10em) 0.875em no-repeat,
        linear-gradient(var(--_tint), var(--_tint)) 1em 4.5em / calc(100% - 2em) 0.875em no-repeat,
        var(--_surface);
    }

    .card {
      --_track: var(--_tint);

      padding: 0.75em min(1em, 5vw);
    }

    .headline,
    .figures,
    .terms {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
    }

    .headline {
      justify-content: space-between;
    }

    .measure {
      margin-inline-end: 1em;
      font-weight: 600;
      text-wrap: pretty;
    }

    .figures {
      color: var(--_quiet);
      font-size: 0.875em;
      line-height: 1.5;
    }

    .figures > *,
    .terms > * {
      margin-inline-end: 1.25em;
    }

    .figures b {
      margin-inline-start: 0.125em;
      color: var(--_accent);
      font-size: 2em;
      font-weight: 700;
      line-height: 1.25;
      white-space: nowrap;
    }

    .overLimit .figures b {
      color: var(--_alert);
    }

    .overLimit .fill {
      fill: var(--_alert);
    }

    .aim {
      color: var(--_ink);
    }

    /* A goal is one phrase, and so is a term: it breaks only where it is longer than the line. */
    .aim,
    .terms {
      word-break: keep-all;
      overflow-wrap: anywhere;
    }

    .drawing .bar,
    .unknown {
      block-size: 0.875em;
      margin-block-start: 0.375em;
      margin-block-end: 0.5em;
      border-radius: 0.125em;
    }

    /* Not reported is not nought: no bar, but the place of one. */
    .unknown {
      border: 1px dashed var(--_edge);
    }

    .pace,
    .terms {
      color: var(--_quiet);
      font-size: 0.875em;
      line-height: 1.5;
    }

    /* The notch of the bar, as its key. */
    .notch {
      display: inline-block;
      block-size: 0.875em;
      margin-inline-start: 0.125em;
      margin-inline-end: 0.5em;
      border-inline-start: 2px dotted var(--_ink);
      vertical-align: -0.125em;
    }

    @media print {
      .card {
        break-inside: avoid;
      }
    }
  `,
];
