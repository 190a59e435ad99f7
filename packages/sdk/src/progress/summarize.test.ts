import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryId, sampleEntry, samplePlan } from '../../testing/sample.js';
import {
  createSummarizer,
  type LedgerEntry,
  type Pace,
  type Plan,
  type Progress,
  progressSchema,
  type ProgressState,
  type Region,
  summarizeProgress,
} from '../index.js';

const asOf = '2026-06-30';
const plan = samplePlan();
const cities = ['990100', '990200', '990300'];
const regions: Region[] = [
  { code: '990000', name: '样例省', level: 'province' },
  ...cities.map((code) => ({ code, name: `样例市${code}`, level: 'city' as const })),
];

const homes = { actionId: '1.1.1', targetId: 'homes' };
const bases = { actionId: '1.1.2', targetId: 'bases' };
const rate = { actionId: '1.1.3', targetId: 'rate' };

function sum(entries: Partial<LedgerEntry>[], options: { asOf?: string; regions?: Region[]; plan?: Plan } = {}): Progress {
  return summarizeProgress(
    options.plan ?? plan,
    entries.map((entry, index) => sampleEntry(index + 1, entry)),
    { asOf: options.asOf ?? asOf, ...(options.regions === undefined ? {} : { regions: options.regions }) },
  );
}

function withTarget(change: Partial<Plan['tasks'][number]['actions'][number]['targets'][number]>): Plan {
  const changed = samplePlan();
  Object.assign(changed.tasks[0]!.actions[0]!.targets[0]!, change);
  return changed;
}

describe('nothing reported', () => {
  test('is not reported, and not zero', () => {
    const progress = sum([]);
    expect(progress.total).toEqual({ total: 4, reported: 0, done: 0, inProgress: 0, overdue: 0, stopped: 0, notReported: 4 });
    expect(progress.targets).toEqual({ homes: { state: 'notReported' }, bases: { state: 'notReported' }, rate: { state: 'notReported' } });
    expect(progress.tasks['1.1']?.state).toBe('notReported');
  });

  test('sections count the tasks below them', () => {
    const { sections } = sum([]);
    expect(Object.entries(sections).map(([id, { total }]) => [id, total])).toEqual([
      ['1', 4],
      ['1.1', 3],
      ['1.2', 1],
    ]);
  });

  test('past its due day it is overdue; on the day it is not', () => {
    expect(sum([], { asOf: '2026-06-30' }).actions['1.2.1']).toEqual({ state: 'notReported' });
    const late = sum([], { asOf: '2026-07-01' });
    expect(late.actions['1.2.1']).toEqual({ state: 'overdue' });
    expect(late.tasks['1.2']?.state).toBe('overdue');
    expect(late.total).toMatchObject({ overdue: 1, notReported: 3, reported: 0 });
  });
});

describe('the state of an action', () => {
  const day = (n: number) => ({ asOf: `2026-06-${String(n).padStart(2, '0')}` });

  test.each<[string, Partial<LedgerEntry>[], string]>([
    ['a status', [{ actionId: '1.1.1', status: 'done' }], 'done'],
    [
      'the newest status',
      [
        { actionId: '1.1.1', status: 'done', ...day(2) },
        { actionId: '1.1.1', status: 'stopped', ...day(3) },
      ],
      'stopped',
    ],
    ['a note alone', [{ actionId: '1.1.1', note: '已开会部署' }], 'inProgress'],
    ['a figure short of the target', [{ ...homes, value: 2 }], 'inProgress'],
    ['a figure that meets it', [{ ...homes, value: 3 }], 'done'],
    ['a figure for the action with one target', [{ actionId: '1.1.1', value: 3 }], 'done'],
    [
      'in progress, then a figure that meets it',
      [
        { ...homes, status: 'inProgress', ...day(1) },
        { ...homes, value: 4, ...day(9) },
      ],
      'done',
    ],
    [
      'a figure that meets it, then in progress',
      [
        { ...homes, value: 4, ...day(1) },
        { ...homes, status: 'inProgress', ...day(9) },
      ],
      'inProgress',
    ],
    [
      'stopped, and figures after it',
      [
        { ...homes, status: 'stopped', ...day(1) },
        { ...homes, value: 1, ...day(9) },
      ],
      'stopped',
    ],
    ['the task as a whole', [{ status: 'done' }], 'done'],
    [
      'its own word before that of the task',
      [
        { status: 'done', ...day(9) },
        { ...homes, value: 1, ...day(1) },
      ],
      'inProgress',
    ],
    [
      'one region done, another not',
      [
        { actionId: '1.1.1', status: 'done', region: cities[0]! },
        { actionId: '1.1.1', status: 'inProgress', region: cities[1]! },
      ],
      'inProgress',
    ],
    ['all that report done', cities.map((region) => ({ actionId: '1.1.1', status: 'done' as const, region })), 'done'],
    [
      'the issuer before a region',
      [
        { actionId: '1.1.1', status: 'done', ...day(1) },
        { actionId: '1.1.1', status: 'inProgress', region: cities[0]!, ...day(9) },
      ],
      'done',
    ],
  ])('%s', (_, entries, state) => {
    expect(sum(entries).actions['1.1.1']?.state).toBe(state);
  });

  test('where the regions are known, one of three is not all', () => {
    const entries = [{ actionId: '1.1.1', status: 'done' as const, region: cities[0]! }];
    expect(sum(entries).actions['1.1.1']?.state).toBe('done');
    expect(sum(entries, { regions }).actions['1.1.1']?.state).toBe('inProgress');
  });

  test('done late is done', () => {
    const progress = sum([{ taskId: '1.2', actionId: '1.2.1', status: 'done', asOf: '2026-07-05' }], { asOf: '2026-08-01' });
    expect(progress.actions['1.2.1']).toEqual({ state: 'done', asOf: '2026-07-05' });
  });

  test('a task is done when its actions are, stopped ones aside', () => {
    const entries: Partial<LedgerEntry>[] = [
      { actionId: '1.1.1', status: 'done' },
      { actionId: '1.1.2', status: 'stopped' },
    ];
    expect(sum(entries).tasks['1.1']?.state).toBe('inProgress');
    expect(sum([...entries, { actionId: '1.1.3', status: 'done' }]).tasks['1.1']?.state).toBe('done');
    expect(sum([{ status: 'stopped' }]).tasks['1.1']?.state).toBe('stopped');
  });
});

describe('the figures of a target', () => {
  test('amounts add up over regions, each with its newest', () => {
    const entries = [
      { ...homes, region: '990100', value: 1, asOf: '2026-03-01' },
      { ...homes, region: '990100', value: 2, asOf: '2026-06-01' },
      { ...homes, region: '990200', value: 1, asOf: '2026-05-01' },
    ];
    expect(sum(entries).targets['homes']).toMatchObject({ state: 'done', reached: 3, asOf: '2026-06-01' });
  });

  test('a county inside a city that reports is not counted again', () => {
    const entries = [
      { ...homes, region: '990100', value: 2 },
      { ...homes, region: '990102', value: 1 },
      { ...homes, region: '990102001000', value: 1 },
      { ...homes, region: '990203', value: 1 },
    ];
    expect(sum(entries).targets['homes']?.reached).toBe(3);
  });

  test.each([
    ['newer', '2026-06-10', 5],
    ['of the same day', '2026-06-01', 5],
    ['older', '2026-05-01', 2],
  ])("the issuer's own figure, %s than the regions'", (_, day, reached) => {
    const entries = [
      { ...homes, region: '990100', value: 2, asOf: '2026-06-01' },
      { ...homes, value: 5, asOf: day },
    ];
    expect(sum(entries).targets['homes']?.reached).toBe(reached);
  });

  test("the issuer's region is the issuer", () => {
    const own = { ...samplePlan(), issuer: { name: '样例省计划生育协会', region: '990000' } };
    const entries = [
      { ...homes, region: '990100', value: 2, asOf: '2026-05-01' },
      { ...homes, region: '990000', value: 4 },
    ];
    expect(sum(entries, { plan: own }).targets['homes']?.reached).toBe(4);
  });

  test('a rate is the sum of numerators over the sum of denominators', () => {
    const entries = [
      { ...rate, region: '990100', numerator: 90, denominator: 100 },
      { ...rate, region: '990200', numerator: 880, denominator: 900 },
      // Without its parts it cannot be rolled up.
      { ...rate, region: '990300', value: 10 },
    ];
    expect(sum(entries).targets['rate']).toMatchObject({ state: 'done', reached: 97, asOf: '2026-06-01' });
  });

  test.each([
    ['‰', 12],
    ['人/10万', 1200],
    ['/10万', 1200],
  ])('a rate in %s', (unit, reached) => {
    const entries = [{ ...homes, numerator: 12, denominator: 1000 }];
    expect(sum(entries, { plan: withTarget({ unit }) }).targets['homes']?.reached).toBe(reached);
  });

  test('a rate given as a value is taken as it is', () => {
    expect(sum([{ ...rate, value: 94.9 }]).targets['rate']).toMatchObject({ state: 'inProgress', reached: 94.9 });
    expect(sum([{ ...rate, value: 95 }]).targets['rate']).toMatchObject({ state: 'done', reached: 95 });
  });

  test('the parts of a rate are no figure of an amount, and hide none', () => {
    const entries = [
      { ...homes, region: '990100', value: 2, asOf: '2026-05-01' },
      { ...homes, numerator: 1, denominator: 2 },
    ];
    expect(sum(entries).targets['homes']).toMatchObject({ state: 'inProgress', reached: 2, asOf: '2026-05-01' });
    expect(sum(entries.slice(1)).targets['homes']).toEqual({ state: 'notReported' });
  });

  test('each city counts as a unit, out of those that exist', () => {
    const entries = [
      { ...bases, region: '990100', value: 2 },
      { ...bases, region: '990200', value: 0 },
      { ...bases, region: '999999', value: 5 },
    ];
    expect(sum(entries, { regions }).targets['bases']).toMatchObject({
      state: 'inProgress',
      units: { met: 1, reported: 2, total: 3 },
      asOf: '2026-06-01',
    });
    expect(sum(entries).targets['bases']?.units).toEqual({ met: 2, reported: 3 });
    const all = cities.map((region) => ({ ...bases, region, value: 1 }));
    expect(sum(all, { regions }).targets['bases']?.state).toBe('done');
    // Who exists is not known, so that all have met it cannot be.
    expect(sum(all).targets['bases']?.state).toBe('inProgress');
  });

  test.each<[Plan['tasks'][number]['actions'][number]['targets'][number]['comparator'], number, boolean]>([
    ['atLeast', 3, true],
    ['atLeast', 2.9, false],
    ['moreThan', 3, false],
    ['moreThan', 3.1, true],
    ['atMost', 5, true],
    ['atMost', 5.1, false],
    ['lessThan', 5, false],
    ['lessThan', 4.9, true],
    ['exactly', 2, false],
    ['exactly', 3, true],
    ['exactly', 4, true],
    ['between', 2, false],
    ['between', 3, true],
    ['between', 6, true],
    ['about', 2.6, false],
    ['about', 2.7, true],
  ])('%s: %d', (comparator, value, isMet) => {
    const { targets } = sum([{ ...homes, value }], { plan: withTarget({ comparator }), asOf: '2026-12-31' });
    expect(targets['homes']?.state).toBe(isMet ? 'done' : 'inProgress');
  });

  test.each(['atMost', 'lessThan'] as const)('%s is kept only when the year is over', (comparator) => {
    const ceiling = withTarget({ comparator });
    expect(sum([{ ...homes, value: 2 }], { plan: ceiling, asOf: '2026-12-30' }).actions['1.1.1']?.state).toBe('inProgress');
    expect(sum([{ ...homes, value: 2 }], { plan: ceiling, asOf: '2026-12-31' }).actions['1.1.1']?.state).toBe('done');
  });

  test('a ceiling with a due day is kept on that day', () => {
    const ceiling = withTarget({ comparator: 'atMost', due: '2026-06-15' });
    expect(sum([{ ...homes, value: 2 }], { plan: ceiling }).targets['homes']?.state).toBe('done');
  });

  test('late where it is not met, unless the action is done or stopped', () => {
    const due = withTarget({ due: '2026-06-15' });
    expect(sum([{ ...homes, value: 1 }], { plan: due }).targets['homes']).toMatchObject({
      state: 'overdue',
      reached: 1,
      asOf: '2026-06-01',
    });
    expect(sum([{ ...homes, value: 1, status: 'done' }], { plan: due }).targets['homes']?.state).toBe('inProgress');
    expect(sum([{ ...homes, value: 1, status: 'stopped' }], { plan: due }).targets['homes']?.state).toBe('stopped');
    expect(sum([{ ...homes, value: 3 }], { plan: due }).targets['homes']?.state).toBe('done');
  });
});

describe('what the figures say within the state', () => {
  // 120 of the 248 working days of 2026 are gone by then.
  const half = { asOf: '2026-06-30' };

  test.each<[string, Partial<Plan['tasks'][number]['actions'][number]['targets'][number]>, number, ProgressState, Pace | undefined]>([
    ['as much as the days gone let expect', {}, 2, 'inProgress', 'onTrack'],
    ['as many whole things', {}, 1, 'inProgress', 'onTrack'],
    ['less', { min: 5, max: undefined }, 1, 'inProgress', 'behind'],
    ['less, by a part of what can be divided', { unit: '万元' }, 1, 'inProgress', 'behind'],
    ['nothing yet, and said so', {}, 0, 'inProgress', 'behind'],
    ['the goal', {}, 3, 'done', undefined],
    ['all of a range', {}, 5, 'done', undefined],
    ['beyond a range', {}, 6, 'done', 'exceeded'],
    ['beyond a floor', { comparator: 'atLeast', max: undefined }, 4, 'done', 'exceeded'],
    ['past its day', { due: '2026-06-15' }, 1, 'overdue', undefined],
    ['a ceiling that holds', { comparator: 'atMost', min: undefined }, 5, 'inProgress', undefined],
    ['a ceiling that is broken', { comparator: 'atMost', min: undefined }, 6, 'inProgress', 'overLimit'],
    ['a ceiling that excludes its number', { comparator: 'lessThan', min: undefined }, 5, 'inProgress', 'overLimit'],
    ['a broken ceiling whose day has come', { comparator: 'atMost', min: undefined, due: '2026-06-15' }, 6, 'overdue', 'overLimit'],
    ['a rate, which does not grow with the days', { unit: '%' }, 1, 'inProgress', undefined],
  ])('%s', (_, change, value, state, pace) => {
    const progress = sum([{ ...homes, value }], { plan: withTarget(change), ...half });
    const { targets, actions, tasks } = progress;
    expect([targets['homes']?.state, targets['homes']?.pace]).toEqual([state, pace]);
    if (state !== 'overdue') expect(actions['1.1.1']?.pace).toBe(pace);
    if (pace === 'behind' || pace === 'overLimit') expect(tasks['1.1']?.pace).toBe(pace);
  });

  test('expected and ratio are told beside it, and nothing of what is not reported', () => {
    expect(sum([{ ...homes, value: 2 }], half).targets['homes']).toMatchObject({ expected: 1, ratio: 2 / 3 });
    expect(sum([], half).targets['homes']).toEqual({ state: 'notReported' });
  });

  test('beyond the published calendar nothing is expected', () => {
    const far = { ...samplePlan(), period: { from: '2031-01-01', to: '2031-12-31' } };
    const progress = sum([{ ...homes, value: 1, asOf: '2031-05-01' }], { plan: far, asOf: '2031-06-30' });
    expect(progress.targets['homes']).toEqual({ state: 'inProgress', reached: 1, ratio: 1 / 3, asOf: '2031-05-01' });
  });
});

describe('what is asked of each quarter', () => {
  const quarterly = withTarget({ comparator: 'atLeast', min: 3, max: undefined, unit: '篇', scope: { each: '季度' } });
  const reports = (...values: [asOf: string, value: number][]) => values.map(([day, value]) => ({ ...homes, value, asOf: day }));
  const of = (entries: Partial<LedgerEntry>[], day: string) => sum(entries, { plan: quarterly, asOf: day }).targets['homes'];

  test("one quarter's three are not the year's", () => {
    expect(of(reports(['2026-03-20', 3]), '2026-03-31')).toMatchObject({
      state: 'inProgress',
      pace: 'onTrack',
      reached: 3,
      units: { met: 1, reported: 1, total: 4 },
    });
  });

  test('reports count from the beginning of the year: a quarter has what came on top', () => {
    const year = reports(['2026-03-20', 3], ['2026-06-20', 5], ['2026-09-20', 8], ['2026-12-20', 11]);
    expect(of(year, '2026-07-01')).toMatchObject({ pace: 'behind', units: { met: 1, reported: 2, total: 4 } });
    expect(of(year, '2026-12-31')).toMatchObject({ state: 'inProgress', reached: 11, units: { met: 3, reported: 4, total: 4 } });
    const met = reports(['2026-03-20', 3], ['2026-06-20', 6], ['2026-09-20', 9], ['2026-12-20', 12]);
    expect(of(met, '2026-12-31')).toMatchObject({ state: 'done', ratio: 1, units: { met: 4, reported: 4, total: 4 } });
  });

  test('a quarter that nobody reported has not met it, whatever came later', () => {
    expect(of(reports(['2026-06-20', 12]), '2026-07-01')).toMatchObject({ units: { met: 1, reported: 1, total: 4 }, pace: 'behind' });
  });

  test.each([
    ['月', 12],
    ['每月', 12],
    ['半年', 2],
    ['年', 1],
  ])('每%s', (each, total) => {
    const one = withTarget({ comparator: 'atLeast', min: 1, max: undefined, scope: { each } });
    expect(sum([{ ...homes, value: 1 }], { plan: one }).targets['homes']?.units).toEqual({ met: 1, reported: 1, total });
  });

  test('what is asked of each of something else has no sum over regions', () => {
    const each = withTarget({ comparator: 'atLeast', min: 1.5, max: undefined, unit: '元', scope: { each: '人' } });
    const entries = [
      { ...homes, region: '990100', value: 1 },
      { ...homes, region: '990200', value: 1 },
    ];
    const target = sum(entries, { plan: each, regions }).targets['homes'];
    expect(target).toMatchObject({ state: 'inProgress', coverage: { reported: 2, total: 3 } });
    expect(target).not.toHaveProperty('reached');
  });
});

describe('who reported', () => {
  const two = [
    { ...homes, region: '990100', value: 1 },
    { ...homes, region: '990202', value: 1 },
  ];

  test('a sum says how many regions it holds, and of how many', () => {
    const progress = sum(two, { regions });
    expect(progress.targets['homes']).toMatchObject({ reached: 2, coverage: { reported: 1, total: 3 } });
    expect(progress.actions['1.1.1']?.coverage).toEqual({ reported: 1, total: 3 });
    expect(progress.coverage).toEqual({ reported: 1, total: 3 });
    expect(sum(two).targets['homes']?.coverage).toEqual({ reported: 2 });
  });

  test('each region has its own count; what lies below it is its own', () => {
    const ticked = [...two, { taskId: '1.2', actionId: '1.2.1', status: 'done' as const, region: '990202' }];
    expect(sum(ticked, { regions }).regions).toEqual({
      '990000': { total: 4, reported: 2, done: 1, asOf: '2026-06-01' },
      '990100': { total: 4, reported: 1, done: 0, asOf: '2026-06-01' },
      '990200': { total: 4, reported: 2, done: 1, asOf: '2026-06-01' },
      '990300': { total: 4, reported: 0, done: 0 },
    });
  });

  test('a city that has its base has done what is asked of each city', () => {
    expect(sum([{ ...bases, region: '990100', value: 1 }], { regions }).regions?.['990100']).toMatchObject({ reported: 1, done: 1 });
    expect(sum([{ ...bases, region: '990100', value: 0 }], { regions }).regions?.['990100']).toMatchObject({ reported: 1, done: 0 });
  });
});

describe('what a ledger may hold', () => {
  test('a corrected entry does not count, nor does a corrected correction', () => {
    const entries = [
      { ...homes, region: '990100', value: 50 },
      { ...homes, region: '990100', value: 5, asOf: '2026-05-01', supersedes: entryId(1) },
      { ...homes, region: '990100', value: 4, asOf: '2026-04-01', supersedes: entryId(2) },
    ];
    expect(sum(entries).targets['homes']).toMatchObject({ state: 'done', reached: 4, asOf: '2026-04-01' });
  });

  test('a correction that states nothing withdraws', () => {
    expect(
      sum([
        { ...homes, value: 4 },
        { ...homes, supersedes: entryId(1), note: '误报' },
      ]).total.reported,
    ).toBe(0);
  });

  test('a correction from after the day is not yet seen', () => {
    const entries = [
      { ...homes, value: 1 },
      { ...homes, value: 2, asOf: '2026-07-01', supersedes: entryId(1) },
    ];
    expect(sum(entries).targets['homes']?.reached).toBe(1);
    expect(sum(entries, { asOf: '2026-07-01' }).targets['homes']?.reached).toBe(2);
  });

  test.each<[string, Partial<LedgerEntry>]>([
    ['another plan', { planId: 'other' }],
    ['an unknown task', { taskId: '9' }],
    ['an unknown action', { actionId: '9' }],
    ['an unknown target', { targetId: 'none' }],
    ['an action of another task', { taskId: '1.2', actionId: '1.1.1' }],
    ['a target of another action', { actionId: '1.1.2', targetId: 'homes' }],
    ['a day to come', { actionId: '1.1.1', asOf: '2026-07-01' }],
  ])('passed over: %s', (_, entry) => {
    expect(sum([{ status: 'done', ...entry }])).toEqual(sum([]));
  });
});

describe('whatever the ledger', () => {
  const entry = fc
    .record(
      {
        n: fc.integer({ min: 1, max: 30 }),
        subject: fc.constantFrom<Partial<LedgerEntry>>(
          {},
          { actionId: '1.1.1' },
          homes,
          bases,
          rate,
          { targetId: 'rate' },
          { taskId: '1.2' },
          { taskId: 'none' },
        ),
        region: fc.constantFrom('990100', '990101', '990200', '990300'),
        status: fc.constantFrom('inProgress', 'done', 'stopped'),
        value: fc.double({ min: 0, max: 100, noNaN: true }),
        parts: fc.record({ numerator: fc.integer({ min: 0, max: 50 }), denominator: fc.integer({ min: 1, max: 50 }) }),
        day: fc.integer({ min: 1, max: 31 }),
        supersedes: fc.integer({ min: 1, max: 30 }),
      },
      { requiredKeys: ['n', 'subject', 'day'] },
    )
    .map(({ n, subject, day, supersedes, parts, ...rest }) =>
      sampleEntry(n, {
        ...rest,
        ...subject,
        ...parts,
        asOf: `2026-${day > 28 ? '07' : '06'}-${String(day > 28 ? day - 28 : day).padStart(2, '0')}`,
        ...(supersedes === undefined ? {} : { supersedes: entryId(supersedes) }),
      }),
    );
  const ledger = fc.array(entry, { maxLength: 40 });
  const known = fc.constantFrom(undefined, regions);
  const summarize = (entries: LedgerEntry[], given: Region[] | undefined) =>
    summarizeProgress(plan, entries, { asOf, ...(given === undefined ? {} : { regions: given }) });

  test('order means nothing', () => {
    const shuffled = ledger.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, known, ([entries, other], given) => {
        expect(summarize(other, given)).toEqual(summarize(entries, given));
      }),
    );
  });

  test('entries that are repeated, or from after the day, change nothing', () => {
    fc.assert(
      fc.property(ledger, known, (entries, given) => {
        const seen = entries.filter((one) => one.asOf <= asOf);
        expect(summarize([...entries, ...entries], given)).toEqual(summarize(seen, given));
      }),
    );
  });

  test('a correction takes out what it corrects, also where the plan no longer has what it names', () => {
    fc.assert(
      fc.property(ledger, known, (entries, given) => {
        const once = [...new Map(entries.map((one) => [one.id, one])).values()];
        const dropped = once.map((one) => (one.supersedes === undefined ? one : { ...one, taskId: 'dropped' }));
        const withdrawn = once.map((one) =>
          one.supersedes === undefined ? one : sampleEntry(0, { id: one.id, asOf: one.asOf, supersedes: one.supersedes }),
        );
        expect(summarize(dropped, given)).toEqual(summarize(withdrawn, given));
      }),
    );
  });

  test('tallies add up, and the result is what the schema says', () => {
    fc.assert(
      fc.property(ledger, known, (entries, given) => {
        const progress = summarize(entries, given);
        expect(progressSchema.safeParse(progress).success).toBe(true);
        const tallies = [progress.total, ...Object.values(progress.sections), ...Object.values(progress.tasks).map(({ tally }) => tally)];
        for (const { total, reported, ...states } of tallies) {
          expect(Object.values(states).reduce((all, one) => all + one, 0)).toBe(total);
          expect(reported).toBeLessThanOrEqual(total);
        }
        expect(progress.total).toEqual(progress.sections['1']);
        for (const { total, reported, done } of Object.values(progress.regions ?? {})) {
          expect(total).toBe(progress.total.total);
          expect(done).toBeLessThanOrEqual(reported);
        }
        for (const [id, { state }] of Object.entries(progress.targets)) {
          if (state === 'notReported') expect(progress.targets[id]).toEqual({ state });
        }
      }),
    );
  });

  test('a sum that goes on is the sum from the beginning', () => {
    fc.assert(
      fc.property(fc.array(ledger, { maxLength: 5 }), known, (parts, given) => {
        const goOn = createSummarizer(plan, { asOf, ...(given === undefined ? {} : { regions: given }) });
        let entries: LedgerEntry[] = [];
        for (const part of parts) {
          // Something comes, something goes.
          entries = [...entries.slice(1), ...part];
          expect(goOn(entries)).toEqual(summarize(entries, given));
        }
      }),
    );
  });

  test('a sum over regions is the sum of what each of them reported last', () => {
    const amounts = fc.array(fc.tuple(fc.constantFrom(...cities), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 28 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(amounts, (reports) => {
        const last = new Map<string, { value: number; day: number }>();
        for (const [region, value, day] of reports) {
          if (day >= (last.get(region)?.day ?? 0)) last.set(region, { value, day });
        }
        const entries = reports.map(([region, value, day], index) =>
          sampleEntry(index + 1, { ...homes, region, value, asOf: `2026-06-${String(day).padStart(2, '0')}` }),
        );
        const { reached, coverage } = summarize(entries, regions).targets['homes']!;
        expect(reached).toBe([...last.values()].reduce((all, { value }) => all + value, 0));
        expect(coverage).toEqual({ reported: last.size, total: cities.length });
      }),
    );
  });

  test('the ledger and the plan stay as they were', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const before = structuredClone(entries);
        summarize(entries, regions);
        expect(entries).toEqual(before);
        expect(plan).toEqual(samplePlan());
      }),
    );
  });
});
