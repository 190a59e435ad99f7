import { CHINESE_NUMERAL, classes, DIGIT, isDigitAt, isOneOf, OPEN, ORDINAL } from './characters.js';
import { isNumeralAt, parseChineseNumber } from './numerals.js';

/** The levels that GB/T 9704 gives to markers, and 一是 below them. */
export type MarkerLevel = 1 | 2 | 3 | 4 | 5;

export interface Marker {
  level: MarkerLevel;
  /** How it is printed: the members of one run are printed alike. */
  style: '一、' | '(一)' | '1.' | '(1)' | '1)' | '一是' | '一要' | '第一' | '①';
  /** The bare numeral as printed. */
  ordinal: string;
  value: number;
  /** Where the marker ends and the title begins. */
  end: number;
}

/** Whether a marker may begin with the character of this code; behind the end of a text (NaN) none does. */
export function mayBeMarker(code: number): boolean {
  return ((classes[code] ?? 0) & (OPEN | DIGIT | CHINESE_NUMERAL | ORDINAL)) !== 0 || code === 0x20;
}

/**
 * The marker that begins at `at` of folded text: 一、 （一） 1. （1） 一是, and beside 一是 the other words a text counts with: 一要, 第一, ①.
 * `undefined` where there is none. Reads a few characters, never more.
 */
export function readMarker(text: string, at: number): Marker | undefined {
  const first = text.charCodeAt(at);
  // —、总体要求: a dash typed for 一.
  if (first === 0x2d && at === 0 && text[1] === '、') return marker(1, '一、', { ordinal: '一', value: 1 }, 2);
  if (!mayBeMarker(first)) return undefined;
  if (first === 0x28) {
    const inner = readNumeral(text, at + 1);
    // (四〉: a bracket of another kind closes it.
    if (!inner || !isOneOf(text, inner.end, ')〉>]')) return undefined;
    const end = isOneOf(text, inner.end + 1, '、.') ? inner.end + 2 : inner.end + 1;
    return inner.chinese ? marker(2, '(一)', inner, pastCopy(text, at, end)) : marker(4, '(1)', inner, end);
  }
  if (classes[first]! & ORDINAL) return first === 0x7b2c ? readOrdinal(text, at) : readEnclosed(first, at);
  const numeral = readNumeral(text, at);
  if (!numeral) return undefined;
  const next = text[numeral.end];
  const end = numeral.end + 1;
  if (numeral.chinese) {
    // 五、六月份 and 一、二季度 are times.
    // 一,总体要求: with a comma only where a paragraph begins.
    if (next === '、' || next === '.' || (next === ',' && at === 0))
      return isListOfTimes(text, end, numeral.value) ? undefined : marker(1, '一、', numeral, pastCopy(text, at, end));
    if (numeral.value > 10 || text[end] === ',') return undefined;
    if (next === '是') return marker(5, '一是', numeral, end);
    // 要素, 要点 and 要求 are words.
    return next === '要' && !isOneOf(text, end, '素点求件') ? marker(5, '一要', numeral, end) : undefined;
  }
  // 5.29 is a day and 1.5 an amount, not the fifth or the first item; 7、8月 are two months.
  if (next === '.' && isDigitAt(text, end) && !beginsWithDay(text, end)) return undefined;
  if (next === '、' && isDigitAt(text, end) && isListOfTimes(text, end, numeral.value)) return undefined;
  if (next === '.' || next === '、') return marker(3, '1.', numeral, end);
  return next === ')' ? marker(4, '1)', numeral, end) : undefined;
}

/** 二、二、重点工作: a marker typed over the one that numbers by itself counts once. */
function pastCopy(text: string, at: number, end: number): number {
  return text.startsWith(text.slice(at, end), end) ? end + (end - at) : end;
}

/** Whether a time follows that the numeral before belongs to: 五、六月份, 1、2季度. */
function isListOfTimes(text: string, at: number, value: number): boolean {
  const next = readNumeral(text, at);
  return (
    next !== undefined && next.value > value && isOneOf(text, next.end, '月季周年') && !(isDigitAt(text, at) && next.value > value + 1)
  );
}

/** 1.5.29会员活动日, 2.12月底前, 3.2026年: behind the point stands a day, a month or a year. */
function beginsWithDay(text: string, at: number): boolean {
  let end = at;
  while (end < at + 5 && isDigitAt(text, end)) end++;
  if (end - at === 4) return text[end] === '年';
  if (end - at > 2 || Number(text.slice(at, end)) > 12) return false;
  if (text[end] === '月') return true;
  let day = end + 1;
  while (day < end + 4 && isDigitAt(text, day)) day++;
  return isOneOf(text, end, '.·') && day - end > 2 && Number(text.slice(end + 1, day)) <= 31 && text[day] !== '.';
}

type Numeral = Pick<Marker, 'ordinal' | 'value'>;

function marker(level: MarkerLevel, style: Marker['style'], { ordinal, value }: Numeral, end: number): Marker {
  return { level, style, ordinal, value, end };
}

/** 第一,… and 第一、…, but not 第一、二季度 and 第一书记. */
function readOrdinal(text: string, at: number): Marker | undefined {
  const numeral = readNumeral(text, at + 1);
  if (!numeral?.chinese || numeral.value > 10) return undefined;
  const end = numeral.end + 1;
  if (!isOneOf(text, numeral.end, ',、:是') || end >= text.length || classes[text.charCodeAt(end)]! & CHINESE_NUMERAL) return undefined;
  return marker(5, '第一', numeral, end);
}

/** Numerals that are one character with their brackets or point, by the code of the first of each row. */
const enclosed: [first: number, level: MarkerLevel, style: Marker['style']][] = [
  [0x2460, 5, '①'],
  [0x2474, 4, '(1)'],
  [0x2488, 3, '1.'],
  [0x3220, 2, '(一)'],
];

function readEnclosed(code: number, at: number): Marker | undefined {
  for (const [first, level, style] of enclosed) {
    const value = code - first + 1;
    if (value < 1 || value > 20) continue;
    return marker(level, style, { ordinal: level === 2 ? '一二三四五六七八九十'.charAt(value - 1) : String(value), value }, at + 1);
  }
  return undefined;
}

/** A numeral that an outline would count with: up to four Chinese characters or two digits. */
function readNumeral(text: string, at: number): { ordinal: string; value: number; end: number; chinese: boolean } | undefined {
  while (text[at] === ' ') at++;
  let end = at;
  while (end < at + 4 && isNumeralAt(text, end)) end++;
  const chinese = end > at;
  if (!chinese) while (end < at + 3 && text[end]! >= '0' && text[end]! <= '9') end++;
  if (end === at || (!chinese && end - at > 2)) return undefined;
  const value = parseChineseNumber(text, at, end);
  if (value === undefined || value < 1 || value > 99) return undefined;
  const ordinal = text.slice(at, end);
  while (text[end] === ' ') end++;
  return { ordinal, value, end, chinese };
}
