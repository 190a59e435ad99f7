import type { Action, ProgressState, Result, Target, TargetProgress, Task } from '@fp-kit/sdk';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CSSResultGroup } from '@lit/reactive-element';
import { property } from 'lit/decorators.js';
import { drawBar, layOutBar } from '../../bar/bullet-bar.js';
import { TemplateElement } from '../../element/template-element.js';
import { progressOfTarget, progressOfTask, readPlan, stateOfAction, tallyOfPlan, type PlanData } from '../../plan/plan-data.js';
import { amountWords, dateWords, goalWords, reachedWords, termsOf } from '../../plan/plan-words.js';
import { stateIcon } from '../../theme/state-icon.js';
import { outlineOf, type Section } from './outline.js';
import { sentenceAround, unwrap } from './sentence.js';
import { taskListStyles } from './task-list.styles.js';

/**
 * A work plan as a checklist: sections, tasks, actions and targets with their state, who and by when; each number leads to its sentence.
 *
 *     <fp-task-list src="plan.json"><a href="plan.html">2026年工作要点</a></fp-task-list>
 *
 * @customElement fp-task-list
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words for a plan without tasks
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<PlanData>} fp-load - The plan, and its progress if there is any, is shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart header - Title, issuer, number, counts
 * @csspart section - One heading of the document with its tasks
 * @csspart task - One row
 * @csspart target - One target inside a task
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-font-family] - System fonts for Chinese by default
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-on-accent=#ffffff] - Text on the accent
 * @cssproperty [--fp-alert=#a8321c] - What is overdue
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpTaskList extends TemplateElement<PlanData> {
  static override styles: CSSResultGroup = [TemplateElement.styles, taskListStyles];

  /** A plan or a snapshot. Goes before `src`. */
  @property({ attribute: false }) plan: unknown;

  #unfolded: HTMLDetailsElement[] = [];
  #outlined: { data: PlanData; sections: Section[] } | undefined;

  protected override get held(): unknown {
    return this.plan;
  }

  protected override read(raw: unknown): PlanData {
    return readPlan(raw);
  }

  protected override isEmpty({ plan }: PlanData): boolean {
    return plan.tasks.length === 0;
  }

  protected override detailOf(data: PlanData): PlanData {
    return data;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onBeforePrint);
    window.addEventListener('afterprint', this.#onAfterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
  }

  // Paper can't be unfolded: everything is open on it, and as the reader left it afterwards.
  #onBeforePrint = (): void => {
    this.#unfolded = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.#unfolded) details.open = true;
  };

  #onAfterPrint = (): void => {
    for (const details of this.#unfolded) details.open = false;
    this.#unfolded = [];
  };

  // Who presses a number in a closed row wants its sentence, not just the row.
  #onRowClick = (event: Event): void => {
    const row = event.currentTarget as HTMLElement;
    const id = (event.target as Element).closest<HTMLElement>('.goal')?.dataset['of'];
    const details = row.parentElement as HTMLDetailsElement;
    if (id === undefined || details.open) return;
    for (const sentence of details.querySelectorAll<HTMLDetailsElement>('details.sentence')) {
      if (sentence.dataset['of'] === id) sentence.open = true;
    }
  };

  #sectionsOf(data: PlanData): Section[] {
    if (this.#outlined?.data !== data) this.#outlined = { data, sections: outlineOf(data.plan) };
    return this.#outlined.sections;
  }

  /** Language of the document's own words, where it differs from the words around them. */
  get #documentLang(): string | typeof nothing {
    return this.uiLang === 'en' ? 'zh-CN' : nothing;
  }

  /** A report tells what was done; unless somebody keeps a ledger for it, nobody is late in reporting. */
  #isTracked({ plan, progress }: PlanData): boolean {
    return plan.kind === 'plan' || progress !== undefined;
  }

  #renderState(state: ProgressState): TemplateResult {
    return html`<span class="state ${state}">${stateIcon(state)}<span>${this.words.states[state]}</span></span>`;
  }

  #renderHeader(data: PlanData): TemplateResult {
    const { words } = this;
    const { plan, progress } = data;
    const tally = tallyOfPlan(data);
    const year = plan.period?.from.slice(0, 4);
    const facts = [
      plan.issuer.name && html`<span lang=${this.#documentLang}>${plan.issuer.name}</span>`,
      plan.documentNumber && html`<span lang=${this.#documentLang}>${plan.documentNumber.text}</span>`,
      year && html`<span>${words.year(year)}</span>`,
    ].filter(Boolean);
    return html`<header part="header">
      <h2 lang=${this.#documentLang}>${breakable(plan.title)}</h2>
      ${facts.length > 0 ? html`<p class="facts-line">${facts}</p>` : nothing}
      <p class="sum">
        ${this.#isTracked(data) ? nothing : html`<span>${words.tasks(plan.tasks.length)}</span> <span>${words.actions(tally.total)}</span>`}
        ${tally.done > 0 ? html`<strong>${words.actionsDone(tally.done)}</strong>` : nothing}
        ${this.#isTracked(data) ? html`<span>${words.reportedOf(tally.reported, tally.total)}</span>` : nothing}
        ${progress ? html`<span>${words.asOf(dateWords(progress.asOf, words))}</span>` : nothing}
      </p>
    </header>`;
  }

  #renderGoal(data: PlanData, target: Target): TemplateResult {
    const { words } = this;
    const { reached, units } = progressOfTarget(data, target);
    const figure = units ? metWords(units) : reached === undefined ? '' : reachedWords(reached, target, words);
    return html`<span class="goal" data-of=${target.id}
      ><span class="measure" lang=${this.#documentLang}>${target.measure}</span> ${
        figure
          ? html`<span class=${units ? 'met' : 'unheard'}>${units ? words.unitsMet : words.reached}</span>
              <b class="reached">${figure}</b> `
          : nothing
      }<span class="aim ${figure ? 'known' : ''}">${words.aim(goalWords(target, words) || target.quote)}</span></span
    > `;
  }

  #renderOutcome({ id, measure, value, unit }: Result): TemplateResult {
    return html`<span class="goal" data-of=${id}
      ><span class="measure" lang=${this.#documentLang}>${measure}</span>
      <b class="reached">${amountWords(value, unit, this.words)}</b></span
    > `;
  }

  #renderSentence(item: Target | Result, task: Task, { plan }: PlanData): TemplateResult {
    const { words } = this;
    const { before, quote, after } = sentenceAround(item, task, plan);
    return html`<details class="sentence" data-of=${item.id}>
      <summary>${chevron}<span>${words.sentence}</span><span class="unheard"> ${item.measure}</span></summary>
      <figure>
        <blockquote lang=${this.#documentLang}>${before}<mark>${quote}</mark>${after}</blockquote>
        <figcaption lang=${this.#documentLang}>${words.quotedFrom(plan.source.name, plan.documentNumber?.text)}</figcaption>
      </figure>
    </details>`;
  }

  #renderTarget(data: PlanData, task: Task, target: Target): TemplateResult {
    const { words } = this;
    const progress = progressOfTarget(data, target);
    const { state, reached, units } = progress;
    const terms = termsOf(target, words);
    const bar = layOutBar(target, progress);
    const goal = html`<div class="aim">
      <dt>${words.goal}</dt>
      <dd>${goalWords(target, words) || target.quote}</dd>
    </div>`;
    return html`<li class="target" part="target">
      <div class="headline">
        <p class="measure" lang=${this.#documentLang}>${target.measure}</p>
        ${this.#renderState(state)}
      </div>
      <dl class="figures">
        ${
          units
            ? html`<div class="reached">
                <dt>${words.unitsMet}</dt>
                <dd>${metWords(units)}</dd>
              </div>`
            : reached === undefined
              ? nothing
              : html`<div class="reached">
                  <dt>${words.reached}</dt>
                  <dd>${reachedWords(reached, target, words)}</dd>
                </div>`
        }
        ${goal}
      </dl>
      ${bar ? drawBar(bar) : nothing}
      ${
        terms.length > 0 || units || progress.asOf
          ? html`<p class="terms">
              ${[
                ...terms,
                ...(units ? [words.unitsReported(units.reported, units.total)] : []),
                ...(progress.asOf ? [words.asOf(dateWords(progress.asOf, words))] : []),
              ].map((term) => html`<span>${term}</span>`)}
            </p>`
          : nothing
      }
      ${this.#renderSentence(target, task, data)}
    </li>`;
  }

  #renderResult(data: PlanData, task: Task, result: Result): TemplateResult {
    const { words } = this;
    return html`<li class="target" part="target">
      <div class="headline"><p class="measure" lang=${this.#documentLang}>${result.measure}</p></div>
      <dl class="figures">
        <div class="reached">
          <dt>${words.stated}</dt>
          <dd>${amountWords(result.value, result.unit, words)}</dd>
        </div>
      </dl>
      ${result.asOf ? html`<p class="terms"><span>${words.asOf(dateWords(result.asOf, words))}</span></p>` : nothing}
      ${this.#renderSentence(result, task, data)}
    </li>`;
  }

  #renderAction(data: PlanData, task: Task, action: Action): TemplateResult {
    const { words } = this;
    return html`<li class="action">
      <p class="text" lang=${this.#documentLang}>${unwrap(action.text)}</p>
      <p class="standing">
        ${this.#isTracked(data) ? this.#renderState(stateOfAction(data, action.id)) : nothing}
        ${action.mode === 'ongoing' ? html`<span class="quiet">${words.ongoing}</span>` : nothing}
        ${action.due ? html`<span class="quiet">${words.by(dateWords(action.due, words))}</span>` : nothing}
      </p>
      ${
        action.targets.length + action.results.length > 0
          ? html`<ul class="targets">
              ${action.targets.map((target) => this.#renderTarget(data, task, target))}
              ${action.results.map((result) => this.#renderResult(data, task, result))}
            </ul>`
          : nothing
      }
    </li>`;
  }

  #renderFacts(task: Task): TemplateResult | typeof nothing {
    const { words } = this;
    const siteNames = task.siteTypes.map((type) => (words.siteTypes as Record<string, string>)[type] ?? type);
    const facts: [string, string][] = [
      [words.assignees, words.list(task.assignees)],
      [words.partners, words.list(task.partners)],
      [words.due, task.due ? dateWords(task.due, words) : ''],
      [words.sites, words.list(siteNames)],
    ];
    const known = facts.filter(([, value]) => value);
    if (known.length === 0) return nothing;
    return html`<dl class="facts">
      ${known.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderTask(data: PlanData, { task, marker }: Section['rows'][number]): TemplateResult {
    const { words } = this;
    const { state, tally } = progressOfTask(data, task);
    const targets = task.actions.flatMap((action) => action.targets);
    const results = task.actions.flatMap((action) => action.results);
    return html`<li class="task" part="task">
      <details>
        <summary @click=${this.#onRowClick}>
          <span class="name" lang=${this.#documentLang}
            >${marker ? html`<span class="marker">${marker}</span>` : nothing}<span class="title">${task.title}</span></span
          >
          <span class="hint">${words.actionsOfDone(tally.total, tally.done)}</span>
          ${
            targets.length + results.length > 0
              ? html`<span class="goals"
                  >${targets.map((target) => this.#renderGoal(data, target))}${results.map((result) => this.#renderOutcome(result))}</span
                >`
              : nothing
          }
          ${this.#isTracked(data) ? this.#renderState(state) : nothing} ${chevron}
        </summary>
        <div class="inside">
          <ol class="actions">
            ${task.actions.map((action) => this.#renderAction(data, task, action))}
          </ol>
          ${this.#renderFacts(task)}
        </div>
      </details>
    </li>`;
  }

  #renderSection(data: PlanData, { headings, rows }: Section): TemplateResult {
    return html`<section part="section">
      ${headings.map(({ heading, depth }) => {
        const title = html`<span class="marker">${heading.marker}</span>${heading.title}`;
        return depth === 0 ? html`<h3 lang=${this.#documentLang}>${title}</h3>` : html`<h4 lang=${this.#documentLang}>${title}</h4>`;
      })}
      <ul>
        ${rows.map((row) => this.#renderTask(data, row))}
      </ul>
    </section>`;
  }

  protected override renderData(data: PlanData): TemplateResult {
    return html`<article class="card" part="card">
      ${this.#renderHeader(data)} ${this.#sectionsOf(data).map((section) => this.#renderSection(data, section))}
    </article>`;
  }
}

/** A title that breaks, if it must, before its year and before what it is: `某某协会|2026年|工作要点`. */
const breakable = (title: string): unknown[] =>
  title.split(/(?=\d{4}\s?年)|(?=工作(?:要点|报告|总结|计划))/).map((part, index) => (index > 0 ? html`<wbr />${part}` : part));

const chevron = html`<svg class="chevron" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
  <path d="m5.5 8 4.5 4.5L14.5 8" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;

function metWords({ met, total }: NonNullable<TargetProgress['units']>): string {
  return total === undefined ? String(met) : `${met} / ${total}`;
}
