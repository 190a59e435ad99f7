import type { ProgressState } from '@fp-kit/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { CSSResultGroup } from '@lit/reactive-element';
import { property } from 'lit/decorators.js';
import { TemplateElement } from '../../element/template-element.js';
import { SourceError } from '../../element/source-error.js';
import { readPlan, tallyOfPlan, type PlanData } from '../../plan/plan-data.js';
import { dateWords } from '../../plan/plan-words.js';
import { stateIcon } from '../../theme/state-icon.js';
import { progressRingStyles } from './progress-ring.styles.js';

/** What a ring shows: a value of a maximum, or a plan with its progress. */
export type RingData = { value: number; max: number } | PlanData;

/**
 * How far something has come, as a ring: a value of a maximum, or a plan's actions by state.
 *
 *     <fp-progress-ring value="12" max="84" label="举措"></fp-progress-ring>
 *     <fp-progress-ring src="plan.json">84 项举措，12 项已完成</fp-progress-ring>
 *
 * @customElement fp-progress-ring
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words for a plan without actions
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<RingData>} fp-load - The ring is shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart ring - The drawing with its figures
 * @csspart legend - States with their counts
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-ring-size=10em] - Diameter
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is overdue
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 */
export class FpProgressRing extends TemplateElement<RingData> {
  static override styles: CSSResultGroup = [TemplateElement.styles, progressRingStyles];

  /** What has been reached. Goes before `plan` and `src`. */
  @property({ type: Number }) value: number | null | undefined;

  /** What is to be reached. */
  @property({ type: Number }) max = 100;

  /** What is counted, said and shown below the figures. */
  @property() label = '';

  /** A plan or a snapshot. Goes before `src`. */
  @property({ attribute: false }) plan: unknown;

  protected override get held(): unknown {
    // A string, because equal strings are equal data to the task that reads it.
    return this.value === undefined || this.value === null ? this.plan : `${this.value}/${this.max}`;
  }

  protected override read(raw: unknown): RingData {
    if (typeof raw !== 'string') return readPlan(raw);
    const { max } = this;
    const value = Number(this.value);
    if (!(value >= 0 && value < Infinity)) throw new SourceError('value', 'value', String(this.getAttribute('value') ?? value));
    if (!(max > 0 && max < Infinity)) throw new SourceError('value', 'max', String(this.getAttribute('max') ?? max));
    return { value, max };
  }

  protected override isEmpty(data: RingData): boolean {
    return 'plan' in data && tallyOfPlan(data).total === 0;
  }

  protected override detailOf(data: RingData): RingData {
    return data;
  }

  #renderRing(arcs: readonly Arc[], figure: string, of: string, below: string, heard: string): TemplateResult {
    return html`<div class="ring" part="ring" role="img" aria-label=${heard}>
      <svg viewBox="0 0 120 120" fill="none" aria-hidden="true">
        <circle class="track" cx="60" cy="60" r=${radius} />
        ${arcs.map(({ kind, from, share }) => renderArc(kind, from, share))}
      </svg>
      <div class="figures" aria-hidden="true">
        <p class="figure ${of ? '' : 'none'}"><b>${figure}</b>${of ? html`<span class="of"> / ${of}</span>` : nothing}</p>
        ${below ? html`<p class="below">${below}</p>` : nothing}
      </div>
    </div>`;
  }

  #renderValue(value: number, max: number): TemplateResult {
    const { words, label } = this;
    const figure = words.amount(value);
    const of = words.amount(max);
    return this.#renderRing(
      [{ kind: 'done', from: 0, share: Math.min(1, value / max) }],
      figure,
      of,
      label,
      words.ringAria(label, words.ringOf(figure, of)),
    );
  }

  #renderPlan(data: PlanData): TemplateResult {
    const { words } = this;
    const tally = tallyOfPlan(data);
    const present = order.filter((state) => tally[state] > 0);
    let from = 0;
    const arcs = present.map((state) => {
      const share = tally[state] / tally.total;
      const arc = { kind: state, from, share };
      from += share;
      return arc;
    });
    const reported = words.reportedOf(tally.reported, tally.total);
    const none = tally.reported === 0;
    const heard = words.ringAria(this.label || data.plan.title, none ? reported : words.ringHeard(tally.done, tally.total));
    return html`${
        none
          ? this.#renderRing(arcs, String(tally.total), '', words.ringNone(tally.total), heard)
          : this.#renderRing(arcs, String(tally.done), String(tally.total), words.ringDone(tally.done), heard)
      }
      <div class="beside">
        ${this.label ? html`<p class="label">${this.label}</p>` : nothing}
        <ul part="legend">
          ${present.map(
            (state) =>
              html`<li class="state ${state}">
                ${stateIcon(state)}<span class="word">${words.states[state]}</span> <b>${tally[state]}</b>
              </li>`,
          )}
        </ul>
        ${
          none && !data.progress
            ? nothing
            : html`<p class="reported">
                ${none ? nothing : html`<span>${reported}</span>`}
                ${data.progress ? html` <span>${words.asOf(dateWords(data.progress.asOf, words))}</span>` : nothing}
              </p>`
        }
      </div>`;
  }

  protected override renderData(data: RingData): TemplateResult {
    return html`<div class="card" part="card">
      <div class="body">${'plan' in data ? this.#renderPlan(data) : this.#renderValue(data.value, data.max)}</div>
    </div>`;
  }
}

interface Arc {
  kind: ProgressState;
  from: number;
  share: number;
}

const order: readonly ProgressState[] = ['done', 'inProgress', 'overdue', 'stopped', 'notReported'];
const radius = 52;
const round = 2 * Math.PI * radius;
// Between two segments, in units of the drawing (of 120 across).
const gap = 1.5;

function renderArc(kind: ProgressState, from: number, share: number): TemplateResult {
  const whole = share > 0.9999;
  // Never so short that a state with a single action can't be seen; a value of nought is a stroke at the start.
  const length = whole ? round : Math.max(share * round - gap, 1);
  return svg`<circle class="arc ${share === 0 ? 'nought' : kind}" cx="60" cy="60" r=${radius} transform="rotate(-90 60 60)"
    stroke-dasharray="${length.toFixed(2)} ${(round - length).toFixed(2)}" stroke-dashoffset=${(-(from * round + (whole ? 0 : gap / 2))).toFixed(2)} />`;
}
