import type { LedgerEntry } from '../model/ledger.js';
import type { Target } from '../model/plan.js';
import { type Region, type RegionLevel, regionLevels } from '../model/region.js';
import { isTargetMet, rateBase } from './amounts.js';

/** What the reports of one target come to. */
export interface Figures {
  /** Amount reached, in the unit of the target; absent where the reports do not give one. */
  reached?: number;
  /** For a target that holds for each of some units: how many met it, reported, and exist. */
  units?: { met: number; reported: number; total?: number };
  isMet: boolean;
  /** Day of the newest report that was used. */
  asOf: string;
}

/**
 * Sums the figures of a target, oldest report first, into one. Each region counts with its newest report; a region below one that also reports
 * does not count again. What the issuer itself reports (no region) stands if it is as new as the regions' reports.
 *
 * @returns undefined where nothing is reported.
 */
export function sumFigures(
  target: Target,
  reports: readonly LedgerEntry[],
  { issuerRegion, regions }: { issuerRegion: string | undefined; regions: readonly Region[] | undefined },
): Figures | undefined {
  let own: LedgerEntry | undefined;
  const byRegion = new Map<string, LedgerEntry>();
  for (const report of reports) {
    // The parts of a rate say nothing of a target that is no rate.
    if (figureOf(report, target) === undefined) continue;
    if (report.region === undefined || report.region === issuerRegion) own = report;
    else byRegion.set(report.region, report);
  }
  const level = regionLevels.find((name) => name === target.scope?.each);
  if (level !== undefined) return countUnits(target, own, byRegion, level, regions);

  const counted = outermost(byRegion);
  const newest = counted.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
  const used = own !== undefined && own.asOf >= newest ? [own] : counted;
  const [first] = used;
  if (first === undefined) return undefined;
  const asOf = used === counted ? newest : first.asOf;
  const reached = used.length === 1 ? figureOf(first, target) : combine(used, target);
  return reached === undefined ? { isMet: false, asOf } : { reached, isMet: isTargetMet(target, reached), asOf };
}

/** 每个市州至少一个: met by n of N, where N is known only if the regions are. What the issuer reports is shown, but no unit's figure. */
function countUnits(
  target: Target,
  own: LedgerEntry | undefined,
  byRegion: ReadonlyMap<string, LedgerEntry>,
  level: RegionLevel,
  regions: readonly Region[] | undefined,
): Figures | undefined {
  const codes = new Set(regions?.filter((region) => region.level === level).map(({ code }) => code));
  const isKnown = codes.size > 0;
  const units = [...byRegion].filter(([code]) => !isKnown || codes.has(code)).map(([, report]) => report);
  const used = own === undefined ? units : [...units, own];
  if (used.length === 0) return undefined;
  const asOf = used.reduce((latest, report) => (report.asOf > latest ? report.asOf : latest), '');
  const met = units.filter((report) => {
    const reached = figureOf(report, target);
    return reached !== undefined && isTargetMet(target, reached);
  }).length;
  const reached = own === undefined ? undefined : figureOf(own, target);
  return {
    ...(reached === undefined ? {} : { reached }),
    units: { met, reported: units.length, ...(isKnown ? { total: codes.size } : {}) },
    isMet: isKnown && met === codes.size,
    asOf,
  };
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

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The reports of regions that lie in no other reporting region, by code: 430100 already holds what 430102 reports. */
function outermost(byRegion: ReadonlyMap<string, LedgerEntry>): LedgerEntry[] {
  return [...byRegion.keys()]
    .sort()
    .filter((code) => !regionsAbove(code).some((above) => byRegion.has(above)))
    .map((code) => byRegion.get(code)!);
}

/** Codes of the regions that hold this one, by the places of GB/T 2260 (2, 4, 6 digits) and of the statistical codes (9, 12). */
function regionsAbove(code: string): string[] {
  return [2, 4, 6, 9]
    .map((digits) => code.slice(0, digits).padEnd(digits > 6 ? 12 : 6, '0'))
    .filter((above) => above !== code && above !== `${code}000000`);
}
