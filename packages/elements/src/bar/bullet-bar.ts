import type { Target, TargetProgress } from '@fp-kit/sdk';

/** A bullet bar after Few, in percent of its length. */
export interface BulletBar {
  /** The amount reached. */
  value: number;
  /** The range to be reached; undefined where units are counted, who all have to. */
  band?: [from: number, to: number] | undefined;
  /** Where the goal begins; undefined where it is the end of the bar. */
  goal?: number | undefined;
  /** What would be reached by today if all went evenly. */
  expected?: number | undefined;
}

/** Lays a target out as a bar. `expected` is an amount in the unit of the target. Undefined where nothing is reported: not reported is not zero. */
export function layOutBar(
  { comparator, min, max, unit }: Pick<Target, 'comparator' | 'min' | 'max' | 'unit'>,
  { reached, units }: Pick<TargetProgress, 'reached' | 'units'>,
  expected?: number,
): BulletBar | undefined {
  const value = units ? units.met : reached;
  const least = units ? units.total : comparator === 'atMost' || comparator === 'lessThan' ? 0 : (min ?? max);
  const most = units ? units.total : comparator === 'atLeast' || comparator === 'moreThan' ? undefined : (max ?? min);
  if (value === undefined || least === undefined) return undefined;
  const goal = least || most || 0;
  const end = Math.max(value, expected ?? 0, units ? goal : unit === '%' ? 100 : (most ?? goal * 1.25));
  if (!(end > 0)) return undefined;
  const percent = (amount: number) => (100 * Math.min(Math.max(0, amount), end)) / end;
  return {
    value: percent(value),
    band: units ? undefined : [percent(least), percent(most ?? end)],
    goal: goal < end ? percent(goal) : undefined,
    expected: expected === undefined ? undefined : percent(expected),
  };
}

const namespace = 'http://www.w3.org/2000/svg';

function draw(name: string, attributes: Record<string, string>): SVGElement {
  const shape = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  return shape;
}

/** Draws a bar: the range as a band, the amount in it, the goal as a stroke, what is expected as a notch. Silent, because words beside it say the same. */
export function drawBar({ value, band, goal, expected }: BulletBar): SVGElement {
  const bar = draw('svg', { class: 'bar', 'aria-hidden': 'true' });
  const box = (kind: string, from: number, to: number, y: string, height: string) =>
    draw('rect', { class: kind, x: `${from}%`, width: `${to - from}%`, y, height });
  const line = (kind: string, at: number, y1: string, y2: string) => draw('line', { class: kind, x1: `${at}%`, x2: `${at}%`, y1, y2 });
  bar.append(box('track', 0, 100, '0', '100%'));
  if (band) bar.append(box('band', band[0], band[1], '0', '100%'));
  bar.append(box('fill', 0, value, '25%', '50%'));
  if (expected !== undefined) bar.append(line('expected', expected, '0', '100%'));
  if (goal !== undefined) bar.append(line('tick', goal, '0', '100%'));
  return bar;
}
