import type { Area } from '../model/area.js';
import type { KeyDate, Plan, Target, Task } from '../model/plan.js';
import { findAlike, foldWords, inHundredths, likenessOf, type Weigh, weighByRarity } from './likeness.js';
import { type Couple, pairEquals, pairOneToOne } from './pairing.js';
import { haveOtherGrades, siteTypeIn } from './sites.js';
import { compareStrictness, type TargetAspect } from './strictness.js';
import { compareUnits } from './units.js';

/** What names a plan in a comparison. */
export interface ComparedPlan {
  id: string;
  title: string;
  /** Name of the issuer; `''` where the document prints none. */
  issuer: string;
}

/** What names a task in a comparison. */
export interface ComparedTask {
  id: string;
  title: string;
  area: Area;
}

/** A task that both plans have. */
export interface KeptTask {
  a: ComparedTask;
  b: ComparedTask;
  /** How alike the two are, 0..1, in hundredths. */
  likeness: number;
}

/**
 * What became of one target. `stricter` asks for more than before, `looser` for less, whichever way the amount points: 95% → 98%, at most 4 → at
 * most 3, 死亡率 12 → 10, strive → must. `changed` cannot be said to be either: another scope or unit, or more of one and less of another.
 */
export type TargetChange =
  | { change: 'added'; b: Target }
  | { change: 'dropped'; a: Target }
  | {
      change: 'unchanged' | 'stricter' | 'looser' | 'changed';
      a: Target;
      b: Target;
      /** What differs beside the amount. */
      aspects: TargetAspect[];
      /** How alike the two measures are, 0..1, in hundredths. */
      likeness: number;
    };

/** What two plans have in common, and what only one of them has. */
export interface PlanComparison {
  a: ComparedPlan;
  b: ComparedPlan;
  tasks: { kept: KeptTask[]; dropped: ComparedTask[]; added: ComparedTask[] };
  /** In the order of plan `a`, then what plan `b` adds. */
  targets: TargetChange[];
  keyDates: { kept: KeyDate[]; dropped: KeyDate[]; added: KeyDate[] };
}

/** Words that a title takes or leaves without being about something else. */
const zeal =
  /全面|加强|强化|强力|推进|推动|积极|参与|融入|创新|开展|大力|深化|深入|实施|持续|继续|扎实|切实|认真|做好|做实|抓好|加快|升级|夯实|着力|提高|提升|增强|探索|真情|落实|促进|相关|有关|不断|进一步|工作/g;

const taskWeights = { title: 0.5, text: 0.3, area: 0.2 };
/** Two texts on one subject, by two authors, share about a quarter of their rarer pairs of characters; on two subjects, less than a tenth. */
const fullTextLikeness = 0.25;
/** Below these, two tasks or two targets are taken for different ones. */
const minTaskScore = 0.32;
/**
 * 培训宣传员 and 宣传服务 share a word and an area: unless their titles agree by a quarter, two tasks with texts of so many characters must share in
 * them what two subjects do not.
 */
const enoughText = 20;
const minTitleLikeness = 0.25;
const minTextLikeness = 0.1;
const minTargetScore = 0.55;
/** Named alike, but counted in another kind of unit: 培训班2期 and 培训班200人 may both stand in a plan. */
const otherUnit = 0.8;
const targetWeights = { measure: 0.8, unit: 0.1, task: 0.1 };

/**
 * Compares two plans, of two years or of two provinces, `b` against `a`.
 *
 * Tasks go together by the likeness of their titles and texts and by their area, targets by the likeness of what they measure, one to one, the
 * best couples first; the order of tasks, and which plan is named first, make no difference to who goes with whom. A target may move to another
 * task. Other types of site and other grades of a site (省级, 市级) are other targets. Due days are not compared: they belong to their years.
 *
 * Pure. Linear in the length of both texts, n log n in the candidates.
 */
export function comparePlans(a: Plan, b: Plan): PlanComparison {
  const weigh = weighByRarity([a.source.text, b.source.text]);
  const pairs = pairTasks(a.tasks, b.tasks, weigh);
  const isKept = { a: new Set(pairs.map(({ left }) => left)), b: new Set(pairs.map(({ right }) => right)) };
  return {
    a: labelPlan(a),
    b: labelPlan(b),
    tasks: {
      kept: pairs.map(({ left, right, score }) => ({ a: labelTask(a.tasks[left]!), b: labelTask(b.tasks[right]!), likeness: score })),
      dropped: a.tasks.filter((_, place) => !isKept.a.has(place)).map(labelTask),
      added: b.tasks.filter((_, place) => !isKept.b.has(place)).map(labelTask),
    },
    targets: compareTargets(a, b, pairs, weigh),
    keyDates: compareKeyDates(a.observances, b.observances),
  };
}

function pairTasks(a: readonly Task[], b: readonly Task[], weigh: Weigh): Couple[] {
  const [ids, otherIds] = [a.map(({ id }) => id), b.map(({ id }) => id)];
  const equal = pairEquals(a.map(contentOfTask), b.map(contentOfTask), ids, otherIds).map(([left, right]) => ({ left, right, score: 1 }));
  const taken = { a: new Set(equal.map(({ left }) => left)), b: new Set(equal.map(({ right }) => right)) };

  const scores = new Map<number, number>();
  const isAlike = new Set<number>();
  const add = (part: (task: Task) => string, weighPart: Weigh, weight: number, full: number, enough: number): void => {
    for (const alike of findAlike(a.map(part), b.map(part), weighPart)) {
      const key = alike.left * b.length + alike.right;
      if (likenessOf(alike) >= enough) isAlike.add(key);
      scores.set(key, (scores.get(key) ?? 0) + weight * Math.min(1, likenessOf(alike) / full));
    }
  };
  add(subjectOf, weighByRarity([...a, ...b].map(subjectOf)), taskWeights.title, 1, minTitleLikeness);
  add(textOf, weigh, taskWeights.text, fullTextLikeness, minTextLikeness);

  const couples: Couple[] = [];
  for (const [key, likeness] of scores) {
    const [left, right] = [Math.floor(key / b.length), key % b.length];
    if (taken.a.has(left) || taken.b.has(right)) continue;
    const isSameArea = a[left]!.area === b[right]!.area && a[left]!.area !== 'other';
    const score = inHundredths(likeness + (isSameArea ? taskWeights.area : 0));
    const haveTexts = textOf(a[left]!).length >= enoughText && textOf(b[right]!).length >= enoughText;
    if (score >= minTaskScore && (isAlike.has(key) || !haveTexts)) couples.push({ left, right, score });
  }
  return [...equal, ...pairOneToOne(couples, a.map(keyOfTask), b.map(keyOfTask))].sort((x, y) => x.left - y.left);
}

function compareTargets(a: Plan, b: Plan, keptTasks: readonly Couple[], weigh: Weigh): TargetChange[] {
  const [from, to] = [targetsOf(a), targetsOf(b)];
  const partners = new Map(keptTasks.map(({ left, right }) => [left, right]));
  const equal = pairEquals(
    from.map(contentOfTarget),
    to.map(contentOfTarget),
    from.map(({ target }) => target.id),
    to.map(({ target }) => target.id),
  ).map(([left, right]) => ({ left, right, score: 1, likeness: 1 }));
  const taken = { a: new Set(equal.map(({ left }) => left)), b: new Set(equal.map(({ right }) => right)) };

  const couples: (Couple & { likeness: number })[] = [];
  for (const alike of findAlike(
    from.map(({ target }) => target.measure),
    to.map(({ target }) => target.measure),
    weigh,
  )) {
    const { left, right } = alike;
    if (taken.a.has(left) || taken.b.has(right)) continue;
    const [one, other] = [from[left]!, to[right]!];
    const score = scoreTargets(one.target, other.target, likenessOf(alike), partners.get(one.task) === other.task);
    if (score >= minTargetScore) couples.push({ left, right, score, likeness: inHundredths(likenessOf(alike)) });
  }
  const pairs = [...equal, ...pairOneToOne(couples, from.map(keyOfTarget), to.map(keyOfTarget))];
  const pairOf = new Map(pairs.map((pair) => [pair.left, pair]));
  const isKept = new Set(pairs.map(({ right }) => right));
  return [
    ...from.map(({ target }, place): TargetChange => {
      const pair = pairOf.get(place);
      if (pair === undefined) return { change: 'dropped', a: target };
      const partner = to[pair.right]!.target;
      return { ...compareStrictness(target, partner), a: target, b: partner, likeness: pair.likeness };
    }),
    ...to.flatMap(({ target }, place): TargetChange[] => (isKept.has(place) ? [] : [{ change: 'added', b: target }])),
  ];
}

function scoreTargets(a: Target, b: Target, likeness: number, isSameTask: boolean): number {
  const [site, otherSite] = [siteTypeIn(a.measure), siteTypeIn(b.measure)];
  if (site !== otherSite || haveOtherGrades(a.measure, b.measure)) return 0;
  const unit = compareUnits(a, b);
  const score =
    targetWeights.measure * likeness +
    (unit === 'same' || unit === 'compatible' ? targetWeights.unit : 0) +
    (isSameTask ? targetWeights.task : 0);
  return inHundredths(unit === 'different' ? otherUnit * score : score);
}

function compareKeyDates(a: readonly KeyDate[], b: readonly KeyDate[]): PlanComparison['keyDates'] {
  const [inA, inB] = [new Set(a.map(keyOfDate)), new Set(b.map(keyOfDate))];
  return {
    kept: a.filter((date) => inB.has(keyOfDate(date))),
    dropped: a.filter((date) => !inB.has(keyOfDate(date))),
    added: b.filter((date) => !inA.has(keyOfDate(date))),
  };
}

/** The day itself, not its name: 5.29 and 会员活动日 are one. */
function keyOfDate({ rule }: KeyDate): string {
  return 'day' in rule ? `${rule.month}.${rule.day}` : `${rule.month} ${rule.nth}/${rule.weekday}`;
}

interface PlacedTarget {
  target: Target;
  /** Place of its task in the plan. */
  task: number;
}

function targetsOf(plan: Plan): PlacedTarget[] {
  return plan.tasks.flatMap(({ actions }, task) => actions.flatMap(({ targets }) => targets.map((target) => ({ target, task }))));
}

/** What a title is about, without the words of zeal that any title may begin or end with; all of it where nothing else is left. */
function subjectOf({ title }: Task): string {
  return title.replace(zeal, '') || title;
}

function textOf({ actions }: Task): string {
  return actions.map(({ text }) => text).join('\n');
}

function contentOfTask(task: Task): string {
  return [task.area, foldWords(task.title), foldWords(textOf(task))].join(' ');
}

function keyOfTask(task: Task): string {
  return `${foldWords(task.title)} ${task.id}`;
}

function contentOfTarget({ target }: PlacedTarget): string {
  const { measure, comparator, min, max, unit, scope, force } = target;
  return [foldWords(measure), comparator, min, max, unit, scope?.each, force].join(' ');
}

function keyOfTarget({ target }: PlacedTarget): string {
  return `${foldWords(target.measure)} ${target.min ?? ''} ${target.max ?? ''} ${target.id}`;
}

function labelPlan({ id, title, issuer }: Plan): ComparedPlan {
  return { id, title, issuer: issuer.name };
}

function labelTask({ id, title, area }: Task): ComparedTask {
  return { id, title, area };
}
