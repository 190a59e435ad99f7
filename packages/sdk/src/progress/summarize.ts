import type { LedgerEntry } from '../model/ledger.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';
import type { Coverage, Pace, Progress, ProgressState, RegionProgress, Tally, TargetProgress } from '../model/progress.js';
import type { Region } from '../model/region.js';
import { expectedBy } from '../calendar/working-days.js';
import { type Figures, type Frame, sumFigures } from './figures.js';
import { isCeiling, paceOfAll, paceOfTarget, ratioOf } from './pace.js';
import { collectReports, push, standingEntries } from './reports.js';
import { stateOfTask } from './states.js';
import { isWithin, regionsAbove } from '../model/region-code.js';
import { coverageOf, regionsBelow } from './territory.js';

/** From when and for whom to sum up. */
export interface SummarizeOptions {
  /** The day to look from, YYYY-MM-DD: later reports are not seen, and what was due before it is overdue. */
  asOf: string;
  /** The regions that exist; they give targets of the kind 每个市州 their denominator, and every sum its n of m. */
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
 * - Amounts sum over regions, rates as sum of numerators over sum of denominators, 每个市州 as regions that met it out of those that exist,
 *   每季度 as quarters. What holds for each of something else (人均, 每户) has no sum: each that reports has to meet it.
 * - Within its state something is on track or behind what the working days gone let expect, beyond its goal, or over its ceiling (`pace`).
 * - With `regions`, each of them has its own count of what it reported, and every sum says how many of them it holds.
 *
 * Pure; linear in the plan, n log n in the entries.
 *
 * @returns tallies count actions; `reached` is in the unit of its target.
 */
export function summarizeProgress(plan: Plan, entries: readonly LedgerEntry[], options: SummarizeOptions): Progress {
  return createSummarizer(plan, options)(entries);
}

/**
 * `summarizeProgress` for a ledger that grows: what it returns may be called again, and then sums anew only those regions whose entries are not
 * the ones (by identity) that it saw the time before.
 */
export function createSummarizer(plan: Plan, { asOf, regions }: SummarizeOptions): (entries: readonly LedgerEntry[]) => Progress {
  const frame = frameOf(plan, asOf, plan.issuer.region, regions);
  const sumRegions = regions === undefined ? undefined : regionSummarizer(plan, { ...frame, regions });
  return (entries) => {
    const standing = standingEntries(plan, entries, asOf);
    return {
      planId: plan.id,
      asOf,
      ...sumReports(plan, standing, frame),
      ...(sumRegions === undefined
        ? {}
        : {
            coverage: coverageOf(
              standing.flatMap(({ region }) => region ?? []),
              frame.below,
            ),
            regions: sumRegions(standing),
          }),
    };
  };
}

function frameOf(plan: Plan, asOf: string, issuerRegion: string | undefined, regions: readonly Region[] | undefined): Frame {
  const below = new Set(regionsBelow(issuerRegion, regions).map(({ code }) => code));
  return { issuerRegion, regions, below, period: plan.period, asOf };
}

type Sums = Pick<Progress, 'total' | 'sections' | 'tasks' | 'actions' | 'targets'>;

function sumReports(plan: Plan, standing: readonly LedgerEntry[], frame: Frame): Sums {
  const { byTask, byAction, byTarget } = collectReports(plan, standing);
  const { issuerRegion, regions, period, asOf } = frame;
  const total = emptyTally();
  const sections = new Map<string, Tally>();
  const tasks = new Map<string, Progress['tasks'][string]>();
  const actions = new Map<string, Progress['actions'][string]>();
  const targets = new Map<string, TargetProgress>();
  const headingsAbove = collectHeadings(plan);

  for (const task of plan.tasks) {
    const tally = emptyTally();
    const paces: (Pace | undefined)[] = [];
    const forTask = readStatus(byTask.get(task.id) ?? [], issuerRegion, regions);
    for (const action of task.actions) {
      const own = byAction.get(action.id) ?? [];
      const figures = action.targets.map((target) => {
        const sum = sumFigures(target, byTarget.get(target.id) ?? [], frame);
        return sum?.isMet === true && !isSettled(target, dueOf(target, action, task) ?? period?.to, asOf) ? { ...sum, isMet: false } : sum;
      });
      const status = own.length > 0 ? readStatus(own, issuerRegion, regions) : forTask;
      const reportedOn = own.length > 0 ? own[own.length - 1]!.asOf : forTask?.asOf;
      const state = lateIf(isPast(action.due ?? task.due, asOf), stateOfAction(status, figures, reportedOn !== undefined));
      const inAction = action.targets.map((target, index) => {
        const due = dueOf(target, action, task);
        const progress = progressOfTarget(target, figures[index], state, isPast(due, asOf), expectedOf(target, due, frame));
        targets.set(target.id, progress);
        return progress.pace;
      });
      const pace = paceOfAll(state, inAction);
      paces.push(pace);
      actions.set(action.id, {
        state,
        ...(pace === undefined ? {} : { pace }),
        ...(reportedOn === undefined ? {} : { asOf: reportedOn }),
        ...coverageIn(own.length > 0 ? own : (byTask.get(task.id) ?? []), frame),
      });
      count(tally, state, reportedOn !== undefined);
    }
    const state = task.actions.length > 0 ? stateOfTask(tally) : lateIf(isPast(task.due, asOf), forTask?.state ?? 'notReported');
    const pace = paceOfAll(state, paces);
    tasks.set(task.id, { state, ...(pace === undefined ? {} : { pace }), tally });
    add(total, tally);
    for (const heading of headingsAbove(task)) {
      const section = sections.get(heading) ?? emptyTally();
      add(section, tally);
      sections.set(heading, section);
    }
  }

  return {
    total,
    sections: Object.fromEntries(plan.headings.flatMap(({ id }) => (sections.has(id) ? [[id, sections.get(id)!]] : []))),
    tasks: Object.fromEntries(tasks),
    actions: Object.fromEntries(actions),
    targets: Object.fromEntries(targets),
  };
}

/** What each region below the issuer reported, those inside it included: the same sum, as if the region had issued the plan. */
function regionSummarizer(
  plan: Plan,
  { issuerRegion, regions, asOf }: Frame & { regions: readonly Region[] },
): (standing: readonly LedgerEntry[]) => Record<string, RegionProgress> {
  const total = plan.tasks.reduce((sum, task) => sum + task.actions.length, 0);
  const below = regions.filter(({ code, level }) => code !== issuerRegion && level !== 'country' && isWithin(code, issuerRegion));
  const known = groupByRegion(regions, ({ code }) => code);
  const kept = new Map<string, { entries: readonly LedgerEntry[]; sum: RegionProgress }>();
  return (standing) => {
    const inRegion = groupByRegion(standing, ({ region }) => region);
    const sums = below.map(({ code }): [string, RegionProgress] => {
      const entries = inRegion.get(code);
      if (entries === undefined) return [code, { total, reported: 0, done: 0 }];
      const before = kept.get(code);
      if (before !== undefined && isSame(before.entries, entries)) return [code, before.sum];
      const { reported, done } = sumReports(plan, entries, frameOf(plan, asOf, code, known.get(code))).total;
      const sum = { total, reported, done, asOf: entries[entries.length - 1]!.asOf };
      kept.set(code, { entries, sum });
      return [code, sum];
    });
    return Object.fromEntries(sums);
  };
}

/** What lies in each region, by its code: its own, and that of the regions in it. */
function groupByRegion<T>(items: readonly T[], regionOf: (item: T) => string | undefined): Map<string, T[]> {
  const above = new Map<string, string[]>();
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const region = regionOf(item);
    if (region === undefined) continue;
    let codes = above.get(region);
    if (codes === undefined) above.set(region, (codes = [region, ...regionsAbove(region)]));
    for (const code of codes) push(groups, code, item);
  }
  return groups;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** How many regions spoke of something, where they do and are known. */
function coverageIn(reports: readonly LedgerEntry[], frame: Frame): { coverage?: Coverage } {
  if (frame.regions === undefined) return {};
  const reporting = reports.flatMap(({ region }) => (region === undefined || region === frame.issuerRegion ? [] : [region]));
  return reporting.length === 0 ? {} : { coverage: coverageOf(reporting, frame.below) };
}

function expectedOf(target: Target, due: string | undefined, { period, asOf }: Frame): number | undefined {
  return period === undefined ? undefined : expectedBy({ ...target, ...(due === undefined ? {} : { due }) }, period, asOf);
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
function progressOfTarget(
  target: Target,
  figures: Figures | undefined,
  action: ProgressState,
  isLate: boolean,
  expected: number | undefined,
): TargetProgress {
  const { reached, units, coverage, asOf } = figures ?? {};
  const reported: ProgressState = figures === undefined ? 'notReported' : figures.isMet ? 'done' : 'inProgress';
  const state = action === 'stopped' && reported !== 'done' ? 'stopped' : lateIf(isLate && action !== 'done', reported);
  const pace = paceOfTarget(target, state, figures, expected);
  const ratio = figures === undefined ? undefined : ratioOf(target, figures);
  return {
    state,
    ...(pace === undefined ? {} : { pace }),
    ...(reached === undefined ? {} : { reached }),
    ...(ratio === undefined ? {} : { ratio }),
    ...(expected === undefined || figures === undefined ? {} : { expected }),
    ...(units === undefined ? {} : { units }),
    ...(coverage === undefined ? {} : { coverage }),
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
function isSettled(target: Target, until: string | undefined, asOf: string): boolean {
  return !isCeiling(target) || (until !== undefined && asOf >= until);
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
