import '@fp-kit/elements/site-map/define';
import { timeToShow } from './sites.js';

async function put(sites) {
  const map = Object.assign(document.createElement('fp-site-map'), { sites });
  document.body.append(map);
  await new Promise((resolve) => map.addEventListener('fp-load', resolve));
  return map;
}

/** The first paint: all sites checked, filter, list and cards; the map follows. */
export const paint = (count) => timeToShow(count, put);

/** With the map and its clusters. */
export const marks = (count) =>
  timeToShow(count, async (sites) => {
    const map = await put(sites);
    while (!map.shadowRoot.querySelector('.mark')) await new Promise(requestAnimationFrame);
  });
