import type { Crs, Location } from '../model/site.js';
import { PlaceError } from './place-error.js';

// Own code, after measuring gcoord 1.0.7: its GCJ-02 to WGS 84 never returns near 72° E, it takes ten microseconds a place, and all of its
// 3.5 KB come along. The tests hold this file against it.

/** [longitude, latitude] in degrees. */
export type LngLat = readonly [lng: number, lat: number];

/** Semi-major axis and squared eccentricity of the ellipsoid of Krasovsky (1940), which GCJ-02 is built on. */
const a = 6378245;
const ee = 0.00669342162296594;
const radians = Math.PI / 180;

/** Where map services shift positions at all; beyond it GCJ-02 is WGS 84. */
function isShifted([lng, lat]: LngLat): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

/** The sines that both shifts share: two short waves along one axis. */
function ripple(turn: number): number {
  return (40 / 3) * (Math.sin(6 * turn) + Math.sin(2 * turn));
}

/** By how many degrees GCJ-02 lies beside WGS 84 at a position. */
function shiftAt([lng, lat]: LngLat): LngLat {
  const x = lng - 105;
  const y = lat - 35;
  const [turnX, turnY] = [x * Math.PI, y * Math.PI];
  const root = Math.sqrt(Math.abs(x));
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * (x + y) +
    0.1 * root +
    ripple(turnX) +
    (40 / 3) * (Math.sin(turnX) + 2 * Math.sin(turnX / 3)) +
    100 * (Math.sin(turnX / 12) + 2 * Math.sin(turnX / 30));
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripple(turnX) +
    (40 / 3) * (Math.sin(turnY) + 2 * Math.sin(turnY / 3)) +
    (320 / 3) * (Math.sin(turnY / 12) + 2 * Math.sin(turnY / 30));
  const sine = Math.sin(lat * radians);
  const square = 1 - ee * sine * sine;
  const normal = a / Math.sqrt(square);
  return [east / (normal * Math.cos(lat * radians) * radians), north / (((normal * (1 - ee)) / square) * radians)];
}

function shift(position: LngLat): LngLat {
  if (!isShifted(position)) return position;
  const [east, north] = shiftAt(position);
  return [position[0] + east, position[1] + north];
}

/** Each round brings the position some thirty times nearer to where its shift leads back; five end below a millimetre. */
function unshift(position: LngLat): LngLat {
  if (!isShifted(position)) return position;
  let found = position;
  for (let round = 0; round < 5; round++) {
    const [east, north] = shiftAt(found);
    found = [position[0] - east, position[1] - north];
  }
  return found;
}

const wave = (Math.PI * 3000) / 180;

function toBaidu([x, y]: LngLat): LngLat {
  const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * wave);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * wave);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

/** As exact as `unshift`: the one step that is usually taken ends 0.2 m off. */
function fromBaidu(position: LngLat): LngLat {
  let found: LngLat = [position[0] - 0.0065, position[1] - 0.006];
  for (let round = 0; round < 3; round++) {
    const [x, y] = toBaidu(found);
    found = [found[0] + position[0] - x, found[1] + position[1] - y];
  }
  return found;
}

/** Each system by its steps to and from GCJ-02, which lies between all of them. */
const systems = new Map<Crs, { toGcj02: (position: LngLat) => LngLat; fromGcj02: (position: LngLat) => LngLat }>([
  ['gcj02', { toGcj02: (position) => position, fromGcj02: (position) => position }],
  ['wgs84', { toGcj02: shift, fromGcj02: unshift }],
  ['cgcs2000', { toGcj02: shift, fromGcj02: unshift }],
  ['bd09', { toGcj02: fromBaidu, fromGcj02: toBaidu }],
]);

const satellite = (crs: Crs) => crs === 'wgs84' || crs === 'cgcs2000';

/**
 * A position in another coordinate system, to the decimetre. Outside of China GCJ-02 is WGS 84. The argument is left as it is.
 *
 * @throws {PlaceError} `no-crs` for a position that does not say, or not by a known name, which system it is measured in.
 */
export function convertLocation({ lng, lat, crs }: Location, to: Crs): Location {
  const [from, into] = [systems.get(crs), systems.get(to)];
  if (!from || !into) throw new PlaceError('no-crs', from ? to : crs);
  if (crs === to || (satellite(crs) && satellite(to))) return { lng, lat, crs: to };
  const [x, y] = into.fromGcj02(from.toGcj02([lng, lat]));
  return { lng: x, lat: y, crs: to };
}

/**
 * Positions of many places in one system, `[lng, lat, lng, lat, …]` in degrees: what `indexNearest` and `indexClusters` take, and what a page
 * hands to a worker. A place without a location is `NaN, NaN`, so that the n-th pair belongs to the n-th place.
 *
 * @throws {PlaceError} as `convertLocation` does.
 */
export function positionsOf(places: readonly { location?: Location | undefined }[], crs: Crs): Float64Array {
  if (!systems.has(crs)) throw new PlaceError('no-crs', crs);
  const positions = new Float64Array(places.length * 2).fill(NaN);
  for (let place = 0; place < places.length; place++) {
    const { location } = places[place]!;
    if (!location) continue;
    const { lng, lat } = location.crs === crs ? location : convertLocation(location, crs);
    positions[2 * place] = lng;
    positions[2 * place + 1] = lat;
  }
  return positions;
}
