import { css } from '../../element/css.js';

/*
 * --_ring is the diameter. From 6 em up the figures stand in the ring and the label below it; in a smaller ring nobody could read them, so
 * they step out and stand beside it: a length that is far below or above nought on either side of 6 em, and clamped, switches between the two.
 */
export const progressRingStyles = css`
  :host {
    --_room: calc(var(--_size) * 16.5);
  }

  @media (max-width: 30em) {
    :host {
      --_room: calc(var(--_size) * 28);
    }
  }

  .gauge,
  .measure {
    --_ring: min(var(--fp-ring-size, 10em), 100vw);
    --_large: calc((var(--_ring) - 6em) * 999);
    --_small: calc((6em - var(--_ring)) * 999);
    --fp-ring-arc: var(--_accent);
    --fp-ring-track: var(--_tint-strong);

    inline-size: fit-content;
    max-inline-size: min(100%, max(var(--_ring), var(--_small)));
    text-align: center;
  }

  /* Behind what holds for all text from right to left: figures stand in the middle, and the whole on the ring's own side. */
  .gauge:dir(rtl),
  .measure:dir(rtl) {
    text-align: center;
    unicode-bidi: normal;
  }

  /* The corners of what turns reach out of its box. */
  .turning {
    overflow: hidden;
    overflow: clip;
  }

  .ring {
    position: relative;
    display: inline-block;
    inline-size: var(--_ring);
    max-inline-size: 100%;
    block-size: var(--_ring);
    vertical-align: middle;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  @supports (aspect-ratio: 1) {
    .ring {
      block-size: auto;
      aspect-ratio: 1;
    }
  }

  /*
   * A ring's boxes are few, and a plain one has none before and after it, because a page may have a thousand. What a new value makes the engine
   * read again is little: no shorthand, and nothing variable in the mask.
   */
  .ring:not(.narrow),
  .narrow::before,
  .narrow::after {
    border-radius: 50%;
    background-image: conic-gradient(var(--_arcs, var(--fp-ring-arc) var(--fp-ring-reached), var(--fp-ring-track) 0));
    -webkit-mask-image: radial-gradient(closest-side, transparent calc(80% - 0.5px), #000 80%);
  }

  .nought {
    --_arcs: var(--_quiet) 0.8%, var(--fp-ring-track) 0;
  }

  .narrow::before,
  .narrow::after {
    --_in: 0%;

    content: '';
    position: absolute;
    top: var(--_in);
    right: var(--_in);
    bottom: var(--_in);
    left: var(--_in);
  }

  .narrow::after {
    --_arcs: var(--_narrow);
    --_in: 3%;

    -webkit-mask-image: radial-gradient(closest-side, transparent calc(92% - 0.5px), #000 92%);
  }

  .ranged::before {
    --_in: 6%;
  }

  .ranged::after {
    --_in: 0%;

    -webkit-mask-image: radial-gradient(closest-side, transparent calc(94% - 0.5px), #000 94%);
  }

  /* As wide as a large ring: over it the figures, and the whole on a line below the part. */
  slot[name='center'],
  .part,
  .caption {
    display: inline-block;
    min-inline-size: clamp(0px, var(--_large), 100%);
    vertical-align: middle;
  }

  slot[name='center'] {
    max-inline-size: 100%;
    margin-inline-start: max(-100%, min(0px, var(--_small)));
    /* Not in the margin: WebKit (2.50) counts one with a percentage in it for nothing when it measures the whole, and breaks the line. Nor on the ring, whose style each new value reads again. */
    padding-inline-start: clamp(0px, var(--_small), 0.4em);
    line-height: 1.25;
  }

  span.figures {
    display: block;
  }

  b {
    color: var(--fp-ring-arc);
    font-size: max(1em, var(--_ring) * 0.22);
    font-weight: 700;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  b.long {
    font-size: max(1em, var(--_ring) * 0.14);
  }

  .of {
    color: var(--_quiet);
    font-size: max(0.8125em, var(--_ring) * 0.09);
    white-space: nowrap;
  }

  .caption {
    margin-block-start: clamp(0px, var(--_large), 0.25em);
    margin-inline-start: clamp(0px, var(--_small), 0.15em);
    line-height: 1.5;
  }

  .caption:empty {
    display: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .moving {
      animation: turn 1.6s linear infinite;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  /* Gradients are taken out of forced colours; with the system's own they stay. */
  @media (forced-colors: active) {
    .ring {
      --_accent: Highlight;
      --_alert: CanvasText;
      --_edge: CanvasText;
      --_quiet: CanvasText;
      --_line: Canvas;
      --_tint-strong: Canvas;
      --fp-ring-arc: Highlight;
      --fp-ring-track: Canvas;
      --_ink: CanvasText;
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      border-radius: 50%;
    }
  }
`;
