import type { Lang } from '@fp-kit/sdk';
import { langOf, watchLocale, wordsIn, type Dictionary } from '../locales/locale.js';
import type { Messages } from '../locales/zh-CN.js';
import { tokens } from '../theme/tokens.styles.js';
import { adopt, type StyleGroup } from './css.js';
import type * as Debug from './debug.js';
import { create } from './dom.js';
import { ReactiveElement, property, type PropertyValues } from './reactive-element.js';
import { SourceError } from './source-error.js';
import type * as Notes from './notes.js';
import type { Lease } from './source.js';
import { version } from './version.js';

export type DataState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';
export type Theme = 'light' | 'dark' | 'elder' | 'contrast' | 'auto';

/** Loaded when the first element asks for it. */
let debug: typeof Debug | undefined;

/**
 * What all elements share: data from a property, else from `src`, else the light DOM, which stays until data has come and comes back if it
 * can't; one state, reflected as `data-state` and `aria-busy`; language and theme.
 *
 * A subclass says which property holds data (`held`), how raw data is read (`read`), whether it is empty, and how it looks (`draw`). It knows
 * nothing of templates, and loads what fetches and what speaks of failure when they are needed: an element that is given all it shows is small.
 */
export abstract class FpElement<Data, Words extends object = Messages> extends ReactiveElement {
  /** Version of the package; tells two copies on one page apart. */
  static readonly version: string = version;

  /** How long a server may take to answer, in milliseconds, before the element shows its fallback and offers to try again. */
  static timeoutMs = 20_000;

  static override styles: StyleGroup = tokens;

  /** Address of the data, relative to the page; `#id` is that of a data block in the page. A property with data goes before it. */
  @property() src: string | undefined;

  /** Look: `light` (default), `dark`, `elder` (large), `contrast`, or `auto` (light or dark as the reader's system prefers). */
  @property() theme: Theme | undefined;

  /** Explains on the console what the element sees: version, source of its data, language, theme, counts, and what it ignores and why. */
  @property({ type: Boolean }) debug = false;

  protected uiLang: Lang = 'zh-CN';
  protected words!: Words;

  #langTag = '';
  #state: DataState = 'idle';
  // Kept while newer data is on its way, so that a reload does not blank the page.
  #data: Data | undefined;
  #error: SourceError | undefined;
  #announced: unknown;
  #reflected: DataState | undefined;

  // What the data was read from, or is being read from. Answers to an older turn are dropped.
  #held: unknown;
  #src: string | undefined;
  #turn = 0;
  #again = false;
  #fresh = false;
  #interrupted = false;
  #lease: Lease | undefined;
  #reloading: (() => void)[] = [];
  #stopWatching: (() => void) | undefined;

  // What a server has drawn into the root; it stays until there is something better to show.
  #served: ChildNode[] | undefined;
  #adopted: StyleGroup[] = [];
  #fallback: HTMLSlotElement | undefined;
  #view: HTMLElement | undefined;
  #note: HTMLElement | undefined;
  #notes: typeof Notes | undefined;
  #sights: Debug.Sight[] = [];

  /** The words this element may show, in each language. */
  protected abstract get dictionary(): Dictionary<Words>;

  /** The data given as a property, raw; undefined or null where none is given. Equal by `===` is equal data. */
  protected abstract get held(): unknown;

  /** Turns raw data into what is shown. Throws `SourceError` where it does not fit. */
  protected abstract read(raw: unknown): Data | Promise<Data>;

  protected abstract isEmpty(data: Data): boolean;

  /** Draws the data into `view`, which is this element's own and the same at each call. */
  protected abstract draw(data: Data, view: HTMLElement): void;

  /** What `fp-load` tells of the data. */
  protected abstract detailOf(data: Data): unknown;

  override connectedCallback(): void {
    this.#served ??= [...(this.shadowRoot?.childNodes ?? [])];
    this.#again ||= this.#interrupted;
    this.#interrupted = false;
    // A move may have brought it under another lang.
    this.speak();
    this.#stopWatching = watchLocale(() => this.speak());
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    // Moving an element disconnects and connects it in one go: only one that stays away lets go of its data.
    queueMicrotask(() => {
      if (!this.isConnected) this.leave();
    });
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const held = this.held ?? undefined;
    const src = held === undefined ? this.src || undefined : undefined;
    if (held === this.#held && src === this.#src && !this.#again) return;
    this.#held = held;
    this.#src = src;
    this.#again = false;
    const before = this.#lease;
    this.#lease = undefined;
    if (src !== undefined) {
      this.take((turn) => this.fetch(src, turn, before));
      return;
    }
    before?.release();
    if (held !== undefined) this.take(() => this.read(held));
    else this.settle('idle');
  }

  protected override update(changed: PropertyValues<this>): void {
    // The sheets choose by the attribute.
    if (changed.has('theme')) {
      if (this.theme) this.setAttribute('theme', this.theme);
      else this.removeAttribute('theme');
    }
    if (this.#data !== undefined && this.#state !== 'empty') this.showData(this.#data);
    else this.showFallback();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const state = this.#state;
    if (this.debug) void this.explain();
    // The state of what a server has drawn stays with it.
    if (this.#served!.length > 0 && (state === 'idle' || state === 'loading')) return;
    if (state !== this.#reflected) {
      this.#reflected = state;
      this.setAttribute('data-state', state);
      if (state === 'loading') this.setAttribute('aria-busy', 'true');
      else this.removeAttribute('aria-busy');
    }
    if (state === 'loading') return;
    for (const done of this.#reloading.splice(0)) done();
    const outcome = this.#error ?? this.#data;
    if (outcome === this.#announced) return;
    this.#announced = outcome;
    if (this.#error) this.dispatchEvent(new CustomEvent('fp-error', { detail: { error: this.#error } }));
    else if (this.#data !== undefined) this.dispatchEvent(new CustomEvent('fp-load', { detail: this.detailOf(this.#data) }));
  }

  /** Asks the server again, for every element with this `src`. Resolves when the answer or its failure is shown, or the element has left the page. */
  reload(): Promise<void> {
    this.#fresh = true;
    this.readAgain();
    return new Promise((resolve) => this.#reloading.push(resolve));
  }

  /** Reads the data again: what is read depends on more than where it comes from. */
  protected readAgain(): void {
    this.#again = true;
    this.requestUpdate();
  }

  /** Takes the words anew, in the language that is spoken here. */
  protected speak(): void {
    const { lang, tag } = langOf(this);
    this.uiLang = lang;
    this.#langTag = tag;
    this.words = wordsIn(this.dictionary, lang);
    for (const root of [this.#view, this.#note]) if (root) root.lang = tag;
    this.requestUpdate();
  }

  private leave(): void {
    this.#lease?.release();
    this.#lease = undefined;
    if (this.#state !== 'loading') return;
    this.#interrupted = true;
    this.#turn++;
    this.settle(this.#data === undefined ? 'idle' : 'ready', this.#data);
  }

  /** Reads data: what is at hand is shown in the update under way, without having been loading. */
  private take(reading: (turn: number) => Data | Promise<Data>): void {
    const turn = ++this.#turn;
    this.#state = 'loading';
    try {
      const data = reading(turn);
      if (!(data instanceof Promise)) {
        this.arrive(data, turn);
        return;
      }
      void this.loadNotes();
      data.then(
        (one) => this.arrive(one, turn),
        (error: unknown) => void this.fail(error, turn),
      );
    } catch (error) {
      void this.fail(error, turn);
    }
  }

  private arrive(data: Data, turn: number): void {
    if (turn !== this.#turn) return;
    if (!this.isEmpty(data)) this.settle('ready', data);
    else
      void this.loadNotes().then(() => {
        if (turn === this.#turn) this.settle('empty', data);
      });
  }

  private async fail(reason: unknown, turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    const error = reason instanceof SourceError ? reason : new SourceError('shape', '(root)', String(reason));
    await this.loadNotes();
    if (turn !== this.#turn) return;
    if (this.#notes) this.#notes.warn(this, error, this.uiLang);
    else console.warn(`<${this.localName}>: ${error.message}`);
    this.settle('error', undefined, error);
  }

  private settle(state: DataState, data?: Data, error?: SourceError): void {
    this.#state = state;
    this.#data = data;
    this.#error = error;
    this.requestUpdate();
  }

  private async fetch(src: string, turn: number, before: Lease | undefined): Promise<Data> {
    const { timeoutMs } = this.constructor as typeof FpElement;
    const fresh = this.#fresh;
    this.#fresh = false;
    let held: Lease;
    try {
      const { lease } = await import('./source.js').catch((error: unknown) => {
        throw new SourceError('network', 'fp-kit', String(error), error);
      });
      if (turn !== this.#turn) throw new SourceError('network', src, 'superseded');
      held = lease(src, {
        base: this.ownerDocument.baseURI,
        timeoutMs,
        fresh,
        onRenewed: () => {
          if (this.#lease === held) this.readAgain();
        },
      });
      this.#lease = held;
    } finally {
      before?.release();
    }
    return this.read(await held.data);
  }

  /** Adds styles that are loaded when they are needed. */
  protected adopt(styles: StyleGroup): void {
    if (this.#adopted.includes(styles)) return;
    this.#adopted.push(styles);
    adopt(this.renderRoot, styles);
  }

  private async loadNotes(): Promise<void> {
    // Without them (offline, say) the light DOM stays all the same.
    if (!this.#notes) {
      this.#notes = await import('./notes.js').catch(() => undefined);
      if (this.#notes) this.adopt(this.#notes.noteStyles);
    }
    this.requestUpdate();
  }

  private async explain(): Promise<void> {
    const data = this.#data;
    this.#sights.push({
      state: this.#state,
      held: this.#held,
      src: this.#src,
      detail: data === undefined ? undefined : this.detailOf(data),
      error: this.#error,
      isServed: this.#served!.length > 0,
      lang: this.uiLang,
    });
    try {
      // Once it is there, at once: attributes may have changed by the time that a second import() is answered.
      debug ??= await import('./debug.js');
      for (const sight of this.#sights.splice(0)) debug.explain(this, sight);
    } catch {
      console.warn(`<${this.localName}>: debug needs fp-kit.debug.js beside the script.`);
    }
  }

  private showData(data: Data): void {
    this.#view ??= this.createRoot();
    this.draw(data, this.#view);
    this.#fallback?.remove();
    this.#note?.remove();
    this.dropServed();
    if (!this.#view.parentNode) this.renderRoot.append(this.#view);
  }

  private dropServed(): void {
    for (const node of this.#served!.splice(0)) node.remove();
  }

  private showFallback(): void {
    const state = this.#state;
    this.#view?.remove();
    if (state === 'empty') {
      this.#fallback?.remove();
      this.dropServed();
    } else if (this.#served!.length > 0) {
      // Yesterday's page, and a line below it where today's data can't be had.
      if (state !== 'error') return;
    } else if (!this.#fallback?.parentNode) this.renderRoot.prepend((this.#fallback ??= create('slot')));
    if (state === 'idle' || state === 'ready' || !this.#notes) {
      this.#note?.remove();
      return;
    }
    this.#note ??= this.createRoot();
    const retry = state === 'error' && this.#src !== undefined && this.#error?.mayPass ? this.#onRetry : undefined;
    this.#notes.drawNote(this.#note, { state, error: this.#error, lang: this.uiLang, retry });
    if (!this.#note.parentNode) this.renderRoot.append(this.#note);
  }

  private createRoot(): HTMLElement {
    return create('div', { class: 'root', lang: this.#langTag });
  }

  #onRetry = (): void => {
    void this.reload();
  };
}
