import { coverage, parseOpeningHours, parseSites } from '@fp-kit/sdk';
import { expect, it } from 'vitest';
import { samplePositions, sampleSites } from '../examples/data/sample-sites.mjs';
import listed from '../examples/data/regions.json' with { type: 'json' };

it('makes the sites of a province, the same every time, each marked as a sample and with hours that can be read', () => {
  const { sites } = parseSites(sampleSites());
  expect(sites).toHaveLength(3000);
  expect(sampleSites().sites).toEqual(sampleSites().sites);
  expect(sites.filter(({ name }) => !name.endsWith('（样例）'))).toEqual([]);
  expect(new Set(sites.map(({ openingHours }) => openingHours)).size).toBeGreaterThan(4);
  expect(sites.filter(({ openingHours }) => !parseOpeningHours(openingHours!))).toEqual([]);
  const cities = listed.regions.filter(({ level }) => level === 'city') as Parameters<typeof coverage>[1];
  expect(coverage(sites, cities, 'warm-home')).toMatchObject({ reached: 6, of: 6, unknown: [] });
});

it('makes the positions of 100 000', () => {
  const positions = samplePositions(100_000);
  expect(positions).toHaveLength(200_000);
  expect(positions.every((degrees, at) => (at % 2 ? degrees > 30 && degrees < 34 : degrees > 107 && degrees < 110))).toBe(true);
});
