import { CHINESE_NUMERAL, classes, DIGIT, OPEN } from './characters.js';
import { isChineseNumeral, parseChineseNumber } from './numerals.js';

/** The levels that GB/T 9704 gives to markers, and 一是 below them. */
export type MarkerLevel = 1 | 2 | 3 | 4 | 5;

export interface Marker {
  level: MarkerLevel;
  /** The bare numeral as printed. */
  ordinal: string;
  value: number;
  /** Where the marker ends and the title begins. */
  end: number;
}

/** The marker that begins at `at` of folded text: 一、 （一） 1. （1） 一是; `undefined` where there is none. Reads a few characters, never more. */
export function readMarker(text: string, at: number): Marker | undefined {
  const first = text.charCodeAt(at);
  // NaN behind the end of the text is of no class.
  if (!((classes[first] ?? 0) & (OPEN | DIGIT | CHINESE_NUMERAL)) && first !== 0x20) return undefined;
  if (first === 0x28) {
    const inner = readNumeral(text, at + 1);
    if (!inner || text[inner.end] !== ')') return undefined;
    let end = inner.end + 1;
    if (text[end] === '、' || text[end] === '.') end++;
    return { level: inner.chinese ? 2 : 4, ordinal: inner.ordinal, value: inner.value, end };
  }
  const numeral = readNumeral(text, at);
  if (!numeral) return undefined;
  const next = text[numeral.end];
  if (numeral.chinese) {
    if (next === '、' || next === '.') return { level: 1, ordinal: numeral.ordinal, value: numeral.value, end: numeral.end + 1 };
    if (next === '是' && numeral.value <= 10 && text[numeral.end + 1] !== ',')
      return { level: 5, ordinal: numeral.ordinal, value: numeral.value, end: numeral.end + 1 };
    return undefined;
  }
  if (next === '.' || next === '、') {
    // 5.29 is a day and 1.5 an amount, not the fifth or the first item.
    const after = text.charCodeAt(numeral.end + 1);
    if (after >= 48 && after <= 57) return undefined;
    return { level: 3, ordinal: numeral.ordinal, value: numeral.value, end: numeral.end + 1 };
  }
  if (next === ')') return { level: 4, ordinal: numeral.ordinal, value: numeral.value, end: numeral.end + 1 };
  return undefined;
}

/** A numeral that an outline would count with: up to four Chinese characters or two digits. */
function readNumeral(text: string, at: number): { ordinal: string; value: number; end: number; chinese: boolean } | undefined {
  while (text[at] === ' ') at++;
  let end = at;
  while (end < at + 4 && isChineseNumeral(text[end])) end++;
  const chinese = end > at;
  if (!chinese) while (end < at + 3 && text[end]! >= '0' && text[end]! <= '9') end++;
  if (end === at || (!chinese && end - at > 2)) return undefined;
  const ordinal = text.slice(at, end);
  const value = chinese ? parseChineseNumber(ordinal) : Number(ordinal);
  if (value === undefined || value < 1 || value > 99) return undefined;
  while (text[end] === ' ') end++;
  return { ordinal, value, end, chinese };
}
