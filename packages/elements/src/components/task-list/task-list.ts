import type { StyleGroup } from '../../element/css.js';
import { outlineOf } from '@fp-kit/sdk/outline';
import { property, state, type PropertyValues } from '../../element/reactive-element.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { TemplateElement } from '../../element/template-element.js';
import type { Dictionary } from '../../locales/locale.js';
import { messages } from '../../locales/messages.js';
import type { Messages } from '../../locales/zh-CN.js';
import { breakableTitle } from '../../plan/breakable-title.js';
import { readPlan, tallyOfPlan, type PlanData } from '../../plan/plan-data.js';
import { dateWords } from '../../plan/plan-words.js';
import type { TextIndex } from '../../search/text-index.js';
import { readHash, withHash } from '../../element/address.js';
import { Editing, type ProgressReport, type Send } from './editing.js';
import { renderFilterBar } from './filter-bar.js';
import { choicesOf, fitting, indexOf, valuesOf, type Choice, type Facet, type Filter } from './filter.js';
import { outlineByDue } from './outline-by-due.js';
import { readAmount } from './read-amount.js';
import { renderRow } from './row.js';
import { Rows } from './rows.js';
import { nextDue } from './standing.js';
import { taskListStyles } from './task-list.styles.js';
import { isTracked, type View } from './view.js';

/** What a reader may choose, by the property, and its name in the page's address. */
const names = {
  query: 'query',
  status: 'status',
  area: 'area',
  section: 'section',
  unit: 'unit',
  siteType: 'site-type',
  sort: 'sort',
} as const;
type Chosen = keyof typeof names;
const chosen = Object.keys(names) as Chosen[];

/**
 * A work plan as a checklist: sections, tasks, actions and targets with their state, who and by when; each number leads to its sentence.
 * To be filtered and searched, also by pinyin; ten thousand tasks stay in the page, where the browser's own search finds them.
 *
 *     <fp-task-list src="plan.json"><a href="plan.html">2026年工作要点</a></fp-task-list>
 *
 * What a CMS writes between the tags is the list of those without JavaScript, of search engines and of failure: the sections as headings, the
 * tasks as a list with links (`fp render` writes it).
 *
 * `editable` sends each entry for the ledger as an event. The page passes what it does with it to `settle`, or refuses it:
 *
 *     list.addEventListener('fp-task-toggle', ({ detail: { entry, settle } }) => settle(post('/entries', entry)));
 *
 * @customElement fp-task-list
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words for a plan without tasks
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<PlanData>} fp-load - The plan, and its progress if there is any, is shown. Does not bubble
 * @event {CustomEvent<ProgressReport>} fp-task-toggle - A person ticked an action, or took the tick back. Bubbles, composed; cancel it to refuse
 * @event {CustomEvent<ProgressReport>} fp-progress-report - A person reported an amount. Bubbles, composed; cancel it to refuse
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart header - Title, issuer, number, counts
 * @csspart filter - Search and facets
 * @csspart section - One heading of the document with its tasks
 * @csspart task - One row
 * @csspart target - One target inside a task
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-font-family] - System fonts for Chinese by default
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is overdue
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpTaskList extends TemplateElement<PlanData> {
  static override styles: StyleGroup = [TemplateElement.styles, taskListStyles];

  /** A plan or a snapshot. Goes before `src`. */
  @property({ attribute: false }) plan: unknown;

  /** Shows only tasks that hold each of these words, as they stand or in pinyin (`nxjy`). */
  @property() query = '';

  /** Shows only tasks in one of these states: `overdue`, `over-limit`, `behind`, `due-soon`, `in-progress`, `not-reported`, `done`, `stopped`. */
  @property() status = '';

  /** Shows only tasks of one of these work areas, by id: `family-support rights`. */
  @property() area = '';

  /** Shows only what stands under one of these outermost headings, by id: `2 3`. */
  @property() section = '';

  /** Shows only tasks of this responsible unit, by its name. */
  @property() unit = '';

  /** Shows only tasks that speak of one of these types of site: `warm-home parent-child-house`. */
  @property({ attribute: 'site-type' }) siteType = '';

  /** Order of the tasks: that of the document, or `due`, by what is due next. */
  @property() sort = '';

  /**
   * Keeps search, filter and order in the page's `#…`, so that they can be handed on and the back button undoes them. Of several lists on a page
   * each has a name: `history="north"` writes `#north.query=…`.
   */
  @property() history: boolean | string | null = false;

  /** Lets a reader tick actions and report amounts, where the plan is the page's own (`plan`) or its snapshot links to a ledger. */
  @property({ type: Boolean }) editable = false;

  /** The unit that reports, never a person; the plan's issuer if nothing is said. */
  @property() reporter: string | undefined;

  /** Code of the region reported for; none for the issuer itself. */
  @property() region: string | undefined;

  @state() private isChoosing = false;

  #rows = new Rows((row, isUnfolded) => renderRow(row, isUnfolded, this.#view!));
  #view: View | undefined;
  #arranged: { loaded: PlanData; editable: boolean; sort: string; filter: Filter; found: number } | undefined;
  #index: TextIndex | undefined;
  #choices: Record<Facet, Choice[]> | undefined;
  #given: Partial<Record<Chosen, string>> = {};
  #isLinked = true;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #foldBack: (() => void) | undefined;
  #goOn: (() => void) | undefined;

  protected override get dictionary(): Dictionary<Messages> {
    return messages;
  }

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
    window.addEventListener('hashchange', this.#onHashChange);
    this.#rows.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
    window.removeEventListener('hashchange', this.#onHashChange);
    this.#rows.unwatch();
    clearTimeout(this.#telling);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated || !this.#isKept) return;
    // What the page's author chose holds wherever the address says nothing.
    this.#given = Object.fromEntries(chosen.map((name) => [name, this[name]]));
    this.#adoptAddress();
  }

  // One listener for all rows, on the element's own root: it goes with the element.
  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#onClick(event));
    this.renderRoot.addEventListener('input', (event) => this.#onInput(event));
    this.renderRoot.addEventListener('change', (event) => this.#onChange(event));
    this.renderRoot.addEventListener('submit', (event) => this.#onSubmit(event));
    this.renderRoot.addEventListener('keydown', (event) => this.#onKeyDown(event as KeyboardEvent));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#view) return;
    this.#goOn?.();
    this.#goOn = undefined;
    this.#tell(changed.has('query') ? 500 : 0);
    if (this.#isLinked) this.#showLinked();
  }

  // Paper can't be unfolded: everything is open on it, and as the reader left it afterwards.
  #onBeforePrint = (): void => {
    this.#foldBack ??= this.#rows.openAll();
  };

  #onAfterPrint = (): void => {
    this.#foldBack?.();
    this.#foldBack = undefined;
  };

  #onHashChange = (): void => {
    if (this.#isKept) this.#adoptAddress();
    this.#isLinked = true;
    this.requestUpdate();
  };

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'amount') this.#refuse(target, '');
    if (target.name !== 'query') return;
    const isFirst = !this.query;
    this.query = target.value;
    // One step back leads out of the search, not letter by letter.
    this.#writeAddress(isFirst);
  }

  #onChange({ target }: Event): void {
    if (target instanceof HTMLSelectElement) {
      this[target.name as Chosen] = target.value;
      this.#writeAddress(true);
    } else if (target instanceof HTMLInputElement && target.name === 'status') {
      const others = valuesOf('status', this.status).filter((state) => state !== target.value);
      this.status = (target.checked ? [...others, target.value] : others).join(' ');
      this.#writeAddress(true);
    } else if (target instanceof HTMLInputElement && target.type === 'checkbox') this.#onTick(target);
  }

  // In a field that holds words the key takes these away first.
  #onKeyDown(event: KeyboardEvent): void {
    const at = event.target as HTMLInputElement;
    if (event.key !== 'Escape' || !this.isChoosing || !at.closest('.filter') || (at.type === 'search' && at.value)) return;
    event.preventDefault();
    this.isChoosing = false;
    this.renderRoot.querySelector<HTMLElement>('.choose')!.focus();
  }

  #onTick(box: HTMLInputElement): void {
    const about = this.#aboutEntry(box);
    about?.editing.tick(about.task, about.action);
    // Whatever has become of it, also where the page refused.
    if (about) box.checked = about.editing.isDone(about.action);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const about = this.#aboutEntry(form);
    if (!about?.target) return;
    const field = form.querySelector('input')!;
    const amount = readAmount(field.value, about.target.unit, this.words);
    if (typeof amount === 'string') {
      this.#refuse(field, amount);
      field.focus();
    } else if (about.editing.report(about.task, about.action, about.target, amount)) form.reset();
  }

  /** Says beside an amount why it is none; '' takes it back. */
  #refuse(field: HTMLInputElement, why: string): void {
    if (why) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    field.form!.querySelector('.why')!.textContent = why;
  }

  #onClick(event: Event): void {
    const at = event.target as Element;
    const button = at.closest('button');
    if (button?.matches('.choose')) this.isChoosing = !this.isChoosing;
    else if (button?.matches('.clear')) this.#onClear();
    else if (button?.dataset['deed']) this.#onDeed(button);
    else if (at.matches('a.link')) this.#onHandOn(event, at as HTMLAnchorElement);
    else this.#onGoal(at);
  }

  #onClear(): void {
    for (const name of chosen) this[name] = '';
    this.#writeAddress(true);
    this.renderRoot.querySelector<HTMLElement>('#query')!.focus();
  }

  #onDeed(button: HTMLElement): void {
    const about = this.#aboutEntry(button);
    const field = button.closest('.action, .target')!.querySelector('input')!;
    about?.editing[button.dataset['deed'] as 'undo' | 'retry' | 'drop'](about.task, about.action, about.target);
    // The button may be gone.
    field.focus();
  }

  // Where nothing may be copied the link leads to the task itself, and the address bar has it.
  #onHandOn(event: Event, link: HTMLAnchorElement): void {
    // Others may have written into the address since the row was drawn.
    link.href = this.#addressOf(this.#rows.rowAround(link)!.task.id);
    // Absent on a page without https.
    const { clipboard } = navigator as Partial<Navigator>;
    if (!clipboard) return;
    event.preventDefault();
    clipboard.writeText(link.href).then(
      () => {
        link.nextElementSibling!.textContent = this.words.copied;
      },
      () => {
        location.href = link.href;
      },
    );
  }

  // Who presses a number in a closed row wants its sentence, not just the row.
  #onGoal(at: Element): void {
    const id = at.closest<HTMLElement>('.goal')?.dataset['of'];
    const details = at.closest('details');
    if (id === undefined || !details || details.open) return;
    for (const sentence of details.querySelectorAll<HTMLDetailsElement>('details.sentence')) {
      if (sentence.dataset['of'] === id) sentence.open = true;
    }
  }

  #aboutEntry({ dataset: { action: actionId, target: targetId }, parentElement }: HTMLElement) {
    const editing = this.#view?.editing;
    const task = parentElement ? this.#rows.rowAround(parentElement)?.task : undefined;
    const action = task?.actions.find(({ id }) => id === actionId);
    return editing && task && action ? { editing, task, action, target: action.targets.find(({ id }) => id === targetId) } : undefined;
  }

  #send: Send = (type, entry) => {
    const saves: Promise<unknown>[] = [];
    const detail: ProgressReport = { entry, settle: (saved) => void saves.push(saved) };
    const event = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return false;
    return saves.length > 0 ? Promise.all(saves) : undefined;
  };

  #editingOf(loaded: PlanData): Editing | undefined {
    const isOwn = this.held !== undefined && this.held !== null;
    if (!this.editable || !isTracked(loaded) || !(isOwn || loaded.links?.entries)) return undefined;
    const before = this.#view?.editing;
    if (before?.data.plan.id === loaded.plan.id) {
      before.load(loaded);
      return before;
    }
    return new Editing(loaded, () => ({
      // A document that names no issuer is still somebody's.
      reporter: this.reporter || loaded.plan.issuer.name || loaded.plan.title,
      region: this.region,
      send: this.#send,
      onChange: (taskId) => {
        this.#choices = undefined;
        const row = this.#rows.all.find(({ task }) => task.id === taskId);
        if (row) this.#rows.redraw(row);
        this.requestUpdate();
      },
    }));
  }

  get #isKept(): boolean {
    return this.history === '' || Boolean(this.history);
  }

  /** A word of this list as the page's `#…` names it. */
  #inAddress(name: string): string {
    return typeof this.history === 'string' && this.history ? `${this.history}.${name}` : name;
  }

  #adoptAddress(): void {
    const said = readHash(chosen.map((name) => this.#inAddress(names[name])));
    for (const name of chosen) this[name] = said[this.#inAddress(names[name])] ?? this.#given[name] ?? '';
  }

  /** The page's address with what is chosen here, or with one task and nothing else. */
  #addressOf(task: string): string {
    const words = chosen.map((name) => [this.#inAddress(names[name]), task ? '' : this[name]] as const);
    return withHash({ ...Object.fromEntries(words), [this.#inAddress('task')]: task });
  }

  #writeAddress(isStep: boolean): void {
    if (!this.#isKept) return;
    const address = this.#addressOf('');
    if (isStep) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }

  /** Opens the task that the page's address names, even where the filter had hidden it. */
  #showLinked(): void {
    this.#isLinked = false;
    const name = this.#inAddress('task');
    const { [name]: id } = readHash([name]);
    const row = id === undefined ? undefined : this.#rows.all.find(({ task }) => task.id === id);
    if (!row) return;
    if (isFiltered(this.#arranged!.filter)) {
      for (const name of chosen) if (name !== 'sort') this[name] = '';
      this.#isLinked = true;
    } else this.#rows.reveal(row);
  }

  // Said once the reader rests, not at each key.
  #tell(afterMs: number): void {
    const { filter, found } = this.#arranged!;
    const text = isFiltered(filter) ? this.words.tasksFound(found, this.#rows.all.length) : '';
    const tell = () => {
      const line = this.renderRoot.querySelector('.found');
      if (line && line.textContent !== text) line.textContent = text;
    };
    // What the page itself asked for is found from the start, and moves nothing later.
    if (this.#telling === undefined) tell();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(tell, afterMs);
  }

  /** Brings rows, order and filter up to date, each only where it has changed. */
  #arrange(loaded: PlanData): View {
    const { words, editable } = this;
    // An attribute taken away leaves null, and a page may set anything.
    const wanted = (name: Chosen): string => (typeof this[name] === 'string' ? this[name] : '');
    const { sort, ...filter } = Object.fromEntries(chosen.map((name) => [name, wanted(name)])) as Record<Chosen, string>;
    const { query } = filter;
    const before = this.#arranged;
    const isOther = before?.loaded !== loaded || before.editable !== editable;
    const isReworded = this.#view?.words !== words;
    const editing = isOther ? this.#editingOf(loaded) : this.#view?.editing;
    const data = editing?.data ?? loaded;
    const lang = this.documentLang;
    this.#view = { data, words, lang, query, linkTo: (task) => this.#addressOf(task), editing };
    if (isOther || isReworded) this.#choices = undefined;

    const isAnew = isOther || before.sort !== sort || (isReworded && sort !== '');
    if (isAnew || isReworded) this.#index = undefined;
    if (isAnew) {
      const sections = outlineOf(data.plan);
      const byDue = () =>
        outlineByDue(
          sections,
          (task) => nextDue(data, task),
          (month) => words.dueIn(month),
        );
      this.#rows.show(sort === 'due' ? byDue() : sections, lang === nothing ? '' : lang);
      if (!before) this.#goOn = this.#rows.takeOver(this.renderRoot);
    } else if (isReworded || before.filter.query !== query) this.#rows.redraw();

    let found = isAnew ? this.#rows.all.length : before.found;
    if (isAnew ? isFiltered(filter) : JSON.stringify(before.filter) !== JSON.stringify(filter)) {
      const holding = query.trim() ? new Set((this.#index ??= indexOf(this.#rows.all, words)).find(query)) : undefined;
      const fits = fitting(filter, data);
      found = this.#rows.filter((row, place) => holding?.has(place) !== false && fits(row));
    }
    this.#arranged = { loaded, editable, sort, filter, found };
    if (this.isChoosing) this.#choices ??= choicesOf(this.#rows.all, data, words);
    return this.#view;
  }

  #renderHeader({ data, words, lang }: View): TemplateResult {
    const { plan, progress } = data;
    const tally = tallyOfPlan(data);
    const year = plan.period?.from.slice(0, 4);
    // What the title says already is not said again.
    const facts = [
      plan.issuer.name && !plan.title.includes(plan.issuer.name) && html`<span lang=${lang}>${plan.issuer.name}</span>`,
      plan.documentNumber && html`<span lang=${lang}>${plan.documentNumber.text}</span>`,
      year && !plan.title.includes(year) && html`<span>${words.year(year)}</span>`,
    ].filter(Boolean);
    return html`<header part="header">
      <h2 lang=${lang}>${breakableTitle(plan.title)}</h2>
      ${facts.length > 0 ? html`<p class="facts-line">${facts}</p>` : nothing}
      <p class="sum">
        ${isTracked(data) ? nothing : html`<span>${words.tasks(plan.tasks.length)}</span> <span>${words.actions(tally.total)}</span>`}
        ${tally.done > 0 ? html`<strong>${words.actionsDone(tally.done)}</strong>` : nothing}
        ${isTracked(data) ? html`<span>${words.reportedOf(tally.reported, tally.total)}</span>` : nothing}
        ${progress ? html`<span>${words.asOf(dateWords(progress.asOf, words))}</span>` : nothing}
      </p>
    </header>`;
  }

  protected override renderData(loaded: PlanData): TemplateResult {
    const view = this.#arrange(loaded);
    const { filter, sort } = this.#arranged!;
    const { isChoosing, words } = this;
    const { title, documentNumber } = view.data.plan;
    return html`<article class="card" part="card">
      <p class="running" aria-hidden="true" lang=${view.lang}>${documentNumber ? `${documentNumber.text} · ${title}` : title}</p>
      ${this.#renderHeader(view)}
      ${this.#rows.all.length > 1 ? renderFilterBar({ filter, sort, isChoosing, choices: this.#choices, words }) : nothing}
      ${this.#rows.element}
    </article>`;
  }
}

const isFiltered = (filter: Filter): boolean => Object.values(filter).some((wanted) => wanted.trim() !== '');
