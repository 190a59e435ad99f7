import { css } from '../element/css.js';

// Said once for who asks for dark and for whose system does.
const dark = css`
  --_ink: var(--fp-ink, #ece8e1);
  --_quiet: var(--fp-ink-quiet, #b3aca2);
  --_surface: var(--fp-surface, #1b1c1b);
  --_line: var(--fp-line, #383734);
  --_edge: var(--fp-edge, #8b867e);
  --_accent: #74c9c0;
  --_alert: #f2937c;
  --_on-accent: #10201e;
  --_tint: #212b2a;
  --_tint-strong: #2f4a47;
  --_alert-tint: #322320;
  --_least: 0.72;
  --_most: 1;
  color-scheme: dark;
`;

/*
 * Every colour and size is a private property with the page's own (`--fp-*`) before the preset's, so that a page can set any of them and
 * nothing is written on :root. Accent and alert are the preset's first; engines that can take a colour apart (Chromium 119, Firefox 128,
 * Safari 18) take the page's, as light or dark as text in it and on it must be (OKLCH lightness from --_least to --_most), and derive the tints.
 */
export const tokens = css`
  :host {
    --_ink: var(--fp-ink, #26221d);
    --_quiet: var(--fp-ink-quiet, #645c53);
    --_surface: var(--fp-surface, #fffefc);
    --_line: var(--fp-line, #e4ded4);
    --_edge: var(--fp-edge, #8d857a);
    --_accent: #0b6660;
    --_alert: #a8321c;
    --_on-accent: #ffffff;
    --_tint: #eef4f2;
    --_tint-strong: #cfe2df;
    --_alert-tint: #fbeeea;
    --_least: 0;
    --_most: 0.48;
    --_touch: max(44px, calc(var(--_size) * 2.75));
    --_size: var(--fp-font-size, 16px);
    --_radius: var(--fp-radius, 0.5em);
    --_font: var(--fp-font-family, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif);

    display: block;
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none;
  }

  /* What nothing stands in while data comes keeps about the height that it will have, so that the page below stays where it is. */
  :host([data-state='loading']:empty) {
    min-block-size: var(--_room);
  }

  /* Paper is never dark. */
  @media screen {
    :host([theme='dark']) {
      ${dark}
    }
  }

  @media screen and (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
    }
  }

  /* 适老化: main text 30 px, the smallest 24 px (= 18 pt), targets 60 px, ink near black. */
  :host([theme='elder']) {
    --_size: calc(var(--fp-font-size, 16px) * 1.875);
    --_ink: var(--fp-ink, #1a1714);
    --_quiet: var(--fp-ink-quiet, #4d463e);
    --_line: var(--fp-line, #cfc7ba);
    --_edge: var(--fp-edge, #6d655b);
    --_accent: #07524d;
    --_alert: #8f2512;
    --_most: 0.42;
    --_touch: max(60px, calc(var(--_size) * 2.125));
  }

  /* On paper 16 pt, the size in which an official document is set (GB/T 9704). */
  @media print {
    :host([theme='elder']) {
      --_size: calc(var(--fp-font-size, 16px) * 4 / 3);
    }
  }

  :host([theme='contrast']) {
    --_ink: var(--fp-ink, #000000);
    --_quiet: var(--fp-ink-quiet, #000000);
    --_surface: var(--fp-surface, #ffffff);
    --_line: var(--fp-line, #000000);
    --_edge: var(--fp-edge, #000000);
    --_accent: #003f3a;
    --_alert: #7a1300;
    --_tint: #ffffff;
    --_tint-strong: #bfe0dc;
    --_alert-tint: #ffffff;
    --_most: 0.36;
  }

  @supports (color: oklch(from red l c h)) {
    :host,
    :host([theme]) {
      --_own-accent: var(--fp-accent, #0b6660);
      --_own-alert: var(--fp-alert, #a8321c);
      --_accent: oklch(from var(--_own-accent) clamp(var(--_least), l, var(--_most)) min(c, 0.2) h / 1);
      --_alert: oklch(from var(--_own-alert) clamp(var(--_least), l, var(--_most)) min(c, 0.2) h / 1);
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
    overflow-wrap: anywhere;
    visibility: visible;
    cursor: auto;
  }

  /* Where the page runs from right to left, Chinese and English still run from left to right, and words that a page gives run as they do. */
  .root:dir(rtl) {
    text-align: right;
  }

  .root:dir(rtl) * {
    unicode-bidi: plaintext;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
