import { openBrowser } from './browser.mjs';
import { compare, measure } from './compare.mjs';

const supercluster = 'supercluster and boxes';

/** A hundred thousand sites, from the data to the first paint, which of ours is the list, and to the marks on the map. */
export default async function map() {
  const browser = await openBrowser({
    ours: new URL('map/ours.js', import.meta.url),
    [supercluster]: new URL('map/supercluster.js', import.meta.url),
    'Leaflet.markercluster': new URL('map/markercluster.js', import.meta.url),
    'dots on a canvas': new URL('map/floor.js', import.meta.url),
    'eight as bare text': new URL('map/text.js', import.meta.url),
  });
  try {
    const { ours, [supercluster]: peer } = browser.run('marks', 100_000);
    return [
      ...compare('100 000 sites: first paint', 'ms', await measure(browser.run('paint', 100_000), 5), { [supercluster]: 0.12 }),
      ...compare('100 000 sites: with the map', 'ms', await measure({ ours, [supercluster]: peer }, 5)),
    ];
  } finally {
    await browser.close();
  }
}
