import type { Location } from '../model/site.js';
import { convertLocation, type LngLat } from './crs.js';

/** Mean radius of the earth in metres (IUGG). */
export const earthRadiusM = 6371008.8;
const radians = Math.PI / 180;

/** Great-circle distance in metres between two positions of one system, by the haversine formula. */
export function haversineM([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const [north, east] = [Math.sin(((latB - latA) * radians) / 2), Math.sin(((lngB - lngA) * radians) / 2)];
  const square = north * north + Math.cos(latA * radians) * Math.cos(latB * radians) * east * east;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(square)));
}

/**
 * Great-circle distance in metres between two places, whatever systems they are measured in.
 *
 * @throws {PlaceError} as `convertLocation` does.
 */
export function distanceM(one: Location, other: Location): number {
  const [a, b] = [convertLocation(one, 'wgs84'), convertLocation(other, 'wgs84')];
  return haversineM([a.lng, a.lat], [b.lng, b.lat]);
}
