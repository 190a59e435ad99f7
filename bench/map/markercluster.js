import * as L from 'leaflet';
import { province, putStage, timeToShow } from './sites.js';

/** Markers in clusters on a map without tiles; no list, no filter. */
export async function paint(count) {
  // The plugin adds to a global.
  window.L = { ...L };
  await import('leaflet.markercluster');
  return timeToShow(count, (sites) => {
    const { L } = window;
    const map = L.map(putStage(), { maxZoom: 18 }).setView([...province.centre].reverse(), province.zoom);
    const icon = L.divIcon();
    const clusters = L.markerClusterGroup();
    clusters.addLayers(sites.map(({ location: { lng, lat } }) => L.marker([lat, lng], { icon })));
    map.addLayer(clusters);
  });
}
