import '@fp-kit/elements/site-map/define';
import { timeToShow } from './sites.js';

/** With all that belongs to it: shape checked, filter, list. */
export const paint = (count) =>
  timeToShow(count, async (sites) => {
    const map = Object.assign(document.createElement('fp-site-map'), { sites });
    document.body.append(map);
    await map.updateComplete;
  });
