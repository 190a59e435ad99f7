/** Weight of a pair of characters: a whole number from 1, so that sums are exact and no order of adding shows in them. */
export type Weigh = (pair: string) => number;

/** Two texts that share something, by their places in the two lists, with the weights of what they share and of what each holds. */
export interface Alike {
  left: number;
  right: number;
  shared: number;
  leftWeight: number;
  rightWeight: number;
}

/** A pair of characters that stands in so many of both lists that this many couples come of it tells nothing, and is left out: it keeps the work linear. */
const maxCouples = 1024;

/** Of a text, the letters and numbers alone: quotation marks, spaces, line ends and the widths of characters are no difference in a noun. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%‰]/gu, '');
}

/** The pairs of neighbouring characters of a folded text; a text of one character is its own pair. */
function pairsOf(words: string): Set<string> {
  const pairs = new Set<string>();
  if (words.length === 1) pairs.add(words);
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(words.slice(at, at + 2));
  return pairs;
}

/**
 * Weighs pairs of characters by how rare they are in some texts: what stands on every page (计生, 家庭, 活动) says little about which two
 * phrases mean the same.
 */
export function weighByRarity(texts: readonly string[]): Weigh {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    const words = foldWords(text);
    for (let at = 0; at + 1 < words.length; at += 1) {
      const pair = words.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      total += 1;
    }
  }
  // A pair that stands as often as one in 200 is common; texts too short to tell leave all pairs nearly equal.
  const common = Math.max(8, total / 200);
  return (pair) => Math.max(1, Math.round(1000 * Math.log(1 + common / (counts.get(pair) ?? 1))));
}

/**
 * All couples of a text on the left and one on the right that share a pair of characters.
 *
 * Linear in the length of the texts, with a large constant: each pair of characters leads to at most `maxCouples`.
 */
export function findAlike(left: readonly string[], right: readonly string[], weigh: Weigh): Alike[] {
  const leftPlaces = indexPairs(left);
  const rightPlaces = indexPairs(right);
  const leftWeights = left.map(() => 0);
  const rightWeights = right.map(() => 0);
  const couples = new Map<number, number>();

  for (const pair of new Set([...leftPlaces.keys(), ...rightPlaces.keys()])) {
    const [inLeft, inRight] = [leftPlaces.get(pair) ?? [], rightPlaces.get(pair) ?? []];
    if (inLeft.length * inRight.length > maxCouples) continue;
    const weight = weigh(pair);
    for (const place of inLeft) leftWeights[place]! += weight;
    for (const place of inRight) rightWeights[place]! += weight;
    for (const a of inLeft) {
      for (const b of inRight) {
        const key = a * right.length + b;
        couples.set(key, (couples.get(key) ?? 0) + weight);
      }
    }
  }
  return [...couples].map(([key, shared]) => {
    const [a, b] = [Math.floor(key / right.length), key % right.length];
    return { left: a, right: b, shared, leftWeight: leftWeights[a]!, rightWeight: rightWeights[b]! };
  });
}

/** Likeness from 0 to 1: what is shared over the geometric mean of both (Ochiai), which forgives a longer name of the same thing more than Dice. */
export function likenessOf({ shared, leftWeight, rightWeight }: Alike): number {
  return shared / Math.sqrt(leftWeight * rightWeight);
}

/** A score as it is told and compared: more digits would claim what the words do not give. */
export function inHundredths(score: number): number {
  return Math.round(score * 100) / 100;
}

/** The longest run of characters that both texts hold, folded; `''` where there is none of two or more. */
export function sharedWords(a: string, b: string): string {
  // What is shown to people: a phrase longer than this is no noun.
  const [left, right] = [foldWords(a).slice(0, 120), foldWords(b).slice(0, 120)];
  let longest = '';
  for (let start = 0; start < left.length; start += 1) {
    while (right.includes(left.slice(start, start + longest.length + 1)) && start + longest.length < left.length) {
      longest = left.slice(start, start + longest.length + 1);
    }
  }
  return longest.length < 2 ? '' : longest;
}

function indexPairs(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, place) => {
    for (const pair of pairsOf(foldWords(text))) {
      const list = places.get(pair);
      if (list === undefined) places.set(pair, [place]);
      else list.push(place);
    }
  });
  return places;
}
