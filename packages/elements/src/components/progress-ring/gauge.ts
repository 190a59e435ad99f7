import { create, refill } from '../../element/dom.js';

/** What a gauge shows and says. */
export interface Reading {
  /** The part of the whole that is reached, or arcs of full width as the stops of a conic gradient. */
  reached: number | string;
  /** Narrow arcs, as stops: inside the others, or outside them where `ranged`. */
  narrow?: string;
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

/** The boxes of a gauge: the drawing, the centre with its figures, and the label behind a space. */
export type Gauge = readonly [ring: HTMLElement, centre: HTMLElement, space: Text, caption: HTMLElement];

/** A part of the whole, as CSS writes it. */
export const percent = (share: number) => `${Number((100 * share).toFixed(2))}%`;

const typed = [
  ['reached', 'percentage', '0%'],
  ['arc', 'color', '#000'],
  ['track', 'color', '#000'],
] as const;

let model: DocumentFragment | undefined;

function createModel(): DocumentFragment {
  try {
    // What has a type can move, and a colour is mixed once for a ring instead of at each new value; engines without types do without both.
    for (const [name, type, initialValue] of typed) {
      CSS.registerProperty({ name: `--fp-ring-${name}`, syntax: `<${type}>`, initialValue, inherits: true });
    }
  } catch {
    // Another copy of the kit was here before.
  }
  const fragment = document.createDocumentFragment();
  fragment.append(
    create('div', { class: 'ring', part: 'ring', role: 'progressbar', 'aria-valuemin': '0' }),
    create('slot', { name: 'center' }, createFigure()),
    ' ',
    create('span', { class: 'caption', part: 'label' }),
  );
  return fragment;
}

/** The boxes of a ring, to be filled by `showReading`: cloned as a whole. One gradient: an SVG would cost five times as much. */
export function createGauge(): Gauge {
  return [...(model ??= createModel()).cloneNode(true).childNodes] as unknown as Gauge;
}

const heard = [
  ['now', 'aria-valuenow'],
  ['max', 'aria-valuemax'],
  ['said', 'aria-valuetext'],
  ['label', 'aria-label'],
] as const;

/** What each gauge shows. */
const shown = new WeakMap<Gauge, Reading>();

/** Shows a reading, and touches only what is new in it: a page may have a thousand rings. */
export function showReading(gauge: Gauge, reading: Reading): void {
  const before: Partial<Reading> = shown.get(gauge) ?? {};
  shown.set(gauge, reading);
  const { reached, narrow, ranged, moving, figure, of } = reading;
  const [ring, centre] = gauge;

  // Nought is seen as where the arc would begin.
  const kind = ['ring', reached === 0 && 'nought', narrow && 'narrow', ranged && 'ranged', moving && 'moving'].filter(Boolean).join(' ');
  if (kind !== ring.className) ring.className = kind;
  if (typeof reached === 'string') ring.style.setProperty('--_arcs', reached);
  else if (reached !== before.reached) {
    ring.style.setProperty('--fp-ring-reached', percent(reached));
    if (typeof before.reached === 'number') move(ring, before.reached, reached);
  }
  if (narrow) ring.style.setProperty('--_narrow', narrow);
  else if (before.narrow) ring.style.removeProperty('--_narrow');
  for (const [key, attribute] of heard) {
    const value = reading[key];
    if (value === before[key]) continue;
    if (value === undefined) ring.removeAttribute(attribute);
    else ring.setAttribute(attribute, String(value));
  }
  if (figure !== before.figure || of !== before.of) showFigures(centre, figure, of);
}

// Nobody can watch more at once, and a moving ring is drawn anew for each frame.
const watchable = 32;

let moves: (() => void)[] = [];

/** Moves an arc's end from one share to another where motion is welcome, and few move in this turn. */
function move(ring: HTMLElement, from: number, to: number): void {
  moves.push(() => ring.animate({ '--fp-ring-reached': [percent(from), percent(to)] }, { duration: 400, easing: 'ease-out' }));
  if (moves.length > 1) return;
  queueMicrotask(() => {
    if (moves.length <= watchable && matchMedia('(prefers-reduced-motion: no-preference)').matches) for (const start of moves) start();
    moves = [];
  });
}

function showFigures(centre: HTMLElement, figure: string, of: string): void {
  const whole = centre.querySelector('.of');
  if (Boolean(of) !== Boolean(whole)) refill(centre, of ? createPartOfWhole() : createFigure());
  const part = centre.querySelector('b')!;
  if (figure.length > 5 !== part.classList.contains('long')) part.classList.toggle('long');
  write(part, figure);
  if (of) write(centre.querySelector('.of')!, of);
}

const silent = { 'aria-hidden': 'true' };

const createFigure = () => create('b', { class: 'figures', ...silent }, '');

const createPartOfWhole = () =>
  create(
    'span',
    { class: 'figures', ...silent },
    create('span', { class: 'part' }, create('b', {}, '')),
    ' ',
    create('span', { class: 'of' }, ''),
  );

/** Writes over an element's text where it is another, for which the engine keeps its box. */
export function write(element: Element, text: string): void {
  const { firstChild } = element;
  if (!firstChild) element.append(text);
  else if ((firstChild as Text).data !== text) (firstChild as Text).data = text;
}
