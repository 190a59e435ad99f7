import type { Supervision, SupervisionItem, SupervisionKind } from '@fp-kit/sdk';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StyleGroup } from '../../element/css.js';
import { LiveElement, type Placed } from '../../element/live-element.js';
import { property } from '../../element/reactive-element.js';
import { ledgerMessages } from '../../locales/ledger/messages.js';
import type { LedgerWords } from '../../locales/ledger/zh-CN.js';
import type { Dictionary } from '../../locales/locale.js';
import { dateWords } from '../../plan/plan-words.js';
import { assertShape } from '../../shape/assert-shape.js';
import { supervision as supervisionShape } from '../../shape/ledger.generated.js';
import { stateIcon } from '../../theme/state-icon.js';
import { supervisionStyles } from './supervision.styles.js';

/**
 * What of a plan is to be chased (督办清单), the most pressing first: why, in words, whose it is, and who has not reported.
 *
 *     <fp-supervision src="plans/ID/supervision" events="plans/ID/events"><a href="/late.html">督办情况</a></fp-supervision>
 *
 * @customElement fp-supervision
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<{ supervision: Supervision }>} fp-load - A list is shown, a newer one too. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart title - The heading
 * @csspart plan - The title of the plan
 * @csspart item - What is to be chased
 * @csspart reason - Why
 * @csspart units - Whose it is
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is overdue or over its limit
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpSupervision extends LiveElement<Supervision, LedgerWords> {
  static override styles: StyleGroup = [LiveElement.styles, supervisionStyles];

  /** What is to be chased. Goes before `src`. */
  @property({ attribute: false }) supervision: unknown;

  /** The heading; “督办清单” unless told. */
  @property() label: string | undefined;

  protected override get dictionary(): Dictionary<LedgerWords> {
    return ledgerMessages;
  }

  protected override get given(): unknown {
    return this.supervision;
  }

  protected override read(raw: unknown): Supervision {
    assertShape(raw, supervisionShape);
    return raw as Supervision;
  }

  /** Nothing to chase is news as well. */
  protected override isEmpty(): boolean {
    return false;
  }

  protected override detailOf(supervision: Supervision): { supervision: Supervision } {
    return { supervision };
  }

  protected override newsOf(before: Supervision, after: Supervision): string {
    const [was, is] = [before, after].map(({ items }) => new Set(items.map(keyOf))) as [Set<string>, Set<string>];
    const come = [...is].filter((key) => !was.has(key)).length;
    const gone = [...was].filter((key) => !is.has(key)).length;
    return come + gone > 0 ? this.words.chaseChanged(come, gone) : '';
  }

  protected override renderData({ planTitle, asOf, total, reported, items }: Supervision): TemplateResult {
    const { words } = this;
    const placed = this.place(items, keyOf);
    const counts = new Map<SupervisionKind, number>();
    for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return html`<section class="card" part="card" aria-labelledby="title">
      <header>
        <h2 id="title" part="title" tabindex="-1">${this.label || words.supervision}</h2>
        ${this.renderPlan(planTitle)}
        <p class="sum">
          <b>${words.toChase(items.length, total)}</b>
          <span>${words.actionsHeard(reported, total)}</span>
          <span>${words.asOf(dateWords(asOf, words))}</span>
        </p>
        ${
          counts.size > 1
            ? html`<ul class="kinds">
                ${[...counts].map(([kind, count]) => html`<li>${renderKind(kind, words.ofKind(words.kinds[kind], count))}</li>`)}
              </ul>`
            : nothing
        }
        <p class="unheard" role="status">${this.news}</p>
        ${this.renderReorder(words.reorderItems)}
      </header>
      ${
        placed.length === 0
          ? nothing
          : html`<ol>
              ${repeat(
                placed,
                ({ item }) => keyOf(item),
                (one) => this.renderItem(one),
              )}
            </ol>`
      }
    </section>`;
  }

  private renderItem({ item, isGone }: Placed<SupervisionItem>): TemplateResult {
    const { words, documentLang } = this;
    const { kind, taskId, title, text, units, coverage, silent, reason, asOf } = item;
    const fact = (term: string, words_: unknown, part?: string) =>
      html`<div>
        <dt>${term}</dt>
        <dd part=${part ?? nothing}>${words_}</dd>
      </div>`;
    return html`<li class="item ${isGone ? 'gone' : ''}" part="item">
      ${isGone ? html`<p class="state">${words.isGone}</p>` : renderKind(kind, words.kinds[kind])}
      <div class="what">
        <h3 lang=${documentLang}>${words.task(taskId, title)}</h3>
        ${text === undefined ? nothing : html`<p class="text" lang=${documentLang}>${text}</p>`}
        <p class="reason" part="reason">${reason}</p>
        <dl>
          ${fact(words.units, units.length === 0 ? words.noUnit : html`<span lang=${documentLang}>${words.list(units)}</span>`, 'units')}
          ${
            silent === undefined || silent.length === 0
              ? nothing
              : fact(words.silent, html`<span lang=${documentLang}>${words.list(silent.map(({ name }) => name))}</span>`)
          }
        </dl>
        ${
          coverage === undefined && asOf === undefined
            ? nothing
            : html`<p class="line">
                ${coverage === undefined ? nothing : html`<span>${words.regionsReported(coverage)}</span>`}
                ${asOf === undefined ? nothing : html`<span>${words.lastReport(dateWords(asOf, words))}</span>`}
              </p>`
        }
      </div>
    </li>`;
  }
}

const keyOf = ({ taskId, actionId }: SupervisionItem): string => actionId ?? taskId;

const renderKind = (kind: SupervisionKind, word: string): TemplateResult =>
  html`<p class="state ${kind}">${stateIcon(kind)}<span>${word}</span></p>`;
