import { fold, foldWithPlaces } from './fold.js';
import { pinyinFinder } from './pinyin.js';

/** Finds `[start, end)` in folded text from a place on. */
type Finder = (text: string, from?: number) => [start: number, end: number] | undefined;

/** How a word is looked for in folded text: as it stands, and where it holds Latin letters also as pinyin. */
export function finderOf(word: string): Finder {
  const sought = fold(word);
  const asPinyin = /[a-z]/.test(sought) ? pinyinFinder(sought.replace(/['’]/g, '')) : undefined;
  return (text, from = 0) => {
    const at = text.indexOf(sought, from);
    const spelt = asPinyin?.(text, from);
    if (spelt && (at < 0 || spelt[0] < at)) return spelt;
    return at < 0 ? undefined : [at, at + sought.length];
  };
}

/** The words of a query, each to be found by itself: what stands between white space. */
export const wordsOf = (query: string): string[] => query.split(/\s+/).filter((word) => fold(word) !== '');

/** Where the words of a query stand in a text: `[start, end)` in UTF-16 units, in order, none overlapping. Nothing for an empty query. */
export function matchesIn(text: string, query: string): [start: number, end: number][] {
  const { folded, places } = foldWithPlaces(text);
  const found: [number, number][] = [];
  for (const word of wordsOf(query)) {
    const find = finderOf(word);
    for (let match = find(folded); match; match = find(folded, match[1])) found.push(match);
  }
  found.sort((a, b) => a[0] - b[0]);
  const apart: [number, number][] = [];
  for (const match of found) {
    const last = apart[apart.length - 1];
    if (last && match[0] < last[1]) last[1] = Math.max(last[1], match[1]);
    else apart.push([...match]);
  }
  return apart.map(([start, end]) => [places[start]!, places[end]!]);
}
