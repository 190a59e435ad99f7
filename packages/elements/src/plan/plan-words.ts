import type { Target } from '@fp-kit/sdk';
import type { Messages } from '../locales/zh-CN.js';

// Between a figure and its unit: never a line break.
const tie = '\u00a0';

/** An amount that was reckoned, as fine as a reader can use it: one decimal below a hundred, above it three figures. */
export const rounded = (amount: number): number => (amount < 100 ? Math.round(amount * 10) / 10 : Number(amount.toPrecision(3)));

/** Amount with its unit: `3 个`, `350 万人次`, `95%`. */
export function amountWords(value: number, unit: string | undefined, words: Messages): string {
  return withUnit(words.amount(value), unit);
}

/**
 * The amount reached, against its goal: a rate that was divided out (88.3137%) with one decimal, or with as many as it takes not to seem to
 * meet a goal that it misses, or the other way round.
 */
export function reachedWords(value: number, { unit, min, max }: Pick<Target, 'unit' | 'min' | 'max'>, words: Messages): string {
  if (!unit || !/^[%％‰/]/.test(unit)) return amountWords(value, unit, words);
  const rounded = [1, 2, 3, 4]
    .map((digits) => Number(value.toFixed(digits)))
    .find((figure) => [min, max].every((bound) => bound === undefined || Math.sign(figure - bound) === Math.sign(value - bound)));
  return amountWords(rounded ?? value, unit, words);
}

function withUnit(figure: string, unit: string | undefined): string {
  const text = figure.replace(/ /g, tie);
  if (!unit) return text;
  return /[万亿]$/.test(text) || /^[%％‰/]/.test(unit) ? text + unit : text + tie + unit;
}

/** What is to be reached, and by each of whom: `不少于 3 个`, `3–5 个`, `每个市州不少于 1 个`. */
export function goalWords(
  { comparator, min, max, unit, scope }: Pick<Target, 'comparator' | 'min' | 'max' | 'unit' | 'scope'>,
  words: Messages,
): string {
  const low = min ?? max;
  const high = max ?? min;
  if (low === undefined || high === undefined) return '';
  const figure =
    comparator === 'between' && low !== high
      ? `${words.amount(low)}–${words.amount(high)}`
      : words.amount(comparator === 'atMost' || comparator === 'lessThan' ? high : low);
  const goal = words.comparators[comparator](withUnit(figure, unit)).replace(/ /g, tie);
  return scope ? words.eachGoal((words.levels as Partial<Record<string, string>>)[scope.each] ?? words.each(scope.each), goal) : goal;
}

/** How firmly and by when: `力争`, `2026年12月31日前`. */
export function termsOf({ force, due }: Pick<Target, 'force' | 'due'>, words: Messages): string[] {
  return [words.forces[force], due && words.by(dateWords(due, words))].filter((term): term is string => Boolean(term));
}

/** `2026-02-27` in words; what is not such a date stays as it is. */
export function dateWords(date: string, words: Pick<Messages, 'date'>): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return parts ? words.date(Number(parts[1]), Number(parts[2]), Number(parts[3])) : date;
}
