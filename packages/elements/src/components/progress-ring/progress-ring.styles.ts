import { css } from '../../element/css.js';

/*
 * --_ring is the diameter. From 6 em up the figures stand in the ring and the label below it; in a smaller ring nobody could read them, so
 * they step out and stand beside it: a length that is far below or above nought on either side of 6 em, and clamped, switches between the two.
 */
export const progressRingStyles = css`
  .gauge,
  .measure {
    --_ring: var(--fp-ring-size, 10em);
    --_large: calc((var(--_ring) - 6em) * 999);
    --_small: calc((6em - var(--_ring)) * 999);
  }

  .measure {
    contain: content;
    display: inline-block;
    max-inline-size: max(var(--_ring), var(--_small));
    text-align: center;
  }

  /* A ring's boxes are few, because a page may have a thousand. */
  .measure > .gauge {
    display: contents;
  }

  .ring {
    --_track: var(--_tint-strong);

    position: relative;
    display: inline-block;
    inline-size: var(--_ring);
    block-size: var(--_ring);
    vertical-align: middle;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  .ring::before,
  .narrow::after {
    --_width: 10%;

    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: 50%;
    background: conic-gradient(var(--_arcs));
    -webkit-mask: radial-gradient(closest-side, transparent calc(100% - 2 * var(--_width) - 0.5px), #000 calc(100% - 2 * var(--_width)));
    mask: radial-gradient(closest-side, transparent calc(100% - 2 * var(--_width) - 0.5px), #000 calc(100% - 2 * var(--_width)));
  }

  .narrow::after {
    --_width: 4%;

    top: 3%;
    right: 3%;
    bottom: 3%;
    left: 3%;
    background: conic-gradient(var(--_narrow));
  }

  .ring.ranged::before {
    top: 6%;
    right: 6%;
    bottom: 6%;
    left: 6%;
  }

  .ring.ranged::after {
    --_width: 3%;

    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }

  slot[name='center'] {
    display: inline-block;
    vertical-align: middle;
    min-inline-size: clamp(0px, var(--_large), var(--_ring));
    max-inline-size: max(var(--_ring), var(--_small));
    margin-inline-start: max(-1 * var(--_ring), min(0.4em, var(--_small)));
    line-height: 1.25;
    text-align: center;
  }

  /* As wide as the ring it is a line of its own, and the whole stands below the part. */
  .part {
    display: inline-block;
    min-inline-size: clamp(0px, var(--_large), var(--_ring));
  }

  .figures {
    display: block;
  }

  .figures b {
    color: var(--_accent);
    font-size: max(1em, var(--_ring) * 0.22);
    font-weight: 700;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }

  .figures b.long {
    font-size: max(1em, var(--_ring) * 0.14);
  }

  .of {
    color: var(--_quiet);
    font-size: max(0.8125em, var(--_ring) * 0.09);
    white-space: nowrap;
  }

  .caption {
    display: inline-block;
    min-inline-size: clamp(0px, var(--_large), var(--_ring));
    margin-block-start: clamp(0px, var(--_large), 0.25em);
    margin-inline-start: clamp(0px, var(--_small), 0.4em);
    line-height: 1.4;
    vertical-align: middle;
  }

  .caption:empty {
    display: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .moving::before {
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
      --_line: Canvas;
      --_track: Canvas;
      --_ink: CanvasText;
      forced-color-adjust: none;
    }
    .ring::before {
      border: 1px solid CanvasText;
    }
  }
`;
