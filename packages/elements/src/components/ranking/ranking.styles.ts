import { css } from '../../element/css.js';

export const rankingStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .line > * {
    margin-inline-end: 1em;
  }

  /* A page without a doctype gives a table a font of its own. */
  table,
  tbody {
    display: block;
    inline-size: 100%;
    font: inherit;
    border-collapse: collapse;
    text-align: start;
  }

  /* A cell's own shape is that of the page's engine; here it is a line of a small grid. */
  tbody tr {
    display: grid;
    grid-template-columns: 2.5em minmax(0, 1fr);
    align-items: baseline;
    padding: 0.75em var(--_pad);
    border-block-start: 1px solid var(--_line);
  }

  td,
  th {
    display: block;
    padding: 0;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  tbody td:not(.rank) {
    grid-column: 2;
  }

  small {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  /* 并列 stands below the number, beside the rate. */
  .rank {
    grid-row: 1 / span 2;
  }

  .rank b {
    font-size: 1.25em;
    line-height: 1.2;
  }

  .rank small {
    display: block;
    line-height: 1.3;
    white-space: nowrap;
  }

  .rank,
  tbody th {
    align-self: start;
  }

  tbody th {
    font-weight: 600;
    line-height: 1.5;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  .score b,
  .part b {
    color: var(--_accent);
    font-weight: 700;
  }

  .score > b {
    font-size: 1.125em;
  }

  .of,
  .day,
  .label,
  .change {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .change .of,
  .day .label {
    font-size: 1em;
  }

  /* A figure and what it counts is one phrase: it breaks only where it is longer than the line, in its middle. */
  .line > *,
  .of,
  .day,
  .apart li {
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .score .of,
  .part .of,
  .change .of {
    display: inline-block;
  }

  /* A block of its own in the line, after which the line may end: a day is not broken before what it is the day of is. */
  .label {
    display: inline-block;
    margin-inline-end: 0.5em;
  }

  .moved {
    display: inline-flex;
    align-items: center;
    margin-inline-end: 0.5em;
    color: var(--_ink);
    white-space: nowrap;
  }

  .arrow {
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: 0.25em;
  }

  .bar {
    --_track: var(--_tint);
    block-size: 0.5em;
    margin-block-start: 0.125em;
    margin-block-end: 0.25em;
  }

  .bar .fill {
    transition: width 0.3s;
  }

  .gone {
    color: var(--_quiet);
  }

  .nobody,
  .apart,
  .method {
    padding: 0.75em var(--_pad);
    border-block-start: 1px solid var(--_line);
  }

  .apart h3,
  .method b {
    font-size: 1em;
    font-weight: 600;
  }

  .apart ul {
    display: flex;
    flex-wrap: wrap;
  }

  .apart li {
    margin-inline-end: 1.5em;
  }

  .method {
    color: var(--_quiet);
    font-size: 0.875em;
    text-wrap: pretty;
  }

  .method b {
    margin-inline-end: 0.5em;
    color: var(--_ink);
  }

  @container (min-width: 40em) {
    table {
      display: table;
    }
    thead.unheard {
      position: static;
      display: table-header-group;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
    tbody {
      display: table-row-group;
    }
    tr,
    tbody tr {
      display: table-row;
    }
    tbody tr:hover {
      background: var(--_tint);
    }
    td,
    th {
      display: table-cell;
      padding: 0.625em calc(var(--_size) * 0.75);
      border-block-start: 1px solid var(--_line);
    }
    td:first-child,
    th:first-child {
      inline-size: 5.5em;
      padding-inline-start: var(--_pad);
    }
    td:last-child,
    th:last-child {
      padding-inline-end: var(--_pad);
    }
    thead th {
      color: var(--_quiet);
      font-size: 0.875em;
      line-height: 1.4;
      background: var(--_tint);
    }
    thead small {
      display: block;
      font-size: 1em;
    }
    .rank small {
      display: inline;
    }
    /* 白鹭市 is never broken for the sake of a date. */
    tbody th {
      min-inline-size: 5em;
    }
    .score {
      inline-size: 34%;
    }
    .weighted .score {
      inline-size: 20%;
    }
    .day,
    .change .of {
      white-space: nowrap;
    }
    .label {
      display: none;
    }
    .part .of {
      display: block;
    }
  }

  @media print {
    tbody tr,
    .apart,
    .method {
      break-inside: avoid;
    }
  }
`;
