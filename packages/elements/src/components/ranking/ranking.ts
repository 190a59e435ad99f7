import type { Ranking, RankingPart, RankingRow } from '@fp-kit/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { bulletBarStyles } from '../../bar/bullet-bar.styles.js';
import type { StyleGroup } from '../../element/css.js';
import { LiveElement, type Placed } from '../../element/live-element.js';
import { property } from '../../element/reactive-element.js';
import { ledgerMessages } from '../../locales/ledger/messages.js';
import type { LedgerWords } from '../../locales/ledger/zh-CN.js';
import type { Dictionary } from '../../locales/locale.js';
import { dateWords } from '../../plan/plan-words.js';
import { assertShape } from '../../shape/assert-shape.js';
import { ranking as rankingShape } from '../../shape/ledger.generated.js';
import { rankingStyles } from './ranking.styles.js';

type Measure = Ranking['measures'][number];

/**
 * Regions ordered by a rate with its denominator (通报排名): ties, how many reported, what has changed, who was late, who can't be ranked and why,
 * and the method in words.
 *
 *     <fp-ranking src="plans/ID/ranking" events="plans/ID/events"><a href="/ranking.html">各市州进展通报</a></fp-ranking>
 *
 * @customElement fp-ranking
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words where there is no region
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<{ ranking: Ranking }>} fp-load - A ranking is shown, a newer one too. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart title - The heading
 * @csspart plan - The title of the plan
 * @csspart row - The row of a region
 * @csspart bar - The bar of its rate
 * @csspart method - How the ranking was made
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpRanking extends LiveElement<Ranking, LedgerWords> {
  static override styles: StyleGroup = [LiveElement.styles, bulletBarStyles, rankingStyles];

  /** A ranking. Goes before `src`. */
  @property({ attribute: false }) ranking: unknown;

  /** The heading; “地区排名” unless told. */
  @property() label: string | undefined;

  protected override get dictionary(): Dictionary<LedgerWords> {
    return ledgerMessages;
  }

  protected override get given(): unknown {
    return this.ranking;
  }

  protected override read(raw: unknown): Ranking {
    assertShape(raw, rankingShape);
    return raw as Ranking;
  }

  protected override isEmpty({ rows, unranked }: Ranking): boolean {
    return rows.length === 0 && unranked.length === 0;
  }

  protected override detailOf(ranking: Ranking): { ranking: Ranking } {
    return { ranking };
  }

  protected override newsOf(before: Ranking, after: Ranking): string {
    const was = new Map(before.rows.map((row) => [row.region.code, row]));
    const moved = after.rows.filter(({ region, rank }) => was.get(region.code)?.rank !== rank).length;
    const gained = after.rows.some(({ region, score }) => was.get(region.code)?.score !== score);
    return moved > 0 || gained ? this.words.ranksMoved(moved) : '';
  }

  protected override renderData(ranking: Ranking): TemplateResult {
    const { words } = this;
    const rows = this.place(ranking.rows, ({ region }) => region.code);
    return html`<section class="card" part="card" aria-labelledby="title">
      <header>
        <h2 id="title" part="title" tabindex="-1">${this.label || words.ranking}</h2>
        ${this.renderPlan(ranking.planTitle)}
        <p class="line">
          <span>${words.asOf(dateWords(ranking.asOf, words))}</span>
          <span>${words.regionsReported(ranking.coverage)}</span>
        </p>
        <p class="unheard" role="status">${this.news}</p>
        ${this.renderReorder(words.reorder)}
      </header>
      ${rows.length === 0 ? html`<p class="nobody">${words.nobodyRanked}</p>` : this.renderTable(ranking, rows)}
      ${this.renderApart(ranking)}
      <p class="method" part="method"><b>${words.method}</b> ${ranking.method}</p>
    </section>`;
  }

  private renderTable({ measures, since, rows: inOrder }: Ranking, rows: Placed<RankingRow>[]): TemplateResult {
    const { words } = this;
    const { columns } = words;
    const heading = (content: unknown) => html`<th role="columnheader" scope="col">${content}</th>`;
    const isWeighted = measures.length > 1;
    const hasDays = inOrder.some(({ asOf }) => asOf !== undefined);
    /* eslint-disable lit-a11y/no-redundant-role -- laid out as blocks, its parts are no table's to Safari otherwise */
    return html`<table role="table" aria-labelledby="title" class=${isWeighted ? 'weighted' : ''}>
      <thead role="rowgroup" class="unheard">
        <tr role="row">
          ${heading(columns.rank)}${heading(columns.region)} ${isWeighted ? heading(columns.score) : nothing}
          ${measures.map((measure) =>
            heading(
              html`${this.labelOf(measure)}${isWeighted ? html` <small>${words.share(words.percent(measure.share))}</small>` : nothing}`,
            ),
          )}
          ${since === undefined ? nothing : heading(words.since(dateWords(since, words)))} ${hasDays ? heading(columns.asOf) : nothing}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({ item }) => item.region.code,
          ({ item, isGone }) =>
            html`<tr role="row" part="row" class=${isGone ? 'gone' : ''}>
              <td role="cell" class="rank"><b>${words.rank(item.rank)}</b>${item.tied ? html` <small>${words.tied}</small>` : nothing}</td>
              <th role="rowheader" scope="row">
                <span lang=${this.documentLang}>${item.region.name}</span>${isGone ? html` <small>${words.isGone}</small>` : nothing}
              </th>
              ${
                isWeighted
                  ? html`<td role="cell" class="score"><b>${words.score(item.score)}</b>${renderBar(item.score)}</td>`
                  : html`<td role="cell" class="score">
                      <span class="label" aria-hidden="true">${measures[0] === undefined ? nothing : this.labelOf(measures[0])}</span>
                      ${this.renderPart(item.parts[0], measures[0])}${renderBar(item.score)}
                    </td>`
              }
              ${
                isWeighted
                  ? measures.map(
                      (measure, index) =>
                        html`<td role="cell" class="part">
                          <span class="label" aria-hidden="true">${this.labelOf(measure)}</span>
                          ${this.renderPart(item.parts[index], measure)}
                        </td>`,
                    )
                  : nothing
              }
              ${since === undefined ? nothing : html`<td role="cell" class="change">${this.renderChange(item, isWeighted)}</td>`}
              ${
                hasDays
                  ? html`<td role="cell" class="day">
                      ${item.asOf === undefined ? nothing : html`<span class="label" aria-hidden="true">${columns.asOf}</span>${dateWords(item.asOf, words)}`}
                    </td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>`;
    /* eslint-enable lit-a11y/no-redundant-role */
  }

  private labelOf({ label }: Measure): TemplateResult {
    return html`<span lang=${this.documentLang}>${label}</span>`;
  }

  private renderPart(part: RankingPart | undefined, measure: Measure | undefined): TemplateResult | typeof nothing {
    if (part === undefined) return nothing;
    const { words } = this;
    const [numerator, denominator] = [part.numerator, part.denominator].map((amount) => amount.toLocaleString(this.uiLang)) as [
      string,
      string,
    ];
    const of = measure?.by === 'target' ? words.ofAmount(numerator, denominator) : words.ofActions(numerator, denominator);
    return html`<b>${words.percent(part.rate)}</b> <span class="of">${of}</span>`;
  }

  private renderChange({ rank, score, previous }: RankingRow, isWeighted: boolean): TemplateResult {
    const { words } = this;
    if (previous === undefined) return html`<span class="of">${words.wasUnranked}</span>`;
    const places = previous.rank - rank;
    const points = Number(((score - previous.score) * 100).toFixed(1));
    const signed = `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
    return html`<span class="moved">${renderArrow(places)}${words.moved(places)}</span> ${
        points === 0 ? nothing : html`<span class="of">${isWeighted ? signed : words.gained(signed)}</span>`
      }`;
  }

  private renderApart({ late, closesOn, unranked }: Ranking): TemplateResult {
    const { words } = this;
    const names = (title: string, items: TemplateResult[]) =>
      items.length === 0
        ? nothing
        : html`<section class="apart">
            <h3>${title}</h3>
            <ul>
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>
          </section>`;
    return html`${names(
      words.unranked,
      unranked.map(({ region, reason }) => html`<span lang=${this.documentLang}>${region.name}</span>：${words.unrankedBecause[reason]}`),
    )}
    ${names(
      words.late(closesOn === undefined ? '' : dateWords(closesOn, words)),
      late.map(({ region, recordedOn }) => html`${words.lateOn(region.name, recordedOn && dateWords(recordedOn, words))}`),
    )}`;
  }
}

/** The rate as a bar; silent, because the figure beside it says the same. */
function renderBar(rate: number): TemplateResult {
  const width = `${100 * Math.min(1, Math.max(0, rate))}%`;
  return html`<svg class="bar" part="bar" aria-hidden="true">
    <rect class="track" width="100%" height="100%"></rect>
    <rect class="fill" width=${width} height="100%"></rect>
  </svg>`;
}

function renderArrow(places: number): TemplateResult | typeof nothing {
  if (places === 0) return nothing;
  const path = places > 0 ? 'M8 13V3M3.5 7.5 8 3l4.5 4.5' : 'M8 3v10m4.5-4.5L8 13 3.5 8.5';
  return html`<svg class="arrow" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
    ${svg`<path d=${path} stroke-linecap="round" stroke-linejoin="round" />`}
  </svg>`;
}
