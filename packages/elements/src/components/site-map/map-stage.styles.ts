import { css } from '../../element/css.js';

/**
 * What is on the map: sizes in em, so that it grows with the text of a theme. Places are by left and top: Chromium before 87 knows no inset, and
 * a map runs from left to right in every language.
 */
export const mapStageStyles = css`
  .tiles,
  .graticule,
  .marks {
    position: absolute;
    top: 0;
    left: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .stage {
    flex: 1;
    position: relative;
    cursor: grab;
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
    overflow: hidden;
  }

  .stage.dragged {
    cursor: grabbing;
  }

  .stage:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }

  .tiles img {
    position: absolute;
    top: 0;
    left: 0;
    inline-size: 256px;
    block-size: 256px;
    max-inline-size: none;
    transform: var(--_at);
    transform-origin: 0 0;
    pointer-events: none;
  }

  .tiles .above {
    z-index: 1;
  }

  /* Maps are drawn for daylight: under a dark theme they shine less. */
  .tiles {
    opacity: calc(1 - var(--_least) / 3);
  }

  .graticule path {
    fill: none;
    stroke: var(--_tint-strong);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .graticule text {
    fill: var(--_quiet);
    font-size: 0.8125em;
  }

  .marks {
    isolation: isolate;
    pointer-events: none;
  }

  .mark {
    position: absolute;
    top: 0;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: var(--_touch);
    block-size: var(--_touch);
    margin: calc(var(--_touch) / -2);
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.875em;
    line-height: 1;
    cursor: pointer;
    pointer-events: auto;
    transform: var(--_at);
    will-change: transform;
  }

  .face {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: 2em;
    block-size: 2em;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .planned .face,
  .suspended .face,
  .closed .face {
    background: var(--_surface);
    color: var(--_quiet);
    box-shadow: 0 0 0 1px var(--_edge);
  }

  .cluster .face {
    border: 3px solid var(--_surface);
    background: var(--_tint-strong);
    color: var(--_ink);
    font-variant-numeric: tabular-nums;
  }

  .size-2 .face {
    inline-size: 2.375em;
    block-size: 2.375em;
  }

  .size-3 .face {
    inline-size: 2.75em;
    block-size: 2.75em;
  }

  .size-4 .face,
  .size-5 .face,
  .size-6 .face {
    inline-size: 3.25em;
    block-size: 3.25em;
  }

  .mark:hover .face {
    border-color: var(--_tint-strong);
  }

  .mark:focus-visible {
    outline: none;
    z-index: 2;
  }

  .mark:focus-visible .face {
    outline: 3px solid var(--_ink);
    outline-offset: 2px;
  }

  .name {
    position: absolute;
    top: 100%;
    inline-size: max-content;
    max-inline-size: min(11em, 60vw);
    margin-block-start: -0.25em;
    padding: 0 0.5em;
    border-radius: 0.25em;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 0 0 1px var(--_line);
    font-weight: 600;
    line-height: 1.5;
    text-align: center;
    text-wrap: balance;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    visibility: hidden;
    pointer-events: none;
  }

  .mark:hover,
  .mark.chosen {
    z-index: 1;
  }

  .mark:hover .name,
  .mark.chosen .name {
    visibility: visible;
  }

  /* By itself: Chromium before 86 drops every selector of a list that names it. */
  .mark:focus-visible .name {
    visibility: visible;
  }

  .mark.raised .name {
    top: auto;
    bottom: 100%;
    margin-block-start: 0;
    margin-block-end: -0.25em;
  }

  .mark.chosen .face {
    inline-size: 2.5em;
    block-size: 2.5em;
    border-color: var(--_surface);
    box-shadow: 0 0 0 3px var(--_accent);
  }

  .here {
    position: absolute;
    top: -8px;
    left: -8px;
    inline-size: 16px;
    block-size: 16px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_ink);
    box-shadow: 0 0 0 1px var(--_ink);
    /* Seen around a mark that stands on it. */
    outline: 2px solid var(--_ink);
    outline-offset: 1.5em;
    transform: var(--_at);
  }

  .controls {
    position: absolute;
    top: 0.5em;
    right: 0.5em;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--_line);
    border-radius: 0.375em;
    background: var(--_surface);
    overflow: hidden;
  }

  .controls button {
    display: flex;
    align-items: center;
    justify-content: center;
    inline-size: var(--_touch);
    block-size: var(--_touch);
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.25em;
    line-height: 1;
    cursor: pointer;
  }

  .controls button + button {
    border-block-start: 1px solid var(--_line);
  }

  .controls button:hover {
    background: var(--_tint);
  }

  .controls button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }

  .controls button:disabled {
    color: var(--_edge);
    cursor: default;
  }

  .controls .all::before {
    content: '';
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid currentColor;
    border-radius: 0.125em;
    /* Its corners. */
    clip-path: polygon(
      0 0,
      35% 0,
      35% 35%,
      0 35%,
      0 65%,
      35% 65%,
      35% 100%,
      65% 100%,
      65% 65%,
      100% 65%,
      100% 35%,
      65% 35%,
      65% 0,
      100% 0,
      100% 100%,
      0 100%
    );
  }

  .hint {
    position: absolute;
    top: 40%;
    left: 50%;
    padding: 0.5em 1em;
    border-radius: 0.375em;
    background: var(--_ink);
    color: var(--_surface);
    transform: translateX(-50%);
    inline-size: max-content;
    max-inline-size: 90%;
    text-align: center;
    opacity: 0;
    transition: opacity 0.2s;
    pointer-events: none;
  }

  .hint.shown {
    opacity: 1;
  }

  /* Below the map, where it hides no site. */
  .legal {
    padding: 0.25em 0.5em;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_quiet);
    font-size: 0.8125em;
    word-break: keep-all;
  }

  .scale {
    position: absolute;
    bottom: 0.25em;
    right: 0.5em;
    border: 1px solid var(--_ink);
    border-block-start: 0;
    background: var(--_surface);
    color: var(--_ink);
    inline-size: var(--_length);
    font-size: 0.8125em;
    line-height: 1.4;
    text-align: center;
    white-space: nowrap;
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .graticule text {
      fill: CanvasText;
    }
    .face {
      border-color: ButtonText;
    }
    .mark.chosen .face {
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
    .here {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
