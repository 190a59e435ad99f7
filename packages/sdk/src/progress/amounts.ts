import type { Target } from '../model/plan.js';

/** 约, 左右 leave room; a tenth either way is how much the kit allows. No rule gives the figure. */
const aboutTolerance = 0.1;

/**
 * Whether an amount reached meets a target.
 *
 * An amount that is to be built, held or trained (`exactly`, `between`, `about`) is met from its lower edge up: who planned 2 courses (举办2期)
 * and held 3 has not failed. Only `atMost` and `lessThan` bound from above. Inclusive and exclusive bounds follow the Civil Code, art. 1259.
 *
 * @param reached in the unit of the target; a rate in that of its unit (percent for `%`).
 */
export function isTargetMet({ comparator, min, max }: Pick<Target, 'comparator' | 'min' | 'max'>, reached: number): boolean {
  switch (comparator) {
    case 'atLeast':
    case 'exactly':
    case 'between':
      return min !== undefined && reached >= min;
    case 'about':
      return min !== undefined && reached >= min * (1 - aboutTolerance);
    case 'moreThan':
      return min !== undefined && reached > min;
    case 'atMost':
      return max !== undefined && reached <= max;
    case 'lessThan':
      return max !== undefined && reached < max;
  }
}

const divisible = /^$|[%％‰/元里米亩吨克斤升时分天日周月年岁倍]/;

/** Whether what a unit measures has parts: rates, money, lengths, weights and times do, what is counted (处, 人次, 场) has none. */
export const isDivisible = (unit = ''): boolean => divisible.test(unit);

/**
 * What a rate is counted per: 100 for `%`, 1000 for `‰`, 100000 for `/10万`; undefined for a unit that is no rate.
 */
export function rateBase(unit: string | undefined): number | undefined {
  if (unit === undefined) return undefined;
  if (unit === '%' || unit === '％') return 100;
  if (unit === '‰') return 1000;
  if (unit.endsWith('/10万') || unit.endsWith('/十万')) return 100_000;
  return undefined;
}
