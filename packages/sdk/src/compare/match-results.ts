import type { Area } from '../model/area.js';
import type { Action, Plan, Result, Target } from '../model/plan.js';
import type { KnownSiteType } from '../model/site.js';
import { isTargetMet, rateBase } from '../progress/amounts.js';
import { findAlike, foldWords, inHundredths, likenessOf, sharedWords, weighByRarity } from './likeness.js';
import { type Couple, pairOneToOne } from './pairing.js';
import { regionAtStart } from './regions.js';
import { haveOtherGrades, siteTypeIn } from './sites.js';
import { compareUnits, convertAmount, type UnitMatch } from './units.js';

/** Why a result is taken to answer a target. */
export interface MatchReason {
  /** Likeness of what the two count, 0..1. */
  measure: number;
  /** The longest words that both hold; `''` where they share only scattered characters. */
  shared: string;
  /** Whether those words stand in the measure of the result, or only in the clause around it. */
  sharedIn: 'measure' | 'clause';
  unit: Exclude<UnitMatch, 'different'>;
  /** The type of site that both name. */
  siteType?: KnownSiteType;
  /** The work area that both their tasks belong to. */
  area?: Area;
  /** What the target asks for each of (a region level, or words); how it is spread over them, a total does not tell. */
  each?: string;
  /** The one region that the result speaks of, where it is not the plan's own. */
  region?: string;
  /** The years of the plan and of the report (2026, 2020—2030), where they have none in common. */
  years?: { plan: string; report: string };
  /** Whether the target asks for new ones (新建), and the result does not say that those it counts are (建成, 累计). */
  stock?: true;
}

/** A result that may answer a target. */
export interface ResultMatch {
  targetId: string;
  resultId: string;
  /** How sure it is, 0..1, in hundredths. */
  score: number;
  reason: MatchReason;
  /**
   * Whether the result, if it is the answer, meets the target; absent where that cannot be told from one figure: an amount for each of many, a unit left out, another
   * year, or a stock where new ones are asked for. */
  met?: boolean;
}

/** Which results of a report answer which targets of a plan. */
export interface ResultMatching {
  /** One to one, in the order of the targets. */
  matches: ResultMatch[];
  /** Results of one region (常德市 …) that speak of the same thing as a target but do not answer it for the whole; each with its nearest target. */
  partial: ResultMatch[];
  /** Targets that stand in no match. */
  unansweredTargets: string[];
  /** Results that stand in no match; those in `partial` are among them. */
  unusedResults: string[];
}

/** How to match. */
export interface MatchOptions {
  /** Below this score nothing is said; 0.45 unless told. */
  minScore?: number;
}

/** The rest of the score is for what stands around the measure. */
const weights = { measure: 0.8, sameUnit: 0.1, compatibleUnit: 0.06, siteType: 0.1, area: 0.05 };
/** Words found only in the clause around the amount say less than those of its own measure. */
const clauseShare = 0.7;
/** A shorter noun (会议, 培训班) stands in many a clause that is about something else. */
const minClauseNoun = 4;
/** A site is asked for, and the result names none. */
const withoutSite = 0.7;
/** What was reached in other years answers hardly. */
const otherYears = 0.6;
/** What stands may have stood before: 建成7个 is no full answer to 新建1家. */
const oldStock = 0.8;
/** Rates of the same people that end in other words (覆盖率, 满意率) are other rates. */
const otherRate = 0.5;

/**
 * Finds which result of a report answers which target of a plan.
 *
 * The score rests on the likeness of what is counted: the pairs of characters that both nouns share, each weighing the more the rarer it is in
 * the two documents; then on the unit, the type of site, the work area. Never matched are units of another kind (人 and 人次), other types of
 * site and other grades (省级, 市级). Less sure are results of other years than the plan's, and a stock (建成, 累计) where new ones are asked for (新建). A
 * result whose clause or sentence begins with the name of another region (长沙市…) answers no target of
 * the whole; it stands in `partial`.
 *
 * Pure; the order of the tasks means nothing. Linear in the length of both documents, n log n in the candidates.
 */
export function matchResults(plan: Plan, report: Plan, { minScore = 0.45 }: MatchOptions = {}): ResultMatching {
  const targets = plan.tasks.flatMap((task) =>
    task.actions.flatMap((action) => action.targets.map((target) => ({ target, area: task.area }))),
  );
  const results = report.tasks.flatMap((task) =>
    task.actions.flatMap((action) => resultsOf(action, [plan, report]).map((one) => ({ ...one, area: task.area }))),
  );
  const years = yearsApart(plan, report);
  const targetKeys = targets.map(({ target }) => `${foldWords(target.quote)} ${target.id}`);
  const resultKeys = results.map(({ result }) => `${foldWords(result.quote)} ${result.id}`);
  const candidates = likenesses(targets, results, [plan.source.text, report.source.text])
    .flatMap((likeness) => judge(likeness, targets[likeness.left]!, results[likeness.right]!, years) ?? [])
    .filter(({ score }) => score >= minScore);

  const isWhole = ({ right }: Candidate): boolean => results[right]!.region === undefined;
  const whole = pairOneToOne(candidates.filter(isWhole), targetKeys, resultKeys).sort((a, b) => a.left - b.left);
  const ofOneRegion = nearestOf(
    candidates.filter((candidate) => !isWhole(candidate)),
    targetKeys,
  );
  const answered = new Set(whole.map(({ left }) => left));
  const used = new Set(whole.map(({ right }) => right));
  const describe = (candidate: Candidate): ResultMatch => toMatch(candidate, targets[candidate.left]!, results[candidate.right]!, years);
  return {
    matches: whole.map(describe),
    partial: ofOneRegion.map(describe),
    unansweredTargets: targets.flatMap(({ target }, place) => (answered.has(place) ? [] : [target.id])),
    unusedResults: results.flatMap(({ result }, place) => (used.has(place) ? [] : [result.id])),
  };
}

/** The years of both, where they share none; undefined where they do, or one is not known. */
function yearsApart(plan: Plan, report: Plan): MatchReason['years'] {
  const [wanted, told] = [plan.period, report.period];
  if (!wanted || !told || (told.from <= wanted.to && wanted.from <= told.to)) return undefined;
  return { plan: yearsOf(wanted), report: yearsOf(told) };
}

function yearsOf({ from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}—${last}`;
}

const asksForNew = /新(建|增|设|创|打造|培育|发展|成立|组建)/;
const tellsOfNew = /新|全年|今年|本年|年内|年度/;

/** Whether new ones are asked for and the result may count old ones too. */
function isStock(target: Target, result: Result): boolean {
  return asksForNew.test(target.quote) && !tellsOfNew.test(result.quote) && /建成|现有|已有|共有|拥有|累计|达/.test(result.quote);
}

interface PlacedTarget {
  target: Target;
  area: Area;
}

interface PlacedResult {
  result: Result;
  area: Area;
  /** What is counted, without the name of the region that counts it. */
  measure: string;
  /** The clause that speaks of this result alone. */
  clause: string;
  /** The region it speaks of, where it is not that of the two documents. */
  region: string | undefined;
}

function resultsOf({ text, results }: Action, documents: readonly Plan[]): Omit<PlacedResult, 'area'>[] {
  const starts = new Map<number, number>();
  for (const { span } of results) starts.set(span[0], (starts.get(span[0]) ?? 0) + 1);
  return results.map((result) => {
    // A clause that lists several amounts says of none of them what belongs to it.
    const clause = starts.get(result.span[0]) === 1 ? result.quote : result.measure;
    const region = regionAtStart(result.quote) ?? regionAtStart(text);
    const isOwn = region === undefined || documents.some(({ issuer, title }) => issuer.name.includes(region) || title.includes(region));
    const measure = region !== undefined && result.measure.startsWith(region) ? result.measure.slice(region.length) : result.measure;
    return { result, measure: measure || result.measure, clause, region: isOwn ? undefined : region };
  });
}

interface Likeness {
  left: number;
  right: number;
  likeness: number;
  sharedIn: MatchReason['sharedIn'];
}

/** The likeness of every couple that shares anything: by the two measures, or by how much of the target's measure the result's clause holds. */
function likenesses(targets: readonly PlacedTarget[], results: readonly PlacedResult[], texts: readonly string[]): Likeness[] {
  const weigh = weighByRarity(texts);
  const wanted = targets.map(({ target }) => target.measure);
  const found = new Map<number, Likeness>();
  const keep = (likeness: Likeness): void => {
    const key = likeness.left * results.length + likeness.right;
    if (likeness.likeness > (found.get(key)?.likeness ?? 0)) found.set(key, likeness);
  };
  const measures = results.map(({ measure }) => measure);
  for (const alike of findAlike(wanted, measures, weigh)) {
    keep({ left: alike.left, right: alike.right, likeness: likenessOf(alike), sharedIn: 'measure' });
  }
  const clauses = results.map(({ clause }) => clause);
  for (const alike of findAlike(wanted, clauses, weigh)) {
    if (foldWords(wanted[alike.left]!).length < minClauseNoun) continue;
    keep({ left: alike.left, right: alike.right, likeness: (clauseShare * alike.shared) / alike.leftWeight, sharedIn: 'clause' });
  }
  return [...found.values()];
}

interface Candidate extends Couple, Likeness {
  unit: MatchReason['unit'];
  siteType: KnownSiteType | undefined;
  area: Area | undefined;
  stock: boolean;
}

/** Scores a couple; undefined where the two cannot be about the same. */
function judge(alike: Likeness, from: PlacedTarget, to: PlacedResult, years: MatchReason['years']): Candidate | undefined {
  const { target } = from;
  const { result } = to;
  const unit = compareUnits(target, result);
  if (unit === 'different' || haveOtherGrades(target.measure, result.measure)) return undefined;
  const wanted = siteTypeIn(target.measure);
  const named = siteTypeIn(result.measure) ?? siteTypeIn(to.clause);
  if (wanted !== undefined && named !== undefined && wanted !== named) return undefined;
  const siteType = wanted === named ? wanted : undefined;
  const area = from.area === to.area && from.area !== 'other' ? from.area : undefined;

  const doubts =
    (wanted !== undefined && siteType === undefined ? withoutSite : 1) *
    (rateBase(target.unit) !== undefined && !endAlike(target, result) ? otherRate : 1);
  const score =
    weights.measure * alike.likeness * doubts +
    (unit === 'compatible' ? weights.compatibleUnit : unit === 'same' && target.unit !== undefined ? weights.sameUnit : 0) +
    (siteType === undefined ? 0 : weights.siteType) +
    (area === undefined ? 0 : weights.area);
  const stock = isStock(target, result);
  const doubted = Math.min(1, score) * (years ? otherYears : 1) * (stock ? oldStock : 1);
  return { ...alike, score: inHundredths(doubted), unit, siteType, area, stock };
}

/** 满意率 and 满意度 end alike, 满意率 and 覆盖率 do not. */
function endAlike(target: Target, result: Result): boolean {
  const end = foldWords(target.measure).slice(-3);
  return foldWords(result.measure).slice(-3).startsWith(end.slice(0, 2));
}

function toMatch(
  { score, likeness, sharedIn, unit, siteType, area, stock }: Candidate,
  { target }: PlacedTarget,
  to: PlacedResult,
  years: MatchReason['years'],
): ResultMatch {
  const isMet = to.region === undefined && years === undefined && !stock ? judgeMet(target, to.result, unit) : undefined;
  return {
    targetId: target.id,
    resultId: to.result.id,
    score,
    reason: {
      measure: inHundredths(likeness),
      shared: sharedWords(target.measure, sharedIn === 'measure' ? to.measure : to.clause),
      sharedIn,
      unit,
      ...(siteType === undefined ? {} : { siteType }),
      ...(area === undefined ? {} : { area }),
      ...(target.scope === undefined ? {} : { each: target.scope.each }),
      ...(to.region === undefined ? {} : { region: to.region }),
      ...(years === undefined ? {} : { years }),
      ...(stock ? { stock } : {}),
    },
    ...(isMet === undefined ? {} : { met: isMet }),
  };
}

function judgeMet(target: Target, result: Result, unit: MatchReason['unit']): boolean | undefined {
  if (target.scope !== undefined || unit === 'missing') return undefined;
  const reached = convertAmount(result.value, result.unit, target.unit);
  return reached === undefined ? undefined : isTargetMet(target, reached);
}

/** For each result the target it scores best with, in the order of the results. */
function nearestOf(candidates: readonly Candidate[], targetKeys: readonly string[]): Candidate[] {
  const nearest = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const best = nearest.get(candidate.right);
    const isBetter =
      best === undefined ||
      candidate.score > best.score ||
      (candidate.score === best.score && targetKeys[candidate.left]! < targetKeys[best.left]!);
    if (isBetter) nearest.set(candidate.right, candidate);
  }
  return [...nearest.values()].sort((a, b) => a.right - b.right);
}
