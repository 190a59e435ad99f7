import { openBrowser } from './browser.mjs';
import { compare, measure } from './compare.mjs';

const supercluster = 'supercluster and boxes';

/** A hundred thousand sites on a map, from the data to the paint. */
export default async function map() {
  const browser = await openBrowser({
    ours: new URL('map/ours.js', import.meta.url),
    [supercluster]: new URL('map/supercluster.js', import.meta.url),
    'Leaflet.markercluster': new URL('map/markercluster.js', import.meta.url),
    'dots on a canvas': new URL('map/floor.js', import.meta.url),
  });
  try {
    return compare('show 100 000 sites', 'ms', await measure(browser.run('paint', 100_000), 5), { [supercluster]: 0.12 });
  } finally {
    await browser.close();
  }
}
