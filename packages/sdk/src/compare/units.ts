import type { Result, Target } from '../model/plan.js';
import { rateBase } from '../progress/amounts.js';

/** How two units stand to each other: `missing` where the document prints none for one of them. */
export type UnitMatch = 'same' | 'compatible' | 'missing' | 'different';

/**
 * Units that count the same kind of thing. 人次 is alone: it counts visits, and one person makes many of them. 个 counts whatever stands on the
 * ground or is listed, but neither people nor occasions.
 */
const kinds: readonly (readonly string[])[] = [
  ['个', '所', '家', '处', '座', '间', '项', '件', '例'],
  ['人', '名', '位'],
  ['次', '场', '场次', '期', '轮', '遍', '届'],
  ['份', '册', '本', '张', '套'],
  ['户', '家庭'],
];

type Counted = Pick<Target | Result, 'measure' | 'unit'>;

/** Compares the units of two amounts. Two rates are compatible (% and ‰); so are 户 and 个 where what is counted is families. */
export function compareUnits(a: Counted, b: Counted): UnitMatch {
  if (a.unit === undefined || b.unit === undefined) return a.unit === b.unit ? 'same' : 'missing';
  if (a.unit === b.unit) return 'same';
  const [kindOfA, kindOfB] = [kindOf(a), kindOf(b)];
  return kindOfA !== undefined && kindOfA === kindOfB ? 'compatible' : 'different';
}

/** A value in another unit of rate: 1.2 % is 12 ‰; undefined where one is a rate and the other is not. Other units are not converted: 人 is 名. */
export function convertAmount(value: number, from: string | undefined, to: string | undefined): number | undefined {
  const [fromBase, toBase] = [rateBase(from), rateBase(to)];
  if (fromBase === toBase) return value;
  if (fromBase === undefined || toBase === undefined) return undefined;
  // 12 ‰ would otherwise become 1.2000000000000002 %.
  return Number(((value * toBase) / fromBase).toPrecision(12));
}

function kindOf({ measure, unit }: Counted): readonly string[] | 'rate' | undefined {
  if (rateBase(unit) !== undefined) return 'rate';
  const isFamilies = /(?:家庭|户)["”’」]?$/.test(measure) && (unit === '个' || unit === '家');
  return kinds.find((kind) => kind.includes(isFamilies ? '户' : unit!));
}
