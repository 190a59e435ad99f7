import { css } from '../../element/css.js';

export const siteMapStyles = css`
  .head {
    padding: 1em min(1em, 5vw) 0.75em;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    margin: -0.25em -0.25em 0.25em;
  }

  .choice {
    position: relative;
    margin: 0.25em;
    cursor: pointer;
  }

  .choice input {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .choice span {
    display: flex;
    align-items: center;
    min-block-size: var(--_touch);
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_touch) / 2);
    line-height: 1.3;
  }

  .choice b {
    margin-inline-start: 0.375em;
    font-weight: 400;
    color: var(--_quiet);
  }

  .choice:hover span {
    background: var(--_tint);
  }

  .choice input:checked + span {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .choice input:checked + span b {
    color: inherit;
  }

  .choice input:focus-visible + span {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .shown {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .sites {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    overflow: hidden;
  }

  .site {
    display: flex;
    flex-direction: column;
    padding: 1em min(1em, 5vw);
    margin-inline-start: -1px;
    border: 0 solid var(--_line);
    border-block-start-width: 1px;
    border-inline-start-width: 1px;
  }

  .kind {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    font-size: 0.875em;
    color: var(--_quiet);
  }

  .grade {
    margin-inline-start: 0.75em;
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

  h3 button {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.25em 0;
    border: 0;
    background: none;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }

  h3 button:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }

  .site.chosen {
    background: var(--_tint);
    box-shadow: inset 0.25em 0 0 var(--_accent);
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

  .ways {
    display: flex;
    flex-wrap: wrap;
    margin: -0.25em;
  }

  .ways > * {
    flex: 1 1 auto;
    margin: 0.25em;
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

  .button.way {
    border-color: var(--_line);
  }

  .button.main {
    border-color: var(--_tint-strong);
    background: var(--_tint);
  }

  .chosen .button.main,
  .button.main:hover {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @media print {
    .head fieldset,
    .way {
      display: none;
    }
    .site {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .choice input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .site.chosen {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`;
