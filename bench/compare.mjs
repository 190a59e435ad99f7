/**
 * Runs every contender in turn, round after round, so that a noisy moment hits all alike. A contender is a function; what it costs is the
 * number it returns, or the time it takes in ms. Returns each one's costs, smallest first.
 */
export async function measure(contenders, rounds = 9) {
  const costs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const started = performance.now();
      const cost = await work();
      const time = performance.now() - started;
      // The first two rounds only warm the engine up.
      if (round >= 0) costs[name].push(typeof cost === 'number' ? cost : time);
    }
  }
  return Object.fromEntries(Object.entries(costs).map(([name, all]) => [name, all.sort((a, b) => a - b)]));
}

const summary = (costs) => ({ min: costs[0], median: costs[costs.length >> 1] });

/**
 * The rows of one piece of work: ours beside each of the others. `goals` says by contender how many times its cost ours may be, and under
 * `ours` what ours may be at most in itself; a contender without a goal, such as a floor, is there to be seen. All costs are `unit`, less is better.
 */
export function compare(work, unit, { ours, ...others }, goals = {}) {
  const own = summary(ours);
  const row = (beside, figures, value, atMost) => ({
    work,
    unit,
    ours: own,
    beside,
    figures,
    ratio: value,
    goal: atMost,
    met: !(value > atMost),
  });
  return [
    ...(goals.ours === undefined ? [] : [row(`${Number(goals.ours.toPrecision(3))} ${unit}`, undefined, own.median / goals.ours, 1)]),
    ...Object.entries(others).map(([name, costs]) => {
      const figures = summary(costs);
      return row(name, figures, own.median / figures.median, goals[name]);
    }),
  ];
}
