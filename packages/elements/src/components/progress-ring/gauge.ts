import { create, refill } from '../../element/dom.js';

/** One piece of a ring, from and to as parts of the whole; `colour` as in CSS. A striped one can be told from a solid one without colour. */
export interface Arc {
  colour: string;
  from: number;
  to: number;
  striped?: boolean;
}

/** What a gauge shows and says. */
export interface Reading {
  /** Arcs of full width, in order. */
  arcs: readonly Arc[];
  /** Narrow arcs: inside the others, or outside them where `ranged`. */
  narrow?: readonly Arc[];
  ranged?: boolean;
  figure: string;
  of: string;
  /** Undefined where it is not known how far it has come, or nobody has reported. */
  now?: number | undefined;
  /** Whether something is under way meanwhile. */
  moving?: boolean;
  max?: number;
  said: string;
  label: string;
}

const percent = (share: number) => `${Number((100 * share).toFixed(2))}%`;

// A stripe and its gap, as a part of the whole.
const stripe = 0.0125;

/** The arcs as stops of a conic gradient, nothing between them. */
function stopsOf(arcs: readonly Arc[]): string {
  const stops: string[] = [];
  let reached = 0;
  const paint = (colour: string, from: number, to: number) => {
    if (from > reached) stops.push(`transparent 0 ${percent(from)}`);
    stops.push(`${colour} 0 ${percent(to)}`);
    reached = to;
  };
  for (const { colour, from, to, striped } of arcs) {
    if (!striped) paint(colour, from, to);
    else for (let at = from; at < to; at += 2 * stripe) paint(colour, at, Math.min(at + stripe, to));
  }
  if (reached < 1) stops.push('transparent 0');
  return stops.join();
}

let model: HTMLElement | undefined;

/** The drawing of a ring with its figures, to be filled by `showReading`. One box with a gradient: an SVG would cost five times as much. */
export function createGauge(): HTMLElement {
  model ??= create(
    'div',
    { class: 'gauge' },
    create('div', { class: 'ring', part: 'ring', role: 'progressbar', 'aria-valuemin': '0' }),
    create('slot', { name: 'center' }, create('span', { class: 'figures', 'aria-hidden': 'true' }, create('b'))),
  );
  return model.cloneNode(true) as HTMLElement;
}

/** What each gauge shows. */
const shown = new WeakMap<HTMLElement, Reading>();

/** Shows a reading, and touches only what is new in it: a page may have a thousand rings. */
export function showReading(gauge: HTMLElement, reading: Reading): void {
  const before: Partial<Reading> = shown.get(gauge) ?? {};
  shown.set(gauge, reading);
  const { arcs, narrow, ranged, moving, figure, of, now, max, said, label } = reading;
  const ring = gauge.firstElementChild as HTMLElement;
  const attribute = (name: string, value: string | number | undefined) => {
    if (value === undefined) ring.removeAttribute(name);
    else ring.setAttribute(name, String(value));
  };

  ring.style.setProperty('--_arcs', stopsOf(arcs));
  if (narrow) ring.style.setProperty('--_narrow', stopsOf(narrow));
  else if (before.narrow) ring.style.removeProperty('--_narrow');
  const kind = ['ring', narrow && 'narrow', ranged && 'ranged', moving && 'moving'].filter(Boolean).join(' ');
  if (kind !== ring.className) ring.className = kind;
  if (now !== before.now) attribute('aria-valuenow', now);
  if (max !== before.max) attribute('aria-valuemax', max);
  if (said !== before.said) attribute('aria-valuetext', said);
  if (label !== before.label) attribute('aria-label', label);
  if (figure !== before.figure || of !== before.of) showFigures(gauge.querySelector('.figures')!, figure, of);
}

function showFigures(figures: Element, figure: string, of: string): void {
  const isLong = figure.length > 5;
  if (!of && figures.firstChild?.nodeName === 'B') {
    figures.firstChild.textContent = figure;
    (figures.firstChild as Element).className = isLong ? 'long' : '';
    return;
  }
  const part = create('b', { class: isLong ? 'long' : undefined }, figure);
  if (of) refill(figures, create('span', { class: 'part' }, part), ' ', create('span', { class: 'of' }, of));
  else refill(figures, part);
}
