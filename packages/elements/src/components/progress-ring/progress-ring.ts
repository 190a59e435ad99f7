import type { StyleGroup } from '../../element/css.js';
import { property, type PropertyValues } from '../../element/reactive-element.js';
import { create, refill } from '../../element/dom.js';
import { FpElement } from '../../element/fp-element.js';
import { SourceError, wrongValue } from '../../element/source-error.js';
import { figuresEn } from '../../locales/figures/en.js';
import { figuresZhCN, type FigureWords } from '../../locales/figures/zh-CN.js';
import type { Dictionary } from '../../locales/locale.js';
import type { PlanData } from '../../plan/plan-data.js';
import { createGauge, percent, showReading, write, type Gauge } from './gauge.js';
import type * as PlanRing from './plan-ring.js';
import { progressRingStyles } from './progress-ring.styles.js';

/** What a ring shows: a value of a maximum, something under way of unknown length, or a plan with its progress. */
export type RingData = { value: number | undefined; max: number; least?: number | undefined; most?: number | undefined } | PlanData;

const dictionary: Dictionary<FigureWords> = { 'zh-CN': figuresZhCN, en: figuresEn };

/**
 * How far something has come, as a ring: a value of a maximum, or a plan's actions by state.
 *
 *     <fp-progress-ring value="12" max="84" label="举措"></fp-progress-ring>
 *     <fp-progress-ring src="plan.json">84 项举措，12 项已完成</fp-progress-ring>
 *
 * Any size from a word's to a wall's: `fp-progress-ring { display: inline-block; --fp-ring-size: 1.25em }`. Below 6em the figures step out of
 * the ring and stand beside it.
 *
 * @customElement fp-progress-ring
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot center - In place of the figures in the ring; a screen reader hears the figures all the same
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words for a plan without actions
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<RingData>} fp-load - The ring is shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - A plan's ring with its legend
 * @csspart ring - The drawing
 * @csspart label - The label
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
export class FpProgressRing extends FpElement<RingData, FigureWords> {
  static override styles: StyleGroup = [FpElement.styles, progressRingStyles];

  /** What has been reached. Goes before `plan` and `src`. */
  @property({ type: Number }) value: number | null | undefined;

  /** What is to be reached. Without it the value is a percentage. */
  @property({ type: Number }) max: number | null | undefined;

  /** Where the range to be reached begins, drawn as a narrow arc outside. */
  @property({ type: Number }) least: number | null | undefined;

  /** Where it ends; the maximum unless told. */
  @property({ type: Number }) most: number | null | undefined;

  /** Something is under way, and nobody knows how far. Goes before `value`. */
  @property({ type: Boolean }) indeterminate = false;

  /** What is counted. */
  @property() label = '';

  /** A plan or a snapshot. Goes before `src`. */
  @property({ attribute: false }) plan: unknown;

  /** Id of the one task, or heading, of the plan that is shown; all of it unless told. */
  @property() task: string | undefined;

  #planRing: typeof PlanRing | undefined;
  #ofValue: Gauge | undefined;
  #ofPlan: [gauge: Gauge, box: HTMLElement] | undefined;

  protected override get dictionary(): Dictionary<FigureWords> {
    return dictionary;
  }

  protected override get held(): unknown {
    const { indeterminate, value, max, least, most } = this;
    // A string, because equal strings are equal data.
    return this.isPlain ? [indeterminate, value, max, least, most].join() : this.plan;
  }

  /** Whether attributes say it all. */
  private get isPlain(): boolean {
    return this.indeterminate || (this.value ?? undefined) !== undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('task')) this.readAgain();
    super.willUpdate(changed);
  }

  protected override read(raw: unknown): RingData | Promise<RingData> {
    return this.isPlain ? this.readValue() : this.readPlan(raw);
  }

  private readValue(): RingData {
    const amount = (name: 'value' | 'max' | 'least' | 'most', isFit: (given: number) => boolean, unless?: number) => {
      const given = this[name] ?? unless;
      if (given === undefined || (Number.isFinite(given) && isFit(given))) return given;
      throw wrongValue(this, name, given);
    };
    const isAmount = (given: number) => given >= 0;
    const max = amount('max', (given) => given > 0, 100)!;
    if (this.indeterminate) return { value: undefined, max };
    const [least, most] = [amount('least', isAmount), amount('most', isAmount)];
    if (least !== undefined && most !== undefined && least > most) throw new SourceError('value', 'most', `${most} < least ${least}`);
    return { value: amount('value', isAmount)!, max, least, most };
  }

  private async readPlan(raw: unknown): Promise<RingData> {
    this.#planRing ??= await import('./plan-ring.js').catch((error: unknown) => {
      throw new SourceError('network', 'fp-kit', String(error), error);
    });
    return this.#planRing.readPlanRing(raw, this.task);
  }

  protected override isEmpty(data: RingData): boolean {
    return 'plan' in data && this.#planRing!.tallyOf(data, this.task).total === 0;
  }

  protected override detailOf(data: RingData): RingData {
    return data;
  }

  protected override draw(data: RingData, view: HTMLElement): void {
    const isPlan = 'plan' in data;
    view.classList.toggle('turning', !isPlan && data.value === undefined);
    if (!isPlan) {
      const gauge = (this.#ofValue ??= createGauge());
      const caption = gauge[3];
      if (view.lastChild !== caption) {
        refill(view, ...gauge);
        view.classList.add('measure');
      }
      this.showValue(data, gauge);
      write(caption, this.label);
      return;
    }
    const [gauge, box] = (this.#ofPlan ??= [createGauge(), create('div')]);
    if (view.lastChild !== box) {
      refill(view, box);
      view.classList.remove('measure');
    }
    const { planRingStyles, drawPlanRing } = this.#planRing!;
    this.adopt(planRingStyles);
    drawPlanRing(box, gauge, data, { task: this.task, label: this.label, lang: this.uiLang });
  }

  private showValue({ value, max, least, most }: Exclude<RingData, PlanData>, gauge: Gauge): void {
    const { words } = this;
    const label = this.label || words.progress;
    if (value === undefined) {
      showReading(gauge, { reached: 0.25, moving: true, figure: '', of: '', said: words.underWay, label });
      return;
    }
    const isRate = (this.max ?? undefined) === undefined;
    const ranged = least !== undefined || most !== undefined;
    const figure = isRate ? words.rate(value) : words.amount(value);
    const of = isRate ? '' : words.ofTotal(words.amount(max));
    const range = ranged ? words.range(words.amount(least ?? 0), words.amount(most ?? max)) : '';
    showReading(gauge, {
      reached: Math.min(1, value / max),
      ...(ranged && {
        ranged,
        narrow: `transparent 0 ${percent(Math.min(1, (least ?? 0) / max))}, var(--_ink) 0 ${percent(Math.min(1, (most ?? max) / max))}, transparent 0`,
      }),
      figure,
      of,
      now: Math.min(value, max),
      max,
      said: (isRate ? figure : words.partOf(figure, words.amount(max))) + range,
      label,
    });
  }
}
