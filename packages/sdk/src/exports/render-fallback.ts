import { FpError } from '../errors.js';
import type { Lang } from '../lang.js';
import { outlineOf } from '../outline/outline.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';
import type { Progress, Snapshot, TargetProgress } from '../model/progress.js';
import { amountWords, goalWords } from '../words/amount-words.js';
import { progressWords, standingWord } from '../words/progress-words.js';
import { unwrap } from '../outline/unwrap.js';

export interface FallbackOptions {
  /** Language of the words around the document's own. Default 'zh-CN'. */
  lang?: Lang;
  /** Level of the outermost heading, 1 to 6; those below it follow. Default 3, for the column of a page that has its title already. */
  headingLevel?: number;
  /** Address of the original document, which the last line then links to: relative, or http(s). */
  original?: string;
}

/**
 * A plan as plain HTML: headings, lists, `<progress>`, one link. It is what stands inside `<fp-task-list>`, or alone in a page without
 * JavaScript, and can be pasted into any CMS: no class, style, id or script, every text escaped.
 *
 * @throws FpError 'unsafe-address' for an `original` that is neither relative nor http(s).
 */
export function renderFallback(data: Plan | Snapshot, { lang = 'zh-CN', headingLevel = 3, original }: FallbackOptions = {}): string {
  const plan = data.format === 'fp-snapshot/1' ? data.plan : data;
  const progress = data.format === 'fp-snapshot/1' ? data.progress : undefined;
  const words = progressWords[lang];
  const lines: string[] = [];

  if (progress) {
    const { done, total, reported } = progress.total;
    lines.push(
      `<p><label>${escape(words.actions(total, done))} <progress value="${done}" max="${Math.max(total, 1)}">${done}/${total}</progress></label><br>` +
        `${escape([words.reportedOf(reported, total), words.asOf(progress.asOf)].join(words.gap))}</p>`,
    );
  }
  for (const { headings, rows } of outlineOf(plan)) {
    for (const { marker, title, depth } of headings) {
      const tag = `h${Math.min(6, headingLevel + depth)}`;
      lines.push(`<${tag}>${escape(marker + title)}</${tag}>`);
    }
    lines.push('<ul>', ...rows.map(({ task, marker }) => renderTask(task, marker, progress, lang)), '</ul>');
  }
  if (original !== undefined) {
    if (!isSafeAddress(original)) throw new FpError('unsafe-address', words.unsafeAddress(original));
    const number = plan.documentNumber?.text ?? plan.source.name;
    lines.push(`<p><a href="${escape(original)}">${escape(`${words.original} ${number}`)}</a></p>`);
  }
  return `${lines.join('\n')}\n`;
}

function renderTask(task: Task, marker: string, progress: Progress | undefined, lang: Lang): string {
  const words = progressWords[lang];
  const standing = progress?.tasks[task.id];
  const facts = [
    ...(standing ? [standingWord(standing, lang), words.actions(standing.tally.total, standing.tally.done)] : []),
    ...(task.due === undefined ? [] : [words.due(task.due)]),
    ...(task.assignees.length > 0 ? [words.assignees(words.list(task.assignees))] : []),
    ...(task.partners.length > 0 ? [words.partners(words.list(task.partners))] : []),
  ];
  const parts = [`<li><b>${escape(marker + task.title)}</b>`];
  if (facts.length > 0) parts.push(`<br>${escape(facts.join(words.gap))}`);
  if (task.actions.length > 0) parts.push('<ul>', ...task.actions.map((action) => renderAction(action, progress, lang)), '</ul>');
  return `${parts.join('\n')}</li>`;
}

function renderAction(action: Action, progress: Progress | undefined, lang: Lang): string {
  const words = progressWords[lang];
  const standing = progress?.actions[action.id];
  const facts = [...(standing ? [standingWord(standing, lang)] : []), ...(action.due === undefined ? [] : [words.due(action.due)])];
  const parts = [`<li>${escape(unwrap(action.text))}`];
  if (facts.length > 0) parts.push(`<br><small>${escape(facts.join(words.gap))}</small>`);
  const numbers = [
    ...action.targets.map((target) => renderTarget(target, progress?.targets[target.id], lang)),
    ...action.results.map(({ measure, value, unit }) => `<li>${escape(`${measure} ${words.stated(amountWords(value, unit, lang))}`)}</li>`),
  ];
  if (numbers.length > 0) parts.push('<ul>', ...numbers, '</ul>');
  return `${parts.join('\n')}</li>`;
}

function renderTarget(target: Target, progress: TargetProgress | undefined, lang: Lang): string {
  const words = progressWords[lang];
  const { units, reached } = progress ?? {};
  const facts = [
    ...(units ? [words.unitsMet(units.met, units.total)] : []),
    ...(units === undefined && reached !== undefined ? [words.reached(amountWords(reached, target.unit, lang))] : []),
    words.goal(goalWords(target, lang) || target.quote),
    ...(target.due === undefined ? [] : [words.due(target.due)]),
  ];
  return `<li>${escape(`${target.measure} ${facts.join(words.gap)}`)}</li>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A scheme that runs something (javascript:, data:) has no place in somebody's page. Browsers pass over blanks and control characters in it. */
function isSafeAddress(address: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https';
}
