import type { Comparator, Force, Target } from '../model/plan.js';
import { compareUnits, convertAmount } from './units.js';

/** What of a target can differ beside its amount. */
export type TargetAspect = 'comparator' | 'unit' | 'scope' | 'force';

/** How the second of two targets stands to the first. */
export interface Strictness {
  change: 'unchanged' | 'stricter' | 'looser' | 'changed';
  /** What differs beside the amount, as printed. */
  aspects: TargetAspect[];
}

const forceRank: Readonly<Record<Force, number>> = { encourage: 0, strive: 1, must: 2 };
/** 约3个 leaves room, 超过3个 asks for one more; between the two a bare number, 不少于 and a range bind from their lower edge alike. */
const comparatorRank: Readonly<Record<Comparator, number>> = {
  about: 0,
  exactly: 1,
  between: 1,
  atLeast: 1,
  atMost: 1,
  moreThan: 2,
  lessThan: 2,
};

/** Measures of which less is better, where the comparator does not say so: 死亡率12/10万. */
const lessIsBetter = /(?:死亡|误差|发生|缺陷|流产|差错|投诉|患病|发病|感染|失访|超时|违规|怀孕)(?:率|数|例数|人数)$/;
/** 下降15%, but not 下降到15%: what grows is the reduction. */
const reduction = /(?:下降|降低|减少|压减|压降|缩短)(?![至到为])/;
/** So many people to one machine: the fewer, the denser the service. */
const peoplePerThing = /^[人户名]\/(?:台|个|所|处|家|名|人)$/;

/** Whether a smaller amount asks for more. */
function isCeiling({ comparator, measure, unit, quote }: Target): boolean {
  if (comparator === 'atMost' || comparator === 'lessThan') return true;
  if (comparator === 'atLeast' || comparator === 'moreThan') return false;
  if (unit !== undefined && peoplePerThing.test(unit)) return true;
  return lessIsBetter.test(measure) && !reduction.test(quote);
}

/**
 * Tells whether target `b` asks for more (`stricter`) or less (`looser`) than `a`, whichever way its amount points: a floor is stricter when it
 * is higher, a ceiling (不超过, 控制在…以内, 死亡率) when it is lower, a duty when it is firmer (must, strive, encourage). A range goes by its
 * lower edge, or the upper edge of a ceiling, first; what is stricter in one respect and looser in another is `changed`, and so is what cannot be
 * compared: another scope, another kind of unit, a floor become a ceiling.
 */
export function compareStrictness(a: Target, b: Target): Strictness {
  const unit = compareUnits(a, b);
  const isOtherUnit = unit === 'different' || unit === 'missing';
  const isOtherScope = a.scope?.each !== b.scope?.each;
  const aspects = (
    [
      ['comparator', a.comparator !== b.comparator],
      ['unit', isOtherUnit],
      ['scope', isOtherScope],
      ['force', a.force !== b.force],
    ] as const
  ).flatMap(([aspect, differs]) => (differs ? [aspect] : []));
  const direction = isCeiling(a) ? -1 : 1;
  if (isOtherUnit || isOtherScope || isCeiling(a) !== isCeiling(b)) return { change: 'changed', aspects };

  const signs = [
    direction * compareAmounts(a, b, direction),
    Math.sign(comparatorRank[b.comparator] - comparatorRank[a.comparator]),
    Math.sign(forceRank[b.force] - forceRank[a.force]),
  ];
  const [isMore, isLess] = [signs.includes(1), signs.includes(-1)];
  if (isMore && isLess) return { change: 'changed', aspects };
  if (isMore || isLess) return { change: isMore ? 'stricter' : 'looser', aspects };
  return { change: aspects.length > 0 ? 'changed' : 'unchanged', aspects };
}

/** -1, 0 or 1: whether the amount of `b` is below, at or above that of `a`, by the edge that binds and then by the other. */
function compareAmounts(a: Target, b: Target, direction: number): number {
  const edges = [
    [a.min ?? a.max, b.min ?? b.max],
    [a.max ?? a.min, b.max ?? b.min],
  ] as const;
  for (const [first, second] of direction < 0 ? [...edges].reverse() : edges) {
    if (first === undefined || second === undefined) continue;
    const converted = convertAmount(second, b.unit, a.unit) ?? second;
    if (converted !== first) return converted > first ? 1 : -1;
  }
  return 0;
}
