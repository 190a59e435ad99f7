import type { LngLat } from './crs.js';
import { earthRadiusM, haversineM } from './distance.js';

// On the unit sphere the shorter chord is the shorter great circle, so a k-d tree over x, y, z finds the nearest exactly as haversine would,
// over the date line and at the poles too, and takes no sine on its way.

/** More places than this are divided once more. */
const leafSize = 12;
const radians = Math.PI / 180;

/** A k-d tree over places on the unit sphere. Plain typed arrays: it may be posted to a worker and back. */
export interface NearestIndex {
  /** Longitude and latitude of every place in degrees, as they were given. */
  readonly positions: Float64Array;
  /** Numbers of the places that have a position, in the order of the tree. */
  readonly places: Uint32Array;
  /** x, y, z of each of `places`. */
  readonly points: Float64Array;
  /** By which of x, y, z the run whose middle stands here is divided. */
  readonly axes: Uint8Array;
}

/** A place that was asked for. */
export interface NearPlace {
  /** Which one: its number in what was indexed. */
  place: number;
  /** Great-circle distance in metres. */
  distanceM: number;
}

/** How `findNearest` looks. */
export interface NearestOptions {
  /** How many at most; 1 unless told. */
  count?: number;
  /** No farther than this, in metres. */
  withinM?: number;
  /** Whether a place counts; all do unless told. */
  accept?: (place: number) => boolean;
}

/** Indexes positions `[lng, lat, …]` in degrees, all of one system (WGS 84 where metres matter). What is `NaN` is left out. */
export function indexNearest(positions: Float64Array): NearestIndex {
  const places = new Uint32Array(positions.length >> 1);
  const points = new Float64Array(places.length * 3);
  let count = 0;
  for (let place = 0; place < places.length; place++) {
    const [lng, lat] = [positions[2 * place]!, positions[2 * place + 1]!];
    if (Number.isNaN(lng + lat)) continue;
    putOnSphere(points, 3 * count, lng, lat);
    places[count++] = place;
  }
  const index = { positions, places: places.slice(0, count), points: points.slice(0, 3 * count), axes: new Uint8Array(count) };
  divide(index, 0, count);
  return index;
}

/**
 * The places nearest to a position, nearest first, as haversine over all of them would find them; of several at one place the lowest number.
 *
 * @param at in the system of the positions that were indexed.
 */
export function findNearest(
  { positions, places, points, axes }: NearestIndex,
  at: LngLat,
  { count = 1, withinM = Infinity, accept }: NearestOptions = {},
): NearPlace[] {
  const target = new Float64Array(3);
  putOnSphere(target, 0, at[0], at[1]);
  const [x, y, z] = [target[0]!, target[1]!, target[2]!];
  const found: number[] = [];
  const squares: number[] = [];
  // A little farther than asked for, so that no rounding leaves one out; the distance itself decides in the end.
  let worst = withinM < Math.PI * earthRadiusM ? (2 * Math.sin((withinM + 0.01) / earthRadiusM / 2)) ** 2 : 5;

  const look = (node: number): void => {
    const [dx, dy, dz] = [points[3 * node]! - x, points[3 * node + 1]! - y, points[3 * node + 2]! - z];
    const square = dx * dx + dy * dy + dz * dz;
    if (square > worst) return;
    const place = places[node]!;
    if (accept && !accept(place)) return;
    // Few are asked for: finding the row costs less than keeping a heap.
    let row = found.length;
    while (row > 0 && (squares[row - 1]! > square || (squares[row - 1] === square && found[row - 1]! > place))) row--;
    if (row === count) return;
    for (let below = Math.min(found.length, count - 1); below > row; below--) {
      found[below] = found[below - 1]!;
      squares[below] = squares[below - 1]!;
    }
    found[row] = place;
    squares[row] = square;
    if (found.length === count) worst = squares[count - 1]!;
  };
  const search = (start: number, end: number): void => {
    if (end - start <= leafSize) {
      for (let node = start; node < end; node++) look(node);
      return;
    }
    const middle = (start + end) >> 1;
    const beside = target[axes[middle]!]! - points[3 * middle + axes[middle]!]!;
    if (beside <= 0) search(start, middle);
    else search(middle + 1, end);
    if (beside * beside > worst) return;
    look(middle);
    if (beside <= 0) search(middle + 1, end);
    else search(start, middle);
  };

  if (count > 0) search(0, places.length);
  return found
    .map((place) => ({ place, distanceM: haversineM([positions[2 * place]!, positions[2 * place + 1]!], at) }))
    .filter(({ distanceM }) => distanceM <= withinM);
}

function putOnSphere(points: Float64Array, at: number, lng: number, lat: number): void {
  const ring = Math.cos(lat * radians);
  points[at] = ring * Math.cos(lng * radians);
  points[at + 1] = ring * Math.sin(lng * radians);
  points[at + 2] = Math.sin(lat * radians);
}

/** Puts the middle of a run in the middle, by the axis along which the run is longest, and does the same on both sides. */
function divide(index: Pick<NearestIndex, 'places' | 'points' | 'axes'>, start: number, end: number): void {
  if (end - start <= leafSize) return;
  const middle = (start + end) >> 1;
  const axis = longestAxis(index.points, start, end);
  index.axes[middle] = axis;
  select(index, middle, start, end - 1, axis);
  divide(index, start, middle);
  divide(index, middle + 1, end);
}

function longestAxis(points: Float64Array, start: number, end: number): number {
  // A sample tells as well as the whole.
  const step = Math.max(1, (end - start) >> 6);
  let longest = 0;
  let length = -1;
  for (let axis = 0; axis < 3; axis++) {
    let [low, high] = [Infinity, -Infinity];
    for (let node = start; node < end; node += step) {
      const value = points[3 * node + axis]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > length) [longest, length] = [axis, high - low];
  }
  return longest;
}

/** Brings the node that belongs at `middle` there, no greater one before it and no smaller one behind it (Hoare's selection, middle of three). */
function select(index: Pick<NearestIndex, 'places' | 'points'>, middle: number, left: number, right: number, axis: number): void {
  const { points } = index;
  while (left < right) {
    const [a, b, c] = [points[3 * left + axis]!, points[3 * ((left + right) >> 1) + axis]!, points[3 * right + axis]!];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let [low, high] = [left, right];
    while (low <= high) {
      while (points[3 * low + axis]! < pivot) low++;
      while (points[3 * high + axis]! > pivot) high--;
      if (low <= high) swap(index, low++, high--);
    }
    if (middle <= high) right = high;
    else if (middle >= low) left = low;
    else return;
  }
}

function swap({ places, points }: Pick<NearestIndex, 'places' | 'points'>, one: number, other: number): void {
  const place = places[one]!;
  places[one] = places[other]!;
  places[other] = place;
  for (let axis = 0; axis < 3; axis++) {
    const value = points[3 * one + axis]!;
    points[3 * one + axis] = points[3 * other + axis]!;
    points[3 * other + axis] = value;
  }
}
