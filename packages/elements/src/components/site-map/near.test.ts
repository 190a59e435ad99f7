import type { Crs, Location, Site } from '@fp-kit/sdk';
import { convertLocation } from '@fp-kit/sdk/places';
import { expect } from 'chai';
import { sampleSites } from '../../testing/sites.js';
import { metresTo, nearestTo } from './near.js';

/** Numbers from 0 to 1, the same each time. */
function dice(): () => number {
  let state = 6;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const [site] = sampleSites.map(({ location: _, ...others }) => others);
const systems: Crs[] = ['wgs84', 'gcj02', 'bd09', 'cgcs2000'];

describe('the sites nearest to a place', () => {
  it('are those that measuring all of them in one system would find, whatever systems they are measured in', () => {
    const roll = dice();
    for (let round = 0; round < 60; round++) {
      // From a street to half the country, and over the border beyond which nothing is shifted.
      const wide = 0.02 * 2 ** (round % 12);
      const spot = (): Location => ({ lng: 114 + (roll() - 0.5) * wide, lat: 22.3 + (roll() - 0.5) * wide, crs: 'wgs84' });
      const sites = Array.from(Array(300).keys(), (number): Site => {
        if (number % 50 === 0) return { ...site!, id: `s${number}` };
        return { ...site!, id: `s${number}`, location: convertLocation(spot(), systems[Math.floor(roll() * 4)]!) };
      });
      const at = convertLocation(spot(), systems[round % 4]!);
      const among = sites.flatMap((_, number) => (roll() < 0.8 ? [number] : []));
      const far = (place: number) => metresTo(at, sites[place]!) ?? Infinity;
      const all = [...among].sort((a, b) => (far(a) < far(b) ? -1 : Number(far(a) > far(b))));
      for (const count of [1, 24, Infinity]) expect(nearestTo(at, sites, among, count)).to.deep.equal(all.slice(0, count));
    }
  });
});
