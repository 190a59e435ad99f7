import type { LedgerEntry } from '../model/ledger.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';

/** The reports of one plan that still stand, by what they speak of. */
export interface Reports {
  /** Entries that name a task and nothing below it, by task id. */
  byTask: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Entries that name an action, or a target inside it, by action id. */
  byAction: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Entries that give a figure for a target, by target id. */
  byTarget: ReadonlyMap<string, readonly LedgerEntry[]>;
}

/**
 * The entries of a ledger that still stand, from the oldest report to the newest, whatever the order of `entries`. Left out: other plans, what
 * the plan does not know, what lies after `asOf`, repeated entries, entries that another corrects (a correction may itself be corrected), and
 * corrections that state nothing (withdrawals). A correction that names what a later version of the plan dropped still corrects: a figure that
 * somebody took back does not come back with it.
 */
export function standingEntries(plan: Plan, entries: readonly LedgerEntry[], asOf: string): LedgerEntry[] {
  const index = indexPlan(plan);
  const byId = new Map<string, LedgerEntry>();
  const corrected = new Set<string>();
  for (const entry of entries) {
    if (entry.planId !== plan.id || entry.asOf > asOf) continue;
    const twin = byId.get(entry.id);
    if (twin === undefined || compareContent(entry, twin) > 0) byId.set(entry.id, entry);
  }
  for (const { id, supersedes } of byId.values()) {
    if (supersedes !== undefined && supersedes !== id) corrected.add(supersedes);
  }
  return sortByAge([...byId.values()].filter((entry) => !corrected.has(entry.id) && !isWithdrawal(entry) && isKnown(entry, index)));
}

/** Sorts entries that stand by what they speak of; each list keeps their order. */
export function collectReports(plan: Plan, standing: readonly LedgerEntry[]): Reports {
  const index = indexPlan(plan);
  const byTask = new Map<string, LedgerEntry[]>();
  const byAction = new Map<string, LedgerEntry[]>();
  const byTarget = new Map<string, LedgerEntry[]>();
  for (const entry of standing) {
    const action = index.actionOf(entry);
    if (action === undefined) {
      push(byTask, entry.taskId, entry);
      continue;
    }
    push(byAction, action.id, entry);
    const target = targetOf(entry, action);
    if (target !== undefined && hasFigure(entry)) push(byTarget, target.id, entry);
  }
  return { byTask, byAction, byTarget };
}

/** Older before newer: by the day reported on, then by when it was recorded. */
function compareAge(a: Dated, b: Dated): number {
  return compare(a.entry.asOf, b.entry.asOf) || compareRecorded(a, b);
}

/** Older before newer: by when it was recorded, then by id (UUIDv7 grows with time). */
export function compareRecorded(a: Dated, b: Dated): number {
  return a.recordedMs - b.recordedMs || compare(a.entry.id, b.entry.id);
}

export interface Dated {
  entry: LedgerEntry;
  recordedMs: number;
}

/** Times come with any offset, so they are compared as instants; each is read once, not once for every comparison. */
export function date(entry: LedgerEntry): Dated {
  return { entry, recordedMs: Date.parse(entry.recordedAt) };
}

function sortByAge(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries
    .map(date)
    .sort(compareAge)
    .map(({ entry }) => entry);
}

function hasFigure(entry: LedgerEntry): boolean {
  return entry.value !== undefined || (entry.numerator !== undefined && entry.denominator !== undefined);
}

function isWithdrawal(entry: LedgerEntry): boolean {
  return entry.supersedes !== undefined && entry.status === undefined && !hasFigure(entry);
}

interface PlanIndex {
  tasks: ReadonlyMap<string, Task>;
  actions: ReadonlyMap<string, { task: Task; action: Action }>;
  targets: ReadonlyMap<string, { task: Task; action: Action }>;
  /** The action that a known entry speaks of, by its own id or by that of a target in it. */
  actionOf(entry: LedgerEntry): Action | undefined;
}

function indexPlan(plan: Plan): PlanIndex {
  const tasks = new Map<string, Task>();
  const actions = new Map<string, { task: Task; action: Action }>();
  const targets = new Map<string, { task: Task; action: Action }>();
  for (const task of plan.tasks) {
    tasks.set(task.id, task);
    for (const action of task.actions) {
      actions.set(action.id, { task, action });
      for (const target of action.targets) targets.set(target.id, { task, action });
    }
  }
  const actionOf = ({ actionId, targetId }: LedgerEntry): Action | undefined =>
    (targetId === undefined ? (actionId === undefined ? undefined : actions.get(actionId)) : targets.get(targetId))?.action;
  return { tasks, actions, targets, actionOf };
}

/** Whether every id of the entry is one of the plan, and they belong together. */
function isKnown({ taskId, actionId, targetId }: LedgerEntry, { tasks, actions, targets }: PlanIndex): boolean {
  if (!tasks.has(taskId)) return false;
  if (actionId !== undefined && actions.get(actionId)?.task.id !== taskId) return false;
  if (targetId === undefined) return true;
  const owner = targets.get(targetId);
  return owner?.task.id === taskId && (actionId === undefined || owner.action.id === actionId);
}

/** An entry that names an action alone can only mean the one target in it. */
function targetOf({ targetId }: LedgerEntry, { targets }: Action): Target | undefined {
  return targetId === undefined ? (targets.length === 1 ? targets[0] : undefined) : targets.find(({ id }) => id === targetId);
}

/** An arbitrary but fixed order, so that two entries that wrongly share an id give the same sum in whatever order they come. */
function compareContent(a: LedgerEntry, b: LedgerEntry): number {
  return compareAge(date(a), date(b)) || compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Adds to the list of a key. */
export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
