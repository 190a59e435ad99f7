import { fold, foldWithPlaces } from './fold.js';
import { pinyinFinder } from './pinyin.js';

/** Finds `[start, end)` in folded text from a place on. */
type Finder = (text: string, from?: number) => [start: number, end: number] | undefined;

/** How a query is looked for in folded text: as it stands, and where it holds Latin letters also as pinyin. */
export function finderOf(query: string): Finder {
  const sought = fold(query);
  const asPinyin = /[a-z]/.test(sought) ? pinyinFinder(sought.replace(/['’]/g, '')) : undefined;
  return (text, from = 0) => {
    const at = text.indexOf(sought, from);
    const spelt = asPinyin?.(text, from);
    if (spelt && (at < 0 || spelt[0] < at)) return spelt;
    return at < 0 ? undefined : [at, at + sought.length];
  };
}

/** Where a query stands in a text: `[start, end)` in UTF-16 units, in order, none overlapping. Nothing for an empty query. */
export function matchesIn(text: string, query: string): [start: number, end: number][] {
  if (fold(query) === '') return [];
  const find = finderOf(query);
  const { folded, places } = foldWithPlaces(text);
  const found: [number, number][] = [];
  let last = 0;
  for (let match = find(folded); match; match = find(folded, last)) {
    last = match[1];
    found.push([places[match[0]]!, places[match[1]]!]);
  }
  return found;
}
