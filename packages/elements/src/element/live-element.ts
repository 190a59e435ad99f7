import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StyleGroup } from './css.js';
import { liveStyles } from './live-element.styles.js';
import type { Lease } from './source.js';
import { property, type PropertyValues } from './reactive-element.js';
import { breakableTitle } from '../plan/breakable-title.js';
import { watchLedger } from './ledger-events.js';
import { TemplateElement } from './template-element.js';

/** A row of a list that keeps its place while somebody is reading. */
export interface Placed<Item> {
  item: Item;
  /** It is in the list no more, and stands there until the reader has left. */
  isGone: boolean;
}

const leastPauseMs = 1000;

/**
 * An element whose data follows a ledger: with `events` it asks for newer data whenever the ledger has grown. What can't be had then leaves in
 * place what is shown. Rows keep their places while the reader's pointer or focus is inside.
 */
export abstract class LiveElement<Data, Words extends object> extends TemplateElement<Data, Words> {
  static override styles: StyleGroup = [TemplateElement.styles, liveStyles];

  /** Address of the server's events, relative to the page: `plans/ID/events`. With it what came from `src` follows the ledger. */
  @property() events: string | undefined;

  #given: unknown;
  #newest: unknown;
  #wanted: number | undefined;
  #isAsking = false;
  #unwatch: (() => void) | undefined;

  #drawn: Data | undefined;
  #order: string[] = [];
  #placed = new Map<string, unknown>();
  #isHeld = false;
  #isPointedAt = false;
  #news = '';

  /** The data given as a property, raw. */
  protected abstract get given(): unknown;

  /** What has changed, in words for who can't see it; '' where nothing has that matters. */
  protected abstract newsOf(before: Data, after: Data): string;

  protected override get held(): unknown {
    return this.#newest ?? this.given;
  }

  /** What the newest change was, for a region that is read out. */
  protected get news(): string {
    return this.#news;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#isPointedAt = false;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  protected override firstUpdated(): void {
    // The pointer may be there first; later :hover is no help, which Firefox still matches while it tells that the pointer has left.
    this.#isPointedAt = this.matches(':hover');
    this.addEventListener('pointerenter', () => (this.#isPointedAt = true));
    this.addEventListener('pointerleave', () => (this.#isPointedAt = false));
    for (const leaving of ['pointerleave', 'focusout'])
      this.addEventListener(leaving, () => {
        if (this.#isHeld) this.requestUpdate();
      });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('events') && this.hasUpdated) this.follow();
    // What the page gives anew is newer than what an event brought.
    if (changed.has('src') || this.given !== this.#given) this.#newest = undefined;
    this.#given = this.given;
    super.willUpdate(changed);
  }

  override reload(): Promise<void> {
    this.#newest = undefined;
    return super.reload();
  }

  protected override draw(data: Data, view: HTMLElement): void {
    if (this.#drawn !== undefined && this.#drawn !== data) this.#news = this.newsOf(this.#drawn, data) || this.#news;
    this.#drawn = data;
    super.draw(data, view);
  }

  /** The rows in the order in which they stand while a reader is there, with those that are new behind them; else as they come. */
  protected place<Item>(items: readonly Item[], keyOf: (item: Item) => string): Placed<Item>[] {
    const coming = new Map(items.map((item) => [keyOf(item), item]));
    const keys = [...coming.keys()];
    const order = this.isInUse ? [...this.#order, ...keys.filter((key) => !this.#order.includes(key))] : keys;
    this.#isHeld = order.join('\n') !== keys.join('\n');
    this.#order = order;
    const placed = order.map((key) => ({ key, item: coming.get(key) ?? (this.#placed.get(key) as Item), isGone: !coming.has(key) }));
    this.#placed = new Map(placed.map(({ key, item }) => [key, item]));
    return placed;
  }

  /** Which plan it is about; nothing where that is not told. */
  protected renderPlan(title: string | undefined): TemplateResult | typeof nothing {
    return title === undefined ? nothing : html`<p class="plan" part="plan" lang=${this.documentLang}>${breakableTitle(title)}</p>`;
  }

  /** What puts the rows where they belong, though somebody is reading: he asks for it. Nothing where they stand there. */
  protected renderReorder(text: string): TemplateResult | typeof nothing {
    return this.#isHeld ? html`<button type="button" class="button" @click=${this.#onReorder}>${text}</button>` : nothing;
  }

  #onReorder = (): void => {
    // The button goes; who pressed it by key stays at the list.
    this.renderRoot.querySelector<HTMLElement>('h2')!.focus();
    this.#order = [];
    this.requestUpdate();
  };

  private get isInUse(): boolean {
    return this.#isPointedAt || this.renderRoot.activeElement !== null;
  }

  private follow(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    if (!this.events || !this.isConnected || typeof EventSource === 'undefined') return;
    let url: string;
    try {
      url = new URL(this.events, this.ownerDocument.baseURI).href;
    } catch {
      return;
    }
    this.#unwatch = watchLedger(url, (seq) => {
      this.#wanted = seq;
      if (!this.#isAsking) void this.catchUp();
    });
  }

  /** Asks for what the ledger has come to, once at a time and with a pause, however fast it grows. */
  private async catchUp(): Promise<void> {
    this.#isAsking = true;
    let seen: number | undefined;
    while (this.#wanted !== seen && this.isConnected && this.src && !this.src.startsWith('#')) {
      const { src } = this;
      seen = this.#wanted!;
      const raw = await this.ask(src, seen);
      if (raw !== undefined && src === this.src) {
        this.#newest = raw;
        this.requestUpdate();
      }
      await new Promise((resolve) => setTimeout(resolve, leastPauseMs));
    }
    this.#isAsking = false;
  }

  /** Data as of an entry; undefined where it can't be had, or is none. */
  private async ask(src: string, seq: number): Promise<unknown> {
    const { timeoutMs } = this.constructor as typeof LiveElement;
    let asked: Lease | undefined;
    try {
      const { lease } = await import('./source.js');
      // An address of its own for each state of the ledger: a CDN may hold the one before for some seconds.
      const address = `${src}${src.includes('?') ? '&' : '?'}seq=${seq}`;
      asked = lease(address, { base: this.ownerDocument.baseURI, timeoutMs, onRenewed: () => undefined });
      const raw = await asked.data;
      await this.read(raw);
      return raw;
    } catch {
      // The next event asks again; so does the browser's next connection, which tells the newest number at once.
      return undefined;
    } finally {
      asked?.release();
    }
  }
}
