/** A list of words to look for in a text: a look in a table for every character, the words themselves only where one may begin. */
export class Words<Value = true> {
  readonly #begins = new Uint8Array(65536);
  readonly #byFirst = new Map<number, [word: string, value: Value][]>();

  constructor(entries: Iterable<readonly [word: string, value: Value]>) {
    for (const [word, value] of entries) {
      const first = word.charCodeAt(0);
      this.#begins[first] = 1;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), [word, value]]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  }

  /** The longest word that begins at `at`. */
  at(text: string, at: number): [word: string, value: Value] | undefined {
    const first = text.charCodeAt(at);
    if (this.#begins[first] !== 1) return undefined;
    for (const entry of this.#byFirst.get(first)!) if (text.startsWith(entry[0], at)) return entry;
    return undefined;
  }

  /** Visits every place in `[start, end)` where a word begins, with the longest that does; words may overlap. */
  visit(text: string, start: number, end: number, found: (value: Value, at: number, word: string) => void): void {
    for (let at = start; at < end; at++) {
      if (this.#begins[text.charCodeAt(at)] !== 1) continue;
      const entry = this.at(text, at);
      if (entry && at + entry[0].length <= end) found(entry[1], at, entry[0]);
    }
  }

  isIn(text: string, start = 0, end = text.length): boolean {
    for (let at = start; at < end; at++) {
      if (this.#begins[text.charCodeAt(at)] !== 1) continue;
      const entry = this.at(text, at);
      if (entry && at + entry[0].length <= end) return true;
    }
    return false;
  }
}

/** Words without a meaning of their own, written as one string. */
export function wordList(list: string): Words {
  return new Words(list.split(' ').map((word) => [word, true] as const));
}
