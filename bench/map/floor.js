import { province, putStage, size, timeToShow } from './sites.js';

/** A dot for each site on a canvas; nothing to press. */
export const paint = (count) =>
  timeToShow(count, (sites) => {
    const canvas = Object.assign(document.createElement('canvas'), size);
    putStage().append(canvas);
    const context = canvas.getContext('2d');
    const scale = (256 * 2 ** province.zoom) / 360;
    for (const { location } of sites) {
      const [x, y] = [(location.lng - province.centre[0]) * scale, (province.centre[1] - location.lat) * scale * 1.17];
      context.fillRect(x + size.width / 2, y + size.height / 2, 2, 2);
    }
  });
