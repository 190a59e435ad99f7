import { css } from '../../element/css.js';
import { bulletBarStyles } from '../../bar/bullet-bar.styles.js';
import { fieldStyles } from '../../theme/field.styles.js';
import { stateStyles } from '../../theme/state.styles.js';

export const taskListStyles = [
  stateStyles,
  bulletBarStyles,
  fieldStyles,
  css`
    /* A plan is longer than a screen: where that much is kept, nothing that is in view moves when its rows come. */
    :host {
      --_room: 100vh;
    }

    /* Rows to be, below the words that say so. */
    :host([data-state='loading']:empty) .note::after {
      content: '';
      flex-basis: 100%;
      block-size: calc(100vh - 5em);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background:
        linear-gradient(transparent 1.125em, var(--_line) 0 2em, transparent 0) 1em 0 / min(75%, 20em) 5em repeat-y,
        linear-gradient(transparent 2.75em, var(--_tint) 0 3.5em, transparent 0) 1em 0 / min(50%, 12em) 5em repeat-y,
        linear-gradient(transparent calc(100% - 1px), var(--_line) 0) 0 0 / 100% 5em,
        var(--_surface);
    }

    .card {
      --_pad: min(1em, 5vw);
      --_gutter: 0em;
    }

    header {
      padding: 1.25em var(--_pad) 1em;
    }

    h2 {
      font-size: 1.375em;
      line-height: 1.4;
      word-break: keep-all;
      text-wrap: balance;
    }

    .facts-line,
    .sum {
      display: flex;
      flex-wrap: wrap;
      font-size: 0.875em;
      color: var(--_quiet);
      word-break: keep-all;
    }

    /* Margins instead of gap, and longhands of margin and padding: Chromium learnt gap in flex boxes with 84, the shorthands with 87. */
    .facts-line > *,
    .sum > *,
    .standing > *,
    .headline > *,
    .terms > * {
      margin-inline-end: 1em;
    }
    .headline > :last-child {
      margin-inline-end: 0;
    }
    .facts-line {
      margin-block-start: 0.375em;
    }

    .sum {
      margin-block-start: 0.125em;
    }

    .sum strong {
      color: var(--_accent);
      font-weight: 600;
    }

    .filter {
      padding: 0 var(--_pad) 0.75em;
    }

    .seek {
      display: flex;
      flex-wrap: wrap;
    }

    .seek input {
      flex: 999 1 8em;
    }

    /* Beside the search, or where that leaves no room a line of its own. */
    .filter .choose {
      flex: 1 0 auto;
      justify-content: space-between;
      margin-inline-start: 0.25em;
      border-color: transparent;
      background: none;
    }

    .choose .chevron {
      align-self: center;
      margin-block-start: -0.25em;
      margin-inline-start: 0.625em;
      margin-inline-end: 0.25em;
      color: inherit;
    }

    .choices:not([hidden]),
    .picks {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5em), 1fr));
      gap: 0.75em;
    }
    .choices:not([hidden]) {
      padding-block-start: 0.75em;
    }
    .picks {
      row-gap: 0.5em;
    }

    .facet > span,
    legend {
      display: block;
      padding: 0;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    fieldset {
      grid-column: 1 / -1;
    }

    .pick {
      display: flex;
      align-items: center;
      min-block-size: var(--_touch);
      padding: 0.25em 0.75em;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      cursor: pointer;
      touch-action: manipulation;
    }

    .pick svg {
      margin-inline-end: 0.375em;
    }

    .pick input {
      flex: none;
      inline-size: 1.125em;
      block-size: 1.125em;
      margin: 0;
      margin-inline-end: 0.5em;
      accent-color: var(--_accent);
    }

    .pick:hover {
      background: var(--_tint);
    }

    .found:not(:empty) {
      margin-inline-end: 1em;
    }

    .outcome {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .clear {
      min-block-size: var(--_touch);
      padding: 0.25em 0;
      border: 0;
      background: none;
      color: var(--_accent);
      cursor: pointer;
      touch-action: manipulation;
    }

    .clear:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    /* Runs of rows that nobody has come near are not laid out; about how tall they are follows from how many are in view. */
    .later {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 225em;
    }
    .later[data-rows='1'] {
      contain-intrinsic-block-size: auto 5em;
    }
    .later[data-rows='2'] {
      contain-intrinsic-block-size: auto 12em;
    }
    .later[data-rows='3'] {
      contain-intrinsic-block-size: auto 26em;
    }
    .later[data-rows='4'] {
      contain-intrinsic-block-size: auto 52em;
    }
    .later[data-rows='5'] {
      contain-intrinsic-block-size: auto 108em;
    }

    [hidden],
    .sifted > .task:not([data-marked]),
    ul:not(.sifted) > .task[data-marked] {
      display: none;
    }

    .hit {
      background: var(--_tint-strong);
      color: var(--_ink);
      border-radius: 0.125em;
    }

    h3,
    h4 {
      padding: 0.75em var(--_pad) 0.625em;
      background: var(--_tint);
      border-block-start: 1px solid var(--_line);
      line-height: 1.5;
    }

    h4 {
      background: none;
      color: var(--_quiet);
      padding-block-start: 0.75em;
      padding-block-end: 0.25em;
    }

    .task {
      border-block-start: 1px solid var(--_line);
    }

    .task > details > summary {
      display: grid;
      grid-template: 'name chevron' 'how how' 'goals goals' 'snippet snippet' / minmax(0, 1fr) auto;

      padding: 0.75em var(--_pad);
      min-block-size: var(--_touch);
    }

    .task > details > summary:hover {
      background: var(--_tint);
    }

    .task > details > summary:focus-visible {
      outline-offset: -3px;
    }

    .name {
      grid-area: name;
      position: relative;
    }

    .title {
      font-weight: 600;
      text-wrap: pretty;
    }

    .marker {
      margin-inline-end: 0.25em;
      white-space: nowrap;
      font-feature-settings: 'halt';
    }

    .name .marker {
      color: var(--_quiet);
    }

    .how {
      grid-area: how;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }

    .how .state {
      margin-inline-end: 0.75em;
    }

    .hint {
      grid-area: hint;
      font-size: 0.875em;
      color: var(--_quiet);
      word-break: keep-all;
    }

    /* Chromium 80 would widen the columns of state and chevron by what runs across all: it asks for no width of its own. */
    .goals,
    .snippet {
      inline-size: 0;
      min-inline-size: 100%;
    }

    .snippet {
      grid-area: snippet;
      font-size: 0.875em;
      color: var(--_quiet);
    }

    .goals {
      align-items: baseline;
      grid-area: goals;
      display: flex;
      flex-wrap: wrap;
      margin-block-start: 0.25em;
      margin-block-end: 0.25em;
      font-size: 0.9375em;
    }

    .goal {
      margin-block-end: 0.125em;
      margin-inline-end: 1.5em;
    }

    /* A goal is one phrase: it breaks only where it is longer than the line. */
    .aim {
      word-break: keep-all;
    }

    .goal b {
      color: var(--_accent);
      font-size: 1.125em;
      font-weight: 700;
      word-break: keep-all;
    }

    /* As a block it moves to the next line whole, so that no range breaks at its dash. */
    .goal .aim {
      display: inline-block;
      font-weight: 600;
    }

    @media (hover: hover) {
      .goal:hover .aim {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    }

    .goal .aim.known {
      color: var(--_quiet);
      font-weight: 400;
    }

    .chevron {
      grid-area: chevron;
      align-self: start;
      margin-block-start: 0.4375em;
      margin-inline-start: 1.125em;
      margin-inline-end: 0.375em;
      color: var(--_edge);
      transition: transform 0.15s;
    }

    details[open] > summary > .chevron {
      transform: translateY(0.25em) rotate(225deg);
    }

    .inside {
      padding: 0 var(--_pad) 1em;
      padding-inline-start: calc(var(--_pad) + var(--_gutter));
    }

    .action {
      padding-block-start: 0.625em;
      padding-block-end: 0.625em;
      border-block-start: 1px solid var(--_line);
    }

    .text {
      text-wrap: pretty;
    }

    .standing {
      display: flex;
      flex-wrap: wrap;
      margin-block-start: 0.125em;
    }

    /* Room for what an entry brings: nothing moves under the finger that ticks. */
    .tick + .standing {
      align-items: center;
      min-block-size: var(--_touch);
    }

    .state .reason {
      font-weight: 400;
    }

    .tick {
      display: flex;
      min-block-size: var(--_touch);
      padding-block-start: 0.625em;
      cursor: pointer;
      touch-action: manipulation;
    }

    .tick input {
      flex: none;
      inline-size: 1.375em;
      block-size: 1.375em;
      margin: 0.125em;
      margin-inline-end: 0.75em;
      accent-color: var(--_accent);
    }

    .report {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      margin-block-start: 0.5em;
    }

    .report > * {
      margin-inline-end: 0.75em;
      margin-block-end: 0.375em;
    }

    .report label > span:first-child {
      margin-inline-end: 0.5em;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .report input {
      inline-size: 6em;
      text-align: end;
    }

    /* Never on a line without its amount. */
    .amount {
      display: inline-flex;
      align-items: center;
      max-inline-size: 100%;
    }

    .amount input {
      flex: none;
    }

    .amount .unit {
      margin-inline-start: 0.375em;
    }

    .recording {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .why {
      color: var(--_alert);
      font-size: 0.875em;
      font-weight: 600;
    }

    .why:not(:empty) {
      flex-basis: 100%;
      order: 1;
      padding-block-end: 0.25em;
    }

    [aria-invalid] {
      border-color: var(--_alert);
    }

    .recording .button {
      margin-inline-start: 0.5em;
      padding-inline-start: 0.5em;
      padding-inline-end: 0.5em;
      border-color: transparent;
      background: none;
    }

    .recording.failed [role='status'],
    .recording.undoFailed [role='status'] {
      color: var(--_alert);
      font-weight: 600;
    }

    .handing {
      display: flex;
      align-items: center;
      font-size: 0.875em;
      color: var(--_quiet);
    }

    .handing a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--_touch);
      margin-inline-end: 1em;
    }

    .quiet {
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .targets {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5em;
      margin-block-start: 0.5em;
      margin-block-end: 0.25em;
    }

    .target {
      padding: 0.75em 1em 0.25em;
      background: var(--_tint);
      border-radius: var(--_radius);
    }

    .headline {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
    }

    .figures {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
    }

    .figures > div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
    }

    .figures > .reached {
      margin-inline-end: 1.5em;
    }

    dt {
      margin-inline-end: 0.5em;
      color: var(--_quiet);
      font-size: 0.875em;
    }

    .figures dd {
      font-weight: 600;
    }

    .figures .reached dd {
      color: var(--_accent);
      font-size: 1.75em;
      line-height: 1.3;
      font-weight: 700;
    }

    .goal.overLimit b,
    .target.overLimit .reached dd {
      color: var(--_alert);
    }

    .target.overLimit .fill {
      fill: var(--_alert);
    }

    .terms {
      display: flex;
      flex-wrap: wrap;
      font-size: 0.875em;
      color: var(--_quiet);
    }

    .sentence summary {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--_touch);
      color: var(--_accent);
      font-size: 0.875em;
    }

    .sentence summary:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    .sentence .chevron {
      align-self: center;
      margin-block-start: -0.25em;
      margin-inline-start: 0.375em;
      margin-inline-end: 0.625em;
      color: inherit;
    }

    .sentence figure {
      padding-block-end: 0.75em;
      font-size: 0.875em;
      line-height: 1.75;
      color: var(--_quiet);
    }

    .sentence blockquote {
      padding-inline-start: 0.875em;
      border-inline-start: 2px solid var(--_tint-strong);
    }

    .sentence mark {
      background: var(--_tint-strong);
      color: var(--_ink);
      border-radius: 0.125em;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }

    .sentence figcaption {
      margin-block-start: 0.25em;
      padding-inline-start: 1em;
    }

    .facts {
      display: grid;
      gap: 0.25em;
      padding-block-start: 0.75em;
      border-block-start: 1px solid var(--_line);
      font-size: 0.9375em;
    }

    .facts > div {
      display: flex;
      flex-wrap: wrap;
    }

    /* Below 40 em of its own width (a phone, or elder text on a desk) everything is one column; a desk has columns for ordinal and state. */
    @container (min-width: 40em) {
      header,
      .filter,
      h3,
      h4,
      .task > details > summary,
      .inside {
        --_pad: 1.5em;
        --_gutter: 3.5em;
      }

      .task > details > summary {
        grid-template: 'name state chevron' 'hint . .' 'goals goals goals' 'snippet snippet snippet' / minmax(0, 1fr) auto auto;
        padding-inline-start: calc(var(--_pad) + var(--_gutter));
      }
      /* Room for the chevron of the row above, so that all states stand in one column. */
      .inside {
        padding-inline-end: calc(var(--_pad) + 2em);
      }
      .how {
        display: contents;
      }
      .how .state {
        grid-area: state;
        margin-inline-start: 1em;
        margin-inline-end: 0;
      }
      .name .marker {
        position: absolute;
        /* What inset-inline-start says, for the engines before Chromium 87. */
        margin-inline-start: calc(-1 * var(--_gutter));
      }

      .action {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: 1.5em;
      }

      .targets {
        grid-column: 1 / -1;
      }

      .standing {
        flex-direction: column;
        align-items: flex-end;
        margin: 0;
      }
      .standing > * {
        margin: 0;
      }
      .tick + .standing {
        flex-direction: row-reverse;
        align-self: start;
        align-items: center;
        min-block-size: calc(var(--_touch) + 0.625em);
      }
      .tick + .standing > * {
        margin-inline-start: 1em;
      }
    }

    .running {
      display: none;
    }

    @media print {
      .filter,
      .handing,
      .report,
      .recording,
      .chevron,
      .sentence summary,
      .tick input {
        display: none;
      }

      .later {
        content-visibility: visible;
      }

      /* Pages end between sections wherever one fits on a page; a longer one begins on a page of its own. */
      .chapter {
        break-inside: avoid;
      }

      .sentence {
        padding-block-start: 0.5em;
      }

      header,
      h3,
      h4,
      .task > details > summary {
        break-after: avoid;
        break-inside: avoid;
      }

      .action > p,
      .tick,
      .target,
      .facts {
        break-inside: avoid;
      }

      .standing {
        break-before: avoid;
      }

      /* Ink is for words and bars; lines do where a tint does on the screen. */
      h3,
      .target,
      .hit,
      .sentence mark {
        background: none;
      }

      .target {
        --_track: var(--_tint);

        border: 1px solid var(--_line);
      }

      .sentence mark {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      .task > details > summary,
      .inside {
        padding-inline-end: var(--_pad);
      }

      details::details-content {
        content-visibility: visible;
        block-size: auto;
      }

      /* The head of a table stands on every page; the columns then follow from the width of what is in it. */
      .card {
        display: table;
        table-layout: fixed;
        inline-size: 100%;
        container-type: normal;
        border: 0;
      }

      header,
      .rows {
        container-type: inline-size;
      }

      .running {
        display: table-header-group;
        break-inside: avoid;
        color: var(--_quiet);
        font-size: 0.75em;
      }
    }

    @media (forced-colors: active) {
      .target {
        border: 1px solid CanvasText;
      }
    }
  `,
];
