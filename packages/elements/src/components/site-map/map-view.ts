/** Where a map looks: its centre in the unit square of Web Mercator (EPSG:3857; 0 0 is north-west), and the zoom of web maps (0 = the world in 256 px). */
export interface MapView {
  x: number;
  y: number;
  zoom: number;
}

/** A rectangle of the unit square. */
export interface Bounds {
  west: number;
  north: number;
  east: number;
  south: number;
}

/** Width and height on the screen, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

export const leastZoom = 3;
export const mostZoom = 18;

const tile = 256;
const limit = 85.051129;

/** Pixels that the unit square measures. */
export const scaleOf = (zoom: number): number => tile * 2 ** zoom;

/** Degrees to the unit square; beyond 85° the square ends. */
export function toSquare(lng: number, lat: number): [x: number, y: number] {
  const sine = Math.sin((Math.max(-limit, Math.min(limit, lat)) * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The unit square to degrees. */
export function toDegrees(x: number, y: number): [lng: number, lat: number] {
  return [(x - 0.5) * 360, (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90];
}

/** What of the unit square a view shows; `margin` in pixels on each side. */
export function boundsOf({ x, y, zoom }: MapView, { width, height }: Size, margin = 0): Bounds {
  const scale = scaleOf(zoom);
  const half = (width / 2 + margin) / scale;
  const tall = (height / 2 + margin) / scale;
  return { west: x - half, east: x + half, north: y - tall, south: y + tall };
}

/** The closest view that shows all of a rectangle, `margin` pixels from the edges; no closer than `most`, in whole zooms, which tiles are made for. */
export function viewOn({ west, north, east, south }: Bounds, { width, height }: Size, most = 15, margin = 40): MapView {
  const fits = (span: number, pixels: number) => Math.log2(Math.max(pixels - 2 * margin, tile / 4) / Math.max(span, 1e-9) / tile);
  const zoom = Math.floor(Math.min(fits(east - west, width), fits(south - north, height), most));
  return { x: (west + east) / 2, y: (north + south) / 2, zoom: Math.max(leastZoom, zoom) };
}

/** The view moved by pixels on the screen; it stays in the square. */
export function movedBy(view: MapView, right: number, down: number): MapView {
  const scale = scaleOf(view.zoom);
  const inside = (value: number) => Math.max(0, Math.min(1, value));
  return { ...view, x: inside(view.x + right / scale), y: inside(view.y + down / scale) };
}

/** The view at another zoom, in which the point so many pixels from the centre stays where it is. */
export function zoomedAt(view: MapView, zoom: number, right: number, down: number): MapView {
  const wanted = Math.max(leastZoom, Math.min(mostZoom, zoom));
  const there = movedBy(view, right, down);
  return movedBy({ ...there, zoom: wanted }, -right, -down);
}

/** Where a place stands on the screen, in pixels from the upper left corner. */
export function onScreen({ x, y, zoom }: MapView, { width, height }: Size, placeX: number, placeY: number): [left: number, top: number] {
  const scale = scaleOf(zoom);
  return [(placeX - x) * scale + width / 2, (placeY - y) * scale + height / 2];
}

/** Metres that a pixel spans at the centre of the view. */
export function metresPerPixel({ x, y, zoom }: MapView): number {
  return (40_075_016.686 * Math.cos((toDegrees(x, y)[1] * Math.PI) / 180)) / scaleOf(zoom);
}
