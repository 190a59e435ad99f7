import type { Lang, ProgressState, Tally } from '@fp-kit/sdk';
import { html, nothing, render } from 'lit/html.js';
import { SourceError } from '../../element/source-error.js';
import { wordsIn } from '../../locales/locale.js';
import { messages } from '../../locales/messages.js';
import { progressOfTask, readPlan, tallyOfPlan, type PlanData } from '../../plan/plan-data.js';
import { dateWords } from '../../plan/plan-words.js';
import { stateIcon } from '../../theme/state-icon.js';
import { percent, showReading, type Gauge } from './gauge.js';

// The part of a ring that only a plan needs, loaded with the first one.

export { planRingStyles } from './plan-ring.styles.js';

/** The plan of a ring that shows all of it, or the task or heading with this id. Throws `SourceError` where the plan has no such id. */
export function readPlanRing(raw: unknown, id: string | undefined): PlanData {
  const data = readPlan(raw);
  const { tasks, headings } = data.plan;
  if (id && ![...tasks, ...headings].some((one) => one.id === id)) throw new SourceError('value', 'task', id);
  return data;
}

/** Actions by state of a plan, or of the task or heading named; none where the plan has no such task. */
export function tallyOf(data: PlanData, id: string | undefined): Tally {
  if (!id) return tallyOfPlan(data);
  const parents = new Map(data.plan.headings.map((heading) => [heading.id, heading.parent]));
  const isBelow = (heading: string | undefined, depth = 0): boolean =>
    // A parent that leads back to its child would never end.
    heading !== undefined && depth <= parents.size && (heading === id || isBelow(parents.get(heading), depth + 1));
  const sum: Tally = { total: 0, reported: 0, done: 0, inProgress: 0, overdue: 0, stopped: 0, notReported: 0 };
  for (const task of data.plan.tasks) {
    if (task.id !== id && !isBelow(task.heading)) continue;
    const { tally } = progressOfTask(data, task);
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
}

/** One piece of a ring, from and to as parts of the whole; `colour` as in CSS. A striped one can be told from a solid one without colour. */
interface Arc {
  colour: string;
  from: number;
  to: number;
  striped?: boolean;
}

// About as long as a stripe, and the gap behind it, as a part of the whole.
const stripe = 0.0125;

/** The arcs as stops of a conic gradient, nothing between them. */
function stopsOf(arcs: readonly Arc[]): string {
  const stops: string[] = [];
  let reached = 0;
  const paint = (colour: string, from: number, to: number) => {
    if (from > reached) stops.push(`transparent 0 ${percent(from)}`);
    stops.push(`${colour} 0 ${percent(to)}`);
    reached = to;
  };
  for (const { colour, from, to, striped } of arcs) {
    // Stripes begin and end an arc, all equally long: what is left over would be a sliver.
    const count = striped ? Math.max(1, Math.round((to - from + stripe) / (2 * stripe))) : 1;
    const length = (to - from) / (2 * count - 1);
    for (let index = 0; index < count; index++) paint(colour, from + 2 * index * length, from + (2 * index + 1) * length);
  }
  if (reached < 1) stops.push('transparent 0');
  return stops.join();
}

const order: readonly ProgressState[] = ['done', 'overdue', 'inProgress', 'stopped', 'notReported'];

/** How each state is drawn; what nobody reported is the bare track. The forms differ, so that no two are told apart by colour alone. */
const looks: Partial<Record<ProgressState, Pick<Arc, 'colour' | 'striped'> & { narrow?: boolean }>> = {
  done: { colour: 'var(--_accent)' },
  overdue: { colour: 'var(--_alert)', striped: true },
  inProgress: { colour: 'var(--_accent)', narrow: true },
  stopped: { colour: 'var(--_edge)', narrow: true, striped: true },
};

// Between two segments, and the least length of one, as parts of the ring.
const gap = 0.008;

function arcsOf(tally: Tally): { reached: string; narrow: string } {
  const reached: Arc[] = [];
  const narrow: Arc[] = [];
  let from = 0;
  for (const state of order) {
    const share = tally[state] / tally.total;
    if (share === 0) continue;
    const look = looks[state];
    const to = share === 1 ? 1 : Math.max(from + share - gap, from + gap);
    if (look) (look.narrow ? narrow : reached).push({ ...look, from, to });
    else narrow.push({ colour: 'var(--_tint-strong)', from, to });
    from += share;
  }
  return { reached: stopsOf(reached), narrow: stopsOf(narrow) };
}

/** Draws a plan's ring with its legend: the ring by `gauge`, the rest by a template. */
export function drawPlanRing(
  view: HTMLElement,
  gauge: Gauge,
  data: PlanData,
  { task, label, lang }: { task: string | undefined; label: string; lang: Lang },
): void {
  const words = wordsIn(messages, lang);
  const tally = tallyOf(data, task);
  const reported = words.reportedOf(tally.reported, tally.total);
  const isSilent = tally.reported === 0;
  const title = data.plan.tasks.find(({ id }) => id === task)?.title ?? data.plan.headings.find(({ id }) => id === task)?.title;
  showReading(gauge, {
    ...arcsOf(tally),
    figure: isSilent ? '–' : String(tally.done),
    of: isSilent ? '' : words.ofTotal(String(tally.total)),
    now: isSilent ? undefined : tally.done,
    max: tally.total,
    said: isSilent ? reported : words.ringHeard(tally.done, tally.total),
    label: label || (title ?? data.plan.title),
  });
  const asOf = data.progress && words.asOf(dateWords(data.progress.asOf, words));
  render(
    html`<div class="card" part="card">
      <div class="body">
        <div class="gauge">${gauge.slice(0, 2)}</div>
        <div class="beside">
          ${label ? html`<p class="label" part="label">${label}</p>` : nothing}
          <p class="sum">${isSilent ? reported : words.actionsDone(tally.done)}</p>
          <ul part="legend">
            ${order.map((state) =>
              tally[state] > 0 && !isSilent
                ? html`<li class="state ${state}">
                    ${stateIcon(state)}<span class="word">${words.states[state]}</span> <b>${tally[state]}</b>
                  </li>`
                : nothing,
            )}
          </ul>
          ${
            isSilent && !asOf
              ? nothing
              : html`<p class="reported">
                  ${isSilent ? nothing : html`<span>${reported}</span>`} ${asOf ? html`<span>${asOf}</span>` : nothing}
                </p>`
          }
        </div>
      </div>
    </div>`,
    view,
  );
}
