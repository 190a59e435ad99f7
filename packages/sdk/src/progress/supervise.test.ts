import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEntry, samplePlan } from '../../testing/sample.js';
import { type LedgerEntry, type Plan, type Region, supervise, type SuperviseOptions, supervisionSchema } from '../index.js';

const regions: Region[] = [
  { code: '990000', name: '样例省', level: 'province' },
  ...['990100', '990200', '990300'].map((code) => ({ code, name: `样例市${code}`, level: 'city' as const })),
];

function assigned(change: (plan: Plan) => void = () => undefined): Plan {
  const plan = samplePlan();
  plan.tasks[1]!.assignees = ['宣传部', '组织联络部'];
  change(plan);
  return plan;
}

function look(entries: Partial<LedgerEntry>[], options: Partial<SuperviseOptions> = {}, plan = assigned()) {
  return supervise(
    plan,
    entries.map((entry, index) => sampleEntry(index + 1, entry)),
    { asOf: '2026-06-30', ...options },
  );
}

const briefly = ({ items }: ReturnType<typeof look>) => items.map(({ kind, actionId, days }) => [kind, actionId, days]);
const homes = { actionId: '1.1.1', targetId: 'homes' };
const silentRest: Partial<LedgerEntry>[] = [
  { actionId: '1.1.2', status: 'done' },
  { actionId: '1.1.3', status: 'stopped' },
];

const inMay = [...silentRest, { ...homes, value: 3 }].map((entry) => ({ ...entry, asOf: '2026-05-30' }));

describe('what is chased, the most pressing first', () => {
  test.each<[string, Partial<LedgerEntry>[], string, unknown[]]>([
    ['past its day', [...silentRest, { ...homes, value: 3 }], '2026-07-03', [['overdue', '1.2.1', 3]]],
    ['on its day', [...silentRest, { ...homes, value: 3 }], '2026-06-30', [['dueSoon', '1.2.1', 0]]],
    ['30 days before it', inMay, '2026-05-31', [['dueSoon', '1.2.1', 30]]],
    ['31 days before it, silent since the beginning of the year', inMay, '2026-05-30', [['stagnant', '1.2.1', 149]]],
    [
      'behind, and due soon',
      [...silentRest, { ...homes, value: 0 }],
      '2026-06-30',
      [
        ['behind', '1.1.1', undefined],
        ['dueSoon', '1.2.1', 0],
      ],
    ],
    ['done and stopped', [...silentRest, { ...homes, value: 3 }, { taskId: '1.2', status: 'done' }], '2026-12-31', []],
    [
      'nobody reported',
      [],
      '2026-08-01',
      [
        ['overdue', '1.2.1', 32],
        ['stagnant', '1.1.1', 212],
        ['stagnant', '1.1.2', 212],
        ['stagnant', '1.1.3', 212],
      ],
    ],
    ['nobody reported, at the beginning of the year', [], '2026-01-15', []],
  ])('%s', (_, entries, asOf, expected) => {
    expect(briefly(look(entries, { asOf }))).toEqual(expected);
  });

  test('a broken ceiling stands there even when the action is ticked', () => {
    const plan = assigned(({ tasks }) => {
      const target = tasks[0]!.actions[0]!.targets[0]!;
      target.comparator = 'atMost';
      delete target.min;
    });
    const found = look([...silentRest, { ...homes, value: 6, status: 'done' }, { taskId: '1.2', status: 'done' }], {}, plan);
    expect(briefly(found)).toEqual([['overLimit', '1.1.1', undefined]]);
    expect(found.items[0]?.reason).toBe('已超过上限：已达到6个，目标不超过5个');
  });

  test('how soon and how long is asked', () => {
    const entries = [{ taskId: '1.2', actionId: '1.2.1', note: '已部署', asOf: '2026-06-01' }];
    expect(look(entries, { asOf: '2026-06-11', soonDays: 18 }).items.map(({ actionId }) => actionId)).not.toContain('1.2.1');
    expect(briefly(look(entries, { asOf: '2026-06-11', soonDays: 18, stagnantDays: 10 }))).toContainEqual(['stagnant', '1.2.1', 10]);
  });
});

describe('whose it is, and why', () => {
  test('the units of the task, else the issuer', () => {
    const { items } = look([], { asOf: '2026-08-01' });
    expect(items[0]?.units).toEqual(['宣传部', '组织联络部']);
    expect(items[1]?.units).toEqual(['样例省计划生育协会']);
  });

  test.each<[string, Partial<LedgerEntry>[], Partial<SuperviseOptions>, string]>([
    ['overdue', [], { asOf: '2026-07-03' }, '应于2026年6月30日前完成，已逾期3天，至今未报送'],
    ['overdue, in English', [], { asOf: '2026-07-01', lang: 'en' }, 'was due by 30 Jun 2026, 1 day ago, nothing reported'],
    ['due soon', [], { asOf: '2026-06-20' }, '应于2026年6月30日前完成，还剩10天，至今未报送'],
    [
      'stagnant',
      [{ taskId: '1.2', actionId: '1.2.1', note: '已部署', asOf: '2026-01-05' }],
      { asOf: '2026-04-05' },
      '自2026年1月5日起90天没有新的报送',
    ],
  ])('%s', (_, entries, options, reason) => {
    expect(look(entries, options).items.find(({ taskId }) => taskId === '1.2')?.reason).toBe(reason);
  });

  test('behind tells the figures', () => {
    expect(look([{ ...homes, value: 0 }]).items[0]?.reason).toBe('进度滞后：已达到0个，按工作日应达到1个，目标3–5个');
  });

  test('where some regions reported, the others are named', () => {
    const entries = [{ ...homes, region: '990100', value: 0 }];
    expect(look(entries, { regions }).items[0]).toMatchObject({
      actionId: '1.1.1',
      coverage: { reported: 1, total: 3 },
      silent: [regions[2], regions[3]],
    });
    expect(look(entries).items[0]).not.toHaveProperty('silent');
  });

  test('how many of how many reported', () => {
    expect(look([{ ...homes, value: 1 }])).toMatchObject({ total: 4, reported: 1 });
  });
});

test('whatever the ledger: each action once, in whatever order, as the schema says', () => {
  const entry = fc
    .record({
      n: fc.integer({ min: 1, max: 30 }),
      subject: fc.constantFrom<Partial<LedgerEntry>>({}, homes, { actionId: '1.1.2' }, { taskId: '1.2' }),
      status: fc.constantFrom<LedgerEntry['status'][]>('inProgress', 'done', 'stopped'),
      value: fc.integer({ min: 0, max: 9 }),
      month: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ n, subject, status, value, month }) =>
      sampleEntry(n, { ...subject, ...(status === undefined ? {} : { status }), value, asOf: `2026-0${month}-10` }),
    );
  const shuffled = fc
    .array(entry, { maxLength: 30 })
    .chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })),
    );
  fc.assert(
    fc.property(shuffled, ([entries, other]) => {
      const found = supervise(assigned(), entries, { asOf: '2026-09-30', regions });
      expect(supervise(assigned(), other, { asOf: '2026-09-30', regions })).toEqual(found);
      expect(supervisionSchema.safeParse(found).success).toBe(true);
      const ids = found.items.map(({ actionId }) => actionId);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
