import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest, haversineM, indexNearest, type LngLat, type NearestOptions } from './index.js';

const lng = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -90, max: 90, noNaN: true });
const anywhere = fc.tuple(lng, lat);
const close = fc.tuple(fc.double({ min: 112, max: 112.01, noNaN: true }), fc.double({ min: 28, max: 28.01, noNaN: true }));
const lattice = fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }));

/** Every place by haversine: what the index must agree with. */
function byHaversine(places: readonly LngLat[], at: LngLat, { count = 1, withinM = Infinity, accept = () => true }: NearestOptions) {
  return places
    .map((position, place) => ({ place, distanceM: haversineM(position, at) }))
    .filter(({ place, distanceM }) => accept(place) && distanceM <= withinM)
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, count);
}

describe.each([
  ['over the whole earth', anywhere],
  ['in one township', close],
  ['on a lattice, where many are equally far', lattice],
])('the nearest %s', (_, position) => {
  it('are those that haversine finds among all', () => {
    const options = fc.record({ count: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(fc.array(position, { maxLength: 300 }), position, options, (places, at, options) => {
        const found = findNearest(indexNearest(Float64Array.from(places.flat())), at, options);
        const expected = byHaversine(places, at, options);
        expect(found.map(({ distanceM }) => Math.round(distanceM * 1000))).toEqual(
          expected.map(({ distanceM }) => Math.round(distanceM * 1000)),
        );
        expect(new Set(found.map(({ place }) => place)).size).toBe(found.length);
        for (const { place, distanceM } of found) expect(distanceM).toBe(haversineM(places[place]!, at));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

const corners = Float64Array.of(0, 0, 0, 1, NaN, NaN, 1, 0, 0, 0, 3, 3);

describe('how it looks', () => {
  it.each([
    ['the first of several at one place', {}, [0]],
    ['more than there are', { count: 9 }, [0, 4, 1, 3, 5]],
    ['within a distance, its edge included', { count: 9, withinM: haversineM([0, 0], [0, 1]) }, [0, 4, 1, 3]],
    ['those that are accepted', { count: 2, accept: (place: number) => place % 2 === 1 }, [1, 3]],
    ['none', { count: 0 }, []],
  ] as [string, NearestOptions, number[]][])('%s', (_, options, expected) => {
    expect(findNearest(indexNearest(corners), [0, 0], options).map(({ place }) => place)).toEqual(expected);
  });

  it('over the date line and around a pole', () => {
    const index = indexNearest(Float64Array.of(-179.9, 0, 170, 0, 100, 89, -80, 89.5));
    expect(findNearest(index, [179.9, 0])[0]!.place).toBe(0);
    expect(findNearest(index, [100, 89.9])[0]!.place).toBe(3);
  });

  it('finds nothing where there is nothing', () => {
    expect(findNearest(indexNearest(new Float64Array(0)), [112, 28])).toEqual([]);
    expect(findNearest(indexNearest(Float64Array.of(NaN, NaN)), [112, 28])).toEqual([]);
  });

  it('is the same after it has been posted to a worker', () => {
    expect(findNearest(structuredClone(indexNearest(corners)), [1, 1], { count: 3 })).toEqual(
      findNearest(indexNearest(corners), [1, 1], { count: 3 }),
    );
  });
});
