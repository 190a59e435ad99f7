import { sampleSites } from '../../examples/data/sample-sites.mjs';
import { timeOf } from '../page.js';

/** Size of the map in pixels. */
export const size = { width: 1280, height: 640 };

/** The zoom, and edges in degrees, of a map of the whole province. */
export const province = { zoom: 9, centre: [108.75, 31.9], bounds: [107, 31, 110.5, 32.8] };

/** Time in ms in which `show` has put so many sites, which are there already, on the page. */
export function timeToShow(count, show) {
  const { sites } = sampleSites(count);
  return timeOf(() => show(sites));
}

/** An empty map. */
export function putStage() {
  const stage = document.createElement('div');
  stage.style.cssText = `position: relative; overflow: hidden; width: ${size.width}px; height: ${size.height}px`;
  document.body.append(stage);
  return stage;
}
