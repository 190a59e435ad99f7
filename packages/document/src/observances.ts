import type { KeyDate } from '@fp-kit/sdk';
import { isoDay } from './dates.js';
import { toSource, type View } from './repair.js';
import { isDigitAt, POINT } from './characters.js';
import { observances as known, observanceWords, type Observance } from './vocabulary.js';
import { OBSERVANCE } from './words.js';

/** Days the text names, by name or as 5.29, “5·29”, 5．29; each once, where it first stands. */
export function readObservances(source: string, view: View, year: number | undefined): KeyDate[] {
  const found = new Map<Observance, [start: number, end: number]>();
  const note = (observance: Observance, start: number, end: number) => {
    const first = found.get(observance);
    if (!first || start < first[0]) found.set(observance, [start, end]);
  };
  const { text, marks } = view;
  for (let i = 0; i < marks.kinds.length; i++) {
    const kind = marks.kinds[i]!;
    if (!(kind & (OBSERVANCE | POINT))) continue;
    const at = marks.at[i]!;
    const named = kind & OBSERVANCE ? observanceWords.at(text, at) : undefined;
    if (named) note(named[1], at, at + named[0].length);
    const day = kind & POINT ? dayAround(text, at) : undefined;
    const observance = day && known.find(({ rule }) => 'day' in rule && rule.month === day.month && rule.day === day.day);
    if (observance) note(observance, day.start, day.end);
  }
  return [...found]
    .sort((a, b) => a[1][0] - b[1][0])
    .map(([observance, [start, end]]) => {
      const span = toSource(view, start, end);
      const keyDate: KeyDate = { id: observance.id, name: observance.name, rule: observance.rule, quote: source.slice(...span), span };
      const date = year === undefined ? undefined : dateOf(observance.rule, year);
      if (date) keyDate.date = date;
      return keyDate;
    });
}

/** The month and day around a point or middle dot; a unit or another digit behind it makes it an amount. */
function dayAround(text: string, dot: number): { month: number; day: number; start: number; end: number } | undefined {
  if (!isDigitAt(text, dot - 1) || !isDigitAt(text, dot + 1)) return undefined;
  let start = dot;
  while (start > 0 && dot - start < 3 && isDigitAt(text, start - 1)) start--;
  let end = dot + 1;
  while (end < text.length && end - dot < 4 && isDigitAt(text, end)) end++;
  const month = text.slice(start, dot);
  const day = text.slice(dot + 1, end);
  if (!/^(1[0-2]|[1-9])$/.test(month) || !/^[0-3]?[0-9]$/.test(day) || isDigitAt(text, start - 1) || text[start - 1] === '.')
    return undefined;
  if ('%‰万亿个名人元倍岁年米公.·'.includes(text[end] ?? ' ')) return undefined;
  return { month: Number(month), day: Number(day), start, end };
}

function dateOf(rule: KeyDate['rule'], year: number): string {
  if ('day' in rule) return isoDay(year, rule.month, rule.day);
  const first = new Date(Date.UTC(year, rule.month - 1, 1)).getUTCDay();
  return isoDay(year, rule.month, 1 + ((rule.weekday - first + 7) % 7) + 7 * (rule.nth - 1));
}
