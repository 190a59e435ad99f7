import { FpError } from '../errors.js';
import type { Lang } from '../lang.js';
import type { LedgerEntry } from '../model/ledger.js';
import type { Plan, Target } from '../model/plan.js';
import type { RegionProgress } from '../model/progress.js';
import type { Ranking, RankingMeasure, RankingPart, RankingRow } from '../model/ranking.js';
import type { Region, RegionLevel } from '../model/region.js';
import { rankingWords } from '../words/ranking-words.js';
import { rateBase } from './amounts.js';
import { isCeiling } from './pace.js';
import { collectReports, compareRecorded, date, standingEntries } from './reports.js';
import { summarizeProgress } from './summarize.js';
import { isWithin } from '../model/region-code.js';
import { outermost, regionsBelow } from './territory.js';

/** Who is ranked, by what, and from when. */
export interface RankOptions {
  /** The day to look from, YYYY-MM-DD. */
  asOf: string;
  /** The regions that exist. */
  regions: readonly Region[];
  /** Which of them are ranked; those next below the issuer unless told. */
  level?: RegionLevel;
  /** By what; by the share of actions done unless told. Several make a score of their rates, each by its weight. */
  measures?: readonly RankingMeasure[];
  /** The day by which reports were to be in, YYYY-MM-DD; who came later is named. */
  closesOn?: string;
  /** What each region recorded first, corrected since or not, where `entries` are only those that stand. */
  first?: readonly LedgerEntry[];
  /** An earlier day to compare with, YYYY-MM-DD. */
  since?: string;
  /** What the ledger held on that day, where `entries` are only those that stand today. */
  earlier?: readonly LedgerEntry[];
  /** Language of the labels and the method; `zh-CN` unless told. */
  lang?: Lang;
}

/**
 * Orders regions by a rate (通报排名), never by a bare count and never persons. Equal rates share a rank, and the rank after them is passed over
 * (1, 1, 3). A region that reported nothing, or a figure without its denominator, is not ranked last but named apart. Pure.
 *
 * @returns rows by rank, then by region code; `method` says in words how they came about.
 * @throws FpError `unknown-target` for a measure whose target the plan does not have, `no-denominator` for an amount without `allotted`,
 * `mixed-directions` where a rate that should be low is to be weighed with others.
 */
export function rank(plan: Plan, entries: readonly LedgerEntry[], options: RankOptions): Ranking {
  const { since, earlier: held = entries, closesOn, first = entries, ...given } = options;
  const { asOf, regions, level, lang = 'zh-CN' } = given;
  const words = rankingWords[lang];
  const measures = (options.measures ?? [{ by: 'completion' }]).map((measure) => readMeasure(plan, measure, lang));
  const lowest = measures.find(({ lowerIsBetter }) => lowerIsBetter);
  if (lowest !== undefined && measures.length > 1) throw new FpError('mixed-directions', words.mixedDirections(lowest.label));
  const weights = measures.reduce((sum, { weight }) => sum + weight, 0);
  const ranked = (level === undefined ? regionsBelow(plan.issuer.region, regions) : regions.filter((region) => region.level === level))
    .filter(({ code }) => isWithin(code, plan.issuer.region))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

  const standing = standingEntries(plan, entries, asOf);
  const { byTarget } = collectReports(plan, standing);
  const progress = summarizeProgress(plan, standing, { asOf, regions });
  const scoreOf = (parts: readonly RankingPart[]): number => {
    if (parts.length === 1) return parts[0]!.rate;
    // Weighed sums differ in their last binary digits by the order of their parts alone.
    return Number(parts.reduce((sum, { rate }, index) => sum + (rate * measures[index]!.weight) / weights, 0).toPrecision(12));
  };
  const rows: RankingRow[] = [];
  const unranked: Ranking['unranked'] = [];
  for (const region of ranked) {
    const own = progress.regions?.[region.code];
    if (own === undefined || own.asOf === undefined) {
      unranked.push({ region, reason: 'notReported' });
      continue;
    }
    const parts = measures.map((measure) => partOf(measure, region.code, own, byTarget));
    const absent = parts.find((part) => typeof part === 'string');
    if (absent !== undefined) unranked.push({ region, reason: absent });
    else rows.push({ rank: 1, tied: false, region, score: scoreOf(parts as RankingPart[]), parts: parts as RankingPart[], asOf: own.asOf });
  }

  const isAscending = measures.length === 1 && measures[0]!.lowerIsBetter;
  rows.sort((a, b) => (isAscending ? a.score - b.score : b.score - a.score));
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const isTied = before !== undefined && before.score === row.score;
    row.rank = isTied ? before.rank : index + 1;
    if (isTied) before.tied = row.tied = true;
  });
  if (since !== undefined) {
    const earlier = new Map(rank(plan, held, { ...given, asOf: since }).rows.map((row) => [row.region.code, row]));
    for (const row of rows) {
      const was = earlier.get(row.region.code);
      if (was !== undefined) row.previous = { rank: was.rank, score: was.score };
    }
  }
  const labels = measures.map(({ label, weight, lowerIsBetter, by, targetId }) => ({
    by,
    ...(targetId === undefined ? {} : { targetId }),
    label,
    share: weight / weights,
    lowerIsBetter,
  }));
  return {
    planId: plan.id,
    planTitle: plan.title,
    asOf,
    ...(since === undefined ? {} : { since }),
    ...(closesOn === undefined ? {} : { closesOn }),
    measures: labels,
    rows,
    unranked,
    late:
      closesOn === undefined
        ? []
        : lateOf(
            ranked,
            first.filter((entry) => entry.planId === plan.id && entry.asOf <= asOf),
            closesOn,
          ),
    coverage: { reported: ranked.length - unranked.filter(({ reason }) => reason === 'notReported').length, total: ranked.length },
    method: words.method({ measures: labels, asOf, ranked: rows.length, total: ranked.length }),
  };
}

interface Measure extends Omit<RankingMeasure, 'weight'> {
  label: string;
  weight: number;
  lowerIsBetter: boolean;
  target?: Target;
}

function readMeasure(plan: Plan, measure: RankingMeasure, lang: Lang): Measure {
  const words = rankingWords[lang];
  const weight = measure.weight ?? 1;
  if (measure.by !== 'target') return { ...measure, weight, label: words[measure.by], lowerIsBetter: false };
  const target = plan.tasks.flatMap(({ actions }) => actions.flatMap(({ targets }) => targets)).find(({ id }) => id === measure.targetId);
  if (target === undefined) throw new FpError('unknown-target', words.unknownTarget(measure.targetId ?? ''));
  if (rateBase(target.unit) === undefined && measure.allotted === undefined) {
    throw new FpError('no-denominator', words.noDenominator(target.id, target.measure));
  }
  return { ...measure, weight, label: target.measure, lowerIsBetter: isCeiling(target), target };
}

/** What a region reached of a measure, or why that cannot be said. */
function partOf(
  { by, target, allotted }: Measure,
  code: string,
  own: RegionProgress,
  byTarget: ReadonlyMap<string, readonly LedgerEntry[]>,
): RankingPart | 'notReported' | 'noDenominator' {
  if (target === undefined) {
    if (own.total === 0) return 'noDenominator';
    const numerator = by === 'reporting' ? own.reported : own.done;
    return { numerator, denominator: own.total, rate: numerator / own.total };
  }
  const newest = new Map<string, LedgerEntry>();
  for (const report of byTarget.get(target.id) ?? []) {
    if (report.region !== undefined && isWithin(report.region, code)) newest.set(report.region, report);
  }
  const used = outermost(newest);
  if (used.length === 0) return 'notReported';
  if (rateBase(target.unit) === undefined) {
    const denominator = allotted?.[code];
    if (denominator === undefined) return 'noDenominator';
    const numerator = used.reduce((sum, { value = 0 }) => sum + value, 0);
    return { numerator, denominator, rate: numerator / denominator };
  }
  // A rate without its parts cannot be checked, nor added to another.
  if (used.some((report) => report.numerator === undefined || report.denominator === undefined)) return 'noDenominator';
  const numerator = used.reduce((sum, report) => sum + report.numerator!, 0);
  const denominator = used.reduce((sum, report) => sum + report.denominator!, 0);
  return { numerator, denominator, rate: numerator / denominator };
}

/**
 * Who first reported after the day by which reports were to be in. The first is the first recorded, and its day that of its own clock. What was
 * corrected since was in time all the same.
 */
function lateOf(ranked: readonly Region[], entries: readonly LedgerEntry[], closesOn: string): Ranking['late'] {
  return ranked.flatMap((region) => {
    const own = entries.filter((entry) => entry.region !== undefined && isWithin(entry.region, region.code)).map(date);
    if (own.length === 0) return [{ region }];
    const first = own.reduce((a, b) => (compareRecorded(b, a) < 0 ? b : a));
    const recordedOn = first.entry.recordedAt.slice(0, 10);
    return recordedOn > closesOn ? [{ region, recordedOn }] : [];
  });
}
