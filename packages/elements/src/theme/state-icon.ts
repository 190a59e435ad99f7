import type { ProgressState } from '@fp-kit/sdk';
import { svg, html, type TemplateResult } from 'lit/html.js';

type Sign = ProgressState | 'dueSoon' | 'overLimit' | 'behind' | 'stagnant';

// They differ in form, so that they can be told apart without colour, in print and by a colour-blind reader.
const shapes: Record<Sign, TemplateResult> = {
  notReported: svg`<circle cx="10" cy="10" r="7.25" stroke-dasharray="2.6 1.955" />`,
  inProgress: svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" stroke="none" />`,
  done: svg`<circle cx="10" cy="10" r="8" fill="currentColor" stroke="none" /><path class="cut" d="m6.2 10.3 2.6 2.6 5-5.4" stroke-width="2" />`,
  overdue: svg`<path d="M10 2.4 18.4 17H1.6z" stroke-linejoin="round" /><path d="M10 8v4" stroke-width="1.8" /><circle cx="10" cy="14.4" r="1" fill="currentColor" stroke="none" />`,
  dueSoon: svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 5.5V10l3 2" stroke-linejoin="round" />`,
  behind: svg`<path d="M3 5.5 8.5 11l3-3 5.5 6.5M17 9.5v5h-5" stroke-linejoin="round" />`,
  overLimit: svg`<path d="M3 11.5h3.5m7 0H17M10 17V4M6.5 7.5 10 4l3.5 3.5" stroke-linejoin="round" />`,
  stagnant: svg`<circle cx="10" cy="10" r="7.25" /><path d="M8 7.5v5m4-5v5" stroke-width="1.8" />`,
  stopped: svg`<rect x="3" y="3" width="14" height="14" rx="2.5" /><path d="M6.5 10h7" stroke-width="2" />`,
};

/** The sign of a state; silent, because its word always stands beside it. */
export const stateIcon = (state: Sign): TemplateResult =>
  html`<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">
    ${shapes[state]}
  </svg>`;
