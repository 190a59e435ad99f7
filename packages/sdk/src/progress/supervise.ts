import type { Lang } from '../lang.js';
import type { LedgerEntry } from '../model/ledger.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';
import type { Progress } from '../model/progress.js';
import type { Region } from '../model/region.js';
import { type Supervision, type SupervisionItem, type SupervisionKind, supervisionKinds } from '../model/supervision.js';
import { dayWords } from '../words/day-words.js';
import { supervisionWords } from '../words/supervision-words.js';
import { standingEntries } from './reports.js';
import { summarizeProgress } from './summarize.js';
import { regionsBelow } from './territory.js';

/** From when, for whom and how strictly to look. */
export interface SuperviseOptions {
  /** The day to look from, YYYY-MM-DD. */
  asOf: string;
  /** The regions that exist; with them an item names those that have not reported. */
  regions?: readonly Region[];
  /** Calendar days before its day from which on something is due soon; 30 unless told. */
  soonDays?: number;
  /** Calendar days without a report after which something is stagnant; 60 unless told. */
  stagnantDays?: number;
  /** Language of the reasons; `zh-CN` unless told. */
  lang?: Lang;
}

/**
 * What of a plan is to be chased (督办): overdue, over a ceiling, behind, due soon, or stagnant, that is neither done nor stopped and without a
 * report for long, counted from the last report or the beginning of the period. Each action stands in it once, for its most pressing reason,
 * with the units responsible for it. Pure.
 */
export function supervise(
  plan: Plan,
  entries: readonly LedgerEntry[],
  { asOf, regions, soonDays = 30, stagnantDays = 60, lang = 'zh-CN' }: SuperviseOptions,
): Supervision {
  const progress = summarizeProgress(plan, entries, { asOf, ...(regions === undefined ? {} : { regions }) });
  const words = supervisionWords[lang];
  const reporters = regions === undefined ? undefined : reportersOf(plan, standingEntries(plan, entries, asOf));
  const below = regionsBelow(plan.issuer.region, regions);
  const items: SupervisionItem[] = [];

  const look = (task: Task, action?: Action): void => {
    const cause = causeOf(plan, task, action, progress, { soonDays, stagnantDays });
    if (cause === undefined) return;
    const { kind, due, days, target } = cause;
    const { asOf: reported, coverage } = (action === undefined ? undefined : progress.actions[action.id]) ?? {};
    const heard = action === undefined ? undefined : reporters?.get(action.id);
    const silent = heard === undefined ? [] : below.filter(({ code }) => !heard.has(code));
    const figures = target === undefined ? '' : words.figures(target, progress.targets[target.id]!);
    items.push({
      kind,
      taskId: task.id,
      ...(action === undefined ? {} : { actionId: action.id }),
      title: task.title,
      ...(action === undefined ? {} : { text: action.text }),
      ...(due === undefined ? {} : { due }),
      ...(days === undefined ? {} : { days }),
      ...(reported === undefined ? {} : { asOf: reported }),
      units: task.assignees.length > 0 || plan.issuer.name === '' ? [...task.assignees] : [plan.issuer.name],
      ...(coverage === undefined ? {} : { coverage }),
      ...(silent.length > 0 ? { silent } : {}),
      reason: words.reason[kind]({ due: due && dayWords(due, lang), days, reported: reported && dayWords(reported, lang), figures }),
    });
  };
  for (const task of plan.tasks) {
    if (task.actions.length === 0) look(task);
    for (const action of task.actions) look(task, action);
  }
  // The sort is stable: what is as urgent keeps the order of the document.
  items.sort((a, b) => supervisionKinds.indexOf(a.kind) - supervisionKinds.indexOf(b.kind) || urgency(a) - urgency(b));
  const { total, reported } = progress.total;
  return { planId: plan.id, planTitle: plan.title, asOf, soonDays, stagnantDays, total, reported, items };
}

interface Cause {
  kind: SupervisionKind;
  due?: string;
  /** Calendar days. */
  days?: number;
  /** The target whose figures are the cause. */
  target?: Target | undefined;
}

function causeOf(
  plan: Plan,
  task: Task,
  action: Action | undefined,
  progress: Progress,
  { soonDays, stagnantDays }: { soonDays: number; stagnantDays: number },
): Cause | undefined {
  const { asOf, targets } = progress;
  const {
    state,
    pace,
    asOf: reported,
  }: Progress['actions'][string] = action === undefined ? progress.tasks[task.id]! : progress.actions[action.id]!;
  const own = action?.due ?? task.due;
  const within = action?.targets ?? [];
  const figures = within.find(({ id }) => targets[id]?.pace === pace);
  const next = [own, ...within.map(({ due }) => due)].filter((due) => due !== undefined && due >= asOf).sort()[0];
  const withDue = next === undefined ? {} : { due: next };
  if (pace === 'overLimit') return { kind: 'overLimit', ...withDue, target: figures };
  if (state === 'done' || state === 'stopped') return undefined;

  const passed = state === 'overdue' ? own : within.find(({ id, due }) => due !== undefined && targets[id]?.state === 'overdue')?.due;
  if (passed !== undefined) return { kind: 'overdue', due: passed, days: daysBetween(passed, asOf) };
  if (pace === 'behind') return { kind: 'behind', ...withDue, target: figures };
  if (next !== undefined && daysBetween(asOf, next) <= soonDays) return { kind: 'dueSoon', due: next, days: daysBetween(asOf, next) };
  const since = reported ?? plan.period?.from;
  const days = since === undefined ? 0 : daysBetween(since, asOf);
  return since !== undefined && days >= stagnantDays ? { kind: 'stagnant', ...withDue, days } : undefined;
}

/** Less is more urgent. */
function urgency({ kind, days = 0 }: SupervisionItem): number {
  return kind === 'dueSoon' ? days : -days;
}

/** Which regions spoke of each action, where any did. */
function reportersOf(plan: Plan, standing: readonly LedgerEntry[]): Map<string, Set<string>> {
  const actionOf = new Map(
    plan.tasks.flatMap(({ actions }) => actions.flatMap(({ id, targets }) => targets.map((target) => [target.id, id] as const))),
  );
  const actionsOf = new Map(plan.tasks.map(({ id, actions }) => [id, actions.map((action) => action.id)]));
  const heard = new Map<string, Set<string>>();
  for (const { taskId, actionId, targetId, region } of standing) {
    if (region === undefined || region === plan.issuer.region) continue;
    const named = actionId ?? (targetId === undefined ? undefined : actionOf.get(targetId));
    for (const id of named === undefined ? (actionsOf.get(taskId) ?? []) : [named]) {
      const regions = heard.get(id);
      if (regions === undefined) heard.set(id, new Set([region]));
      else regions.add(region);
    }
  }
  return heard;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
