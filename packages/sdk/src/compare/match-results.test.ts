import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MadeResult, type MadeTarget, makePlan } from '../../testing/made-plan.js';
import { describeMatch, matchResults, type Plan, siteTypeNames } from '../index.js';
import { regionAtStart } from './regions.js';
import { siteTypeIn } from './sites.js';

const planOf = (...targets: MadeTarget[]): Plan => makePlan({ tasks: [{ title: '做好帮扶', area: 'family-support', targets }] });
const reportOf = (...results: MadeResult[]): Plan =>
  makePlan({ kind: 'report', title: '样例报告', tasks: [{ title: '帮扶有成效', area: 'family-support', results }] });

const homes: MadeTarget = { measure: '省级暖心家园', min: 12, unit: '个' };

describe('one target, one result', () => {
  test.each<[string, MadeTarget, MadeResult, boolean | undefined]>([
    ['the same words', homes, { measure: '省级暖心家园', value: 12, unit: '个' }, true],
    ['and not enough', homes, { measure: '省级暖心家园', value: 11, unit: '个' }, false],
    ['places by another word', homes, { measure: '“暖心家园”', value: 15, unit: '所' }, true],
    [
      'people by another word',
      { measure: '家庭健康指导员', min: 90, unit: '名' },
      { measure: '骨干家庭健康指导员', value: 100, unit: '人' },
      true,
    ],
    [
      'a longer name of the site',
      { measure: '青春健康基地', min: 2, unit: '个' },
      { measure: '青春健康教育示范基地', value: 2, unit: '个' },
      true,
    ],
    ['a ceiling', { measure: '全省会议', comparator: 'atMost', max: 4, unit: '次' }, { measure: '全省会议', value: 5, unit: '次' }, false],
    [
      '% and ‰',
      { measure: '出生缺陷发生率', comparator: 'atMost', max: 12, unit: '‰' },
      { measure: '出生缺陷发生率', value: 1.1, unit: '%' },
      true,
    ],
    ['满意率 and 满意度', { measure: '群众满意率', min: 95, unit: '%' }, { measure: '群众满意度', value: 96, unit: '%' }, true],
    [
      'families by 户 and by 个',
      { measure: '走访慰问计生家庭', min: 500, unit: '户' },
      { measure: '慰问计生家庭', value: 600, unit: '个' },
      true,
    ],
    [
      'no unit on one side',
      { measure: '微信公众号浏览量', min: 100, unit: '人次' },
      { measure: '微信公众号浏览量', value: 200 },
      undefined,
    ],
    ['each of many', { ...homes, min: 1, scope: { each: 'city' } }, { measure: '省级暖心家园', value: 12, unit: '个' }, undefined],
    ['or higher', { measure: '省级以上暖心家园', min: 1, unit: '个' }, { measure: '国家级暖心家园', value: 1, unit: '个' }, true],
  ])('%s: they match', (_, target, result, met) => {
    const { matches, unansweredTargets, unusedResults } = matchResults(planOf(target), reportOf(result));
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ targetId: '1-t1', resultId: '1-r1' });
    expect(matches[0]!.met).toBe(met);
    expect([unansweredTargets, unusedResults]).toEqual([[], []]);
  });

  test.each<[string, MadeTarget, MadeResult]>([
    ['visits are no people', { measure: '培训骨干', min: 120, unit: '人' }, { measure: '培训骨干', value: 500, unit: '人次' }],
    ['money is no place', homes, { measure: '暖心家园', value: 500000, unit: '元' }],
    ['a grade below', homes, { measure: '市级暖心家园', value: 30, unit: '个' }],
    ['another type of site', { measure: '优生优育指导中心', min: 8, unit: '个' }, { measure: '家庭健康服务中心', value: 8, unit: '个' }],
    [
      'another rate of the same people',
      { measure: '免费避孕药具领取人群满意率', min: 90, unit: '%' },
      { measure: '免费避孕药具领取人群覆盖率', value: 95, unit: '%' },
    ],
    [
      'a short noun in a clause about something else',
      { measure: '会议', comparator: 'atMost', max: 4, unit: '次' },
      { measure: '培训', value: 6, unit: '次', quote: '会议期间培训6次' },
    ],
    ['nothing in common', { measure: '典型案例', min: 6, unit: '个' }, { measure: '主题公园', value: 6, unit: '个' }],
    ['a word that all documents use', { measure: '计生特殊家庭签约', min: 5, unit: '个' }, { measure: '家庭', value: 10000, unit: '个' }],
  ])('%s: nothing is said', (_, target, result) => {
    expect(matchResults(planOf(target), reportOf(result))).toEqual({
      matches: [],
      partial: [],
      unansweredTargets: ['1-t1'],
      unusedResults: ['1-r1'],
    });
  });
});

test('each target has its best result, none two', () => {
  const plan = planOf(homes, { measure: '心灵驿站', min: 30, unit: '个' }, { measure: '法律服务活动', min: 20, unit: '场' });
  const report = reportOf(
    { measure: '心灵驿站', value: 28, unit: '个' },
    { measure: '暖心家园活动', value: 300, unit: '场' },
    { measure: '暖心家园', value: 3, unit: '个' },
    { measure: '省级暖心家园', value: 12, unit: '个' },
  );
  const { matches, unansweredTargets, unusedResults } = matchResults(plan, report);
  expect(matches.map(({ targetId, resultId, met }) => [targetId, resultId, met])).toEqual([
    ['1-t1', '1-r4', true],
    ['1-t2', '1-r1', false],
  ]);
  expect([unansweredTargets, unusedResults]).toEqual([['1-t3'], ['1-r2', '1-r3']]);
});

describe('regions', () => {
  test.each([
    ['长沙市各级财政安排', '长沙市'],
    ['其中湘西州完成', '湘西州'],
    ['湘潭县、江永县等', '湘潭县'],
    ['在开福区', '开福区'],
    ['会同县建成', '会同县'],
    ['泸县建成', '泸县'],
    ['全州县建成', '全州县'],
    ['苍岭省计生协', '苍岭省'],
    ['全省建成', undefined],
    ['我省长沙市、株洲市等11个市州', undefined],
    ['各市州建成', undefined],
    ['每个市州至少一个', undefined],
    ['14个市州', undefined],
    ['建成市级示范点', undefined],
    ['县市区有27个', undefined],
    ['发挥省计生协作用', undefined],
    ['积极推动省、市、县', undefined],
    ['城市社区建成', undefined],
    ['试点县建成', undefined],
    ['会同省司法厅', undefined],
    ['入区项目建成', undefined],
    ['', undefined],
  ])('%s: %s', (clause, name) => {
    expect(regionAtStart(clause)).toBe(name);
  });

  const cityHomes: MadeResult = { measure: '省级暖心家园', value: 12, unit: '个', quote: '云岫市建成省级暖心家园12个' };

  test('what one city reached does not answer for the province, and that is said', () => {
    const { matches, partial, unansweredTargets, unusedResults } = matchResults(planOf(homes), reportOf(cityHomes));
    expect([matches, unansweredTargets, unusedResults]).toEqual([[], ['1-t1'], ['1-r1']]);
    expect(partial).toMatchObject([{ targetId: '1-t1', resultId: '1-r1', reason: { region: '云岫市' } }]);
    expect(partial[0]).not.toHaveProperty('met');
    expect(describeMatch(partial[0]!, 'zh-CN')).toContain('只是云岫市的数字，不能代表全部');
    expect(describeMatch(partial[0]!, 'en')).toContain('the figure of 云岫市 alone');
  });

  test('a city named at the head of the sentence holds for its later clauses', () => {
    const report = makePlan({
      kind: 'report',
      tasks: [{ title: '帮扶', text: '云岫市增加经费，', results: [{ measure: '省级暖心家园', value: 12, unit: '个' }] }],
    });
    expect(matchResults(planOf(homes), report).partial).toHaveLength(1);
  });

  test("but it answers the city's own plan", () => {
    const plan = makePlan({ issuer: '云岫市计划生育协会', tasks: [{ title: '帮扶', targets: [homes] }] });
    expect(matchResults(plan, reportOf(cityHomes))).toMatchObject({ matches: [{ met: true }], partial: [] });
  });
});

describe('what makes a figure doubtful', () => {
  const inYear = (plan: Plan, year: number): Plan => ({ ...plan, period: { from: `${year}-01-01`, to: `${year}-12-31` } });
  const full = { measure: '省级暖心家园', value: 13, unit: '个' };

  test('other years lower the score, are said, and leave open whether the target is met', () => {
    const [match] = matchResults(inYear(planOf(homes), 2026), inYear(reportOf(full), 2021)).matches;
    const [sure] = matchResults(inYear(planOf(homes), 2026), inYear(reportOf(full), 2026)).matches;
    expect(match!.score).toBeLessThan(0.65);
    expect(match!.reason.years).toEqual({ plan: '2026', report: '2021' });
    expect(match).not.toHaveProperty('met');
    expect(describeMatch(match!)).toContain('计划是2026年的，数字是2021年的');
    expect(describeMatch(match!, 'en')).toContain('the plan is for 2026, the figure from 2021');
    expect(sure).toMatchObject({ score: 1, met: true });
    expect(sure!.reason).not.toHaveProperty('years');
  });

  test('a plan for several years has those of its report among them', () => {
    const plan = { ...planOf(homes), period: { from: '2024-01-01', to: '2026-12-31' } };
    expect(matchResults(plan, inYear(reportOf(full), 2025)).matches).toMatchObject([{ score: 1, met: true }]);
    expect(matchResults(plan, inYear(reportOf(full), 2023)).matches[0]!.reason.years).toEqual({ plan: '2024—2026', report: '2023' });
  });

  test.each<[quote: string, isDoubtful: boolean]>([
    ['建成省级暖心家园13个', true],
    ['省级暖心家园累计达到13个', true],
    ['新建省级暖心家园13个', false],
    ['全年建成省级暖心家园13个', false],
  ])('新建 is asked for, and the report says %s', (quote, isDoubtful) => {
    const plan = planOf({ ...homes, quote: '新建省级暖心家园12个' });
    const [match] = matchResults(plan, reportOf({ ...full, quote })).matches;
    expect(match!.reason.stock).toBe(isDoubtful ? true : undefined);
    expect(match!.score < 1).toBe(isDoubtful);
    expect(match!.met).toBe(isDoubtful ? undefined : true);
    expect(describeMatch(match!).includes('没说是不是新增的')).toBe(isDoubtful);
  });
});

test('words around the amount count less, and only where the clause has one amount', () => {
  const plan = planOf({ measure: '生育关怀宣传', min: 1, unit: '次' });
  const alone = reportOf({ measure: '直播', value: 2, unit: '场', quote: '以生育关怀宣传为主题开展直播2场' });
  expect(matchResults(plan, alone).matches).toMatchObject([{ reason: { sharedIn: 'clause', shared: '生育关怀宣传' } }]);
  const quote = '以生育关怀宣传为主题开展直播2场、讲座3场';
  const both = reportOf({ measure: '直播', value: 2, unit: '场', quote }, { measure: '讲座', value: 3, unit: '场', quote });
  expect(matchResults(plan, both).matches).toEqual([]);
});

test('the reason is one line, in both languages', () => {
  const [match] = matchResults(planOf(homes), reportOf({ measure: '暖心家园', value: 12, unit: '所' })).matches;
  expect(describeMatch(match!)).toBe('都说“暖心家园”，单位相通，同一工作领域，已达到，把握 79%');
  expect(describeMatch(match!, 'en')).toBe('both say “暖心家园”, compatible units, same work area, target met, 79% sure');
  const [each] = matchResults(
    planOf({ ...homes, scope: { each: 'city' } }),
    reportOf({ measure: '暖心家园', value: 12, unit: '个' }),
  ).matches;
  expect(describeMatch(each!)).toContain('目标按每个市州计，总数看不出是否都有');
  expect(describeMatch(each!, 'en')).toContain('the target is for each city');
});

test('every known type of site is told by its own name', () => {
  for (const [type, name] of Object.entries(siteTypeNames)) expect(siteTypeIn(`省级“${name}”`)).toBe(type);
});

const measures = ['暖心家园', '省级暖心家园', '心灵驿站', '会员之家', '培训班', '青春健康培训班', '满意率', '覆盖率', '志愿者队伍', '云'];
const units = ['个', '所', '期', '人', '人次', '%', '元'];
const amount = fc.record({ measure: fc.constantFrom(...measures), unit: fc.constantFrom(...units), value: fc.nat(50) });
const lists = fc.array(fc.array(amount, { maxLength: 5 }), { maxLength: 5 });
const tasksOf = (list: { measure: string; unit: string; value: number }[][], kind: 'targets' | 'results') =>
  list.map((amounts, index) => ({
    id: `t${index}`,
    title: `任务${index}`,
    [kind]: amounts.map(({ measure, unit, value }) => ({ measure, unit, [kind === 'targets' ? 'min' : 'value']: value })),
  }));

describe('whatever the documents', () => {
  test('matches are one to one, and everything is in its list', () => {
    fc.assert(
      fc.property(lists, lists, (wanted, reached) => {
        const [plan, report] = [makePlan({ tasks: tasksOf(wanted, 'targets') }), makePlan({ tasks: tasksOf(reached, 'results') })];
        const { matches, unansweredTargets, unusedResults } = matchResults(plan, report);
        const targets = [...matches.map(({ targetId }) => targetId), ...unansweredTargets];
        const results = [...matches.map(({ resultId }) => resultId), ...unusedResults];
        const inPlan = plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.targets.map(({ id }) => id)));
        const inReport = report.tasks.flatMap((task) => task.actions.flatMap((action) => action.results.map(({ id }) => id)));
        expect(targets.sort()).toEqual(inPlan.sort());
        expect(results.sort()).toEqual(inReport.sort());
        for (const { score } of matches) expect(score >= 0.45 && score <= 1).toBe(true);
      }),
    );
  });

  test('the order of the tasks means nothing', () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(), (wanted, reached, turn) => {
        const turned = (plan: Plan): Plan => {
          const at = plan.tasks.length === 0 ? 0 : turn % plan.tasks.length;
          return { ...plan, tasks: [...plan.tasks.slice(at), ...plan.tasks.slice(0, at)].reverse() };
        };
        const [plan, report] = [makePlan({ tasks: tasksOf(wanted, 'targets') }), makePlan({ tasks: tasksOf(reached, 'results') })];
        const sorted = ({ matches }: ReturnType<typeof matchResults>) => [...matches].sort((a, b) => (a.targetId < b.targetId ? -1 : 1));
        expect(sorted(matchResults(turned(plan), turned(report)))).toEqual(sorted(matchResults(plan, report)));
      }),
    );
  });
});

test('the work grows with the documents, not with their product', () => {
  const time = (size: number): number => {
    // All alike but for a number, and all of them the same word on every page.
    const many = Array.from({ length: size }, (_, n) => ({ measure: `暖心家园${n}号点`, unit: '个', min: n, value: n }));
    const [plan, report] = [
      makePlan({ tasks: [{ title: '一', targets: many }] }),
      makePlan({ tasks: [{ title: '一', results: many.map(({ measure, unit, value }) => ({ measure, unit, value })) }] }),
    ];
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      matchResults(plan, report);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  const [small, large] = [time(1000), time(8000)];
  // Eight times the size: 64 times the work if every target met every result. Half of that leaves room for a busy machine.
  expect(large / small).toBeLessThan(32);
});
