import type { Crs, Location, Site } from '@fp-kit/sdk';
import { convertLocation, distanceM, haversineM } from '@fp-kit/sdk/places';

/** By how much two distances of a place can differ that are measured in two systems: each moves a place by a kilometre at most. */
const slackM = 2000;

/** Where the browser says that the reader is, or why it does not say; the answer stays here. */
export function locate(): Promise<Location | 'denied' | 'unavailable'> {
  return new Promise((resolve) => {
    // Absent on a page without https, and in a frame that may not.
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) resolve('unavailable');
    geolocation?.getCurrentPosition(
      ({ coords: { longitude: lng, latitude: lat } }) => resolve({ lng, lat, crs: 'wgs84' }),
      ({ code }) => resolve(code === 1 ? 'denied' : 'unavailable'),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

/**
 * Those of some sites that are nearest to a place, by their numbers, nearest first; what has no location comes last. Each is first measured in
 * its own system, for which the place alone is converted; who may then be among the nearest is measured in WGS 84.
 */
export function nearestTo(at: Location, sites: readonly Site[], among: readonly number[], count: number): number[] {
  const seenFrom: Partial<Record<Crs, Location>> = {};
  const guessed = Float64Array.from(among, (place) => {
    const { location } = sites[place]!;
    if (!location) return Infinity;
    const from = (seenFrom[location.crs] ??= convertLocation(at, location.crs));
    return haversineM([location.lng, location.lat], [from.lng, from.lat]);
  });
  const farthest = (guessed.slice().sort()[count - 1] ?? Infinity) + 2 * slackM;
  return among
    .filter((_, number) => guessed[number]! <= farthest)
    .map((place) => ({ place, far: metresTo(at, sites[place]!) ?? Infinity }))
    .sort((a, b) => (a.far < b.far ? -1 : Number(a.far > b.far)))
    .slice(0, count)
    .map(({ place }) => place);
}

/** Metres from a place to a site; undefined where that has no location. */
export const metresTo = (at: Location, { location }: Site): number | undefined => location && distanceM(at, location);
