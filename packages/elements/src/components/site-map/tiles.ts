import type { Crs } from '@fp-kit/sdk';
import { create } from '../../element/dom.js';
import { onScreen, type MapView, type Size } from './map-view.js';

/** A base map in square tiles of Web Mercator, as the page names it. */
export interface Tiles {
  /** Address of a tile in each layer, lowest first. */
  layers: readonly ((zoom: number, column: number, row: number) => string)[];
  /** System that the map is drawn in; sites are put where this system has them. */
  crs: Exclude<Crs, 'bd09'>;
  /** Whose map it is, shown on it. */
  attribution: string;
  /** 审图号, shown on it. */
  reviewNumber: string;
}

/** What a page says of its base map. */
export interface TileWish {
  /** `tianditu`, or an address with {z}, {x} and {y}. */
  tiles: string;
  key: string;
  crs: string;
  attribution: string;
  reviewNumber: string;
}

/** The base map that a page wishes for, or what it forgot to say of it. */
export function tilesOf({ tiles, key, crs, attribution, reviewNumber }: TileWish): Tiles | { missing: string } {
  const isTianditu = tiles === 'tianditu';
  if (isTianditu && !key) return { missing: 'tiles-key' };
  if (!isTianditu && !['{z}', '{x}', '{y}'].every((part) => tiles.includes(part))) return { missing: '{z} {x} {y} in tiles' };
  if (!isTianditu && crs !== 'wgs84' && crs !== 'gcj02' && crs !== 'cgcs2000') return { missing: 'tiles-crs (wgs84, gcj02, cgcs2000)' };
  if (!isTianditu && !attribution) return { missing: 'tiles-attribution' };
  if (!reviewNumber) return { missing: 'tiles-review-number' };
  if (isTianditu) {
    // Roads and names are layers of their own. http://lbs.tianditu.gov.cn/server/MapService.html
    const layer = (name: string) => (zoom: number, column: number, row: number) =>
      `https://t${(column + row) % 8}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default` +
      `&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=${zoom}&TILEROW=${row}&TILECOL=${column}&tk=${encodeURIComponent(key)}`;
    return { layers: [layer('vec'), layer('cva')], crs: 'cgcs2000', attribution: attribution || '天地图', reviewNumber };
  }
  const address = (zoom: number, column: number, row: number) =>
    tiles.replace('{z}', String(zoom)).replace('{x}', String(column)).replace('{y}', String(row));
  return { layers: [address], crs: crs as Tiles['crs'], attribution, reviewNumber };
}

/** The tiles around a view, kept while they are in it; what an address does not answer stays blank. */
export class TileLayer {
  readonly element = create('div', { class: 'tiles', 'aria-hidden': 'true' });
  readonly tiles: Tiles;
  #shown = new Map<string, HTMLImageElement>();

  constructor(tiles: Tiles) {
    this.tiles = tiles;
  }

  draw(view: MapView, size: Size): void {
    const zoom = Math.round(view.zoom);
    const across = 2 ** zoom;
    const side = 256 * 2 ** (view.zoom - zoom);
    const [left, top] = onScreen(view, size, 0, 0);
    const wanted = new Set<string>();
    const last = (pixels: number, start: number) => Math.min(across - 1, Math.floor((pixels - start) / side));
    for (let row = Math.max(0, Math.floor(-top / side)); row <= last(size.height, top); row++) {
      for (let column = Math.max(0, Math.floor(-left / side)); column <= last(size.width, left); column++) {
        this.tiles.layers.forEach((address, layer) => {
          const url = address(zoom, column, row);
          wanted.add(url);
          const image = this.#shown.get(url) ?? this.#load(url, layer);
          // Between whole pixels the ground would show through the seams.
          const [x, y] = [Math.round(left + column * side), Math.round(top + row * side)];
          image.style.setProperty('--_at', `translate(${x}px, ${y}px) scale(${side / 256})`);
        });
      }
    }
    for (const [url, image] of this.#shown) {
      if (wanted.has(url)) continue;
      image.remove();
      this.#shown.delete(url);
    }
  }

  #load(url: string, layer: number): HTMLImageElement {
    const image = create('img', { alt: '', decoding: 'async', draggable: 'false', referrerpolicy: 'strict-origin-when-cross-origin' });
    // What lies above another layer comes above it, whichever arrives first.
    if (layer > 0) image.className = 'above';
    // A square that does not come is blank, not a broken picture.
    image.addEventListener('error', () => image.remove());
    image.src = url;
    this.#shown.set(url, image);
    this.element.append(image);
    return image;
  }
}
