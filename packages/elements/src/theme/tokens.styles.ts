import { css } from '@lit/reactive-element';

/*
 * Every colour and size is a private property with the page's own (`--fp-*`) before the preset's, so that a page can set any of them and
 * nothing is written on :root. Tints are plain colours first; engines that know color-mix derive them from the accent instead.
 */
export const tokens = css`
  :host {
    --_ink: var(--fp-ink, #26221d);
    --_quiet: var(--fp-ink-quiet, #645c53);
    --_surface: var(--fp-surface, #fffefc);
    --_line: var(--fp-line, #e4ded4);
    --_edge: var(--fp-edge, #8d857a);
    --_accent: var(--fp-accent, #0b6660);
    --_on-accent: var(--fp-on-accent, #ffffff);
    --_alert: var(--fp-alert, #a8321c);
    --_tint: #eef4f2;
    --_tint-strong: #cfe2df;
    --_alert-tint: #fbeeea;
    --_touch: max(44px, calc(var(--_size) * 2.75));
    --_size: var(--fp-font-size, 16px);
    --_radius: var(--fp-radius, 0.5em);
    --_font: var(--fp-font-family, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif);

    display: block;
    box-sizing: border-box;
  }

  /* Not on :host: the page's own words in the light DOM keep the page's own look. */
  .root {
    color: var(--_ink);
    font: normal 400 var(--_size) / 1.6 var(--_font);
    font-size-adjust: none;
    font-variant-numeric: tabular-nums;
    font-feature-settings: normal;
    hyphens: manual;
    letter-spacing: normal;
    text-align: start;
    text-decoration: none;
    text-indent: 0;
    text-shadow: none;
    text-spacing-trim: trim-start;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    overflow-wrap: break-word;
    visibility: visible;
    cursor: auto;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme='dark']) {
    --_ink: var(--fp-ink, #ece8e1);
    --_quiet: var(--fp-ink-quiet, #b3aca2);
    --_surface: var(--fp-surface, #1b1c1b);
    --_line: var(--fp-line, #383734);
    --_edge: var(--fp-edge, #8b867e);
    --_accent: var(--fp-accent, #74c9c0);
    --_on-accent: var(--fp-on-accent, #10201e);
    --_alert: var(--fp-alert, #f2937c);
    --_tint: #212b2a;
    --_tint-strong: #2f4a47;
    --_alert-tint: #322320;
    color-scheme: dark;
  }

  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      --_ink: var(--fp-ink, #ece8e1);
      --_quiet: var(--fp-ink-quiet, #b3aca2);
      --_surface: var(--fp-surface, #1b1c1b);
      --_line: var(--fp-line, #383734);
      --_edge: var(--fp-edge, #8b867e);
      --_accent: var(--fp-accent, #74c9c0);
      --_on-accent: var(--fp-on-accent, #10201e);
      --_alert: var(--fp-alert, #f2937c);
      --_tint: #212b2a;
      --_tint-strong: #2f4a47;
      --_alert-tint: #322320;
      color-scheme: dark;
    }
  }

  /* 适老化: main text 30 px, the smallest 24 px (= 18 pt), targets 60 px, ink near black. */
  :host([theme='elder']) {
    --_size: calc(var(--fp-font-size, 16px) * 1.875);
    --_ink: var(--fp-ink, #1a1714);
    --_quiet: var(--fp-ink-quiet, #4d463e);
    --_line: var(--fp-line, #cfc7ba);
    --_edge: var(--fp-edge, #6d655b);
    --_accent: var(--fp-accent, #07524d);
    --_alert: var(--fp-alert, #8f2512);
    --_touch: max(60px, calc(var(--_size) * 2.125));
  }

  :host([theme='contrast']) {
    --_ink: var(--fp-ink, #000000);
    --_quiet: var(--fp-ink-quiet, #000000);
    --_surface: var(--fp-surface, #ffffff);
    --_line: var(--fp-line, #000000);
    --_edge: var(--fp-edge, #000000);
    --_accent: var(--fp-accent, #003f3a);
    --_alert: var(--fp-alert, #7a1300);
    --_tint: #ffffff;
    --_tint-strong: #bfe0dc;
    --_alert-tint: #ffffff;
  }

  @supports (color: color-mix(in srgb, red, blue)) {
    :host,
    :host([theme]) {
      --_tint: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
      --_tint-strong: color-mix(in srgb, var(--_accent) 22%, var(--_surface));
      --_alert-tint: color-mix(in srgb, var(--_alert) 8%, var(--_surface));
    }
  }

  @media (prefers-contrast: more) {
    :host(:not([theme='dark'])) {
      --_quiet: var(--fp-ink-quiet, var(--_ink));
      --_line: var(--fp-line, var(--_edge));
    }
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  /* Not none: WebKit takes that for no list at all and tells the screen reader so. */
  ul,
  ol {
    list-style-type: '';
  }

  h2,
  h3,
  h4 {
    font: inherit;
    font-weight: 600;
  }

  svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
  }

  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  a {
    color: var(--_accent);
  }

  summary {
    cursor: pointer;
    list-style: none;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  a:focus-visible,
  button:focus-visible,
  summary:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 0.25em;
  }

  .card {
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    overflow: clip;
  }

  .unheard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-block-start: 0.5em;
    padding-block-end: 0.5em;
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .note.error {
    background: var(--_surface);
    padding-inline-start: 0.75em;
    padding-inline-end: 0.75em;
    border-inline-start: 3px solid var(--_alert);
  }

  /* Words come only where the wait is felt. */
  .note.loading {
    animation: appear 0.2s 0.5s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .retry,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_touch);
    min-inline-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }

  .note slot {
    display: block;
    margin-inline-end: 1em;
  }

  .retry:hover,
  .button:hover {
    background: var(--_tint);
  }

  .retry:active,
  .button:active {
    background: var(--_tint-strong);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }

  @media print {
    .card {
      border-color: #888888;
      overflow: visible;
    }
  }
`;
