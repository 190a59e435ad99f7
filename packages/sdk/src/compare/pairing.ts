/** A couple that could be made, with how well the two go together. */
export interface Couple {
  left: number;
  right: number;
  score: number;
}

/**
 * Makes couples one to one, the best first. Equal scores are decided by the keys of the two, taken as a couple without a side, so that neither
 * the order of the lists nor their exchange changes who goes with whom. n log n.
 *
 * @param leftKeys one key for each place on the left, different from one another; `rightKeys` likewise.
 */
export function pairOneToOne<T extends Couple>(couples: readonly T[], leftKeys: readonly string[], rightKeys: readonly string[]): T[] {
  const keyed = couples.map((couple) => {
    const [a, b] = [leftKeys[couple.left]!, rightKeys[couple.right]!];
    return { couple, first: a < b ? a : b, second: a < b ? b : a };
  });
  keyed.sort((x, y) => y.couple.score - x.couple.score || order(x.first, y.first) || order(x.second, y.second));
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  return keyed.flatMap(({ couple }) => {
    if (takenLeft.has(couple.left) || takenRight.has(couple.right)) return [];
    takenLeft.add(couple.left);
    takenRight.add(couple.right);
    return [couple];
  });
}

/** Couples of what is the same on both sides, the n-th of equals with the n-th by `ids`. n log n. */
export function pairEquals(
  left: readonly string[],
  right: readonly string[],
  leftIds: readonly string[],
  rightIds: readonly string[],
): [left: number, right: number][] {
  const waiting = new Map<string, number[]>();
  for (const place of sortedBy(rightIds)) {
    const list = waiting.get(right[place]!);
    if (list === undefined) waiting.set(right[place]!, [place]);
    else list.push(place);
  }
  const next = new Map<string, number>();
  return sortedBy(leftIds).flatMap((place): [number, number][] => {
    const what = left[place]!;
    const turn = next.get(what) ?? 0;
    const partner = waiting.get(what)?.[turn];
    if (partner === undefined) return [];
    next.set(what, turn + 1);
    return [[place, partner]];
  });
}

function sortedBy(keys: readonly string[]): number[] {
  return keys.map((_, place) => place).sort((a, b) => order(keys[a]!, keys[b]!));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
