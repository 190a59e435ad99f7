import type { Pace, Plan, Target, TargetProgress } from '@fp-kit/sdk';
import type * as Calendar from '@fp-kit/sdk/calendar';
import { isTargetMet } from '@fp-kit/sdk/progress/rules';
import type { StyleGroup } from '../../element/css.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { property, type PropertyValues } from '../../element/reactive-element.js';
import { drawBar, layOutBar } from '../../bar/bullet-bar.js';
import { SourceError, wrongValue } from '../../element/source-error.js';
import { TemplateElement } from '../../element/template-element.js';
import type { Dictionary } from '../../locales/locale.js';
import { messages } from '../../locales/messages.js';
import type { Messages } from '../../locales/zh-CN.js';
import { progressOfTarget, readPlan } from '../../plan/plan-data.js';
import { amountWords, dateWords, goalWords, reachedWords, rounded, termsOf } from '../../plan/plan-words.js';
import { stateIcon } from '../../theme/state-icon.js';
import { targetMeterStyles } from './target-meter.styles.js';

/** A target as a meter needs it. */
export type MeterTarget = Pick<Target, 'measure' | 'comparator' | 'min' | 'max' | 'unit' | 'scope' | 'due'> &
  Partial<Pick<Target, 'force' | 'quote'>>;

/** One target, how far it has come, and what would be reached by `asOf` if every working day had brought as much. */
export interface MeterData {
  target: MeterTarget;
  progress: TargetProgress;
  /** The day the figures are of, YYYY-MM-DD. */
  asOf?: string | undefined;
  /** In the unit of the target; undefined where that can't be said. */
  expected?: number | undefined;
}

/**
 * One target as a bullet bar: the amount reached, the range to be reached, what would be expected by now.
 *
 *     <fp-target-meter label="暖心家园" value="2" min="3" max="5" unit="个"></fp-target-meter>
 *     <fp-target-meter src="plan.json" target="2.4.1-1">新建暖心家园 3—5 个，已建成 2 个</fp-target-meter>
 *
 * What is expected counts working days by the published holiday arrangements; it is left out for rates, ceilings, amounts for each of several,
 * and beyond the years that are published.
 *
 * @customElement fp-target-meter
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words where the plan has no such target
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<MeterData>} fp-load - The target is shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart label - What is counted
 * @csspart bar - The drawing
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is overdue
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpTargetMeter extends TemplateElement<MeterData | undefined> {
  static override styles: StyleGroup = [TemplateElement.styles, targetMeterStyles];

  /** A target, or the id of one of the plan. */
  @property() target: MeterTarget | string | undefined;

  /** How far a target given as a property has come. */
  @property({ attribute: false }) progress: TargetProgress | undefined;

  /** A plan or a snapshot. Goes before `src`. */
  @property({ attribute: false }) plan: unknown;

  /** The amount reached, where no target is given. Without it nothing is reported. */
  @property({ type: Number }) value: number | null | undefined;

  /** The least to be reached. */
  @property({ type: Number }) min: number | null | undefined;

  /** The most; alone it is a ceiling. */
  @property({ type: Number }) max: number | null | undefined;

  /** Unit of the amounts; `%` for rates. */
  @property() unit: string | undefined;

  /** What is counted. */
  @property() label = '';

  /** First day of the period, YYYY-MM-DD, for what is expected by now. A plan has its own. */
  @property() from: string | undefined;

  /** Day by which it is to be reached, YYYY-MM-DD. */
  @property() due: string | undefined;

  /** The day the figures are of, YYYY-MM-DD: that of the snapshot, else today in Beijing. */
  @property({ attribute: 'as-of' }) asOf: string | undefined;

  #given: readonly unknown[] = [];
  #calendar: typeof Calendar | undefined;

  protected override get dictionary(): Dictionary<Messages> {
    return messages;
  }

  protected override get held(): unknown {
    const { target, progress, value, min, max, unit, label, from, due, asOf } = this;
    const own = typeof target === 'object' ? [target, progress, from, asOf] : [value, min, max, unit, label, from, due, asOf];
    if (typeof target !== 'object' && [min, max].every((bound) => (bound ?? undefined) === undefined)) return this.plan;
    // The same array for the same contents, so that equal data is known to be equal.
    if (own.length !== this.#given.length || own.some((one, index) => !Object.is(one, this.#given[index]))) this.#given = own;
    return this.#given;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('target') || changed.has('asOf')) this.readAgain();
    super.willUpdate(changed);
  }

  protected override read(raw: unknown): MeterData | undefined | Promise<MeterData | undefined> {
    if (raw !== this.#given) return this.readFromPlan(raw);
    const target = typeof this.target === 'object' ? this.target : this.readTarget();
    const reached = this.readNumber('value');
    // A ceiling is kept until the period is over, not reached.
    const isMet = reached !== undefined && target.comparator !== 'atMost' && isTargetMet(target, reached);
    const progress = (typeof this.target === 'object' && this.progress) || {
      state: reached === undefined ? 'notReported' : isMet ? 'done' : 'inProgress',
      reached,
    };
    const [from, due] = [this.readDay('from'), target.due];
    const data = { target, progress, asOf: this.readDay('asOf') ?? progress.asOf };
    return from && due ? this.expect(data, { from, to: due }) : data;
  }

  private readNumber(name: 'value' | 'min' | 'max'): number | undefined {
    const given = this[name] ?? undefined;
    if (given === undefined || (Number.isFinite(given) && given >= 0)) return given;
    throw wrongValue(this, name, given);
  }

  private readDay(name: 'from' | 'due' | 'asOf'): string | undefined {
    const given = this[name] || undefined;
    if (given === undefined || isDay(given)) return given;
    throw new SourceError('value', name === 'asOf' ? 'as-of' : name, given);
  }

  private readTarget(): MeterTarget {
    const [min, max, due] = [this.readNumber('min'), this.readNumber('max'), this.readDay('due')];
    if (min !== undefined && max !== undefined && min > max) throw new SourceError('value', 'max', `${max} < min ${min}`);
    const comparator = min === undefined ? 'atMost' : max === undefined ? 'atLeast' : min === max ? 'exactly' : 'between';
    return {
      measure: this.label,
      comparator,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(this.unit && { unit: this.unit }),
      ...(due && { due }),
    };
  }

  private async readFromPlan(raw: unknown): Promise<MeterData | undefined> {
    const data = readPlan(raw);
    const found = findTarget(data.plan, this.target as string | undefined);
    // A plan without a target is empty; one without this target was asked for by a wrong id.
    if (!found && typeof this.target === 'string' && this.target) throw new SourceError('value', 'target', this.target);
    if (!found) return undefined;
    const { target, due } = found;
    const progress = progressOfTarget(data, target);
    const shown = { target, progress, asOf: this.readDay('asOf') ?? progress.asOf ?? data.progress?.asOf };
    const { period } = data.plan;
    return period ? this.expect(shown, { from: period.from, to: due ?? period.to }) : shown;
  }

  private async expect(data: MeterData, period: { from: string; to: string }): Promise<MeterData> {
    // Years of holidays are no business of a page that shows an amount.
    this.#calendar ??= await import('@fp-kit/sdk/calendar').catch(() => undefined);
    return { ...data, expected: this.#calendar?.expectedBy(data.target, period, data.asOf ?? todayInBeijing()) };
  }

  protected override isEmpty(data: MeterData | undefined): boolean {
    return data === undefined;
  }

  protected override detailOf(data: MeterData | undefined): MeterData | undefined {
    return data;
  }

  private renderState({ state }: TargetProgress, pace: Pace | undefined): TemplateResult {
    const { states, paces } = this.words;
    const sign = pace === 'overLimit' || pace === 'behind' ? pace : state;
    const word = pace === undefined || pace === 'onTrack' ? states[state] : paces[pace];
    return html`<span class="state ${sign}">${stateIcon(sign)}<span>${word}</span></span>`;
  }

  private renderBar({ target, progress, expected }: MeterData, said: string): TemplateResult {
    const bar = layOutBar(target, progress, expected);
    if (!bar) return html`<div class="unknown" part="bar"></div>`;
    const { units, reached } = progress;
    const now = units ? units.met : reached!;
    return html`<div
      class="drawing"
      part="bar"
      role="meter"
      aria-label=${target.measure || this.words.progress}
      aria-valuemin="0"
      aria-valuenow=${now}
      aria-valuemax=${Math.max(now, (units ? units.total : (target.max ?? target.min)) ?? 0)}
      aria-valuetext=${said}
    >
      ${drawBar(bar)}
    </div>`;
  }

  protected override renderData(data: MeterData): TemplateResult {
    const { words, documentLang } = this;
    const { target, progress, asOf } = data;
    const { reached, units } = progress;
    // Nothing is expected of what is reached, nor of the first days.
    const expected = (progress.state !== 'done' && data.expected) || undefined;
    const goal = goalWords(target, words) || (target.quote ?? '');
    const figure = units ? words.unitsOf(units.met, units.total) : reached === undefined ? '' : reachedWords(reached, target, words);
    const soFar = figure ? `${units ? words.unitsMet : words.reached} ${figure}` : words.states.notReported;
    const pace = paceOf(data);
    const expectation =
      expected === undefined
        ? ''
        : words.expected(dateWords(asOf ?? todayInBeijing(), words), amountWords(rounded(expected), target.unit, words));
    const terms = [
      ...termsOf({ force: 'must', ...target }, words),
      ...(units ? [words.unitsReported(units.reported, units.total)] : []),
      // The line above has the day already.
      ...(progress.asOf && !(expectation && progress.asOf === asOf) ? [words.asOf(dateWords(progress.asOf, words))] : []),
    ];
    return html`<section class="card ${pace ?? ''}" part="card">
      <div class="headline">
        <p class="measure" part="label" lang=${documentLang}>${target.measure}</p>
        ${this.renderState(progress, pace)}
      </div>
      <p class="figures">
        ${figure ? html`<span class="reached">${units ? words.unitsMet : words.reached} <b>${figure}</b></span>` : nothing}
        <span class="aim">${words.aim(goal)}</span>
      </p>
      ${this.renderBar({ ...data, expected }, [soFar, words.aim(goal), expectation].filter(Boolean).join(words.clause))}
      ${expectation ? html`<p class="pace"><span class="notch"></span>${expectation}</p>` : nothing}
      ${terms.length > 0 ? html`<p class="terms">${terms.map((term) => html`<span>${term}</span>`)}</p>` : nothing}
    </section>`;
  }
}

/** A target of the plan with the day it is due; the first one unless told. */
function findTarget({ tasks }: Plan, id: string | undefined): { target: Target; due: string | undefined } | undefined {
  for (const task of tasks) {
    for (const action of task.actions) {
      const target = action.targets.find((one) => id === undefined || one.id === id);
      if (target) return { target, due: target.due ?? action.due ?? task.due };
    }
  }
  return undefined;
}

/** What the figures say within the state: what the ledger has found, else what the amount shows by itself. */
function paceOf({ target, progress, expected }: MeterData): Pace | undefined {
  const { state, reached, pace } = progress;
  if (pace !== undefined || reached === undefined || target.scope) return pace;
  if (target.comparator === 'atMost' || target.comparator === 'lessThan') return isTargetMet(target, reached) ? undefined : 'overLimit';
  if (state === 'done') return reached > (target.max ?? target.min ?? reached) ? 'exceeded' : undefined;
  return state === 'inProgress' && expected !== undefined && reached < expected ? 'behind' : undefined;
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
const isDay = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

const todayInBeijing = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
