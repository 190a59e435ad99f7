import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryId, sampleEntry, samplePlan } from '../../testing/sample.js';
import { type LedgerEntry, rank, type RankOptions, rankingSchema, type Region } from '../index.js';

const cities = ['990100', '990200', '990300', '990400'];
const regions: Region[] = [
  { code: '990000', name: '样例省', level: 'province' },
  ...cities.map((code) => ({ code, name: `样例市${code}`, level: 'city' as const })),
  { code: '990101', name: '样例区', level: 'county' },
];
const plan = samplePlan();
const rate = { actionId: '1.1.3', targetId: 'rate' };
const homes = { actionId: '1.1.1', targetId: 'homes' };
const byRate: RankOptions['measures'] = [{ by: 'target', targetId: 'rate' }];

function order(entries: Partial<LedgerEntry>[], options: Partial<RankOptions> = {}) {
  return rank(
    plan,
    entries.map((entry, index) => sampleEntry(index + 1, entry)),
    { asOf: '2026-06-30', regions, ...options },
  );
}

const places = ({ rows }: ReturnType<typeof order>) => rows.map(({ rank: place, region, score }) => [place, region.code, score]);

describe('by a rate', () => {
  const entries = [
    { ...rate, region: '990100', numerator: 9, denominator: 10 },
    { ...rate, region: '990200', numerator: 90, denominator: 100 },
    { ...rate, region: '990300', numerator: 99, denominator: 100 },
  ];

  test('equal rates share a rank, and the next is passed over', () => {
    const last = { ...rate, region: '990400', numerator: 1, denominator: 2 };
    const { rows } = order([...entries, last], { measures: byRate });
    expect(rows.map(({ rank: place, tied, region }) => [place, tied, region.code])).toEqual([
      [1, false, '990300'],
      [2, true, '990100'],
      [2, true, '990200'],
      [4, false, '990400'],
    ]);
    expect(rows[1]?.parts).toEqual([{ numerator: 9, denominator: 10, rate: 0.9 }]);
  });

  test('who did not report is named, and not the last', () => {
    const found = order(entries, { measures: byRate });
    expect(found.unranked).toEqual([{ region: regions[4], reason: 'notReported' }]);
    expect(found.coverage).toEqual({ reported: 3, total: 4 });
  });

  test('a rate without its parts cannot be ranked', () => {
    const found = order([...entries, { ...rate, region: '990400', value: 99.9 }], { measures: byRate });
    expect(found.unranked).toEqual([{ region: regions[4], reason: 'noDenominator' }]);
    expect(found.coverage).toEqual({ reported: 4, total: 4 });
  });

  test('a city is the sum of its counties, unless it reports itself', () => {
    const counties = [
      { ...rate, region: '990101', numerator: 1, denominator: 10 },
      { ...rate, region: '990102', numerator: 80, denominator: 90 },
    ];
    expect(order(counties, { measures: byRate }).rows[0]?.parts[0]).toMatchObject({ numerator: 81, denominator: 100 });
    const own = { ...rate, region: '990100', numerator: 5, denominator: 10 };
    expect(order([...counties, own], { measures: byRate }).rows[0]?.parts[0]).toMatchObject({ numerator: 5, denominator: 10 });
  });

  test('what should be low is ranked from the lowest', () => {
    const lower = samplePlan();
    Object.assign(lower.tasks[0]!.actions[2]!.targets[0]!, { comparator: 'atMost', max: 5, unit: '‰' });
    const found = rank(
      lower,
      entries.map((entry, index) => sampleEntry(index + 1, entry)),
      { asOf: '2026-06-30', regions, measures: byRate },
    );
    expect(found.rows.map(({ region }) => region.code)).toEqual(['990100', '990200', '990300']);
    expect(found.method).toContain('从低到高');
  });
});

describe('by amounts and shares', () => {
  test('an amount is ranked against what each was to reach', () => {
    const entries = [
      { ...homes, region: '990100', value: 4 },
      { ...homes, region: '990200', value: 2 },
      { ...homes, region: '990300', value: 9 },
    ];
    const found = order(entries, { measures: [{ by: 'target', targetId: 'homes', allotted: { '990100': 5, '990200': 2 } }] });
    expect(places(found)).toEqual([
      [1, '990200', 1],
      [2, '990100', 0.8],
    ]);
    expect(found.unranked.map(({ reason }) => reason)).toEqual(['noDenominator', 'notReported']);
  });

  test.each([
    ['a bare count', [{ by: 'target', targetId: 'homes' }], 'no-denominator'],
    ['a target that is not there', [{ by: 'target', targetId: 'none' }], 'unknown-target'],
  ] as const)('never %s', (_, measures, code) => {
    expect(() => order([], { measures })).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('by actions done, and by actions reported on', () => {
    const entries: Partial<LedgerEntry>[] = [
      { actionId: '1.1.1', status: 'done', region: '990100' },
      { actionId: '1.1.2', status: 'inProgress', region: '990100' },
      { actionId: '1.1.2', status: 'inProgress', region: '990200' },
    ];
    expect(places(order(entries))).toEqual([
      [1, '990100', 0.25],
      [2, '990200', 0],
    ]);
    expect(places(order(entries, { measures: [{ by: 'reporting' }] }))[0]).toEqual([1, '990100', 0.5]);
  });

  test('a weighted score shows its weights', () => {
    const entries: Partial<LedgerEntry>[] = [
      { ...rate, region: '990100', numerator: 8, denominator: 10, status: 'done' },
      { ...rate, region: '990200', numerator: 9, denominator: 10 },
    ];
    const found = order(entries, {
      measures: [
        { by: 'target', targetId: 'rate', weight: 3 },
        { by: 'completion', weight: 1 },
      ],
    });
    expect(found.measures.map(({ label, share }) => [label, share])).toEqual([
      ['满意度', 0.75],
      ['举措完成率', 0.25],
    ]);
    expect(places(found)).toEqual([
      [1, '990200', 0.675],
      [2, '990100', 0.6625],
    ]);
    expect(found.method).toContain('满意度75%、举措完成率25%');
  });
});

describe('what is printed with it', () => {
  test('who came late, by the first report, corrected or not', () => {
    const entries = [
      { ...rate, region: '990100', numerator: 1, denominator: 2, asOf: '2026-05-31', recordedAt: '2026-06-05T18:00:00+08:00' },
      {
        ...rate,
        region: '990100',
        numerator: 2,
        denominator: 2,
        asOf: '2026-05-31',
        recordedAt: '2026-06-20T18:00:00+08:00',
        supersedes: entryId(1),
      },
      { ...rate, region: '990200', numerator: 1, denominator: 2, asOf: '2026-05-31', recordedAt: '2026-06-06T00:10:00+08:00' },
    ];
    expect(order(entries, { measures: byRate, closesOn: '2026-06-05' }).late).toEqual([
      { region: regions[2], recordedOn: '2026-06-06' },
      { region: regions[3] },
      { region: regions[4] },
    ]);
  });

  test('who came late is told by what each recorded first, on its own clock', () => {
    const at = (recordedAt: string): Partial<LedgerEntry> => ({ ...rate, region: '990100', asOf: '2026-05-31', recordedAt });
    const entries = [at('2026-06-06T00:10:00+08:00'), at('2026-06-05T23:30:00-02:00'), at('2026-06-07T00:00:00+08:00')];
    const late = (given: Partial<RankOptions>, of = entries) => order(of, { measures: byRate, closesOn: '2026-06-05', ...given }).late[0];
    expect(late({})).toEqual({ region: regions[1], recordedOn: '2026-06-06' });
    const [first, ...rest] = entries.map((entry, index) => sampleEntry(index + 1, entry));
    expect(late({ first: [first!] }, rest)).toEqual(late({}));
  });

  test('the ranks of an earlier day', () => {
    const entries = [
      { ...rate, region: '990100', numerator: 5, denominator: 10, asOf: '2026-04-30' },
      { ...rate, region: '990200', numerator: 6, denominator: 10, asOf: '2026-04-30' },
      { ...rate, region: '990100', numerator: 7, denominator: 10, asOf: '2026-05-31' },
      { ...rate, region: '990300', numerator: 1, denominator: 10, asOf: '2026-05-31' },
    ];
    const { rows } = order(entries, { measures: byRate, since: '2026-04-30' });
    expect(rows.map(({ previous }) => previous)).toEqual([{ rank: 2, score: 0.5 }, { rank: 1, score: 0.6 }, undefined]);
  });

  test('the method, in words', () => {
    expect(order([], { lang: 'zh-CN' }).method).toBe(
      '按举措完成率从高到低排列，比率为分子除以分母；数据截至2026年6月30日，4个地区中0个参与排名；比率相同者名次并列，未报送或缺分母的地区单列，不作零计。',
    );
    expect(order([], { lang: 'en' }).method).toContain('0 of 4 regions are ranked');
  });
});

test('whatever the ledger: no region is lost, order means nothing, ranks follow the rates', () => {
  const entry = fc
    .tuple(
      fc.constantFrom(...cities, '990101', '990202'),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 40 }),
    )
    .map(([region, numerator, denominator, n]) => sampleEntry(n, { ...rate, region, numerator, denominator }));
  const shuffled = fc
    .array(entry, { maxLength: 20 })
    .chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })),
    );
  fc.assert(
    fc.property(shuffled, ([entries, other]) => {
      const options: RankOptions = { asOf: '2026-06-30', regions, measures: byRate };
      const found = rank(plan, entries, options);
      expect(rank(plan, [...other, ...other], options)).toEqual(found);
      expect(rankingSchema.safeParse(found).success).toBe(true);
      expect([...found.rows, ...found.unranked].map(({ region }) => region.code).sort()).toEqual(cities);
      for (const row of found.rows) {
        expect(row.rank).toBe(found.rows.filter(({ score }) => score > row.score).length + 1);
        expect(row.tied).toBe(found.rows.some((one) => one !== row && one.score === row.score));
      }
    }),
  );
});
