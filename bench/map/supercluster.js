import Supercluster from 'supercluster';
import { province, putStage, size, timeToShow } from './sites.js';

const pixels = (degrees) => (degrees / 360) * 256 * 2 ** province.zoom;

/** Clusters as boxes on an empty map; no list, no filter. */
export const paint = (count) =>
  timeToShow(count, (sites) => {
    const points = sites.map(({ id, location: { lng, lat } }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    }));
    const index = new Supercluster({ radius: 60, extent: 256, maxZoom: 18 }).load(points);
    const stage = putStage();
    for (const { properties, geometry } of index.getClusters(province.bounds, province.zoom)) {
      const box = document.createElement('div');
      box.textContent = properties.point_count ?? '';
      const [left, top] = [0, 1].map((axis) => pixels(geometry.coordinates[axis] - province.centre[axis]) * (axis ? -1.17 : 1));
      box.style.cssText = `position: absolute; transform: translate(${left + size.width / 2}px, ${top + size.height / 2}px)`;
      stage.append(box);
    }
  });

export { paint as marks };
