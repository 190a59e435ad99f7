import { CHINESE_NUMERAL, classes } from './characters.js';

/** By the code of the character, as all tables here. */
const byCode = (entries: [character: string, value: number][]) =>
  new Map(entries.map(([character, value]) => [character.charCodeAt(0), value]));

const values = byCode([
  ...Array.from('零一二三四五六七八九', (digit, value): [string, number] => [digit, value]),
  ...Array.from('0123456789', (digit, value): [string, number] => [digit, value]),
  ['〇', 0],
  ['两', 2],
]);
/** 十 and what stands above it. */
export const magnitudes = byCode([
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Whether one of 零一二…亿 stands at `at`. */
export function isNumeralAt(text: string, at: number): boolean {
  return at < text.length && (classes[text.charCodeAt(at)]! & CHINESE_NUMERAL) !== 0;
}

/** 十三 → 13, 二百零五 → 205, 三千五百万 → 35000000, 二〇二六 → 2026, of `[start, end)`. `undefined` where it is no number. */
export function parseChineseNumber(text: string, start = 0, end = text.length): number | undefined {
  if (end <= start) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let inPlace = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const value = values.get(code);
    if (value !== undefined) {
      digit = value;
      inPlace = inPlace * 10 + value;
      digits++;
      continue;
    }
    if (code === 0x5eff || code === 0x5345) {
      // 廿六 is 26, 卅一 31.
      section += code === 0x5eff ? 20 : 30;
      continue;
    }
    const multiplier = magnitudes.get(code);
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
  if (digits === end - start && digits > 1) return inPlace;
  return total + section + (digit ?? 0);
}
