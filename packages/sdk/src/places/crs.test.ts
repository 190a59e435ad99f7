import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { type Crs, crsSchema, type Location } from '../model/site.js';
import { convertLocation, distanceM, PlaceError, positionsOf } from './index.js';

const systems = crsSchema.options;
const shared = new URL('../../../../../shared/conformance/china-cities.json', import.meta.url);
if (!existsSync(shared)) console.warn('skipped: conformance/china-cities.json (not beside the repository)');

const metresApart = (one: Location, other: Location) => distanceM({ ...one, crs: 'wgs84' }, { ...other, crs: 'wgs84' });
const inChina = fc.record({
  lng: fc.double({ min: 73.5, max: 135, noNaN: true }),
  lat: fc.double({ min: 3.9, max: 53.5, noNaN: true }),
  crs: fc.constantFrom(...systems),
});

describe.skipIf(!existsSync(shared))('664 places whose coordinates were measured in each system', () => {
  interface Place {
    attrs: { name: string };
    coords: Record<'WGS84' | 'GCJ02' | 'BD09', [number, number]>;
  }
  const places = existsSync(shared) ? (JSON.parse(readFileSync(shared, 'utf8')) as Place[]) : [];
  const names = { wgs84: 'WGS84', gcj02: 'GCJ02', bd09: 'BD09', cgcs2000: 'WGS84' } as const;
  const locationOf = ({ coords }: Place, crs: Crs): Location => ({ lng: coords[names[crs]][0], lat: coords[names[crs]][1], crs });

  it.each(systems.flatMap((from) => systems.map((to) => [from, to] as const)))('%s to %s, to a metre', (from, to) => {
    expect(places).toHaveLength(664);
    for (const place of places) {
      const found = convertLocation(locationOf(place, from), to);
      expect(found.crs).toBe(to);
      expect(metresApart(found, locationOf(place, to)), place.attrs.name).toBeLessThan(1);
    }
  });
});

describe('another implementation', () => {
  it.each([
    ['wgs84', 'gcj02', gcoord.WGS84, gcoord.GCJ02],
    ['gcj02', 'wgs84', gcoord.GCJ02, gcoord.WGS84],
    ['wgs84', 'bd09', gcoord.WGS84, gcoord.BD09],
    ['bd09', 'gcj02', gcoord.BD09, gcoord.GCJ02],
  ] as const)('agrees all over the country: %s to %s', (crs, to, from, into) => {
    fc.assert(
      fc.property(inChina, ({ lng, lat }) => {
        const [x, y] = gcoord.transform([lng, lat], from, into);
        // It goes back from BD-09 in one step and stops at a decimetre in GCJ-02.
        expect(metresApart(convertLocation({ lng, lat, crs }, to), { lng: x, lat: y, crs: to })).toBeLessThan(0.5);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('there and back', () => {
  it('ends within a centimetre of where it began, from any system through any other', () => {
    fc.assert(
      fc.property(inChina, fc.constantFrom(...systems), (place, through) => {
        const back = convertLocation(convertLocation(place, through), place.crs);
        expect(metresApart(back, place)).toBeLessThan(0.01);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  it('comes to an end at every edge of the shifted area, and beyond', () => {
    for (const lng of [-180, 0, 72.003, 72.0041, 72.01, 137.83, 137.8348, 180]) {
      for (const lat of [-90, 0.8292, 0.8294, 35, 55.827, 55.8272, 90]) {
        const { lng: x, lat: y } = convertLocation({ lng, lat, crs: 'gcj02' }, 'wgs84');
        expect(Math.hypot(x - lng, y - lat)).toBeLessThan(0.1);
      }
    }
    const london: Location = { lng: -0.1276, lat: 51.5072, crs: 'wgs84' };
    expect(convertLocation(london, 'gcj02')).toEqual({ ...london, crs: 'gcj02' });
  });
});

it('takes cgcs2000 for wgs84, and leaves what it was given as it is', () => {
  const place: Location = Object.freeze({ lng: 112.98, lat: 28.19, crs: 'cgcs2000' });
  expect(convertLocation(place, 'wgs84')).toEqual({ lng: 112.98, lat: 28.19, crs: 'wgs84' });
  expect(convertLocation(place, 'gcj02')).toEqual(convertLocation({ ...place, crs: 'wgs84' }, 'gcj02'));
});

describe('a coordinate without a known system', () => {
  it.each([undefined, null, '', 'GPS', 'toString'])('%j is an error, never a guess', (crs) => {
    const place = { lng: 112.98, lat: 28.19, crs } as unknown as Location;
    expect(() => convertLocation(place, 'wgs84')).toThrow(PlaceError);
    expect(() => distanceM(place, place)).toThrow(/坐标系/);
    expect(() => positionsOf([{ location: place }], 'wgs84')).toThrow(expect.objectContaining({ code: 'no-crs' }) as Error);
  });
});

it('lays positions of many places side by side, in one system', () => {
  const [one, other]: Location[] = [
    { lng: 112.98, lat: 28.19, crs: 'gcj02' },
    { lng: 113, lat: 28, crs: 'wgs84' },
  ] as const satisfies Location[];
  const { lng, lat } = convertLocation(one, 'wgs84');
  expect([...positionsOf([{ location: one }, {}, { location: other }], 'wgs84')]).toEqual([lng, lat, NaN, NaN, 113, 28]);
});

describe('distance', () => {
  it.each([
    // A quarter of a great circle, a degree of the equator, over the date line, between the poles.
    [[0, 0], [90, 0], (Math.PI / 2) * 6371008.8],
    [[0, 0], [1, 0], (Math.PI / 180) * 6371008.8],
    [[179.5, 0], [-179.5, 0], (Math.PI / 180) * 6371008.8],
    [[20, 90], [70, -90], Math.PI * 6371008.8],
    [[112.98, 28.19], [112.98, 28.19], 0],
  ] as [[number, number], [number, number], number][])('%j to %j', ([lngA, latA], [lngB, latB], metres) => {
    const a: Location = { lng: lngA, lat: latA, crs: 'wgs84' };
    const b: Location = { lng: lngB, lat: latB, crs: 'wgs84' };
    expect(distanceM(a, b)).toBeCloseTo(metres, 3);
    expect(distanceM(b, a)).toBe(distanceM(a, b));
  });

  it('is none between two measurements of one place', () => {
    fc.assert(
      fc.property(inChina, fc.constantFrom(...systems), (place, crs) => {
        expect(distanceM(place, convertLocation(place, crs))).toBeLessThan(0.01);
      }),
      { seed: 6 },
    );
  });
});
