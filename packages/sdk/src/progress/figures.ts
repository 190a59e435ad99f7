import type { LedgerEntry } from '../model/ledger.js';
import type { Target } from '../model/plan.js';
import type { Coverage } from '../model/progress.js';
import { type Region, type RegionLevel, regionLevels } from '../model/region.js';
import { isTargetMet, rateBase } from './amounts.js';
import { isWithin } from '../model/region-code.js';
import { coverageOf, outermost } from './territory.js';
import { type Window, windowsOf } from './windows.js';

/** What the reports of one target come to. */
export interface Figures {
  /** Amount reached, in the unit of the target; absent where the reports do not give one. */
  reached?: number;
  /** For a target that holds for each of some units: how many met it, reported, and exist. */
  units?: { met: number; reported: number; total?: number };
  /** How many of those units should have met it by the day. */
  unitsDue?: number;
  /** For a sum over regions: how many of how many it holds. */
  coverage?: Coverage;
  isMet: boolean;
  /** Day of the newest report that was used. */
  asOf: string;
}

/** Whose plan it is, and what is known of the regions and the time. */
export interface Frame {
  issuerRegion: string | undefined;
  regions: readonly Region[] | undefined;
  /** Codes of the regions next below the issuer, so far as they are known. */
  below: ReadonlySet<string>;
  period: { from: string; to: string } | undefined;
  /** The day looked from, YYYY-MM-DD. */
  asOf: string;
}

/**
 * Sums the figures of a target, oldest report first, into one. Each region counts with its newest report; a region below one that also reports
 * does not count again. What the issuer itself reports (no region) stands if it is as new as the regions' reports.
 *
 * @returns undefined where nothing is reported.
 */
export function sumFigures(target: Target, reports: readonly LedgerEntry[], frame: Frame): Figures | undefined {
  // The parts of a rate say nothing of a target that is no rate.
  const told = reports.filter((report) => figureOf(report, target) !== undefined);
  const each = target.scope?.each;
  const level = regionLevels.find((name) => name === each);
  if (level !== undefined) return countRegions(target, told, level, frame);
  const windows = each === undefined ? undefined : windowsOf(each, frame.period);
  if (windows !== undefined) return countWindows(target, told, windows, frame);
  return sumAmounts(target, told, frame);
}

function sumAmounts(target: Target, reports: readonly LedgerEntry[], { issuerRegion, below }: Frame): Figures | undefined {
  const { own, byRegion } = newestOf(reports, issuerRegion);
  const counted = outermost(byRegion);
  const newest = newestDay(counted);
  const isOwn = own !== undefined && own.asOf >= newest;
  const used = isOwn ? [own] : counted;
  const [first] = used;
  if (first === undefined) return undefined;
  const asOf = isOwn ? first.asOf : newest;
  const coverage = isOwn ? {} : { coverage: coverageOf([...byRegion.keys()], below) };
  if (used.length > 1 && target.scope !== undefined && rateBase(target.unit) === undefined) {
    // 人均不低于1.5元: what holds for each of something has no sum over regions; each of them has to meet it.
    const isMet = used.every((report) => isTargetMet(target, figureOf(report, target)!)) && isComplete(coverage.coverage);
    return { ...coverage, isMet, asOf };
  }
  const reached = used.length === 1 ? figureOf(first, target) : combine(used, target);
  if (reached === undefined) return { ...coverage, isMet: false, asOf };
  return { reached, ...coverage, isMet: isTargetMet(target, reached), asOf };
}

/** 每个市州至少一个: met by n of N, where N is known only if the regions are. What the issuer reports is shown, but no unit's figure. */
function countRegions(
  target: Target,
  reports: readonly LedgerEntry[],
  level: RegionLevel,
  { issuerRegion, regions }: Frame,
): Figures | undefined {
  const codes = new Set(regions?.filter((region) => region.level === level && isWithin(region.code, issuerRegion)).map(({ code }) => code));
  const isKnown = codes.size > 0;
  // An issuer of that level is itself the one unit that counts.
  const isUnit = issuerRegion !== undefined && codes.has(issuerRegion);
  const { own, byRegion } = newestOf(reports, isUnit ? undefined : issuerRegion);
  const units = [...byRegion].filter(([code]) => !isKnown || codes.has(code)).map(([, report]) => report);
  const used = own === undefined ? units : [...units, own];
  if (used.length === 0) return undefined;
  const met = units.filter((report) => isTargetMet(target, figureOf(report, target)!)).length;
  const reached = own === undefined ? undefined : figureOf(own, target);
  return {
    ...(reached === undefined ? {} : { reached }),
    units: { met, reported: units.length, ...(isKnown ? { total: codes.size } : {}) },
    isMet: isKnown && met === codes.size,
    asOf: newestDay(used),
  };
}

/**
 * 每季度不少于3篇: met by n of 4 quarters. Reports are counted from the beginning of the period, so that a quarter has what came on top of the
 * last report before it; a quarter without a report of its own has not met anything.
 */
function countWindows(target: Target, reports: readonly LedgerEntry[], windows: readonly Window[], frame: Frame): Figures | undefined {
  if (reports.length === 0) return undefined;
  const amount: Target = { ...target };
  delete amount.scope;
  const whole = sumAmounts(amount, reports, frame)!;
  let before = 0;
  let met = 0;
  let reported = 0;
  for (const { from, to } of windows) {
    if (!reports.some(({ asOf }) => asOf >= from && asOf <= to)) continue;
    const { reached } = sumAmounts(
      amount,
      reports.filter(({ asOf }) => asOf <= to),
      frame,
    )!;
    if (reached === undefined) continue;
    reported += 1;
    // A rate is not used up by the quarter before.
    if (isTargetMet(target, rateBase(target.unit) === undefined ? reached - before : reached)) met += 1;
    before = reached;
  }
  return {
    ...whole,
    units: { met, reported, total: windows.length },
    unitsDue: windows.filter(({ to }) => to < frame.asOf).length,
    isMet: met === windows.length,
  };
}

/** The newest report of the issuer itself, and of each region. */
function newestOf(
  reports: readonly LedgerEntry[],
  issuerRegion: string | undefined,
): { own: LedgerEntry | undefined; byRegion: ReadonlyMap<string, LedgerEntry> } {
  let own: LedgerEntry | undefined;
  const byRegion = new Map<string, LedgerEntry>();
  for (const report of reports) {
    if (report.region === undefined || report.region === issuerRegion) own = report;
    else byRegion.set(report.region, report);
  }
  return { own, byRegion };
}

/** One report as an amount: its parts before its value, because parts can be checked. */
function figureOf({ value, numerator, denominator }: LedgerEntry, { unit }: Target): number | undefined {
  const base = rateBase(unit);
  if (base === undefined || numerator === undefined || denominator === undefined) return value;
  return (numerator / denominator) * base;
}

/** Several regions as one amount. Rates have no sum: those that come without their parts cannot be rolled up, and are left out. */
function combine(reports: readonly LedgerEntry[], { unit }: Target): number | undefined {
  const base = rateBase(unit);
  if (base === undefined) {
    const values = reports.flatMap(({ value }) => value ?? []);
    return values.length === 0 ? undefined : total(values);
  }
  const parts = reports.flatMap(({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined ? [] : [{ numerator, denominator }],
  );
  if (parts.length === 0) return undefined;
  return (total(parts.map(({ numerator }) => numerator)) / total(parts.map(({ denominator }) => denominator))) * base;
}

function isComplete(coverage: Coverage | undefined): boolean {
  return coverage?.total === undefined || coverage.reported === coverage.total;
}

function newestDay(reports: readonly LedgerEntry[]): string {
  return reports.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
