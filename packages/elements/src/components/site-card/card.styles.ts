import { css } from '../../element/css.js';

/** The card of a site, in a list of sites and alone. */
export const cardStyles = css`
  .site {
    display: flex;
    flex-direction: column;
    padding: 1em min(1em, 5vw);
  }

  .kind {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    margin-inline-end: -0.75em;
    font-size: 0.875em;
    color: var(--_quiet);
  }

  .kind > * {
    margin-inline-end: 0.75em;
  }

  .grade,
  .distance {
    margin-inline-start: 0.75em;
  }

  .distance {
    color: var(--_ink);
    font-weight: 600;
  }

  .type {
    color: var(--_accent);
    font-weight: 600;
  }

  .status {
    display: inline-flex;
    align-items: center;
    white-space: nowrap;
  }

  .status svg {
    margin-inline-end: 0.25em;
  }

  .status.suspended,
  .status.closed {
    color: var(--_alert);
  }

  article > h3 {
    padding: 0.25em 0;
    font-size: 1.125em;
    line-height: 1.4;
  }

  dl {
    flex: 1;
    margin-block-end: 0.75em;
  }

  dl > div {
    display: flex;
    padding-block-start: 0.125em;
    padding-block-end: 0.125em;
  }

  dt {
    margin-inline-end: 0.5em;
    color: var(--_edge);
  }

  dt svg {
    margin-block-start: 0.1875em;
  }

  dd {
    min-inline-size: 0;
  }

  .opening b {
    font-weight: 600;
  }

  .opening.open b {
    color: var(--_accent);
  }

  .opening.closed b {
    color: var(--_alert);
  }

  .hours {
    color: var(--_quiet);
  }

  .opening + .hours::before {
    content: '';
    display: block;
  }

  .copied {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .inspected {
    margin-block-end: 0.5em;
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    margin: -0.25em;
    max-inline-size: 32em;
  }

  .ways > * {
    flex: 1 1 auto;
    margin: 0.25em;
  }

  /* As wide open as closed. */
  .way {
    flex-basis: 6.5em;
  }

  span.phone {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_touch);
  }

  .button svg,
  span.phone svg {
    margin-inline-end: 0.375em;
  }

  .button.phone {
    border-color: var(--_line);
    color: var(--_ink);
    font-weight: 400;
  }

  .way .button {
    display: flex;
    border-color: var(--_line);
  }

  .way.main .button {
    background: var(--_tint);
  }

  .way.main .button:hover,
  .way[open] .button {
    border-color: var(--_accent);
  }

  .way ul {
    display: flex;
    flex-wrap: wrap;
  }

  .way li {
    flex: auto;
  }

  .way li > * {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.25em 0.875em;
    border: 0;
    border-block-end: 1px solid var(--_line);
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  .way li > :hover {
    background: var(--_tint);
  }

  mark {
    background: var(--_tint-strong);
    color: inherit;
  }

  @media print {
    .way {
      display: none;
    }
    .site {
      break-inside: avoid;
    }
  }
`;
