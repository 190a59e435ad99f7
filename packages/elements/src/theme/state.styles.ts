import { css } from '../element/css.js';

/** A state as sign and word. Only what needs somebody's attention takes a colour of its own. */
export const stateStyles = css`
  .state {
    display: inline-flex;
    align-items: center;

    color: var(--_quiet);
    font-size: 0.875em;
    line-height: 1.5;
    white-space: nowrap;
  }

  .state svg {
    margin-inline-end: 0.375em;
  }

  .cut {
    stroke: var(--_surface);
  }

  .state.done,
  .state.inProgress {
    color: var(--_accent);
  }

  .state.overdue,
  .state.overLimit {
    color: var(--_alert);
    font-weight: 600;
  }

  .state.behind,
  .state.dueSoon {
    color: var(--_ink);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .state {
      color: CanvasText;
    }
    .cut {
      stroke: Canvas;
    }
  }
`;
