import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MadeTarget, type MadeTask, makePlan } from '../../testing/made-plan.js';
import { samplePlan } from '../../testing/sample.js';
import { comparePlans, describeComparison, type Plan, type TargetChange } from '../index.js';

const planOf = (...targets: MadeTarget[]): Plan => makePlan({ tasks: [{ title: '做好帮扶', area: 'family-support', targets }] });
const changesOf = (a: MadeTarget, b: MadeTarget): TargetChange[] => comparePlans(planOf(a), planOf(b)).targets;

const homes: MadeTarget = { measure: '省级暖心家园', min: 12, unit: '个' };
const rate: MadeTarget = { measure: '签约率', min: 95, unit: '%' };
const ceiling: MadeTarget = { measure: '全省会议', comparator: 'atMost', max: 4, unit: '次' };

describe('one target in two plans', () => {
  test.each<[string, MadeTarget, Partial<MadeTarget>, TargetChange['change'], string[]]>([
    ['a higher floor', homes, { min: 15 }, 'stricter', []],
    ['a lower floor', homes, { min: 10 }, 'looser', []],
    ['a higher rate', rate, { min: 98 }, 'stricter', []],
    ['a lower ceiling', ceiling, { max: 3 }, 'stricter', []],
    ['a higher ceiling', ceiling, { max: 5 }, 'looser', []],
    ['the same rate in ‰', rate, { min: 950, unit: '‰' }, 'unchanged', []],
    ['places by another word', homes, { unit: '所' }, 'unchanged', []],
    [
      'fewer may die',
      { measure: '孕产妇死亡率', comparator: 'exactly', min: 12, max: 12, unit: '/10万' },
      { min: 10, max: 10 },
      'stricter',
      [],
    ],
    [
      'the fall of a rate',
      { measure: '死亡率', comparator: 'exactly', min: 10, max: 10, unit: '%', quote: '死亡率下降10%' },
      { min: 15, max: 15, quote: '死亡率下降15%' },
      'stricter',
      [],
    ],
    [
      'what a rate falls to',
      { measure: '误差率', comparator: 'exactly', min: 5, max: 5, unit: '%', quote: '误差率下降到5%' },
      { min: 3, max: 3, quote: '误差率下降到3%' },
      'stricter',
      [],
    ],
    [
      'fewer people to a machine',
      { measure: '发放机配备', comparator: 'exactly', min: 6000, max: 6000, unit: '人/台' },
      { min: 5000, max: 5000 },
      'stricter',
      [],
    ],
    ['a range that begins higher', { ...homes, comparator: 'between', min: 3, max: 5 }, { min: 4, max: 5 }, 'stricter', []],
    ['a range that ends higher', { ...homes, comparator: 'between', min: 3, max: 5 }, { max: 6 }, 'stricter', []],
    ['about, then at least', { ...homes, comparator: 'about', max: 12 }, { comparator: 'atLeast' }, 'stricter', ['comparator']],
    ['at least, then more than', homes, { comparator: 'moreThan' }, 'stricter', ['comparator']],
    ['the bare number, then at least', { ...homes, comparator: 'exactly', max: 12 }, { comparator: 'atLeast' }, 'changed', ['comparator']],
    ['a duty, then a wish', homes, { force: 'strive' }, 'looser', ['force']],
    ['a wish, then a duty', { ...homes, force: 'encourage' }, { force: 'must' }, 'stricter', ['force']],
    ['more, but no duty', homes, { min: 15, force: 'strive' }, 'changed', ['force']],
    ['of each city', homes, { scope: { each: 'city' } }, 'changed', ['scope']],
    ['a floor, then a ceiling', homes, { comparator: 'atMost', max: 12 }, 'changed', ['comparator']],
    ['people, then visits', { measure: '培训骨干指导员', min: 120, unit: '人' }, { unit: '人次' }, 'changed', ['unit']],
    ['no unit', homes, { unit: '' }, 'changed', ['unit']],
    ['nothing', homes, {}, 'unchanged', []],
    ['other words around the same noun', homes, { measure: '省级“暖心家园”项目点' }, 'unchanged', []],
  ])('%s', (_, target, difference, change, aspects) => {
    const { unit, ...rest } = { ...target, ...difference };
    const other = unit === '' || unit === undefined ? rest : { ...rest, unit };
    expect(changesOf(target, other)).toMatchObject([{ change, aspects }]);
  });

  test.each<[string, MadeTarget, MadeTarget]>([
    ['another grade', homes, { ...homes, measure: '市级暖心家园' }],
    ['another type of site', homes, { ...homes, measure: '会员之家' }],
    ['a training and those who are trained', { measure: '师资培训班', min: 2, unit: '期' }, { measure: '培训师资', min: 300, unit: '人' }],
  ])('%s is another target', (_, a, b) => {
    expect(changesOf(a, b).map(({ change }) => change)).toEqual(['dropped', 'added']);
  });
});

test('tasks go together by what they are about, whatever their number and their words of zeal', () => {
  const a = makePlan({
    tasks: [
      { title: '创新开展宣传教育工作', area: 'publicity' },
      { title: '大力开展优生优育指导', area: 'early-development' },
      { title: '扎实开展幸福工程项目', area: 'family-support' },
    ],
  });
  const b = makePlan({
    tasks: [
      { title: '优生优育指导', area: 'early-development' },
      { title: '加快升级网上阵地', area: 'other' },
      { title: '切实加强宣传倡导', area: 'publicity' },
    ],
  });
  const { kept, dropped, added } = comparePlans(a, b).tasks;
  expect(kept.map((task) => [task.a.id, task.b.id])).toEqual([
    ['1', '3'],
    ['2', '1'],
  ]);
  expect([dropped.map(({ id }) => id), added.map(({ id }) => id)]).toEqual([['3'], ['2']]);
});

test('a word and an area in common make no pair of two tasks whose texts share nothing', () => {
  const train = { title: '培训宣传员', area: 'publicity' as const, text: '面向村级骨干分批举办线上课程，结业考核合格后颁发证书。' };
  const serve = { title: '宣传服务', area: 'publicity' as const, text: '利用重要节日在广场设立咨询台，免费发放折页与日用品。' };
  expect(comparePlans(makePlan({ tasks: [train] }), makePlan({ tasks: [serve] })).tasks.kept).toEqual([]);
});

test('a target that has moved to another task is not lost', () => {
  const a = makePlan({ tasks: [{ title: '帮扶', targets: [homes] }, { title: '宣传' }] });
  const b = makePlan({ tasks: [{ title: '帮扶' }, { title: '宣传', targets: [homes] }] });
  expect(comparePlans(a, b).targets).toMatchObject([{ change: 'unchanged' }]);
});

test('key dates are told by their day', () => {
  const a = makePlan({
    tasks: [],
    days: [
      ['会员活动日', 5, 29],
      ['世界人口日', 7, 11],
    ],
  });
  const b = makePlan({
    tasks: [],
    days: [
      ['计生协会员活动日', 5, 29],
      ['国际家庭日', 5, 15],
    ],
  });
  const { kept, dropped, added } = comparePlans(a, b).keyDates;
  expect([kept, dropped, added].map((dates) => dates.map(({ name }) => name))).toEqual([['会员活动日'], ['世界人口日'], ['国际家庭日']]);
});

describe('in words', () => {
  const before = makePlan({
    title: '2025年工作要点',
    tasks: [
      { title: '深化帮扶', area: 'family-support', targets: [homes, { ...rate, force: 'strive' }, ceiling] },
      { title: '疫情防控', area: 'safety' },
    ],
    days: [['会员活动日', 5, 29]],
  });
  const after = makePlan({
    title: '2026年工作要点',
    tasks: [
      {
        title: '做好帮扶',
        area: 'family-support',
        targets: [{ ...homes, min: 15 }, rate, { ...ceiling, max: 5 }, { measure: '药具发放量', min: 3_500_000, unit: '人次' }],
      },
    ],
    days: [
      ['会员活动日', 5, 29],
      ['母亲节', 5, 10],
    ],
  });

  test('two years of one issuer', () => {
    expect(describeComparison(comparePlans(before, after))).toEqual([
      '对比 甲《2025年工作要点》、乙《2026年工作要点》',
      '任务：对应 1，不再列入 1',
      '  对应　深化帮扶 → 做好帮扶',
      '  不再列入　疫情防控',
      '量化目标：提高要求 2，降低要求 1，新增 1',
      '  提高要求　省级暖心家园：不少于12个 → 不少于15个',
      '  提高要求　签约率：力争不少于95% → 不少于95%（约束力不同）',
      '  降低要求　全省会议：不超过4次 → 不超过5次',
      '  新增　药具发放量：不少于350万人次',
      '活动日：对应 1，新增 1',
      '  新增　母亲节',
    ]);
    expect(describeComparison(comparePlans(before, after), 'en')).toEqual([
      'A “2025年工作要点” and B “2026年工作要点”',
      'Tasks: 1 kept, 1 dropped',
      '  kept: 深化帮扶 → 做好帮扶',
      '  dropped: 疫情防控',
      'Targets: 2 stricter, 1 looser, 1 added',
      '  stricter: 省级暖心家园: at least 12 个 → at least 15 个',
      '  stricter: 签约率: strive for at least 95% → at least 95% (other force)',
      '  looser: 全省会议: at most 4 次 → at most 5 次',
      '  added: 药具发放量: at least 3,500,000 人次',
      'Key dates: 1 kept, 1 added',
      '  added: 母亲节',
    ]);
  });

  test('two issuers stand side by side: neither has dropped what only the other has', () => {
    const other = { ...after, issuer: { name: '另一省计划生育协会' } };
    const lines = describeComparison(comparePlans(before, other));
    expect(lines).toContain('  乙更严　省级暖心家园：不少于12个 ↔ 不少于15个');
    expect(lines).toContain('  只见于甲　疫情防控');
    expect(lines.join()).not.toMatch(/新增|不再列入|→/);
    expect(describeComparison(comparePlans(before, other), 'en')).toContain('  only in A: 疫情防控');
  });

  test('nothing at all', () => {
    const empty = makePlan({ tasks: [] });
    expect(describeComparison(comparePlans(empty, empty)).slice(1)).toEqual([
      '任务：两份都没有',
      '量化目标：两份都没有',
      '活动日：两份都没有',
    ]);
  });

  test('scopes and ranges', () => {
    const a = { ...homes, comparator: 'between' as const, min: 3, max: 5 };
    const b = { ...homes, min: 1, scope: { each: 'city' } };
    expect(describeComparison(comparePlans(planOf(a), planOf(b)))).toContain(
      '  口径变化　省级暖心家园：3–5个 → 每个市州不少于1个（界限不同、范围不同）',
    );
    expect(describeComparison(comparePlans(planOf(a), planOf(b)), 'en')).toContain(
      '  changed: 省级暖心家园: 3–5 个 → at least 1 个 in each city (other bound, other scope)',
    );
  });
});

const target = fc.record({
  measure: fc.constantFrom('暖心家园', '省级暖心家园', '会员之家', '青春健康培训班', '培训班', '满意率', '云'),
  comparator: fc.constantFrom('atLeast' as const, 'moreThan' as const, 'exactly' as const, 'about' as const, 'atMost' as const),
  amount: fc.nat(20),
  unit: fc.constantFrom('个', '所', '期', '%', '‰', '人', '人次'),
  force: fc.constantFrom('must' as const, 'strive' as const, 'encourage' as const),
});
const task = fc.record({
  title: fc.constantFrom('加强党建', '加强党的领导', '深化改革', '推进改革', '优生优育指导', '优生优育服务', '云'),
  area: fc.constantFrom('party-building' as const, 'organization' as const, 'early-development' as const),
  targets: fc.array(target, { maxLength: 4 }),
});
const plan = fc
  .tuple(
    fc.array(task, { maxLength: 6 }),
    fc.subarray([
      ['会员活动日', 5, 29],
      ['世界人口日', 7, 11],
      ['母亲节', 5, 10],
    ] as const),
  )
  .map(([tasks, days]) =>
    makePlan({
      tasks: tasks.map(({ targets, ...rest }): MadeTask => ({
        ...rest,
        targets: targets.map(({ amount, comparator, ...about }) => ({
          ...about,
          comparator,
          ...(comparator === 'atMost' ? {} : { min: amount }),
          ...(comparator === 'atLeast' || comparator === 'moreThan' ? {} : { max: amount }),
        })),
      })),
      days: [...days],
    }),
  );

const mirrored = {
  added: 'dropped',
  dropped: 'added',
  stricter: 'looser',
  looser: 'stricter',
  changed: 'changed',
  unchanged: 'unchanged',
} as const;
const targetsAs = (changes: readonly TargetChange[], side: 'a' | 'b', mirror: boolean): string[] =>
  changes
    .map((change) => {
      const [mine, other] = [side, side === 'a' ? 'b' : 'a'] as const;
      const ids = [mine, other].map((key) => (change as Partial<Record<'a' | 'b', { id: string }>>)[key]?.id ?? '-');
      return [...ids, mirror ? mirrored[change.change] : change.change].join(' ');
    })
    .sort();

describe('whatever the plans', () => {
  test('a plan against itself: nothing is added, dropped or changed', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const { tasks, targets, keyDates } = comparePlans(one, one);
        expect([tasks.added, tasks.dropped, keyDates.added, keyDates.dropped]).toEqual([[], [], [], []]);
        for (const { a, b } of tasks.kept) expect(a).toEqual(b);
        for (const change of targets) {
          expect(change.change).toBe('unchanged');
          if (change.change === 'unchanged') expect(change.a).toEqual(change.b);
        }
      }),
    );
    expect(comparePlans(samplePlan(), samplePlan()).targets.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('the other way round, what was added is dropped and what was stricter is looser', () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const [there, back] = [comparePlans(a, b), comparePlans(b, a)];
        const pairs = ({ tasks }: typeof there, first: 'a' | 'b', second: 'a' | 'b') =>
          tasks.kept.map((kept) => `${kept[first].id} ${kept[second].id} ${kept.likeness}`).sort();
        expect(pairs(back, 'b', 'a')).toEqual(pairs(there, 'a', 'b'));
        expect(back.tasks.added).toEqual(there.tasks.dropped);
        expect(back.tasks.dropped).toEqual(there.tasks.added);
        expect(targetsAs(back.targets, 'b', true)).toEqual(targetsAs(there.targets, 'a', false));
        expect(back.keyDates.added).toEqual(there.keyDates.dropped);
      }),
    );
  });

  test('each task and each target stands in it once, and their order means nothing', () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const { tasks, targets } = comparePlans(a, b);
        const ids = (one: Plan) => one.tasks.map(({ id }) => id).sort();
        expect([...tasks.kept.map((kept) => kept.a.id), ...tasks.dropped.map(({ id }) => id)].sort()).toEqual(ids(a));
        expect([...tasks.kept.map((kept) => kept.b.id), ...tasks.added.map(({ id }) => id)].sort()).toEqual(ids(b));
        const ofPlan = (one: Plan) => one.tasks.flatMap((t) => t.actions.flatMap((action) => action.targets.map(({ id }) => id))).sort();
        expect(targets.flatMap((change) => ('a' in change ? [change.a.id] : [])).sort()).toEqual(ofPlan(a));
        expect(targets.flatMap((change) => ('b' in change ? [change.b.id] : [])).sort()).toEqual(ofPlan(b));

        const turned = comparePlans({ ...a, tasks: [...a.tasks].reverse() }, { ...b, tasks: [...b.tasks].reverse() });
        expect(targetsAs(turned.targets, 'a', false)).toEqual(targetsAs(targets, 'a', false));
      }),
    );
  });
});
