import type { Result, Target } from '@fp-kit/sdk';
import { unwrap, type OutlineRow } from '@fp-kit/sdk/outline';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { progressOfTarget, progressOfTask } from '../../plan/plan-data.js';
import { amountWords, goalWords, reachedWords } from '../../plan/plan-words.js';
import { matchesIn, wordsOf } from '../../search/matches.js';
import { renderInside } from './inside.js';
import { standingOfTask } from './standing.js';
import { marked } from '../../search/marked.js';
import { chevron, isTracked, metWords, renderStanding, type View } from './view.js';

/** What stands in a row's list item: a disclosure named by ordinal, title, state and targets, and its inside once it has been opened. */
export function renderRow(row: OutlineRow, isUnfolded: boolean, view: View): TemplateResult {
  const { task, marker } = row;
  const { data, words, lang } = view;
  const { tally } = progressOfTask(data, task);
  const standing = isTracked(data) ? standingOfTask(data, task) : undefined;
  const targets = task.actions.flatMap((action) => action.targets);
  const results = task.actions.flatMap((action) => action.results);
  return html`<details>
    <summary>
      <span class="name" lang=${lang}
        >${marker ? html`<span class="marker">${marker}</span>` : nothing}<span class="title">${marked(task.title, view.query)}</span></span
      >
      <span class="how"
        >${standing ? renderStanding(standing, words) : nothing}
        <span class="hint"
          >${
            // A state that says so is not said twice.
            standing && standing.state !== 'notReported'
              ? words.actionsReported(tally.total, tally.done, tally.reported)
              : words.actions(tally.total)
          }</span
        ></span
      >
      ${
        targets.length + results.length > 0
          ? html`<span class="goals"
              >${targets.map((target) => renderGoal(target, view))}${results.map((result) => renderOutcome(result, view))}</span
            >`
          : nothing
      }
      ${renderSnippet(row, view)} ${chevron}
    </summary>
    ${isUnfolded ? renderInside(task, view) : nothing}
  </details>`;
}

function renderGoal(target: Target, view: View): TemplateResult {
  const { data, words, lang } = view;
  const { reached, units, pace } = progressOfTarget(data, target);
  const figure = units ? metWords(units) : reached === undefined ? '' : reachedWords(reached, target, words);
  return html`<span class="goal ${pace ?? ''}" data-of=${target.id}
    ><span class="measure" lang=${lang}>${marked(target.measure, view.query)}</span> ${
      figure
        ? html`<span class=${units ? 'met' : 'unheard'}>${units ? words.unitsMet : words.reached}</span>
            <b class="reached">${figure}</b> `
        : nothing
    }<span class="aim ${figure ? 'known' : ''}">${words.aim(goalWords(target, words) || target.quote)}</span></span
  > `;
}

function renderOutcome({ id, measure, value, unit }: Result, view: View): TemplateResult {
  return html`<span class="goal" data-of=${id}
    ><span class="measure" lang=${view.lang}>${marked(measure, view.query)}</span>
    <b class="reached">${amountWords(value, unit, view.words)}</b></span
  > `;
}

// So many characters stand around what was found in a row's inside.
const around = 24;

/** Where a word that is sought stands in none of those of a closed row: the piece of its inside that holds it. */
function renderSnippet({ task, marker }: OutlineRow, view: View): TemplateResult | typeof nothing {
  const { lang } = view;
  const open = [
    marker + task.title,
    ...task.actions.flatMap(({ targets, results }) => [...targets, ...results].map(({ measure }) => measure)),
  ];
  const unseen = wordsOf(view.query).filter((word) => !open.some((text) => matchesIn(text, word).length > 0));
  if (unseen.length === 0) return nothing;
  for (const text of [...task.actions.map((action) => unwrap(action.text)), ...task.assignees, ...task.partners]) {
    const match = unseen.map((word) => matchesIn(text, word)[0]).find(Boolean);
    if (!match) continue;
    const [from, to] = [Math.max(0, match[0] - around), Math.min(text.length, match[1] + around)];
    const piece = (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
    return html`<span class="snippet" lang=${lang}>${marked(piece, view.query)}</span>`;
  }
  return nothing;
}
