import type { Lang } from '@fp-kit/sdk';
import { Task, TaskStatus, initialState } from '@lit/task';
import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { langOf, messagesOf, watchLocale } from '../locales/locale.js';
import type { Messages } from '../locales/zh-CN.js';
import { tokens } from '../theme/tokens.styles.js';
import { warnOnce } from './messages.js';
import { SourceError, lease, type Lease } from './source.js';
import { version } from './version.js';

export type DataState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';
export type Theme = 'light' | 'dark' | 'elder' | 'contrast' | 'auto';

/**
 * What all elements share: data from a property, else from `src`, else the light DOM, which stays until data has come and comes back if it
 * can't; one state, reflected as `data-state` and `aria-busy`; language and theme.
 *
 * A subclass says which property holds data (`held`), how raw data is read (`read`), whether it is empty, and how it looks.
 */
export abstract class FpElement<Data> extends LitElement {
  /** Version of the package; tells two copies on one page apart. */
  static readonly version: string = version;

  /** How long a server may take to answer, in milliseconds, before the element shows its fallback and offers to try again. */
  static timeoutMs = 20_000;

  static override styles: CSSResultGroup = tokens;

  /** Address of the data, relative to the page. A property with data goes before it. */
  @property() src: string | undefined;

  /** Look: `light` (default), `dark`, `elder` (large), `contrast`, or `auto` (light or dark as the reader's system prefers). */
  @property({ reflect: true }) theme: Theme | undefined;

  protected words: Messages = messagesOf('zh-CN');
  protected uiLang: Lang = 'zh-CN';

  #turn = 0;
  #fresh = false;
  #interrupted = false;
  #reloading: (() => void)[] = [];
  #lease: Lease | undefined;
  #announced: unknown;
  #stopWatching: (() => void) | undefined;

  // Kept while newer data is on its way, so that a reload does not blank the page.
  #shown: Data | undefined;

  #task = new Task(this, {
    args: () => [this.held, this.src, this.#turn] as const,
    task: async ([held, src], { signal }) => {
      const before = this.#lease;
      this.#lease = undefined;
      try {
        if (held !== undefined && held !== null) return { data: this.read(held) };
        if (!src) return initialState;
        return { data: this.read(await this.#fetch(src, signal)) };
      } catch (error) {
        if (signal.aborted) return initialState;
        throw error;
      } finally {
        before?.release();
      }
    },
    onComplete: ({ data }) => {
      this.#shown = data;
    },
  });

  /** The data given as a property, raw; undefined or null where none is given. */
  protected abstract get held(): unknown;

  /** Turns raw data into what is shown. Throws `SourceError` where it does not fit. */
  protected abstract read(raw: unknown): Data;

  protected abstract isEmpty(data: Data): boolean;

  protected abstract renderData(data: Data): TemplateResult;

  /** What `fp-load` tells of the data. */
  protected abstract detailOf(data: Data): unknown;

  get #state(): DataState {
    switch (this.#task.status) {
      case TaskStatus.PENDING:
        return 'loading';
      case TaskStatus.ERROR:
        return 'error';
      case TaskStatus.COMPLETE:
        return this.isEmpty(this.#task.value!.data) ? 'empty' : 'ready';
      default:
        return 'idle';
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchLocale(() => this.requestUpdate());
    if (this.#interrupted) {
      this.#interrupted = false;
      this.#turn++;
    }
    // A move may have brought it under another lang.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    // Moving an element disconnects and connects it in one go: only one that stays away lets go of its data.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#interrupted ||= this.#task.status === TaskStatus.PENDING;
      this.#task.abort();
      this.#lease?.release();
      this.#lease = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.uiLang = langOf(this);
    this.words = messagesOf(this.uiLang);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const state = this.#state;
    this.setAttribute('data-state', state);
    if (state === 'loading') this.setAttribute('aria-busy', 'true');
    else this.removeAttribute('aria-busy');

    if (state !== 'loading') for (const done of this.#reloading.splice(0)) done();

    const outcome = state === 'error' ? this.#task.error : state === 'loading' || state === 'idle' ? undefined : this.#task.value;
    if (outcome === this.#announced) return;
    this.#announced = outcome;
    if (state === 'error') this.#announceError(outcome);
    else if (outcome !== undefined) this.dispatchEvent(new CustomEvent('fp-load', { detail: this.detailOf(this.#task.value!.data) }));
  }

  /** Asks the server again. Resolves when the answer or its failure is shown, or when the element has left the page meanwhile. */
  reload(): Promise<void> {
    this.#fresh = true;
    this.#turn++;
    this.requestUpdate();
    return new Promise((resolve) => this.#reloading.push(resolve));
  }

  async #fetch(src: string, signal: AbortSignal): Promise<unknown> {
    let url: string;
    try {
      url = new URL(src, this.ownerDocument.baseURI).href;
    } catch (error) {
      throw new SourceError('network', src, 'URL', error);
    }
    const { timeoutMs } = this.constructor as typeof FpElement;
    const held = lease(url, { timeoutMs, fresh: this.#fresh });
    this.#fresh = false;
    this.#lease = held;
    signal.addEventListener('abort', () => held.release());
    return held.data;
  }

  #announceError(error: unknown): void {
    const { problems, kept } = this.words;
    const { code, where, detail } = error instanceof SourceError ? error : new SourceError('shape', '(root)', String(error));
    warnOnce(this, `${code} ${where}`, problems[code](where, detail) + kept);
    this.dispatchEvent(new CustomEvent('fp-error', { detail: { error } }));
  }

  #onRetry = (): void => {
    void this.reload();
  };

  #renderNotes(state: DataState): TemplateResult {
    const { words } = this;
    return html`${state === 'loading' ? html`<div class="note loading" role="status"><slot name="loading">${words.loading}</slot></div>` : nothing}
    ${
      state === 'error'
        ? html`<div class="note error" part="error" role="status">
            <slot name="error">${words.failed}</slot>
            ${
              this.src && (this.held === undefined || this.held === null)
                ? html`<button type="button" class="retry" part="retry" @click=${this.#onRetry}>${words.retry}</button>`
                : nothing
            }
          </div>`
        : nothing
    }`;
  }

  protected override render(): unknown {
    const state = this.#state;
    const data = state === 'ready' || state === 'loading' ? this.#shown : undefined;
    const fallback = state !== 'empty' && (data === undefined || this.isEmpty(data));
    return html`${fallback ? html`<slot></slot>` : nothing}
      <div class="root" lang=${this.uiLang}>
        ${fallback ? this.#renderNotes(state) : nothing}
        ${state === 'empty' ? html`<div class="note" part="empty"><slot name="empty">${this.words.empty}</slot></div>` : nothing}
        ${fallback || data === undefined ? nothing : this.renderData(data)}
      </div>`;
  }
}
