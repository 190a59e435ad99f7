import { describe, expect, it } from 'vitest';
import type { Region } from '../model/region.js';
import type { Site } from '../model/site.js';
import { coverage, groupByRegion, peoplePerSite } from './index.js';

const region = (code: string, level: Region['level']): Region => ({ code, name: code, level });
const cities = ['990100', '990200', '990300', '990400'].map((code) => region(code, 'city'));
const site = (id: string, code: string | undefined, rest: Partial<Site> = {}): Site => ({
  id,
  type: 'warm-home',
  name: id,
  address: '样例路1号',
  services: [],
  status: 'open',
  ...(code !== undefined && { region: code }),
  ...rest,
});

describe('sites by region', () => {
  it.each([
    ['990101', ['990000', '990100', '990101']],
    ['990100', ['990000', '990100']],
    ['990000', ['990000']],
    ['990101000000', ['990000', '990100', '990101']],
    ['990101001000', ['990000', '990100', '990101', '990101001000']],
    ['990101001002', ['990000', '990100', '990101', '990101001000']],
    ['990199', ['990000', '990100']],
    // Ruled by the province directly: in no city.
    ['999001', ['990000']],
    ['880101', []],
    [undefined, []],
  ])('%s lies in %j', (code, expected) => {
    const regions = [
      region('990000', 'province'),
      region('990100', 'city'),
      region('990101', 'county'),
      region('990101001000', 'township'),
      region('990200', 'city'),
    ];
    const { rows, unknown } = groupByRegion([site('a', code)], regions);
    expect(rows.filter(({ sites }) => sites.length > 0).map(({ region }) => region.code)).toEqual(expected);
    expect(unknown).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  it('takes a region of the county by twelve digits for the one by six', () => {
    expect(groupByRegion([site('a', '990101')], [region('990101000000', 'county')]).rows[0]!.sites).toHaveLength(1);
  });
});

describe('coverage', () => {
  const sites = [
    site('a', '990101'),
    site('b', '990102'),
    site('c', '990201', { status: 'suspended' }),
    site('d', '990301', { status: 'planned' }),
    site('e', '990401', { status: 'closed' }),
    site('f', '990301', { type: 'heart-station' }),
    site('g', undefined),
    site('h', '880101'),
    site('i', undefined, { type: 'heart-station' }),
  ];

  it('tells which regions have one yet, what is planned, and which sites lie nobody knows where', () => {
    const { reached, of, rows, unknown } = coverage(sites, cities, 'warm-home');
    expect([reached, of]).toEqual([2, 4]);
    expect(rows.map(({ region, count, planned }) => [region.code, count, planned])).toEqual([
      ['990100', 2, 0],
      ['990200', 1, 0],
      ['990300', 0, 1],
      ['990400', 0, 0],
    ]);
    expect(unknown.map(({ id }) => id)).toEqual(['g', 'h']);
  });

  it('of a type that nobody has is none of all, and of no regions none of none', () => {
    expect(coverage(sites, cities, '健康小屋')).toMatchObject({ reached: 0, of: 4, unknown: [] });
    expect(coverage(sites, [], 'warm-home')).toMatchObject({ reached: 0, of: 0, rows: [] });
  });
});

it('people per dispenser: how many share one, and how many are missing to 6000人/台', () => {
  const machines = ['990101', '990102', '990201'].map((code, at) => site(String(at), code, { type: 'contraceptive-dispenser' }));
  const rows = peoplePerSite(
    machines,
    [
      { region: cities[0]!, people: 12_000 },
      { region: cities[1]!, people: 12_001 },
      { region: cities[2]!, people: 6000 },
      { region: cities[3]!, people: 0 },
    ],
    'contraceptive-dispenser',
    6000,
  );
  expect(rows.map(({ count, peoplePerSite, missing }) => [count, peoplePerSite, missing])).toEqual([
    [2, 6000, 0],
    [1, 12_001, 2],
    [0, undefined, 1],
    [0, undefined, 0],
  ]);
});
