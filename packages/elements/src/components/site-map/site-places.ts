import type { Crs, Location, Site } from '@fp-kit/sdk';
import { clustersIn, convertLocation, indexClusters, placesOf, positionsOf, splitZoom, type ClusterIndex } from '@fp-kit/sdk/places';
import { toDegrees, toSquare, type Bounds } from './map-view.js';

/** A site on the map, or several that stand too close to be told apart. */
export interface Mark {
  /** Tells it from the others, and stays while it stays the same. */
  key: string;
  /** In the unit square. */
  x: number;
  y: number;
  count: number;
  /** Numbers of its sites. */
  members: () => number[];
  /** The next zoom at which it comes apart; undefined for a site alone, and where no map tells its sites apart. */
  splitZoom: () => number | undefined;
}

/** Key of the mark of a site alone. */
export const keyOf = (place: number): string => `site ${place}`;

/** Where sites stand on a map that is drawn in `crs`. A site is named by its number in the list. */
export interface SitePlaces {
  readonly sites: readonly Site[];
  readonly crs: Crs;
  /** Puts these sites on the map, and no others; all of them for undefined. */
  show: (shown: readonly number[] | undefined) => void;
  /** What is drawn in a part of the map at a zoom. */
  marksIn: (bounds: Bounds, zoom: number) => Mark[];
  /** The rectangle of the unit square around these sites, or around all that are shown; undefined where none of them has a location. */
  around: (places?: readonly number[]) => Bounds | undefined;
  /** Tells of a site whether it stands in a part of the map. */
  in: (bounds: Bounds) => (place: number) => boolean;
  /** Where a site stands in the unit square, shown or not; undefined where it has no location. */
  squareOf: (place: number) => [x: number, y: number] | undefined;
}

/**
 * Finds where sites stand. They are indexed in the system that the first of them is measured in, as in most files all are: what is drawn is then
 * converted, a hundred marks, and not a hundred thousand sites.
 */
export function placeSites(sites: readonly Site[], crs: Crs): SitePlaces {
  const own = sites.find(({ location }) => location)?.location?.crs ?? crs;
  const all = positionsOf(sites, own);
  /** Those of `all` that are shown; `NaN` for the others. */
  let positions = all;
  let clusters: ClusterIndex | undefined;
  let shownBefore: readonly number[] | undefined;

  const squareAt = (lng: number, lat: number) => squareOn(crs, { lng, lat, crs: own });
  /** Edges in degrees as the sites are measured: the systems lie beside each other by nearly as much at all corners of a map. */
  const degreesOf = ({ west, north, east, south }: Bounds): Bounds => {
    const upper = placeOn(crs, Math.max(0, west), Math.max(0, north), own);
    const lower = placeOn(crs, Math.min(1, east), Math.min(1, south), own);
    return { west: upper.lng, north: upper.lat, east: lower.lng, south: lower.lat };
  };

  return {
    sites,
    crs,
    show(shown) {
      if (shown === shownBefore) return;
      shownBefore = shown;
      clusters = undefined;
      positions = all;
      if (!shown) return;
      positions = new Float64Array(all.length).fill(NaN);
      for (const place of shown) positions.set(all.subarray(2 * place, 2 * place + 2), 2 * place);
    },
    marksIn(bounds, zoom) {
      const index = (clusters ??= indexClusters(positions));
      return clustersIn(index, degreesOf(bounds), zoom).map((cluster) => {
        const [x, y] = squareAt(cluster.lng, cluster.lat);
        const key = cluster.count === 1 ? keyOf(cluster.place) : `${zoom} ${cluster.runs.join()}`;
        return {
          key,
          x,
          y,
          count: cluster.count,
          members: () => placesOf(index, cluster),
          splitZoom: () => splitZoom(index, cluster, zoom),
        };
      });
    },
    around(places) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      const take = (place: number) => {
        const [lng, lat] = [positions[2 * place]!, positions[2 * place + 1]!];
        if (lng < west) west = lng;
        if (lng > east) east = lng;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      };
      if (places) places.forEach(take);
      else for (let place = 0; place < sites.length; place++) take(place);
      if (west > east) return undefined;
      const [left, top] = squareAt(west, north);
      const [right, bottom] = squareAt(east, south);
      return { west: left, north: top, east: right, south: bottom };
    },
    in(bounds) {
      const { west, north, east, south } = degreesOf(bounds);
      return (place) => {
        const [lng, lat] = [all[2 * place]!, all[2 * place + 1]!];
        return lng >= west && lng <= east && lat >= south && lat <= north;
      };
    },
    squareOf(place) {
      const lng = all[2 * place]!;
      return Number.isNaN(lng) ? undefined : squareAt(lng, all[2 * place + 1]!);
    },
  };
}

/** Where a place stands in the unit square of a map that is drawn in `crs`. */
export function squareOn(crs: Crs, location: Location): [x: number, y: number] {
  const { lng, lat } = convertLocation(location, crs);
  return toSquare(lng, lat);
}

/** What lies at a point of the unit square of a map that is drawn in `crs`, as `to` measures it. */
export function placeOn(crs: Crs, x: number, y: number, to: Crs): Location {
  const [lng, lat] = toDegrees(x, y);
  return convertLocation({ lng, lat, crs }, to);
}
