import { css } from '../element/css.js';

/** Looks of a bullet bar, on a surface or on a tint of it. */
export const bulletBarStyles = css`
  .bar {
    inline-size: 100%;
    block-size: 0.625em;
    margin-block-start: 0.25em;
    margin-block-end: 0.375em;
    border-radius: 0.125em;
    overflow: hidden;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }

  /* The amount grows from where a line of text begins. */
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  .bar .track {
    fill: var(--_track, var(--_surface));
  }

  .bar .band {
    fill: var(--_tint-strong);
  }

  .bar .fill {
    fill: var(--_accent);
  }

  .bar .tick {
    stroke: var(--_ink);
    stroke-width: 2;
  }

  .bar .expected {
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-dasharray: 2 2;
  }

  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
    }
    .bar .track {
      fill: Canvas;
    }
    .bar .band {
      fill: Canvas;
      stroke: CanvasText;
    }
    .bar .fill {
      fill: Highlight;
    }
    .bar .tick,
    .bar .expected {
      stroke: CanvasText;
    }
  }
`;
