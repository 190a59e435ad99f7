import { css } from '@lit/reactive-element';
import { stateStyles } from '../../theme/state.styles.js';

export const progressRingStyles = [
  stateStyles,
  css`
    .body {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      padding: 0.75em;
    }

    .ring {
      position: relative;
      flex: none;
      margin: 0.5em 1em;
      inline-size: var(--fp-ring-size, 10em);
      max-inline-size: 100%;
    }

    .ring svg {
      inline-size: 100%;
      block-size: auto;
    }

    .track {
      stroke: var(--_line);
      stroke-width: 1.5;
    }

    .arc {
      stroke-width: 12;
      stroke: var(--_accent);
    }

    .arc.inProgress {
      stroke: var(--_accent);
      stroke-width: 5;
    }

    .arc.overdue {
      stroke: var(--_alert);
      stroke-width: 9;
    }

    .arc.stopped {
      stroke: var(--_edge);
      stroke-width: 5;
    }

    .arc.notReported {
      stroke: none;
    }

    .figures {
      position: absolute;
      top: 14%;
      right: 14%;
      bottom: 14%;
      left: 14%;
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      text-align: center;
    }

    .figure {
      line-height: 1.2;
      white-space: nowrap;
    }

    .figure b {
      color: var(--_accent);
      font-size: 2.25em;
      font-weight: 700;
      letter-spacing: -0.02em;
    }

    .of {
      color: var(--_quiet);
    }

    .below {
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_quiet);
    }

    .beside {
      flex: 1 1 11em;
      margin: 0.5em 1em;
      max-inline-size: 22em;
    }

    .label {
      font-weight: 600;
      margin-block-end: 0.25em;
    }

    .beside li {
      display: flex;
      padding-block-start: 0.25em;
      padding-block-end: 0.25em;
      font-size: 1em;
    }

    .beside .word {
      flex: 1;
      margin-inline-start: 0.125em;
      margin-inline-end: 0.5em;
      color: var(--_ink);
      font-weight: 400;
    }

    .beside li b {
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

    .none b {
      color: var(--_quiet);
    }

    @media (forced-colors: active) {
      .track {
        stroke: GrayText;
      }
      .arc,
      .arc.inProgress {
        stroke: CanvasText;
      }
      .arc.overdue {
        stroke: Highlight;
      }
      .arc.stopped {
        stroke: GrayText;
      }
    }
  `,
];
