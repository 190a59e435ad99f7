/** So many requests at once, and so many a second after that, for each asker. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/** Counts requests by asker. @returns seconds to wait, or 0 where the request may pass. */
export function createRateLimiter({ burst, perSecond }: RateLimit, now: () => number = Date.now): (asker: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return (asker) => {
    const at = now();
    // A bucket that is full again says nothing; forgetting it keeps who comes with ever new names from filling the memory.
    if (buckets.size > 10_000) {
      for (const [name, bucket] of buckets) if (bucket.left + ((at - bucket.at) / 1000) * perSecond >= burst) buckets.delete(name);
    }
    const bucket = buckets.get(asker) ?? { left: burst, at };
    const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    buckets.set(asker, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1 ? 0 : (1 - left) / perSecond;
  };
}
