import { classes } from './characters.js';

type Entry<Value> = readonly [word: string, value: Value];

/**
 * A list of words to look for in a text, as a tree: wherever one may have begun, one look in a table tells whether the next character goes
 * on with one.
 */
export class Words<Value = true> {
  /** By the last 12 bits of a character's code whether a word may begin with it: small enough to stay near the processor. */
  readonly #begins = new Uint8Array(4096);
  /** Branches of the tree, each in the first free place from `placeOf` on: a node and the code of a character in one number. */
  readonly #branches: Int32Array;
  /** The node that the branch in the same place leads to. */
  readonly #nodes: Uint16Array;
  /** By node the word that ends there. */
  readonly #entries: (Entry<Value> | undefined)[] = [undefined];

  constructor(entries: Iterable<Entry<Value>>) {
    const list = [...entries];
    const letters = list.reduce((sum, [word]) => sum + word.length, 0);
    const places = 2 ** Math.ceil(Math.log2(2 * letters + 1));
    this.#branches = new Int32Array(places);
    this.#nodes = new Uint16Array(places);
    for (const entry of list) {
      const [word] = entry;
      this.#begins[word.charCodeAt(0) & 4095] = 1;
      let node = 0;
      for (let i = 0; i < word.length; i++) node = this.#grow(node, word.charCodeAt(i));
      this.#entries[node] ??= entry;
    }
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): Entry<Value> | undefined {
    if (this.#begins[text.charCodeAt(at) & 4095] === 0) return undefined;
    let longest: Entry<Value> | undefined;
    let node = 0;
    for (let i = at; i < text.length; i++) {
      node = this.#nodes[this.#placeOf(node, text.charCodeAt(i))]!;
      if (node === 0) break;
      longest = this.#entries[node] ?? longest;
    }
    return longest;
  }

  /** Where the branch stands that leads on from `node` by `code`, or would. */
  #placeOf(node: number, code: number): number {
    const branches = this.#branches;
    const branch = (node << 16) | code;
    // The factor scatters neighbours (Knuth's multiplicative hash).
    let place = (Math.imul(branch, 0x9e3779b1) >>> 8) & (branches.length - 1);
    while (branches[place] !== branch && branches[place] !== 0) place = (place + 1) & (branches.length - 1);
    return place;
  }

  #grow(node: number, code: number): number {
    const place = this.#placeOf(node, code);
    if (this.#nodes[place] === 0) {
      this.#branches[place] = (node << 16) | code;
      this.#nodes[place] = this.#entries.push(undefined) - 1;
    }
    return this.#nodes[place]!;
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
export const AREA = 1 << 10;
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
export const CUT = 1 << 22;
export const SITE = 1 << 23;
/** Where a heading inside a line may begin, or the sign stands that it begins behind. */
export const HEADING = 1 << 24;
/** A word of one character, of whichever list. */
const ALONE = 1 << 25;
const lists = -AREA;

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
  /** By position of the text the first mark at or behind it. */
  readonly #first: Uint32Array;

  constructor(codes: Uint16Array) {
    const { length } = codes;
    const first = new Uint32Array(length + 1);
    let at = new Uint32Array((length >> 2) + 32);
    let kinds = new Int32Array(at.length);
    let count = 0;
    let code = codes[0] ?? 0;
    for (let position = 0; position < length; position++) {
      const next = position + 1 < length ? codes[position + 1]! : 0;
      // Written in any case and kept where there is something: a processor guesses wrong at every other character.
      const may = classes[code]!;
      let kind = may & (~lists | listsByPair[pairOf(code, next)]!);
      if (may & ALONE) kind |= listsByWord[code]!;
      first[position] = count;
      at[count] = position;
      kinds[count] = kind;
      if (kind !== 0 && ++count === at.length) {
        at = copyOf(at, new Uint32Array(2 * count));
        kinds = copyOf(kinds, new Int32Array(2 * count));
      }
      code = next;
    }
    first[length] = count;
    at[count] = 0xffffffff;
    this.at = at.subarray(0, count + 1);
    this.kinds = kinds.subarray(0, count);
    this.#first = first;
  }

  /** The number of the first mark at or behind `position`. */
  from(position: number): number {
    return this.#first[position]!;
  }

  /** What may stand in `[start, end)`: the kinds of its marks, as their sum. */
  kindsIn(start: number, end: number): number {
    let kinds = 0;
    for (let i = this.from(start); this.at[i]! < end; i++) kinds |= this.kinds[i]!;
    return kinds;
  }
}

export interface Marked {
  text: string;
  /** Its characters as numbers, which cost less to look at. */
  codes: Uint16Array;
  marks: Marks;
}

/** Has `Marks` note with `flag` where `word` may begin. */
export function mark(flag: number, word: string): void {
  const code = word.charCodeAt(0);
  classes[code]! |= flag;
  if (word.length === 1) {
    classes[code]! |= ALONE;
    listsByWord[code]! |= flag;
  } else listsByPair[pairOf(code, word.charCodeAt(1))]! |= flag;
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
      const entry = this.at(text, at);
      if (entry !== undefined && at + entry[0].length <= end) found(entry[1], at, entry[0]);
    }
  }

  /** `isIn`, in a text that is marked. */
  isMarkedIn({ text, marks }: Marked, start: number, end: number): boolean {
    const flag = this.#flag;
    for (let i = marks.from(start); marks.at[i]! < end; i++) {
      if (!(marks.kinds[i]! & flag)) continue;
      const at = marks.at[i]!;
      const entry = this.at(text, at);
      if (entry !== undefined && at + entry[0].length <= end) return true;
    }
    return false;
  }
}

function copyOf<Numbers extends Uint32Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
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
