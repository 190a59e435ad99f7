import type { Crs, Site } from '@fp-kit/sdk';
import {
  clustersIn,
  convertLocation,
  haversineM,
  indexClusters,
  placesOf,
  positionsOf,
  splitZoom,
  type ClusterIndex,
} from '@fp-kit/sdk/places';
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

/** Where sites stand, on the map, which has a system of its own, and on the ground. A site is named by its number in the list. */
export class SitePlaces {
  readonly sites: readonly Site[];
  readonly crs: Crs;
  /** How many sites have a location. */
  readonly located: number;
  /** x and y of each site in the unit square of the map; NaN where it has no location, or is not shown. */
  readonly squares: Float64Array;
  #onMap: Float64Array;
  #onGround: Float64Array | undefined;
  #clusters: ClusterIndex | undefined;
  #shown: readonly number[] | undefined;

  constructor(sites: readonly Site[], crs: Crs) {
    this.sites = sites;
    this.crs = crs;
    this.#onMap = positionsOf(sites, crs);
    this.squares = new Float64Array(2 * sites.length);
    this.located = this.#placeOnMap(undefined);
  }

  /** Puts these sites on the map, and no others; all of them for undefined. */
  show(shown: readonly number[] | undefined): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#clusters = undefined;
    this.#placeOnMap(shown);
  }

  #placeOnMap(shown: readonly number[] | undefined): number {
    const { squares } = this;
    let placed = 0;
    const put = (place: number) => {
      const lng = this.#onMap[2 * place]!;
      if (Number.isNaN(lng)) return;
      placed++;
      [squares[2 * place], squares[2 * place + 1]] = toSquare(lng, this.#onMap[2 * place + 1]!);
    };
    squares.fill(NaN);
    if (shown) for (const place of shown) put(place);
    else for (let place = 0; place < this.sites.length; place++) put(place);
    return placed;
  }

  /** What is drawn in a part of the map at a zoom. */
  marksIn({ west, north, east, south }: Bounds, zoom: number): Mark[] {
    const index = (this.#clusters ??= indexClusters(this.#shownOnMap()));
    const [left, top] = toDegrees(Math.max(0, west), Math.max(0, north));
    const [right, bottom] = toDegrees(Math.min(1, east), Math.min(1, south));
    return clustersIn(index, { west: left, north: top, east: right, south: bottom }, zoom).map((cluster) => {
      const [x, y] = toSquare(cluster.lng, cluster.lat);
      const key = cluster.count === 1 ? keyOf(cluster.place) : `${zoom} ${cluster.runs.join()}`;
      return { key, x, y, count: cluster.count, members: () => placesOf(index, cluster), splitZoom: () => splitZoom(index, cluster, zoom) };
    });
  }

  #shownOnMap(): Float64Array {
    if (!this.#shown) return this.#onMap;
    const positions = new Float64Array(this.#onMap.length).fill(NaN);
    for (const place of this.#shown) {
      positions[2 * place] = this.#onMap[2 * place]!;
      positions[2 * place + 1] = this.#onMap[2 * place + 1]!;
    }
    return positions;
  }

  isIn(place: number, { west, north, east, south }: Bounds): boolean {
    const [x, y] = this.squareOf(place) ?? [NaN, NaN];
    return x >= west && x <= east && y >= north && y <= south;
  }

  /** Where a site stands in the unit square, shown or not; undefined where it has no location. */
  squareOf(place: number): [x: number, y: number] | undefined {
    const lng = this.#onMap[2 * place]!;
    return Number.isNaN(lng) ? undefined : toSquare(lng, this.#onMap[2 * place + 1]!);
  }

  /** Where a position of WGS 84 stands in the unit square of the map. */
  squareAt(lng: number, lat: number): [x: number, y: number] {
    const onMap = convertLocation({ lng, lat, crs: 'wgs84' }, this.crs);
    return toSquare(onMap.lng, onMap.lat);
  }

  /** The degrees of WGS 84 of a place in the unit square of the map. */
  degreesAt(x: number, y: number): { lng: number; lat: number } {
    const [lng, lat] = toDegrees(x, y);
    return convertLocation({ lng, lat, crs: this.crs }, 'wgs84');
  }

  /** Metres from a position of WGS 84 to each site; infinite where it has no location. */
  distancesFrom(lng: number, lat: number): Float64Array {
    const onGround = (this.#onGround ??= positionsOf(this.sites, 'wgs84'));
    return Float64Array.from(this.sites, (_, place) => {
      const metres = haversineM([onGround[2 * place]!, onGround[2 * place + 1]!], [lng, lat]);
      return Number.isNaN(metres) ? Infinity : metres;
    });
  }
}
