import { CHINESE_NUMERAL, classes } from './characters.js';

const digits = '零一二三四五六七八九';
const multipliers: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

const values = new Map<string, number>([...Array.from(digits, (char, value): [string, number] => [char, value]), ['〇', 0], ['两', 2]]);

export function isChineseNumeral(char: string | undefined): boolean {
  return char !== undefined && char !== '' && (classes[char.charCodeAt(0)]! & CHINESE_NUMERAL) !== 0;
}

/** 十三 → 13, 二百零五 → 205, 三千五百万 → 35000000, 二〇二六 → 2026. `undefined` where it is no number. */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let positional = '';
  for (const char of text) {
    const value = values.get(char) ?? (char >= '0' && char <= '9' ? Number(char) : undefined);
    if (value !== undefined) {
      digit = value;
      positional += String(value);
      continue;
    }
    const multiplier = multipliers[char];
    if (multiplier === undefined) return undefined;
    if (multiplier >= 1e4) {
      total += (section + (digit ?? 0) || 1) * multiplier;
      section = 0;
    } else {
      section += (digit ?? 1) * multiplier;
    }
    digit = undefined;
  }
  // Digits without any multiplier are read in place: 二〇二六.
  if (positional.length === text.length && positional.length > 1) return Number(positional);
  return total + section + (digit ?? 0);
}
