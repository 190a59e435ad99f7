import type { LngLat } from './crs.js';

// Sorted once by Morton code, the places of every square of every zoom stand in one run, and prefix sums give its middle in two subtractions.
// Squares cut groups apart at their borders; what is drawn is therefore merged with its neighbours, as it is asked for.

/** A square of the finest level is 1/2^22 of the world's width: ten metres. */
const finest = 22;
/** Squares are 64 px wide at a tile of 256 px. */
const levelsBelowZoom = 2;
/** From here on only places at the very same spot are still together. */
export const deepestZoom = finest - levelsBelowZoom;
/** Squares of the finest level beside each other. */
const world = 2 ** finest;
const radians = Math.PI / 180;

/** Places in the order of their Morton codes. Plain typed arrays: it may be posted to a worker and back. */
export interface ClusterIndex {
  /** Number of each place, in the order of the codes. */
  readonly places: Uint32Array;
  /** Morton code of each, over the squares of the finest level. */
  readonly codes: Float64Array;
  /** Sums of the Web Mercator x and y (0 to 1) of all places before each, and of all at the end. */
  readonly sumsX: Float64Array;
  readonly sumsY: Float64Array;
}

/** Edges in degrees; west may be greater than east over the date line. */
export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Places that are drawn as one, or a place alone. */
export interface Cluster {
  /** Middle of the places, in the system of the positions that were indexed. */
  lng: number;
  lat: number;
  count: number;
  /** One of them; the place itself where `count` is 1. */
  place: number;
  /** Runs in the order of the index, `[from, to, from, to, …]`: what `placesOf` reads. */
  runs: readonly number[];
}

interface Square {
  column: number;
  row: number;
  from: number;
  to: number;
  x: number;
  y: number;
  /** What it is drawn with: itself, the heavier square it joins, or not yet known. */
  host: Square | undefined;
  /** What it may be drawn with, once that has been asked. */
  near: readonly Square[] | undefined;
  isDrawn: boolean;
}

/** Columns and rows of one level, both ends included. */
interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Indexes positions `[lng, lat, …]` in degrees for every zoom. Those that are `NaN` are left out; beyond 85° they stand at the edge. */
export function indexClusters(positions: Float64Array): ClusterIndex {
  const all = positions.length >> 1;
  const places = new Uint32Array(all);
  const [xs, ys] = [new Float64Array(all), new Float64Array(all)];
  // A code has 44 bits, in two halves that integers can hold.
  const [high, low] = [new Uint32Array(all), new Uint32Array(all)];
  let count = 0;
  for (let place = 0; place < all; place++) {
    const x = mercatorX(positions[2 * place]!);
    const y = mercatorY(positions[2 * place + 1]!);
    if (Number.isNaN(x + y)) continue;
    const column = Math.min(world - 1, Math.floor(x * world));
    const row = Math.min(world - 1, Math.floor(y * world));
    places[count] = place;
    xs[count] = x;
    ys[count] = y;
    high[count] = interleave(column >> 11, row >> 11);
    low[count++] = interleave(column & 2047, row & 2047);
  }

  const order = sortByCode(high, low, count);
  const codes = new Float64Array(count);
  const [sumsX, sumsY] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const sorted = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const from = order[at]!;
    sorted[at] = places[from]!;
    codes[at] = high[from]! * half + low[from]!;
    sumsX[at + 1] = sumsX[at]! + xs[from]!;
    sumsY[at + 1] = sumsY[at]! + ys[from]!;
  }
  return { places: sorted, codes, sumsX, sumsY };
}

/**
 * What to draw of the places between some bounds. The same groups come out wherever the map is panned: a group is a square of 64 px and the
 * lighter squares around it whose middles are nearer than that. Takes as long as what is in view, not as what there is.
 *
 * @param zoom as of Web Mercator tiles of 256 px; what lies between two zooms is drawn as the lower.
 */
export function clustersIn(index: ClusterIndex, bounds: Bounds, zoom: number): Cluster[] {
  const level = levelOf(zoom);
  const left = columnOf(mercatorX(bounds.west), level);
  const right = columnOf(mercatorX(bounds.east), level);
  const top = columnOf(mercatorY(bounds.north), level);
  const bottom = columnOf(mercatorY(bounds.south), level);
  const drawn: Cluster[] = [];
  if (left <= right) draw(index, level, { left, right, top, bottom }, drawn);
  else {
    draw(index, level, { left, right: 2 ** level - 1, top, bottom }, drawn);
    draw(index, level, { left: 0, right, top, bottom }, drawn);
  }
  return drawn;
}

function draw(index: ClusterIndex, level: number, area: Area, drawn: Cluster[]): void {
  const squares = new Squares(index, level, area);
  for (const square of squares.collected) {
    if (!isIn(area, square.column, square.row)) continue;
    const host = squares.hostOf(square);
    if (host.isDrawn) continue;
    host.isDrawn = true;
    drawn.push(summarize(index, squares.groupOf(host)));
  }
}

function isIn({ left, right, top, bottom }: Area, column: number, row: number): boolean {
  return column >= left && column <= right && row >= top && row <= bottom;
}

/** Numbers of the places of a cluster, ascending. */
export function placesOf({ places }: ClusterIndex, { runs }: Pick<Cluster, 'runs'>): number[] {
  const found: number[] = [];
  for (let run = 0; run < runs.length; run += 2) {
    for (let at = runs[run]!; at < runs[run + 1]!; at++) found.push(places[at]!);
  }
  return found.sort((a, b) => a - b);
}

/** The nearest zoom at which a cluster drawn at `zoom` comes apart; undefined where its places stand at one spot. */
export function splitZoom(index: ClusterIndex, { runs }: Pick<Cluster, 'runs'>, zoom: number): number | undefined {
  for (let next = Math.floor(zoom) + 1; next <= deepestZoom; next++) {
    const squares = new Squares(index, levelOf(next));
    let first: Square | undefined;
    for (let run = 0; run < runs.length; run += 2) {
      for (let at = runs[run]!; at < runs[run + 1]!;) {
        const square = squares.around(at);
        const host = squares.hostOf(square);
        first ??= host;
        if (host !== first) return next;
        at = square.to;
      }
    }
  }
  return undefined;
}

/** The squares of one level that have been looked at. */
class Squares {
  readonly #index: ClusterIndex;
  /** Squares beside each other on this level, and codes in each. */
  readonly #across: number;
  readonly #width: number;
  /** Middles nearer than this, squared, are drawn as one. */
  readonly #reach: number;
  /** Where all squares are known that hold a place. */
  readonly #area: Area | undefined;
  readonly collected: Square[] = [];
  /** For each square of the area, row by row, its number in `collected`, from 1; where the area is of the size of a screen. */
  readonly #grid: Uint16Array | undefined;
  /** All others, by row and column. */
  #others: Map<number, Square | undefined> | undefined;

  constructor(index: ClusterIndex, level: number, inView?: Area) {
    this.#index = index;
    this.#across = 2 ** level;
    this.#width = 4 ** (finest - level);
    this.#reach = 4 ** -level;
    if (!inView) return;
    // What joins, and what that would rather join; farther out is rarely asked for.
    const left = Math.max(0, inView.left - 2);
    const top = Math.max(0, inView.top - 2);
    const right = Math.min(this.#across - 1, inView.right + 2);
    const bottom = Math.min(this.#across - 1, inView.bottom + 2);
    const area = { left, right, top, bottom };
    const cells = (right - left + 1) * (bottom - top + 1);
    if (cells <= cellsOfScreen) this.#grid = new Uint16Array(cells);
    this.#area = area;
    const { codes } = index;
    // No code of the area lies outside those of two of its corners.
    const from = firstAtLeast(codes, combine(left, top) * this.#width, 0, codes.length);
    const to = firstAtLeast(codes, (combine(right, bottom) + 1) * this.#width, from, codes.length);
    this.#collect(area, 0, 0, this.#across, 0, from, to);
  }

  /** The square in which the place at a position of the index stands. */
  around(at: number): Square {
    const [column, row] = separate(Math.floor(this.#index.codes[at]! / this.#width));
    return this.#at(column, row)!;
  }

  /** The heaviest of the squares that a square may join and that join none themselves, or itself. */
  hostOf(square: Square): Square {
    if (square.host) return square.host;
    let host = square;
    for (const other of this.#near(square)) if (isHeavier(other, host) && this.hostOf(other) === other) host = other;
    square.host = host;
    return host;
  }

  /** A square and those that are drawn with it. */
  groupOf(host: Square): Square[] {
    const group = [host];
    for (const other of this.#near(host)) if (isHeavier(host, other) && this.hostOf(other) === host) group.push(other);
    return group;
  }

  /** The squares around one whose middles are nearer to its own than a square is wide. */
  #near(square: Square): readonly Square[] {
    if (square.near) return square.near;
    const { column, row, x, y } = square;
    const near: Square[] = [];
    const take = (other: Square | undefined) => {
      if (other && other !== square && (other.x - x) ** 2 + (other.y - y) ** 2 < this.#reach) near.push(other);
    };
    const area = this.#area;
    const grid = this.#grid;
    if (grid && area && column > area.left && column < area.right && row > area.top && row < area.bottom) {
      const across = area.right - area.left + 1;
      const middle = cellIn(area, column, row);
      for (let above = middle - across; above <= middle + across; above += across) {
        for (let cell = above - 1; cell <= above + 1; cell++) if (grid[cell]! > 0) take(this.collected[grid[cell]! - 1]);
      }
    } else {
      for (let down = row - 1; down <= row + 1; down++) {
        for (let right = column - 1; right <= column + 1; right++) take(this.#at(right, down));
      }
    }
    square.near = near;
    return near;
  }

  #at(column: number, row: number): Square | undefined {
    const area = this.#area;
    const isInArea = area && isIn(area, column, row);
    if (isInArea && this.#grid) {
      const number = this.#grid[cellIn(area, column, row)]!;
      // An array asked for what it can't hold is slow.
      return number === 0 ? undefined : this.collected[number - 1];
    }
    const key = row * world + column;
    const others = (this.#others ??= new Map<number, Square | undefined>());
    if (isInArea || others.has(key)) return others.get(key);
    if (column < 0 || row < 0 || column >= this.#across || row >= this.#across) return undefined;
    const { codes } = this.#index;
    const first = combine(column, row) * this.#width;
    const from = firstAtLeast(codes, first, 0, codes.length);
    const to = firstAtLeast(codes, first + this.#width, from, codes.length);
    const square = from < to ? squareOf(this.#index, column, row, from, to) : undefined;
    others.set(key, square);
    return square;
  }

  /**
   * Collects the squares of an area, by the quarters of ever smaller squares, whose places stand one behind the other.
   *
   * @param column and `row` of the first square in this one, which is `size` squares wide and holds the codes from `first` on.
   */
  #collect(area: Area, column: number, row: number, size: number, first: number, from: number, to: number): void {
    if (from === to) return;
    if (column > area.right || column + size <= area.left || row > area.bottom || row + size <= area.top) return;
    if (size === 1) {
      const square = squareOf(this.#index, column, row, from, to);
      this.collected.push(square);
      if (this.#grid) this.#grid[cellIn(area, column, row)] = this.collected.length;
      else (this.#others ??= new Map()).set(row * world + column, square);
      return;
    }
    const { codes } = this.#index;
    const side = size / 2;
    const width = side * side * this.#width;
    // Far out all places stand in one quarter, and no border has to be looked for.
    const last = Math.floor((codes[to - 1]! - first) / width);
    for (let quarter = Math.floor((codes[from]! - first) / width); quarter <= last; quarter++) {
      const next = quarter === last ? to : firstAtLeast(codes, first + (quarter + 1) * width, from, to);
      this.#collect(area, column + (quarter & 1) * side, row + (quarter >> 1) * side, side, first + quarter * width, from, next);
      from = next;
    }
  }
}

/** So many squares of 64 px are more than any screen shows. */
const cellsOfScreen = 16_384;

function cellIn({ left, right, top }: Area, column: number, row: number): number {
  return (row - top) * (right - left + 1) + column - left;
}

/** A square with its places, of which there is at least one. */
function squareOf({ sumsX, sumsY }: ClusterIndex, column: number, row: number, from: number, to: number): Square {
  const count = to - from;
  const x = (sumsX[to]! - sumsX[from]!) / count;
  const y = (sumsY[to]! - sumsY[from]!) / count;
  return { column, row, from, to, x, y, host: undefined, near: undefined, isDrawn: false };
}

/** An order of all squares: no two are equally heavy. */
function isHeavier(one: Square, other: Square): boolean {
  const more = one.to - one.from - (other.to - other.from);
  return more > 0 || (more === 0 && one.from < other.from);
}

function summarize({ places, sumsX, sumsY }: ClusterIndex, group: readonly Square[]): Cluster {
  let [count, x, y] = [0, 0, 0];
  const runs: number[] = [];
  for (const { from, to } of group) {
    count += to - from;
    x += sumsX[to]! - sumsX[from]!;
    y += sumsY[to]! - sumsY[from]!;
    runs.push(from, to);
  }
  const [lng, lat] = fromMercator(x / count, y / count);
  return { lng, lat, count, place: places[runs[0]!]!, runs };
}

function levelOf(zoom: number): number {
  return Math.max(0, Math.min(finest, Math.floor(zoom) + levelsBelowZoom));
}

/** Column, or row, of a Web Mercator x or y. */
function columnOf(x: number, level: number): number {
  return Math.min(2 ** level - 1, Math.floor(x * 2 ** level));
}

function mercatorX(lng: number): number {
  return Math.max(0, Math.min(1, lng / 360 + 0.5));
}

function mercatorY(lat: number): number {
  const sine = Math.sin(lat * radians);
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return Math.max(0, Math.min(1, y));
}

function fromMercator(x: number, y: number): LngLat {
  return [(x - 0.5) * 360, (2 * Math.atan(Math.exp((1 - 2 * y) * Math.PI))) / radians - 90];
}

/** 2^22: what the upper half of a code counts. */
const half = 4 ** 11;

/** Two numbers of 11 bits, bit by bit in turn. */
function interleave(column: number, row: number): number {
  return spread(column) | (spread(row) << 1);
}

function spread(bits: number): number {
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

function combine(column: number, row: number): number {
  return interleave(column >> 11, row >> 11) * half + interleave(column & 2047, row & 2047);
}

function separate(code: number): [column: number, row: number] {
  const [high, low] = [Math.floor(code / half), code % half];
  return [gather(high) * 2048 + gather(low), gather(high >> 1) * 2048 + gather(low >> 1)];
}

function gather(bits: number): number {
  bits &= 0x55555555;
  bits = (bits | (bits >> 1)) & 0x33333333;
  bits = (bits | (bits >> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >> 4)) & 0x00ff00ff;
  return (bits | (bits >> 8)) & 0xffff;
}

/** The order of the codes: by radix, eleven bits at a time from the lowest, places with equal codes as they came. */
function sortByCode(high: Uint32Array, low: Uint32Array, count: number): Uint32Array {
  let order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  let next = new Uint32Array(count);
  const starts = new Uint32Array(2049);
  for (const [digits, shift] of [
    [low, 0],
    [low, 11],
    [high, 0],
    [high, 11],
  ] as const) {
    starts.fill(0);
    for (let at = 0; at < count; at++) starts[((digits[at]! >> shift) & 2047) + 1]!++;
    for (let digit = 0; digit < 2048; digit++) starts[digit + 1]! += starts[digit]!;
    for (let at = 0; at < count; at++) {
      const from = order[at]!;
      next[starts[(digits[from]! >> shift) & 2047]!++] = from;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The first of the ascending codes from `from` to `to` that is no less than a code. */
function firstAtLeast(codes: Float64Array, code: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (codes[middle]! < code) from = middle + 1;
    else to = middle;
  }
  return from;
}
