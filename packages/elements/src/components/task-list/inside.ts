import type { Action, Result, Target, Task } from '@fp-kit/sdk';
import { unwrap } from '@fp-kit/sdk/outline';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { drawBar, layOutBar } from '../../bar/bullet-bar.js';
import { progressOfTarget } from '../../plan/plan-data.js';
import { amountWords, dateWords, goalWords, reachedWords, termsOf } from '../../plan/plan-words.js';
import type { Recording } from './editing.js';
import { siteTypeWords } from './filter.js';
import { sentenceAround } from './sentence.js';
import { standingOfAction, standingOfTarget } from './standing.js';
import { marked } from '../../search/marked.js';
import { chevron, isTracked, metWords, renderStanding, type View } from './view.js';

/** What an opened row holds: the actions with their targets, who, by when and where, and the way to hand the task on. */
export function renderInside(task: Task, view: View): TemplateResult {
  return html`<div class="inside">
    <ol class="actions">
      ${task.actions.map((action) => renderAction(action, task, view))}
    </ol>
    ${renderFacts(task, view)}
    <p class="handing"><a class="link" href=${view.linkTo(task.id)}>${view.words.copyLink}</a> <span role="status"></span></p>
  </div>`;
}

function renderAction(action: Action, task: Task, view: View): TemplateResult {
  const { data, words, lang, editing } = view;
  const text = html`<span class="text" lang=${lang}>${marked(unwrap(action.text), view.query)}</span>`;
  return html`<li class="action">
    ${
      editing
        ? html`<label class="tick"><input type="checkbox" data-action=${action.id} .checked=${editing.isDone(action)} />${text}</label>`
        : html`<p>${text}</p>`
    }
    <div class="standing">
      ${isTracked(data) ? renderStanding(standingOfAction(data, action, task), words) : nothing}
      ${action.mode === 'ongoing' ? html`<span class="quiet">${words.ongoing}</span>` : nothing}
      ${action.due ? html`<span class="quiet">${words.by(dateWords(action.due, words))}</span>` : nothing}
      ${editing ? renderRecording(editing.ofAction(action), action.id, undefined, view) : nothing}
    </div>
    ${
      action.targets.length + action.results.length > 0
        ? html`<ul class="targets">
            ${action.targets.map((target) => renderTarget(target, action, task, view))}
            ${action.results.map((result) => renderResult(result, task, view))}
          </ul>`
        : nothing
    }
  </li>`;
}

function renderTarget(target: Target, action: Action, task: Task, view: View): TemplateResult {
  const { data, words, lang, editing } = view;
  const progress = progressOfTarget(data, target);
  const { reached, units } = progress;
  const bar = layOutBar(target, progress);
  const terms = [
    ...termsOf(target, words),
    ...(units ? [words.unitsReported(units.reported, units.total)] : []),
    ...(progress.asOf ? [words.asOf(dateWords(progress.asOf, words))] : []),
  ];
  const figure = units ? metWords(units) : reached === undefined ? '' : reachedWords(reached, target, words);
  const standing = standingOfTarget(data, target, action, task);
  return html`<li class="target ${standing.state}" part="target">
    <div class="headline">
      <p class="measure" lang=${lang}>${marked(target.measure, view.query)}</p>
      ${renderStanding(standing, words)}
    </div>
    <dl class="figures">
      ${
        figure
          ? html`<div class="reached">
              <dt>${units ? words.unitsMet : words.reached}</dt>
              <dd>${figure}</dd>
            </div>`
          : nothing
      }
      <div class="aim">
        <dt>${words.goal}</dt>
        <dd>${goalWords(target, words) || target.quote}</dd>
      </div>
    </dl>
    ${bar ? drawBar(bar) : nothing}
    ${terms.length > 0 ? html`<p class="terms">${terms.map((term) => html`<span>${term}</span>`)}</p>` : nothing}
    ${editing ? renderReport(target, action, view) : nothing} ${renderSentence(target, task, view)}
  </li>`;
}

function renderReport(target: Target, action: Action, view: View): TemplateResult {
  const { words, lang, editing } = view;
  // The form is read again where an amount is refused: what the line then says is no part of the template.
  return html`<form class="report" novalidate data-action=${action.id} data-target=${target.id}>
    <label
      ><span>${words.reportAmount}<span class="unheard" lang=${lang}> ${target.measure}</span></span>
      <span class="amount"
        ><input name="amount" inputmode="decimal" autocomplete="off" maxlength="30" aria-describedby="why-${target.id}" />${
          target.unit ? html`<span class="unit" lang=${lang}>${target.unit}</span>` : nothing
        }</span
      ></label
    >
    <button class="button">${words.report}</button>
    <p class="why" id="why-${target.id}" role="alert"></p>
    ${renderRecording(editing?.ofTarget(target), action.id, target, view)}
  </form>`;
}

/** How far an entry of the reader's own has come, and what can be done about it. The line is there before it speaks, so that it is heard. */
function renderRecording(recording: Recording | undefined, action: string, target: Target | undefined, { words }: View): TemplateResult {
  const button = (deed: 'undo' | 'retry' | 'drop', label: string) =>
    html`<button type="button" class="button" data-deed=${deed} data-action=${action} data-target=${target?.id ?? nothing}>
      ${label}
    </button>`;
  const value = recording?.entry.value;
  return html`<div class="recording ${recording?.state ?? ''}">
    <span role="status"
      >${recording && value !== undefined ? html`<b>${amountWords(value, target?.unit, words)}</b> ` : nothing}${
        recording ? words.recordings[recording.state] : nothing
      }</span
    >
    ${
      recording?.state === 'recorded'
        ? button('undo', words.undo)
        : recording?.state === 'failed' || recording?.state === 'undoFailed'
          ? html`${button('retry', words.retry)}${button('drop', recording.state === 'failed' ? words.undo : words.keepEntry)}`
          : nothing
    }
  </div>`;
}

function renderResult(result: Result, task: Task, view: View): TemplateResult {
  const { words, lang } = view;
  return html`<li class="target" part="target">
    <div class="headline"><p class="measure" lang=${lang}>${marked(result.measure, view.query)}</p></div>
    <dl class="figures">
      <div class="reached">
        <dt>${words.stated}</dt>
        <dd>${amountWords(result.value, result.unit, words)}</dd>
      </div>
    </dl>
    ${result.asOf ? html`<p class="terms"><span>${words.asOf(dateWords(result.asOf, words))}</span></p>` : nothing}
    ${renderSentence(result, task, view)}
  </li>`;
}

function renderSentence(item: Target | Result, task: Task, { data: { plan }, words, lang }: View): TemplateResult {
  const { before, quote, after } = sentenceAround(item, task, plan);
  return html`<details class="sentence" data-of=${item.id}>
    <summary>${chevron}<span>${words.sentence}</span><span class="unheard"> ${item.measure}</span></summary>
    <figure>
      <blockquote lang=${lang}>${before}<mark>${quote}</mark>${after}</blockquote>
      <figcaption lang=${lang}>${words.quotedFrom(plan.title, plan.documentNumber?.text)}</figcaption>
    </figure>
  </details>`;
}

function renderFacts(task: Task, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const facts: [string, string][] = [
    [words.assignees, words.list(task.assignees)],
    [words.partners, words.list(task.partners)],
    [words.due, task.due ? dateWords(task.due, words) : ''],
    [words.sites, words.list(task.siteTypes.map((type) => siteTypeWords(type, words)))],
  ];
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return nothing;
  return html`<dl class="facts">
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${marked(value, view.query)}</dd>
        </div>`,
    )}
  </dl>`;
}
