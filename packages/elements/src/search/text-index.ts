import { fold } from './fold.js';
import { finderOf, wordsOf } from './matches.js';

/**
 * Texts to be searched as a reader types: each query finds every text that holds all of its words, and no other, whatever the width and case;
 * letters also find pinyin.
 *
 * Chinese is looked up by pairs of characters: of the pairs in a query the rarest says which texts are worth reading. Built in linear time
 * on the first query of more than one character; 4 bytes a character.
 */
export class TextIndex {
  #texts: readonly string[];
  #pairs: Pairs | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = texts.map(fold);
  }

  /** Places of the texts that hold every word of the query, ascending; all of them for an empty query. */
  find(query: string): number[] {
    let found: number[] | undefined;
    for (const word of wordsOf(query)) found = this.#findWord(word, found);
    return found ?? [...this.#texts.keys()];
  }

  /** Those that hold a word, of all texts or of the few that the words before it have left. */
  #findWord(word: string, among: number[] | undefined): number[] {
    const sought = fold(word);
    const texts = this.#texts;
    if (sought.length < 2 || /[a-z]/.test(sought)) {
      const find = finderOf(word);
      return (among ?? [...texts.keys()]).filter((place) => find(texts[place]!));
    }
    const { starts, places } = (this.#pairs ??= pairsOf(texts));
    const rarest = rarestIn(starts, sought);
    const candidates = among ?? [...places.subarray(starts[rarest], starts[rarest + 1])];
    return candidates.filter((place) => texts[place]!.includes(sought));
  }
}

/** The texts in which a pair of characters stands, pair after pair. Pairs that share a bucket do no harm: candidates are read. */
interface Pairs {
  starts: Uint32Array;
  places: Uint32Array;
}

const buckets = 1 << 16;
const bucketOf = (text: string, at: number): number => (Math.imul(text.charCodeAt(at), 31_153) ^ text.charCodeAt(at + 1)) & (buckets - 1);

function pairsOf(texts: readonly string[]): Pairs {
  const starts = new Uint32Array(buckets + 1);
  const lastIn = new Int32Array(buckets).fill(-1);
  // A pair that stands twice in a text is counted once.
  const eachPair = (see: (bucket: number, place: number) => void): void => {
    lastIn.fill(-1);
    texts.forEach((text, place) => {
      for (let at = 0; at + 1 < text.length; at++) {
        const bucket = bucketOf(text, at);
        if (lastIn[bucket] === place) continue;
        lastIn[bucket] = place;
        see(bucket, place);
      }
    });
  };
  eachPair((bucket) => starts[bucket + 1]!++);
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const places = new Uint32Array(starts[buckets]!);
  const next = starts.slice();
  eachPair((bucket, place) => void (places[next[bucket]!++] = place));
  return { starts, places };
}

function rarestIn(starts: Uint32Array, sought: string): number {
  let rarest = bucketOf(sought, 0);
  const spread = (bucket: number) => starts[bucket + 1]! - starts[bucket]!;
  for (let at = 1; at + 1 < sought.length; at++) {
    const bucket = bucketOf(sought, at);
    if (spread(bucket) < spread(rarest)) rarest = bucket;
  }
  return rarest;
}
