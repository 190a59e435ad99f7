/** Runs every contender in turn, round after round, so that a noisy moment hits all alike. Returns the median time of each in ms. */
export async function medianMs(contenders, rounds = 9) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const started = performance.now();
      await work();
      // The first two rounds only warm the engine up.
      if (round >= 0) times[name].push(performance.now() - started);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(all.length / 2)]]));
}
