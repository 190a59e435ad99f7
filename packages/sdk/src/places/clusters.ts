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
 * lighter squares around it whose middles are nearer than that. What a view has asked for is kept until one of another zoom is asked for, so
 * that a map that is panned takes as long as what is new in view; nothing takes as long as what there is, but for finding a zoom's squares.
 *
 * @param zoom as of Web Mercator tiles of 256 px; what lies between two zooms is drawn as the lower.
 */
export function clustersIn(index: ClusterIndex, bounds: Bounds, zoom: number): Cluster[] {
  const number = levelOf(zoom);
  const squares = askedOf.get(index) ?? squaresOf(index);
  askedOf.set(index, squares);
  squares.turnTo(number);
  const left = columnOf(mercatorX(bounds.west), number);
  const right = columnOf(mercatorX(bounds.east), number);
  const top = columnOf(mercatorY(bounds.north), number);
  const bottom = columnOf(mercatorY(bounds.south), number);
  if (left <= right) return squares.clustersIn([{ left, right, top, bottom }]);
  return squares.clustersIn([
    { left, right: 2 ** number - 1, top, bottom },
    { left: 0, right, top, bottom },
  ]);
}

/** What has been asked of an index, at its last zoom. */
const askedOf = new WeakMap<ClusterIndex, Squares>();

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
  const squares = squaresOf(index);
  for (let next = Math.floor(zoom) + 1; next <= deepestZoom; next++) {
    squares.turnTo(levelOf(next));
    if (squares.hostsOf(runs).size > 1) return next;
  }
  return undefined;
}

/** The squares of one level, and what of them has been looked at. */
interface Squares {
  turnTo: (level: number) => void;
  clustersIn: (areas: readonly Area[]) => Cluster[];
  /** The squares that the places of some runs of the index are drawn with. */
  hostsOf: (runs: readonly number[]) => Set<number>;
}

/**
 * The squares that hold a place, by number in the order of their codes. One level follows the other in the same arrays: with new ones for each, a
 * map that is zoomed would wait for what clears memory.
 */
function squaresOf({ places, codes, sumsX, sumsY }: ClusterIndex): Squares {
  let turnedTo: number | undefined;
  /** Squares beside each other on this level, and codes in each. */
  let across = 0;
  let width = 0;
  /** Middles nearer than this, squared, are drawn as one. */
  let reach = 0;
  let count = 0;
  /** Where the places of each square begin in the index, and where those of the last end. */
  const starts = new Uint32Array(codes.length + 1);
  /** The square that each is drawn with, from 1: itself, the heavier one it joins, or 0 while that is not known. */
  const hosts = new Uint32Array(codes.length);
  /** For each square that joins none its number in `clusters`, from 1. */
  const clusterAt = new Uint32Array(codes.length);
  /** What is drawn, once that has been asked, and the view that each was drawn for last. */
  let clusters: Cluster[] = [];
  let drawnFor: number[] = [];
  let view = 0;

  function turnTo(level: number): void {
    if (level === turnedTo) return;
    turnedTo = level;
    across = 2 ** level;
    width = 4 ** (finest - level);
    reach = 4 ** -level;
    count = 0;
    // A power of two, as the width is: nothing is rounded.
    const perCode = 1 / width;
    for (let at = 0; at < codes.length; count++) {
      starts[count] = at;
      const end = (Math.floor(codes[at]! * perCode) + 1) * width;
      at++;
      // Few squares hold many places, and many hold few.
      if (at < codes.length && codes[at]! < end) at = firstFrom(codes, end, at);
    }
    starts[count] = codes.length;
    hosts.fill(0, 0, count);
    clusterAt.fill(0, 0, count);
    clusters = [];
    drawnFor = [];
  }

  function clustersIn(areas: readonly Area[]): Cluster[] {
    const drawn: Cluster[] = [];
    view++;
    for (const area of areas) draw(area, 0, 0, across, 0, 0, count, drawn);
    return drawn;
  }

  function hostsOf(runs: readonly number[]): Set<number> {
    const found = new Set<number>();
    for (let run = 0; run < runs.length; run += 2) {
      const from = (Math.floor(codes[runs[run]!]! / width) + 1) * width;
      for (let square = firstSquareAtLeast(from, 0, count) - 1; starts[square]! < runs[run + 1]!; square++) found.add(hostOf(square));
    }
    return found;
  }

  /**
   * Draws what stands in an area, by the quarters of ever smaller squares, whose places stand one behind the other.
   *
   * @param column and `row` of the first square in this one, which is `size` squares wide and holds the codes from `first` on, which are those
   *   of the squares with a place numbered `from` to `to`.
   */
  function draw(area: Area, column: number, row: number, size: number, first: number, from: number, to: number, drawn: Cluster[]): void {
    if (from === to) return;
    const { left, right, top, bottom } = area;
    if (column > right || column + size <= left || row > bottom || row + size <= top) return;
    if (column >= left && column + size - 1 <= right && row >= top && row + size - 1 <= bottom) {
      for (let square = from; square < to; square++) {
        const cluster = clusterWith(square);
        if (drawnFor[cluster] === view) continue;
        drawnFor[cluster] = view;
        drawn.push(clusters[cluster]!);
      }
      return;
    }
    const side = size / 2;
    const quarterWidth = side * side * width;
    // Far out all places stand in one quarter, and no border has to be looked for.
    const last = Math.floor((codeOf(to - 1) - first) / quarterWidth);
    for (let quarter = Math.floor((codeOf(from) - first) / quarterWidth); quarter <= last; quarter++) {
      const next = quarter === last ? to : firstSquareAtLeast(first + (quarter + 1) * quarterWidth, from, to);
      draw(area, column + (quarter & 1) * side, row + (quarter >> 1) * side, side, first + quarter * quarterWidth, from, next, drawn);
      from = next;
    }
  }

  /** Number in `clusters` of what a square is drawn with. */
  function clusterWith(square: number): number {
    const host = hostOf(square);
    if (clusterAt[host] === 0) clusterAt[host] = clusters.push(clusterOf(host));
    return clusterAt[host]! - 1;
  }

  /** The heaviest of the squares that a square may join and that join none themselves, or itself. */
  function hostOf(square: number): number {
    const known = hosts[square]!;
    if (known > 0) return known - 1;
    let host = square;
    for (const other of near(square)) if (isHeavier(other, host) && hostOf(other) === other) host = other;
    hosts[square] = host + 1;
    return host;
  }

  /** A square with those that join it. */
  function clusterOf(host: number): Cluster {
    let [all, x, y] = [0, 0, 0];
    const runs: number[] = [];
    const take = (square: number) => {
      const [from, to] = [starts[square]!, starts[square + 1]!];
      all += to - from;
      x += sumsX[to]! - sumsX[from]!;
      y += sumsY[to]! - sumsY[from]!;
      runs.push(from, to);
    };
    take(host);
    for (const other of near(host)) if (isHeavier(host, other) && hostOf(other) === host) take(other);
    const [lng, lat] = fromMercator(x / all, y / all);
    return { lng, lat, count: all, place: places[runs[0]!]!, runs };
  }

  /** The squares around one whose middles are nearer to its own than a square is wide. */
  function near(square: number): number[] {
    const [column, row] = separate(Math.floor(codeOf(square) / width));
    const [x, y] = [middleOf(square, sumsX), middleOf(square, sumsY)];
    const found: number[] = [];
    for (let below = Math.max(0, row - 1); below <= row + 1 && below < across; below++) {
      const rowCode = 2 * spreadWide(below);
      for (let beside = Math.max(0, column - 1); beside <= column + 1 && beside < across; beside++) {
        if (below === row && beside === column) continue;
        const other = numberOf((rowCode + spreadWide(beside)) * width, square);
        if (other < 0) continue;
        const [right, down] = [middleOf(other, sumsX) - x, middleOf(other, sumsY) - y];
        if (right * right + down * down < reach) found.push(other);
      }
    }
    return found;
  }

  /** Number of the square whose codes begin with one, or -1; neighbours stand near each other in the order, so it is looked for from there. */
  function numberOf(code: number, beside: number): number {
    let from = beside;
    let to = beside;
    for (let step = 1; to < count && codeOf(to) < code; step *= 2) {
      from = to;
      to = Math.min(count, to + step);
    }
    for (let step = 1; from > 0 && codeOf(from) >= code; step *= 2) {
      to = from;
      from = Math.max(0, from - step);
    }
    const found = firstSquareAtLeast(code, from, to);
    return found < count && codeOf(found) < code + width ? found : -1;
  }

  /** x or y of the middle of a square's places. */
  function middleOf(square: number, sums: Float64Array): number {
    const [from, to] = [starts[square]!, starts[square + 1]!];
    return (sums[to]! - sums[from]!) / (to - from);
  }

  /** An order of all squares, in which no long row of neighbours follows one behind the other, though all hold as many places. */
  function isHeavier(one: number, other: number): boolean {
    const more = starts[one + 1]! - starts[one]! - (starts[other + 1]! - starts[other]!);
    return more > 0 || (more === 0 && scatter(starts[one]!) < scatter(starts[other]!));
  }

  /** Code of the first place of a square. */
  function codeOf(square: number): number {
    return codes[starts[square]!]!;
  }

  /** The first square from `from` to `to` whose first code is no less than a code. */
  function firstSquareAtLeast(code: number, from: number, to: number): number {
    while (from < to) {
      const middle = (from + to) >> 1;
      if (codeOf(middle) < code) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  return { turnTo, clustersIn, hostsOf };
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

/** Another number for each number of 32 bits, in no order. */
function scatter(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> 0;
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

/** The bits of a column of any level, each with a nought before it. */
function spreadWide(column: number): number {
  return spread(column >> 11) * half + spread(column & 2047);
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

/** The first of the ascending codes from `from` on that is no less than a code, in the time that its distance takes. */
function firstFrom(codes: Float64Array, code: number, from: number): number {
  let step = 1;
  while (from + step < codes.length && codes[from + step]! < code) step *= 2;
  return firstAtLeast(codes, code, from, Math.min(codes.length, from + step));
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
