import { classes } from './characters.js';

type Entry<Value> = readonly [word: string, value: Value];

/**
 * A list of words to look for in a text. A look in a table by the character leaves few places where a word may begin, one by the pair it
 * begins fewer; there the words themselves are tried.
 */
export class Words<Value = true> {
  /** By the last 12 bits of a character's code whether a word may begin with it: small enough to stay near the processor. */
  readonly #begins = new Uint8Array(4096);
  /** By `pairOf` the number of a group in `#groups`; 0 where there is none. */
  readonly #pairs = new Uint16Array(4096);
  /** Words whose first two characters share a place, longest first. */
  readonly #groups: Entry<Value>[][] = [[]];
  /** Words of one character, by its code. */
  readonly #singles = new Map<number, Entry<Value>>();

  constructor(entries: Iterable<Entry<Value>>) {
    for (const entry of entries) {
      const [word] = entry;
      this.#begins[word.charCodeAt(0) & 4095] = 1;
      if (word.length === 1) {
        this.#singles.set(word.charCodeAt(0), entry);
        continue;
      }
      const pair = pairOf(word.charCodeAt(0), word.charCodeAt(1));
      if (this.#pairs[pair] === 0) this.#pairs[pair] = this.#groups.push([]) - 1;
      this.#groups[this.#pairs[pair]!]!.push(entry);
    }
    for (const group of this.#groups) group.sort((a, b) => b[0].length - a[0].length);
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): Entry<Value> | undefined {
    const first = text.charCodeAt(at);
    return this.#begins[first & 4095] === 1 ? this.atMark(text, at) : undefined;
  }

  /** `at`, where a mark says already that a word may begin with the character. */
  protected atMark(text: string, at: number): Entry<Value> | undefined {
    const first = text.charCodeAt(at);
    const group = this.#pairs[pairOf(first, text.charCodeAt(at + 1))]!;
    if (group !== 0) for (const entry of this.#groups[group]!) if (standsAt(text, entry[0], at)) return entry;
    return this.#singles.size === 0 ? undefined : this.#singles.get(first);
  }

  /** Visits every place in `[start, end)` where a word begins, with the longest that does; words may overlap. */
  visit(text: string, start: number, end: number, found: (value: Value, at: number, word: string) => void): void {
    const begins = this.#begins;
    for (let at = start; at < end; at++) {
      if (begins[text.charCodeAt(at) & 4095] !== 1) continue;
      const entry = this.at(text, at);
      if (entry !== undefined && at + entry[0].length <= end) found(entry[1], at, entry[0]);
    }
  }

  isIn(text: string, start = 0, end = text.length): boolean {
    const begins = this.#begins;
    for (let at = start; at < end; at++) {
      if (begins[text.charCodeAt(at) & 4095] !== 1) continue;
      const entry = this.at(text, at);
      if (entry !== undefined && at + entry[0].length <= end) return true;
    }
    return false;
  }
}

/** Lists that are looked for in every sentence, each by its bit in the kinds of a mark; the bits below are the classes of characters. */
export const TOPIC = 1 << 10;
export const OBSERVANCE = 1 << 11;
export const DELIVERY = 1 << 12;
export const PAST = 1 << 13;
export const FORWARD = 1 << 14;
export const STRIVING = 1 << 15;
export const ENCOURAGING = 1 << 16;
export const BOUND = 1 << 17;
export const TIME = 1 << 18;
export const TOGETHER = 1 << 19;
export const EACH = 1 << 20;
export const RULE = 1 << 21;
const lists = -TOPIC;

/** By `pairOf` the lists of which a word begins with such a pair, by the code of a character those of which it is a word. */
const listsByPair = new Int32Array(4096);
const listsByWord = new Int32Array(65536);

/**
 * The places of a text where anything stands that the parser looks for, a fifth of its characters: found by one look at each character and
 * at the one behind it, so that nobody has to look at all of them again.
 */
export class Marks {
  /** Where they stand, ascending; behind the last an end that no text reaches. */
  readonly at: Uint32Array;
  /** What may stand at each: the classes of the character, and the lists of which a word may begin there. */
  readonly kinds: Int32Array;
  /** By every sixteenth position of the text the first mark at or behind it. */
  readonly #first: Uint32Array;

  constructor(codes: Uint16Array) {
    const at = new Uint32Array(codes.length + 1);
    const kinds = new Int32Array(codes.length);
    this.#first = new Uint32Array((codes.length >> 4) + 1);
    let count = 0;
    for (let position = 0; position < codes.length; position++) {
      if ((position & 15) === 0) this.#first[position >> 4] = count;
      const code = codes[position]!;
      let kind = classes[code]!;
      if (kind & lists) kind &= ~lists | listsByPair[pairOf(code, codes[position + 1] ?? 0)]! | listsByWord[code]!;
      if (kind === 0) continue;
      at[count] = position;
      kinds[count++] = kind;
    }
    if ((codes.length & 15) === 0) this.#first[codes.length >> 4] = count;
    at[count] = 0xffffffff;
    this.at = at.subarray(0, count + 1);
    this.kinds = kinds.subarray(0, count);
  }

  /** The number of the first mark at or behind `position`. */
  from(position: number): number {
    let mark = this.#first[position >> 4]!;
    while (this.at[mark]! < position) mark++;
    return mark;
  }
}

export interface Marked {
  text: string;
  marks: Marks;
}

/** Has `Marks` note with `flag` where `word` may begin. */
export function mark(flag: number, word: string): void {
  const code = word.charCodeAt(0);
  classes[code]! |= flag;
  if (word.length === 1) listsByWord[code]! |= flag;
  else listsByPair[pairOf(code, word.charCodeAt(1))]! |= flag;
}

/** A list that is looked for in every sentence of a document: of a view that is marked only the marks are tried. */
export class MarkedWords<Value = true> extends Words<Value> {
  readonly #flag: number;

  constructor(flag: number, entries: readonly Entry<Value>[]) {
    super(entries);
    this.#flag = flag;
    for (const [word] of entries) mark(flag, word);
  }

  /** `visit`, in a text that is marked. */
  visitMarked({ text, marks }: Marked, start: number, end: number, found: (value: Value, at: number, word: string) => void): void {
    const flag = this.#flag;
    for (let i = marks.from(start); marks.at[i]! < end; i++) {
      if (!(marks.kinds[i]! & flag)) continue;
      const at = marks.at[i]!;
      const entry = this.atMark(text, at);
      if (entry !== undefined && at + entry[0].length <= end) found(entry[1], at, entry[0]);
    }
  }

  /** `isIn`, in a text that is marked. */
  isMarkedIn({ text, marks }: Marked, start: number, end: number): boolean {
    const flag = this.#flag;
    for (let i = marks.from(start); marks.at[i]! < end; i++) {
      if (!(marks.kinds[i]! & flag)) continue;
      const at = marks.at[i]!;
      const entry = this.atMark(text, at);
      if (entry !== undefined && at + entry[0].length <= end) return true;
    }
    return false;
  }
}

/** `startsWith`, which costs a call of the engine's each time: most words differ in one of the first characters. */
function standsAt(text: string, word: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  return true;
}

function pairOf(first: number, second: number): number {
  return ((first << 5) - first + second) & 4095;
}

/** Words without a meaning of their own, written as one string. */
export function wordList(list: string): Words {
  return new Words(list.split(' ').map((word) => [word, true] as const));
}

export function markedList(flag: number, list: string): MarkedWords {
  return new MarkedWords(
    flag,
    list.split(' ').map((word) => [word, true] as const),
  );
}
