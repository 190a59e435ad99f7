import type { Crs, Location, Site } from '@fp-kit/sdk';
import { create, refill } from '../../element/dom.js';
import type { SiteWords } from '../../locales/sites/zh-CN.js';
import { Graticule } from './graticule.js';
import { watchGestures } from './map-gestures.js';
import { boundsOf, metresPerPixel, movedBy, mostZoom, leastZoom, onScreen, viewOn, zoomedAt, type MapView, type Size } from './map-view.js';
import { keyOf, placeOn, placeSites, squareOn, type Mark, type SitePlaces } from './site-places.js';
import type { TileLayer } from './tiles.js';

export { mapStageStyles } from './map-stage.styles.js';

/** What the stage draws from. */
export interface Scene {
  sites: readonly Site[];
  /** Numbers of those that are on the map; all for undefined. */
  shown: readonly number[] | undefined;
  /** Number of the site that is chosen. */
  chosen: number | undefined;
  /** Where somebody is who asked what is near. */
  here: Location | undefined;
  words: SiteWords;
  typeName: (type: string) => string;
  /** A person pressed sites that the map can't show apart, or one alone. */
  onPress: (members: number[]) => void;
  /** The map has come to rest. */
  onRest: () => void;
}

/** How wide the pixels around the screen are in which marks are drawn too, so that none pops in at the edge. */
const margin = 48;

/**
 * The map: base, marks and controls. Marks are buttons, so that they have names, focus and the colours of the theme; there are as many as the
 * screen has room for, whatever the number of sites.
 */
export class MapStage {
  #box: HTMLElement;
  #stage: HTMLElement;
  #marks = create('div', { class: 'marks' });
  #shown = new Map<string, HTMLElement>();
  #graticule = new Graticule();
  #base: Graticule | TileLayer = this.#graticule;
  #hint = create('p', { class: 'hint', 'aria-hidden': 'true' });
  #legal = create('p', { class: 'legal' });
  #scale = create('span', { class: 'scale', 'aria-hidden': 'true' });
  #buttons: Record<'in' | 'out' | 'all', HTMLButtonElement>;
  #here = create('span', { class: 'here', 'aria-hidden': 'true' });
  #scene: Scene | undefined;
  #places: SitePlaces | undefined;
  /** System that the base map is drawn in. */
  #crs: Crs = 'wgs84';
  #view: MapView | undefined;
  /** Where the map is gliding to. */
  #goal: MapView | undefined;
  #size: Size = { width: 0, height: 0 };
  /** Size of the text in pixels. */
  #em = 16;
  #hinting: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #sizes = new ResizeObserver(() => this.#measure());

  /** @param box empty, and the stage's own from now on. */
  constructor(box: HTMLElement) {
    this.#box = box;
    this.#stage = create('div', { class: 'stage', tabindex: '0', role: 'group' }, this.#base.element, this.#marks, this.#scale);
    const button = (text: string, onClick: () => void) => {
      const made = create('button', { type: 'button' }, text);
      made.addEventListener('click', onClick);
      return made;
    };
    this.#buttons = {
      in: button('+', () => this.#zoomBy(1)),
      out: button('−', () => this.#zoomBy(-1)),
      all: button('', () => this.#showAll()),
    };
    box.append(
      this.#stage,
      create('div', { class: 'controls' }, this.#buttons.in, this.#buttons.out, this.#buttons.all),
      this.#hint,
      this.#legal,
    );
    watchGestures(this.#stage, {
      view: () => this.#goal ?? this.#view!,
      size: () => this.#size,
      moveTo: (view) => this.#moveTo(view),
      rest: () => this.#rest(),
      step: (view) => this.#glideTo(view),
      hint: (how) => this.#showHint(how),
    });
    this.#stage.addEventListener('click', (event) => {
      const mark = (event.target as Element).closest<HTMLElement>('.mark');
      if (mark) this.#press(mark);
    });
  }

  watch(): void {
    this.#sizes.observe(this.#stage);
  }

  unwatch(): void {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Shows a scene, over tiles where there are any; its view stays unless there is none yet. */
  show(scene: Scene, layer: TileLayer | undefined): void {
    const { words, sites, shown } = scene;
    const tiles = layer?.tiles;
    const base = layer ?? this.#graticule;
    this.#scene = scene;
    this.#crs = tiles?.crs ?? 'wgs84';
    if (this.#places?.sites !== sites || this.#places.crs !== this.#crs) this.#places = placeSites(sites, this.#crs);
    this.#places.show(shown);
    if (base !== this.#base) {
      this.#base.element.replaceWith(base.element);
      this.#base = base;
      this.#shown.clear();
      this.#marks.textContent = '';
    }
    this.#stage.setAttribute('aria-label', words.mapHelp);
    refill(this.#legal, tiles ? words.mapBy(tiles.attribution, tiles.reviewNumber) : words.noBaseMap);
    for (const name of ['in', 'out', 'all'] as const) this.#buttons[name].setAttribute('aria-label', words.mapButtons[name]);
    this.#buttons.all.title = words.mapButtons.all;
    this.#buttons.all.className = 'all';
    this.#draw();
  }

  /** The middle of what the screen shows, in WGS 84. */
  get centre(): Location | undefined {
    return this.#view && placeOn(this.#crs, this.#view.x, this.#view.y, 'wgs84');
  }

  /** Tells of a site whether the screen shows where it stands. */
  get holds(): ((place: number) => boolean) | undefined {
    return this.#view && this.#places!.in(boundsOf(this.#view, this.#size));
  }

  #showAll(): void {
    const bounds = this.#places?.around();
    if (bounds && this.#size.width > 0) this.#glideTo(viewOn(bounds, this.#size));
  }

  /** Brings a place into view, close enough that it stands alone where that can be. */
  lookAt(location: Location, leastZoom: number): void {
    if (!this.#view) return;
    const [x, y] = squareOn(this.#crs, location);
    this.#glideTo({ x, y, zoom: Math.max(this.#view.zoom, leastZoom) });
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    this.#em = parseFloat(getComputedStyle(this.#box).fontSize);
    this.#draw();
  }

  #moveTo(view: MapView): void {
    this.#goal = undefined;
    this.#view = view;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #rest(): void {
    const view = this.#view!;
    if (Number.isInteger(view.zoom)) this.#scene?.onRest();
    else this.#glideTo({ ...view, zoom: Math.round(view.zoom) });
  }

  #zoomBy(steps: number): void {
    const view = this.#goal ?? this.#view;
    if (view) this.#glideTo(zoomedAt(view, Math.round(view.zoom) + steps, 0, 0));
  }

  /** Moves in a few frames, or at once where motion is not welcome. */
  #glideTo(to: MapView): void {
    const from = this.#view;
    const scene = this.#scene;
    const arrive = () => {
      this.#goal = undefined;
      this.#view = to;
      this.#draw();
      scene?.onRest();
    };
    cancelAnimationFrame(this.#frame);
    if (!from || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      arrive();
      return;
    }
    this.#goal = to;
    const started = performance.now();
    const turn = () => {
      const done = Math.min(1, (performance.now() - started) / 220);
      if (done === 1) {
        arrive();
        return;
      }
      const eased = 1 - (1 - done) ** 3;
      const part = (a: number, b: number) => a + (b - a) * eased;
      this.#view = { x: part(from.x, to.x), y: part(from.y, to.y), zoom: part(from.zoom, to.zoom) };
      this.#draw();
      this.#frame = requestAnimationFrame(turn);
    };
    this.#frame = requestAnimationFrame(turn);
  }

  #press(mark: HTMLElement): void {
    const places = this.#places!;
    const pressed = this.#marksIn(this.#view!).find(({ key }) => key === mark.dataset['key']);
    if (!pressed) return;
    const members = pressed.members();
    const apart = ((pressed.count > 1 && pressed.splitZoom()) || Infinity) + this.#larger;
    const around = places.around(members);
    if (apart > mostZoom || !around) {
      this.#scene!.onPress(members);
      this.#bringIn(pressed.x, pressed.y);
      return;
    }
    const whole = viewOn(around, this.#size, mostZoom, 64);
    this.#glideTo({ ...whole, zoom: Math.max(whole.zoom, apart) });
  }

  /** By how many zooms marks stand closer than on a map with text of 16 px: twice as large, they gather as at the zoom before. */
  get #larger(): number {
    return Math.max(0, Math.round(Math.log2(this.#em / 16)));
  }

  #marksIn(view: MapView): Mark[] {
    return this.#places!.marksIn(boundsOf(view, this.#size, margin), Math.round(view.zoom) - this.#larger);
  }

  /** Moves a mark so far from the edges that its name has room. */
  #bringIn(x: number, y: number): void {
    const view = this.#view!;
    const [left, top] = onScreen(view, this.#size, x, y);
    const beyond = (at: number, room: number, before: number, after: number) => at - Math.max(before, Math.min(at, room - after));
    // Beside the buttons, should it stand no lower than they do.
    const buttons = top < 12 * this.#em ? 4 * this.#em : 0;
    // A name is at most three fifths of the screen wide.
    const half = Math.min(6 * this.#em, 0.3 * innerWidth + this.#em / 2);
    const right = beyond(left, this.#size.width, half, half + buttons);
    const down = beyond(top, this.#size.height, 3 * this.#em, 6 * this.#em);
    if (right !== 0 || down !== 0) this.#glideTo(movedBy(view, right, down));
  }

  #showHint(how: 'touch' | 'wheel'): void {
    refill(this.#hint, this.#scene!.words.mapHint[how]);
    this.#hint.classList.add('shown');
    clearTimeout(this.#hinting);
    this.#hinting = setTimeout(() => this.#hint.classList.remove('shown'), 1500);
  }

  #draw(): void {
    const scene = this.#scene;
    const size = this.#size;
    if (!scene || size.width === 0) return;
    if (!this.#view) {
      const bounds = this.#places!.around();
      if (!bounds) return;
      this.#view = viewOn(bounds, size);
      const square = scene.chosen === undefined ? undefined : this.#places!.squareOf(scene.chosen);
      if (square) this.#bringIn(...square);
      scene.onRest();
    }
    const view = this.#view;
    this.#base.draw(view, size, this.#em);
    this.#drawMarks(scene, view, size);
    this.#drawScale(view);
    this.#buttons.in.disabled = view.zoom >= mostZoom;
    this.#buttons.out.disabled = view.zoom <= leastZoom;
  }

  #drawMarks(scene: Scene, view: MapView, size: Size): void {
    const places = this.#places!;
    const { chosen, here } = scene;
    const marks = this.#marksIn(view);
    // What is chosen is seen, though it be one of many in a cluster.
    const square = chosen === undefined ? undefined : places.squareOf(chosen);
    if (square && !marks.some(({ key }) => key === keyOf(chosen!))) {
      marks.push({ key: keyOf(chosen!), x: square[0], y: square[1], count: 1, members: () => [chosen!], splitZoom: () => undefined });
    }
    const wanted = new Set<string>();
    for (const mark of marks) {
      wanted.add(mark.key);
      let element = this.#shown.get(mark.key);
      if (!element) {
        element = create('button', { type: 'button', 'data-key': mark.key });
        this.#shown.set(mark.key, element);
        this.#marks.append(element);
      }
      this.#dress(element, mark, scene);
      putAt(element, onScreen(view, size, mark.x, mark.y));
    }
    if (square) this.#placeName(keyOf(chosen!), onScreen(view, size, ...square), marks);
    for (const [key, element] of this.#shown) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    if (here) putAt(this.#here, onScreen(view, size, ...squareOn(this.#crs, here)));
    if (!here) this.#here.remove();
    else if (!this.#here.parentNode) this.#marks.prepend(this.#here);
  }

  /** Puts the name of a mark above it where more marks stand below, which it would hide. */
  #placeName(key: string, [left, top]: [left: number, top: number], marks: readonly Mark[]): void {
    const room = 6 * this.#em;
    let below = 0;
    for (const mark of marks) {
      const [right, down] = onScreen(this.#view!, this.#size, mark.x, mark.y);
      if (mark.key !== key && Math.abs(right - left) < room && Math.abs(down - top) < room) below += Math.sign(down - top);
    }
    this.#shown.get(key)!.classList.toggle('raised', below > 0 && top > room);
  }

  /** Gives a mark its look and name, where they are not what they were. */
  #dress(element: HTMLElement, mark: Mark, { sites, chosen, words, typeName }: Scene): void {
    const site = mark.count === 1 ? sites[mark.members()[0]!]! : undefined;
    const isChosen = chosen !== undefined && mark.key === keyOf(chosen);
    const look = [site ? `${site.id} ${site.status}` : mark.count, isChosen, words.map].join(' ');
    if (element.dataset['look'] === look) return;
    element.dataset['look'] = look;
    const type = site && typeName(site.type);
    element.className = `mark ${site ? site.status : `cluster size-${String(mark.count).length}`}${isChosen ? ' chosen' : ''}`;
    element.setAttribute('aria-label', site ? words.markOf(site.name, type!) : words.cluster(mark.count));
    element.setAttribute('aria-pressed', String(isChosen));
    const face = create('span', { class: 'face' }, type === undefined ? words.count(mark.count) : words.initial(type));
    refill(element, face, ...(site ? [create('span', { class: 'name' }, site.name)] : []));
  }

  /** A length that is round in metres, wide enough for its words. */
  #drawScale(view: MapView): void {
    const perPixel = metresPerPixel(view);
    const most = perPixel * Math.min(8 * this.#em, this.#size.width / 2);
    const power = 10 ** Math.floor(Math.log10(most));
    const metres = [5, 3, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power;
    this.#scale.style.setProperty('--_length', `${(metres / perPixel).toFixed(0)}px`);
    refill(this.#scale, this.#scene!.words.distance(metres));
  }
}

const putAt = (element: HTMLElement, [left, top]: [left: number, top: number]): void => {
  element.style.setProperty('--_at', `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`);
};
