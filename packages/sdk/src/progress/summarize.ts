import type { LedgerEntry } from '../model/ledger.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';
import type { Progress, ProgressState, Tally, TargetProgress } from '../model/progress.js';
import type { Region } from '../model/region.js';
import { type Figures, sumFigures } from './figures.js';
import { collectReports } from './reports.js';
import { stateOfTask } from './states.js';

/** From when and for whom to sum up. */
export interface SummarizeOptions {
  /** The day to look from, YYYY-MM-DD: later reports are not seen, and what was due before it is overdue. */
  asOf: string;
  /** The regions that exist; they give targets of the kind 每个市州 their denominator. */
  regions?: readonly Region[];
}

/**
 * How far a plan has come, derived from its ledger.
 *
 * - What is not reported is not zero: it is counted apart, everywhere.
 * - The order of the entries means nothing. The same id counts once, a corrected entry not at all, unknown ids are passed over.
 * - A status that was reported stands until a newer one. `inProgress` also yields to newer figures that meet every target.
 *   The issuer's word (no region, or its own) goes before that of the regions; these together are done when each of them is, so far as
 *   `regions` tells who they are.
 * - Without a status an action is done when all its targets are met, and in progress if anything is reported.
 * - A status reported for a whole task holds for those of its actions that nobody reported on.
 * - A ceiling (`atMost`, `lessThan`) is met only when its time is over: its due day, else the end of the plan's period.
 * - An action or target that is past its due day, and neither done nor stopped, is overdue, reported or not.
 * - Amounts sum over regions, rates as sum of numerators over sum of denominators, 每个… as units that met it out of those that exist.
 *
 * Pure; linear in the plan, n log n in the entries.
 *
 * @returns tallies count actions; `reached` is in the unit of its target.
 */
export function summarizeProgress(plan: Plan, entries: readonly LedgerEntry[], { asOf, regions }: SummarizeOptions): Progress {
  const { byTask, byAction, byTarget } = collectReports(plan, entries, asOf);
  const issuerRegion = plan.issuer.region;
  const total = emptyTally();
  const sections = new Map<string, Tally>();
  const tasks = new Map<string, { state: ProgressState; tally: Tally }>();
  const actions = new Map<string, Progress['actions'][string]>();
  const targets = new Map<string, TargetProgress>();
  const headingsAbove = collectHeadings(plan);

  for (const task of plan.tasks) {
    const tally = emptyTally();
    const forTask = readStatus(byTask.get(task.id) ?? [], issuerRegion, regions);
    for (const action of task.actions) {
      const own = byAction.get(action.id) ?? [];
      const figures = action.targets.map((target) => {
        const sum = sumFigures(target, byTarget.get(target.id) ?? [], { issuerRegion, regions });
        return sum?.isMet === true && !isSettled(target, dueOf(target, action, task) ?? plan.period?.to, asOf)
          ? { ...sum, isMet: false }
          : sum;
      });
      const status = own.length > 0 ? readStatus(own, issuerRegion, regions) : forTask;
      const reportedOn = own.length > 0 ? own[own.length - 1]!.asOf : forTask?.asOf;
      const state = lateIf(isPast(action.due ?? task.due, asOf), stateOfAction(status, figures, reportedOn !== undefined));
      action.targets.forEach((target, index) => {
        targets.set(target.id, progressOfTarget(figures[index], state, isPast(dueOf(target, action, task), asOf)));
      });
      actions.set(action.id, reportedOn === undefined ? { state } : { state, asOf: reportedOn });
      count(tally, state, reportedOn !== undefined);
    }
    const state = task.actions.length > 0 ? stateOfTask(tally) : lateIf(isPast(task.due, asOf), forTask?.state ?? 'notReported');
    tasks.set(task.id, { state, tally });
    add(total, tally);
    for (const heading of headingsAbove(task)) {
      const section = sections.get(heading) ?? emptyTally();
      add(section, tally);
      sections.set(heading, section);
    }
  }

  return {
    planId: plan.id,
    asOf,
    total,
    sections: Object.fromEntries(plan.headings.flatMap(({ id }) => (sections.has(id) ? [[id, sections.get(id)!]] : []))),
    tasks: Object.fromEntries(tasks),
    actions: Object.fromEntries(actions),
    targets: Object.fromEntries(targets),
  };
}

type ReportedState = 'inProgress' | 'done' | 'stopped';

interface Status {
  state: ReportedState;
  asOf: string;
}

/** The status that stands, from reports ordered oldest first; undefined where none of them states one. */
function readStatus(
  reports: readonly LedgerEntry[],
  issuerRegion: string | undefined,
  regions: readonly Region[] | undefined,
): Status | undefined {
  let own: Status | undefined;
  const byRegion = new Map<string, Status>();
  for (const { region, status, asOf } of reports) {
    if (status === undefined) continue;
    if (region === undefined || region === issuerRegion) own = { state: status, asOf };
    else byRegion.set(region, { state: status, asOf });
  }
  if (own !== undefined) return own;
  if (byRegion.size === 0) return undefined;
  const statuses = [...byRegion.values()];
  const asOf = statuses.reduce((latest, status) => (status.asOf > latest ? status.asOf : latest), '');
  const isOver = statuses.every(({ state }) => state !== 'inProgress') && coversItsLevels(byRegion, regions);
  if (!isOver) return { state: 'inProgress', asOf };
  return { state: statuses.some(({ state }) => state === 'done') ? 'done' : 'stopped', asOf };
}

/** Whether the regions that report are all there are of their level; taken for granted where nobody says which exist. */
function coversItsLevels(reported: ReadonlyMap<string, unknown>, regions: readonly Region[] | undefined): boolean {
  if (regions === undefined) return true;
  const levels = new Set(regions.filter(({ code }) => reported.has(code)).map(({ level }) => level));
  return regions.every(({ code, level }) => !levels.has(level) || reported.has(code));
}

function stateOfAction(status: Status | undefined, figures: readonly (Figures | undefined)[], isReported: boolean): ProgressState {
  if (status !== undefined && status.state !== 'inProgress') return status.state;
  const isMet = figures.length > 0 && figures.every((figure) => figure?.isMet === true);
  const isNewer = status === undefined || figures.some((figure) => figure !== undefined && figure.asOf > status.asOf);
  if (isMet && isNewer) return 'done';
  return isReported ? 'inProgress' : 'notReported';
}

/** A target follows its figures. An action that is done leaves an unreported figure unreported, but not late. */
function progressOfTarget(figures: Figures | undefined, action: ProgressState, isLate: boolean): TargetProgress {
  const { reached, units, asOf } = figures ?? {};
  const reported: ProgressState = figures === undefined ? 'notReported' : figures.isMet ? 'done' : 'inProgress';
  const state = action === 'stopped' && reported !== 'done' ? 'stopped' : lateIf(isLate && action !== 'done', reported);
  return {
    state,
    ...(reached === undefined ? {} : { reached }),
    ...(units === undefined ? {} : { units }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function lateIf(isLate: boolean, state: ProgressState): ProgressState {
  return isLate && state !== 'done' && state !== 'stopped' ? 'overdue' : state;
}

function dueOf(target: Target, action: Action, task: Task): string | undefined {
  return target.due ?? action.due ?? task.due;
}

/** A ceiling (不超过4次, 控制在5%以内) that holds today may still be broken: it is kept only when its time is over. */
function isSettled({ comparator }: Target, until: string | undefined, asOf: string): boolean {
  return (comparator !== 'atMost' && comparator !== 'lessThan') || (until !== undefined && asOf >= until);
}

/** The due day itself is still in time. */
function isPast(due: string | undefined, asOf: string): boolean {
  return due !== undefined && due < asOf;
}

/** Ids of the headings that a task stands under, its own first. A ring of parents ends where it began. */
function collectHeadings(plan: Plan): (task: Task) => Iterable<string> {
  const parents = new Map(plan.headings.map(({ id, parent }) => [id, parent]));
  return ({ heading }) => {
    const above = new Set<string>();
    for (let id = heading; id !== undefined && !above.has(id); id = parents.get(id)) above.add(id);
    return above;
  };
}

function emptyTally(): Tally {
  return { total: 0, reported: 0, done: 0, inProgress: 0, overdue: 0, stopped: 0, notReported: 0 };
}

function count(tally: Tally, state: ProgressState, isReported: boolean): void {
  tally.total += 1;
  tally[state] += 1;
  if (isReported) tally.reported += 1;
}

function add(sum: Tally, tally: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
}
