import { CHINESE_NUMERAL, classes, CLOSE, DIGIT, isDigitAt, isOneOf, OPEN } from './characters.js';
import { parseChineseNumber } from './numerals.js';
import { mark, TIME } from './words.js';

// A time is named at 年, 月 and 季, at 上半年 and 下半年, at the 末 of “十五五”末, and nowhere else.
for (const word of ['年', '月', '季', '上半', '下半', '末']) mark(TIME, word);

export interface DatePhrase {
  start: number;
  end: number;
  /** YYYY-MM-DD of the day it names, or of the last day it allows. */
  date: string;
}

const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value));

/** YYYY-MM-DD */
export const isoDay = (year: number, month: number, date: number) =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function lastDayOf(year: number, month: number): string {
  return isoDay(year, month, daysIn(year, month));
}

/** Numeral in Arabic or Chinese digits that ends right before `at`. */
function numberBefore(text: string, at: number, most: number): { value: number; start: number } | undefined {
  let start = at;
  let kinds = 0;
  while (start > 0 && at - start < most) {
    const kind = classes[text.charCodeAt(start - 1)]! & (DIGIT | CHINESE_NUMERAL);
    if (!kind || isOneOf(text, start - 1, '两百千万亿')) break;
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
  // 元月 is January.
  const month = text.slice(y + 1, m) === '元' ? { value: 1 } : numberBefore(text, m, m - y - 1);
  const date = numberBefore(text, d, d - m - 1);
  if (!year || !month || !date || !isYear(year.value) || !isDay(month.value, date.value, year.value)) return undefined;
  return isoDay(year.value, month.value, date.value);
}

/** The day that a text begins with in figures alone: 2026-02-27, 2026.2.27, 2026/2/27. */
export function readFigures(text: string): string | undefined {
  const match = /^([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[3]), Number(match[4])];
  return isYear(year) && isDay(month, date, year) ? isoDay(year, month, date) : undefined;
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
    if (isOneOf(text, dash, '-~至到')) {
      const first = numberBefore(text, text[dash - 1] === '年' ? dash - 1 : dash, 4);
      if (first && isYear(first.value) && !years.includes(first.value)) years.push(first.value);
    }
    years.push(last.value);
  }
  return years;
}

/** Before a date these say that it is the last of a span, or a limit; behind one, that it is the first. */
const reaches = '-~至到';

/**
 * Limits of time in a clause, resolved against the plan's year: 年底前, 9月底前, 6月30日前, 到2027年, 第三季度, 上半年; of a span
 * (5月1日起至10月31日, 3-5月, 2025年至2027年) its end. What stands in quotes is a name.
 */
export function dueIn(text: string, planYear: number | undefined): DatePhrase | undefined {
  let quoted = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classes[text.charCodeAt(at)]!;
    if (kind & OPEN && text[at] !== '(') quoted++;
    else if (kind & CLOSE && text[at] !== ')') quoted = Math.max(0, quoted - 1);
    if (quoted > 0 || !(kind & TIME)) continue;
    const phrase = dueAt(text, at, planYear);
    if (phrase) return phrase;
  }
  return undefined;
}

/** The limit of a text that names a time and next to nothing else: 到2030年, 力争年底前, 即日起至10月31日. */
export function timeOnly(text: string, planYear: number | undefined): string | undefined {
  if (text.length > 26) return undefined;
  const phrase = dueIn(text, planYear);
  return phrase && text.length - (phrase.end - phrase.start) <= 3 ? phrase.date : undefined;
}

function dueAt(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const char = text[at]!;
  if (char === '年') return dueAtYear(text, at, planYear);
  if (char === '月') return dueAtMonth(text, at, planYear);
  if (char === '季') return dueAtQuarter(text, at, planYear);
  if (char === '末') return dueAtPlan(text, at, planYear);
  // 2027年上半年 is read at its year; 上半年以来 looks back.
  if (planYear === undefined || !text.startsWith('半年', at + 1) || text.startsWith('以来', at + 3) || isOneOf(text, at - 1, '每个'))
    return undefined;
  return { start: at, end: at + 3, date: halfYear(planYear, char) };
}

const halfYear = (year: number, half: string) => (half === '上' ? isoDay(year, 6, 30) : isoDay(year, 12, 31));

/** Where 前, 之前 or 以前 ends that begins at `at`; `at` where none does. */
function afterBefore(text: string, at: number): number {
  if (text[at] === '前') return at + 1;
  return text[at + 1] === '前' && isOneOf(text, at, '之以') ? at + 2 : at;
}

/** The year named before `at`: 2027年, 明年; where it begins, too. */
function yearBefore(text: string, at: number, planYear: number | undefined): { year: number | undefined; start: number } {
  if (text[at - 1] !== '年') return { year: planYear, start: at };
  const named = numberBefore(text, at - 1, 4);
  if (named && at - 1 - named.start === 4 && isYear(named.value)) return { year: named.value, start: named.start };
  const word = text[at - 2] ?? ' ';
  if ('明次翌'.includes(word)) return { year: planYear === undefined ? undefined : planYear + 1, start: at - 2 };
  return { year: planYear, start: '今本当'.includes(word) ? at - 2 : at };
}

function dueAtYear(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const { year, start } = yearBefore(text, at + 1, planYear);
  if (year === undefined) return undefined;
  const isNamed = start < at;
  const counted = numberBefore(text, at, 4);
  // 3年内 is a span of time, not this year.
  if (!isNamed && counted) return undefined;
  const next = text[at + 1] ?? ' ';
  // 达到2025年的1.5倍 names what is compared.
  if (next === '的') return undefined;
  if (next === '底' || next === '末') return { start: isNamed ? start : at, end: afterBefore(text, at + 2), date: isoDay(year, 12, 31) };
  if (next === '内') return { start: isNamed ? start : at, end: at + 2, date: isoDay(year, 12, 31) };
  if (next === '中' && isOneOf(text, at + 2, '前,完召开')) return { start, end: afterBefore(text, at + 2), date: isoDay(year, 6, 30) };
  if (!counted) return undefined;
  if ((next === '上' || next === '下') && text.startsWith('半年', at + 2)) return { start, end: at + 4, date: halfYear(year, next) };
  if (!isOneOf(text, start - 1, reaches) || reaches.includes(next) || classes[next.charCodeAt(0)]! & (DIGIT | CHINESE_NUMERAL))
    return undefined;
  // 2021-2025年 in the plan for 2026 is past.
  if (planYear !== undefined && year < planYear && isOneOf(text, start - 1, '-~')) return undefined;
  return { start: spanStart(text, start), end: at + 1, date: isoDay(year, 12, 31) };
}

function dueAtMonth(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const month = numberBefore(text, at, 2);
  if (!month || month.value < 1 || month.value > 12) return undefined;
  const { year, start } = yearBefore(text, month.start, planYear);
  if (year === undefined) return undefined;
  const next = text[at + 1] ?? ' ';
  if (next === '底' || next === '末')
    return { start: spanStart(text, start), end: afterBefore(text, at + 2), date: lastDayOf(year, month.value) };
  const tenth = text[at + 2] === '旬' ? '上中下'.indexOf(next) : -1;
  if (tenth >= 0) {
    const date = tenth < 2 ? isoDay(year, month.value, 10 * (tenth + 1)) : lastDayOf(year, month.value);
    return { start: spanStart(text, start), end: afterBefore(text, at + 3), date };
  }
  const limit = afterBefore(text, at + 1);
  if (limit > at + 1) return { start, end: limit, date: month.value === 1 ? isoDay(year - 1, 12, 31) : lastDayOf(year, month.value - 1) };

  let d = at + 1;
  while (d < at + 4 && classes[text.charCodeAt(d)]! & (DIGIT | CHINESE_NUMERAL)) d++;
  const isDated = d > at + 1 && isOneOf(text, d, '日号');
  const date = isDated ? numberBefore(text, d, d - at - 1) : undefined;
  if (d > at + 1 && (!date || date.start !== at + 1 || !isDay(month.value, date.value, year))) return undefined;
  const end = isDated ? d + 1 : at + 1;
  const named = date ? isoDay(year, month.value, date.value) : lastDayOf(year, month.value);
  const stop = afterBefore(text, end);
  if (stop > end) return { start, end: stop, date: named };
  // 5月1日至…: the first of a span; 截至6月: what was.
  if (isOneOf(text, end, reaches) || text[end] === '起') return undefined;
  if (isSpanEnd(text, start)) return { start: spanStart(text, start), end, date: named };
  if (/截止(时间|日期)?[为:]?$/.test(text.slice(Math.max(0, start - 6), start))) return { start, end, date: named };
  // 9月份 asks for the month; 3月份以来, 6月份的 tell of it.
  if (!isDated && next === '份' && !isOneOf(text, at + 2, '以来的起至到-、')) return { start, end: at + 2, date: named };
  // 7月:组织…; the month is all that is said.
  if (!isDated && text[end] === ':') return { start, end, date: named };
  return !isDated && start === 0 && end === text.length ? { start, end, date: named } : undefined;
}

function isSpanEnd(text: string, start: number): boolean {
  const sign = text[start - 1] ?? ' ';
  const before = text[start - 2] ?? ' ';
  if (sign === '至' || sign === '到') return !'截直推提甚'.includes(before) && !text.startsWith('截止', start - 3);
  return reaches.includes(sign) && (before === '月' || before === '日' || before === '份' || isDigitAt(text, start - 2));
}

/** Where the span begins whose end begins at `start`: 5月1日起至. */
function spanStart(text: string, start: number): number {
  if (!isOneOf(text, start - 1, reaches)) return start;
  let from = start - 1;
  while (from > 0 && isOneOf(text, from - 1, '0123456789年月日份起即从自')) from--;
  return from;
}

const ordinals = '一二三四';

function dueAtQuarter(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const quarter = ordinals.indexOf(text[at - 1] ?? ' ') + 1 || '1234'.indexOf(text[at - 1] ?? ' ') + 1;
  const isWord = text[at + 1] === '度';
  const end = isWord ? at + 2 : at + 1;
  // 四季 are the seasons, 一季度一通报 a manner of speaking.
  if (quarter === 0 || (!isWord && text[end] !== '末') || text[end] === '一' || isOneOf(text, end, reaches)) return undefined;
  const from = text[at - 2] === '第' ? at - 2 : at - 1;
  const { year, start } = yearBefore(text, from, planYear);
  // 第三季度前 may mean its beginning or its end.
  if (year === undefined || text[end] === '前' || isDigitAt(text, from - 1) || isOneOf(text, from - 1, '个每')) return undefined;
  const stop = text[end] === '末' || text[end] === '底' ? afterBefore(text, end + 1) : end;
  return { start, end: stop, date: lastDayOf(year, 3 * quarter) };
}

/** “十五五”末, 十五五时期末: the last year of a five-year plan; the fourteenth ends with 2025. */
function dueAtPlan(text: string, at: number, planYear: number | undefined): DatePhrase | undefined {
  const plan = /十([三四五六])五”?(?:规划)?(?:时期|期)?$/.exec(text.slice(Math.max(0, at - 9), at));
  if (!plan) return undefined;
  const year = 2015 + 5 * ordinals.concat('五六').indexOf(plan[1]!) - 5;
  return planYear !== undefined && year < planYear ? undefined : { start: at - plan[0].length, end: at + 1, date: isoDay(year, 12, 31) };
}

/** Days that no calendar has, such as 11月31日: `[start, end)` of each. */
export function impossibleDays(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let end = text.indexOf('日'); end >= 0; end = text.indexOf('日', end + 1)) {
    let at = end - 1;
    while (at > end - 4 && isOneOf(text, at, '0123456789〇零一二三四五六七八九十')) at--;
    const month = text[at] === '月' ? numberBefore(text, at, 2) : undefined;
    if (!month) continue;
    const date = numberBefore(text, end, end - at - 1);
    const year = text[month.start - 1] === '年' ? numberBefore(text, month.start - 1, 4) : undefined;
    if (date && !isDay(month.value, date.value, year && isYear(year.value) ? year.value : undefined)) found.push([month.start, end + 1]);
  }
  return found;
}
