/** In a table of what a text may hold: a longer word begins here, a word of one character stands here. */
const BEGINS = 1;
const WHOLE = 2;

/**
 * A list of words to look for in a text. A look in a table for every character, and one in another for the pair it begins, leaves few
 * places where the words themselves are tried.
 */
export class Words<Value = true> {
  readonly #begins = new Uint8Array(65536);
  /** By `pairOf` the first two characters of a word. Two pairs may share a place; the words themselves decide. */
  readonly #pairs = new Uint8Array(65536);
  readonly #byFirst = new Map<number, [word: string, value: Value][]>();

  constructor(entries: Iterable<readonly [word: string, value: Value]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0);
      this.#begins[first]! |= word.length > 1 ? BEGINS : WHOLE;
      if (word.length > 1) this.#pairs[pairOf(first, word.charCodeAt(1))] = 1;
      const list = this.#byFirst.get(first);
      if (list) list.push([word, value]);
      else this.#byFirst.set(first, [[word, value]]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): readonly [word: string, value: Value] | undefined {
    const first = text.charCodeAt(at);
    const begins = this.#begins[first];
    if (begins === undefined || begins === 0) return undefined;
    if (begins === BEGINS && this.#pairs[pairOf(first, text.charCodeAt(at + 1))] === 0) return undefined;
    for (const entry of this.#byFirst.get(first)!) if (text.startsWith(entry[0], at)) return entry;
    return undefined;
  }

  /** Visits every place in `[start, end)` where a word begins, with the longest that does; words may overlap. */
  visit(text: string, start: number, end: number, found: (value: Value, at: number, word: string) => void): void {
    for (let at = start; at < end; at++) {
      if (this.#begins[text.charCodeAt(at)] === 0) continue;
      const entry = this.at(text, at);
      if (entry && at + entry[0].length <= end) found(entry[1], at, entry[0]);
    }
  }

  isIn(text: string, start = 0, end = text.length): boolean {
    for (let at = start; at < end; at++) {
      if (this.#begins[text.charCodeAt(at)] === 0) continue;
      const entry = this.at(text, at);
      if (entry && at + entry[0].length <= end) return true;
    }
    return false;
  }
}

function pairOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** Words without a meaning of their own, written as one string. */
export function wordList(list: string): Words {
  return new Words(list.split(' ').map((word) => [word, true] as const));
}
