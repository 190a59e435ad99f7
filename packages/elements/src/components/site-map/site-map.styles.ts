import { css } from '../../element/css.js';

export const siteMapStyles = css`
  /* A head and a map to be, as tall as a screen. */
  :host {
    --_room: 100vh;
  }

  :host([data-state='loading']:empty) .note::after {
    content: '';
    flex-basis: 100%;
    block-size: calc(100vh - 5em);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_surface) 9em, var(--_tint) 0);
  }

  .head {
    padding: 1em min(1em, 5vw) 0.75em;
  }

  .seek input {
    inline-size: 100%;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    margin: 0.25em -0.25em 0;
  }

  .choices .button {
    margin: 0.25em;
    border-color: var(--_line);
  }

  /* On a phone what there is to press stands in full lines. */
  div.choices > * {
    flex: 1 1 auto;
  }

  .choices .chevron {
    margin-inline-start: 0.5em;
    margin-block-start: -0.25em;
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
    justify-content: center;
    min-block-size: var(--_touch);
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_touch) / 2);
    line-height: 1.3;
    text-align: center;
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

  .facet {
    margin: 0.25em;
  }

  .shown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-block-start: 0.25em;
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .head .note {
    padding: 0;
  }

  .shown > *,
  .head .note > * {
    margin-inline-end: 1em;
  }

  .shown button,
  .head .note button {
    min-block-size: var(--_touch);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
    cursor: pointer;
  }

  .body {
    position: relative;
  }

  .skip {
    position: absolute;
    left: 0.5em;
    z-index: 2;
    opacity: 0;
    pointer-events: none;
  }

  .skip:focus {
    opacity: 1;
    pointer-events: auto;
  }

  .map {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: var(--fp-map-height, clamp(16em, 60vh, 34em));
    border-block-start: 1px solid var(--_line);
    background: var(--_tint);
    overflow: hidden;
    isolation: isolate;
    direction: ltr;
  }

  .sites {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr));
    overflow: hidden;
  }

  .sites:focus {
    outline: none;
  }

  .sites > .site {
    margin-inline-start: -1px;
    border: 0 solid var(--_line);
    border-block-start-width: 1px;
    border-inline-start-width: 1px;
  }

  h3 button {
    display: block;
    inline-size: calc(100% + 0.5em);
    min-block-size: var(--_touch);
    margin: 0 -0.25em;
    padding: 0.25em;
    border: 0;
    background: none;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
    text-align: inherit;
    cursor: pointer;
  }

  h3 button:focus-visible {
    outline-offset: -1px;
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

  .site.chosen:dir(rtl) {
    box-shadow: inset -0.25em 0 0 var(--_accent);
  }

  .more {
    padding: 0.75em min(1em, 5vw);
    border-block-start: 1px solid var(--_line);
    text-align: center;
  }

  .nearby {
    margin-block-start: 0.5em;
  }

  @container (min-width: 56em) {
    .head form {
      display: flex;
      flex-wrap: wrap;
    }

    .seek {
      flex: 0 1 20em;
      margin-inline-end: 0.75em;
    }

    .choices {
      margin-block-start: -0.25em;
    }

    div.choices {
      flex: 1 1 20em;
    }

    div.choices > * {
      flex-grow: 0;
    }

    .body.mapped {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(20em, 2fr);
      border-block-start: 1px solid var(--_line);
    }

    .body.mapped .map {
      position: sticky;
      top: 0;
      block-size: min(44em, 100vh);
      border-block-start: 0;
    }

    .body.mapped > :last-child {
      border-inline-start: 1px solid var(--_line);
    }

    .body.mapped .sites > .site:first-child {
      border-block-start: 0;
    }
  }

  @media print {
    .head form,
    .map,
    .more,
    .nearby,
    .note {
      display: none;
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
