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

/**
 * Where sites stand on the map, which has a coordinate system of its own. A site is named by its number in the list.
 *
 * They are indexed in the system that the first of them is measured in, as in most files all are: what is drawn is then converted, a hundred
 * marks, and not a hundred thousand sites.
 */
export class SitePlaces {
  readonly sites: readonly Site[];
  readonly crs: Crs;
  #own: Crs;
  #all: Float64Array;
  /** Those of `#all` that are shown; `NaN` for the others. */
  #positions: Float64Array;
  #clusters: ClusterIndex | undefined;
  #shown: readonly number[] | undefined;

  constructor(sites: readonly Site[], crs: Crs) {
    this.sites = sites;
    this.crs = crs;
    this.#own = sites.find(({ location }) => location)?.location?.crs ?? crs;
    this.#positions = this.#all = positionsOf(sites, this.#own);
  }

  /** Puts these sites on the map, and no others; all of them for undefined. */
  show(shown: readonly number[] | undefined): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#clusters = undefined;
    this.#positions = this.#all;
    if (!shown) return;
    this.#positions = new Float64Array(this.#all.length).fill(NaN);
    for (const place of shown) this.#positions.set(this.#all.subarray(2 * place, 2 * place + 2), 2 * place);
  }

  /** What is drawn in a part of the map at a zoom. */
  marksIn(bounds: Bounds, zoom: number): Mark[] {
    const index = (this.#clusters ??= indexClusters(this.#positions));
    return clustersIn(index, this.#degreesOf(bounds), zoom).map((cluster) => {
      const [x, y] = this.#squareAt(cluster.lng, cluster.lat);
      const key = cluster.count === 1 ? keyOf(cluster.place) : `${zoom} ${cluster.runs.join()}`;
      return { key, x, y, count: cluster.count, members: () => placesOf(index, cluster), splitZoom: () => splitZoom(index, cluster, zoom) };
    });
  }

  /** The rectangle of the unit square around these sites, or around all that are shown; undefined where none of them has a location. */
  around(places?: readonly number[]): Bounds | undefined {
    const positions = this.#positions;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const take = (place: number) => {
      const [lng, lat] = [positions[2 * place]!, positions[2 * place + 1]!];
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    };
    if (places) places.forEach(take);
    else for (let place = 0; place < this.sites.length; place++) take(place);
    if (west > east) return undefined;
    const [left, top] = this.#squareAt(west, north);
    const [right, bottom] = this.#squareAt(east, south);
    return { west: left, north: top, east: right, south: bottom };
  }

  /** Tells of a site whether it stands in a part of the map. */
  in(bounds: Bounds): (place: number) => boolean {
    const { west, north, east, south } = this.#degreesOf(bounds);
    return (place) => {
      const [lng, lat] = [this.#all[2 * place]!, this.#all[2 * place + 1]!];
      return lng >= west && lng <= east && lat >= south && lat <= north;
    };
  }

  /** Where a site stands in the unit square, shown or not; undefined where it has no location. */
  squareOf(place: number): [x: number, y: number] | undefined {
    const lng = this.#all[2 * place]!;
    return Number.isNaN(lng) ? undefined : this.#squareAt(lng, this.#all[2 * place + 1]!);
  }

  #squareAt(lng: number, lat: number): [x: number, y: number] {
    return squareOn(this.crs, { lng, lat, crs: this.#own });
  }

  /** Edges in degrees as the sites are measured: the systems lie beside each other by nearly as much at all corners of a map. */
  #degreesOf({ west, north, east, south }: Bounds): Bounds {
    const upper = placeOn(this.crs, Math.max(0, west), Math.max(0, north), this.#own);
    const lower = placeOn(this.crs, Math.min(1, east), Math.min(1, south), this.#own);
    return { west: upper.lng, north: upper.lat, east: lower.lng, south: lower.lat };
  }
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
