import { CHINESE_NUMERAL, classes, DIGIT, TIME } from './characters.js';
import { parseChineseNumber } from './numerals.js';

export interface DatePhrase {
  start: number;
  end: number;
  /** YYYY-MM-DD of the day it names, or of the last day it allows. */
  date: string;
}

const day = (year: number, month: number, date: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function lastDayOf(year: number, month: number): string {
  return day(year, month, daysIn(year, month));
}

/** Numeral in Arabic or Chinese digits that ends right before `at`. */
function numberBefore(text: string, at: number, most: number): { value: number; start: number } | undefined {
  let start = at;
  let kinds = 0;
  while (start > 0 && at - start < most) {
    const kind = classes[text.charCodeAt(start - 1)]! & (DIGIT | CHINESE_NUMERAL);
    if (!kind || '两百千万亿'.includes(text[start - 1]!)) break;
    kinds |= kind;
    start--;
  }
  if (start === at) return undefined;
  const digits = text.slice(start, at);
  const value = kinds === DIGIT ? Number(digits) : parseChineseNumber(digits.replaceAll('0', '〇'));
  return value === undefined ? undefined : { value, start };
}

const isYear = (value: number) => value >= 1949 && value <= 2100;

/** `2026年2月27日` in Arabic or Chinese numerals, as a whole text. */
export function readDate(text: string): string | undefined {
  const y = text.indexOf('年');
  const m = text.indexOf('月');
  const d = text.indexOf('日');
  if (y < 0 || m < y || d < m || d - y > 8) return undefined;
  const year = numberBefore(text, y, 4);
  const month = numberBefore(text, m, m - y - 1);
  const date = numberBefore(text, d, d - m - 1);
  if (!year || !month || !date || !isYear(year.value) || !isDay(month.value, date.value, year.value)) return undefined;
  return day(year.value, month.value, date.value);
}

/** Whether the calendar has the day; without a year February has 29. */
function isDay(month: number, date: number, year = 2024): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

/** Every year printed with 年 in `text`, in order: 2026年, 二〇二六年. Ranges give both ends. */
export function yearsIn(text: string): number[] {
  const years: number[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const last = numberBefore(text, at, 4);
    if (!last || at - last.start !== 4 || !isYear(last.value)) continue;
    const dash = last.start - 1;
    if ('-~至到'.includes(text[dash] ?? ' ')) {
      const first = numberBefore(text, text[dash - 1] === '年' ? dash - 1 : dash, 4);
      if (first && isYear(first.value) && !years.includes(first.value)) years.push(first.value);
    }
    years.push(last.value);
  }
  return years;
}

const quarterEnd = [3, 6, 9, 12];

/** Limits of time in a clause, resolved against the plan's year: 年底前, 9月底前, 6月30日前, 到2027年, 第三季度, 上半年. */
export function dueIn(text: string, planYear: number | undefined): DatePhrase | undefined {
  for (let at = 0; at < text.length; at++) {
    if (!(classes[text.charCodeAt(at)]! & TIME)) continue;
    const phrase = dueAt(text, at, planYear);
    if (phrase) return phrase;
  }
  return undefined;
}

function dueAt(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const char = text[at]!;
  const before = text[at - 1] ?? '';
  if (char === '年') {
    const year = numberBefore(text, at, 4);
    const explicit = year && at - year.start === 4 && isYear(year.value) ? year : undefined;
    const relative = before === '今' || before === '本' || before === '全';
    const value = explicit?.value ?? planYear;
    if (value === undefined) return undefined;
    const next = text[at + 1] ?? '';
    const start = explicit?.start ?? (relative ? at - 1 : at);
    if (next === '底' || next === '末') {
      const end = text[at + 2] === '前' ? at + 3 : at + 2;
      return { start, end, date: day(value, 12, 31) };
    }
    // 3年内 is a span, not this year.
    if (next === '内' && year && !explicit) return undefined;
    if (next === '内' && !explicit) return { start, end: at + 2, date: day(value, 12, 31) };
    if (!explicit) return undefined;
    if (text.startsWith('上半年', at + 1)) return { start, end: at + 4, date: day(value, 6, 30) };
    const reach = text[explicit.start - 1];
    if ((reach === '到' || reach === '至') && next !== '至' && next !== '到')
      return { start: explicit.start - 1, end: at + 1, date: day(value, 12, 31) };
    return undefined;
  }
  if (char === '月') {
    const month = numberBefore(text, at, 2);
    if (!month || month.value < 1 || month.value > 12) return undefined;
    const explicit = text[month.start - 1] === '年' ? numberBefore(text, month.start - 1, 4) : undefined;
    const year = explicit && isYear(explicit.value) ? explicit.value : planYear;
    if (year === undefined) return undefined;
    const start = explicit?.start ?? month.start;
    const next = text[at + 1] ?? '';
    if (next === '底' || next === '末') return { start, end: text[at + 2] === '前' ? at + 3 : at + 2, date: lastDayOf(year, month.value) };
    if (next === '前') return { start, end: at + 2, date: month.value === 1 ? day(year - 1, 12, 31) : lastDayOf(year, month.value - 1) };
    const d = text.indexOf('日', at);
    if (d < 0 || d - at > 3) return undefined;
    const date = numberBefore(text, d, d - at - 1);
    if (!date || date.start !== at + 1 || !isDay(month.value, date.value, year)) return undefined;
    if (text[d + 1] !== '前' && !text.startsWith('之前', d + 1)) return undefined;
    return { start, end: text.indexOf('前', d) + 1, date: day(year, month.value, date.value) };
  }
  if (char === '季' && text[at + 1] === '度' && planYear !== undefined) {
    const quarter = numberBefore(text, at, 1);
    if (!quarter || text[quarter.start - 1] !== '第' || quarter.value > 4) return undefined;
    // 第三季度前 may mean its beginning or its end.
    if (text[at + 2] === '前') return undefined;
    return { start: quarter.start - 1, end: at + 2, date: lastDayOf(planYear, quarterEnd[quarter.value - 1]!) };
  }
  if (char === '上' && planYear !== undefined && text.startsWith('半年', at + 1))
    return { start: at, end: at + 3, date: day(planYear, 6, 30) };
  return undefined;
}

/** Days that no calendar has, such as 11月31日: `[start, end)` of each. */
export function impossibleDays(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    const month = numberBefore(text, at, 2);
    let end = at + 1;
    while (end < at + 4 && '0123456789〇零一二三四五六七八九十'.includes(text[end] ?? ' ')) end++;
    if (!month || text[end] !== '日') continue;
    const date = numberBefore(text, end, end - at - 1);
    const year = text[month.start - 1] === '年' ? numberBefore(text, month.start - 1, 4) : undefined;
    if (date && !isDay(month.value, date.value, year && isYear(year.value) ? year.value : undefined)) found.push([month.start, end + 1]);
  }
  return found;
}
