import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseLedger, parsePlan, parseSites, type Region, regionSchema, siteTypes, summarizeProgress } from '@fp-kit/sdk';
import { describe, expect, test } from 'vitest';
import { runFp } from '../../testing/capture.js';

const data = new URL('../../../../examples/data/', import.meta.url);
const file = (name: string): string => fileURLToPath(new URL(name, data));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, data), 'utf8'));

const plan = parsePlan(read('work-plan.plan.json'));
const actions = plan.tasks.flatMap((task) => task.actions);
const targets = actions.flatMap((action) => action.targets);

describe('the sample plan', () => {
  test('is what fp import makes of the sample document', async () => {
    const { code, out } = await runFp(['import', file('work-plan.txt')]);
    expect(code).toBe(0);
    // When the importer has learned something: npx fp import examples/data/work-plan.txt -o examples/data/work-plan.plan.json
    expect(out).toBe(await readFile(file('work-plan.plan.json'), 'utf8'));
  });

  test('has every structure that such documents have', () => {
    expect(new Set(plan.headings.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(targets.map(({ comparator }) => comparator))).toEqual(
      new Set(['atLeast', 'moreThan', 'atMost', 'exactly', 'between', 'about']),
    );
    expect(new Set(targets.map(({ force }) => force))).toEqual(new Set(['must', 'strive', 'encourage']));
    const units = targets.map(({ unit }) => unit);
    for (const unit of ['%', '‰', '/10万', '人次']) expect(units).toContain(unit);
    expect(new Set(plan.tasks.flatMap((task) => task.siteTypes))).toEqual(new Set(siteTypes));
    expect(plan.observances.map(({ date }) => date)).toEqual(['2026-05-15', '2026-05-10', '2026-05-29', '2026-07-11', '2026-12-01']);
    expect(plan).toMatchObject({
      kind: 'plan',
      issuer: { name: '苍岭省计划生育协会' },
      documentNumber: { text: '苍计生协〔2026〕3号' },
      issuedOn: '2026-03-06',
      period: { from: '2026-01-01', to: '2026-12-31' },
    });
  });
});

test('the sample sites show every type, and say that they are samples', () => {
  const { sites, note } = parseSites(read('sites.json'));
  expect(new Set(sites.map(({ type }) => type))).toEqual(new Set(siteTypes));
  expect(new Set(sites.map(({ status }) => status))).toEqual(new Set(['open', 'planned', 'suspended']));
  expect(note).toContain('虚构');
  for (const { name } of sites) expect(name).toMatch(/（样例）$/);
});

// An importer that finds one more action moves the ids behind it: this tells when the ledger has come to speak of something else.
test('the figures of the sample ledger belong to these sentences', () => {
  const { entries } = parseLedger(read('ledger.json'));
  const reported = new Set(entries.map(({ targetId }) => targetId));
  expect(targets.filter(({ id }) => reported.has(id)).map(({ quote }) => quote)).toEqual([
    '各级计生协每季度至少组织一次专题学习',
    '遴选优秀案例不少于6个',
    '全年召开全省会议控制在4次以内',
    '线上线下覆盖群众超过120万人次',
    '创建新型婚育文化示范点3-5个',
    '每个市州至少建成一个生育友好主题公园',
    '每个市州至少培育一个青春健康基地',
    '举办青春健康师资培训班2期',
    '培训师资约300人',
    '建设优生优育指导中心8个',
    '力争孕前优生健康检查目标人群覆盖率达到90%',
    '年内新建向日葵亲子小屋40个',
    '为0—3岁婴幼儿家庭提供养育照护指导5万人次以上',
    '计生特殊家庭家庭医生签约率达到100%',
    '新建省级暖心家园12个',
    '参保率达到95%以上',
    '法律咨询满意率不低于92%',
    '全年开展法律服务活动20场左右',
    '走访慰问流动人口家庭1.2万户',
    '10月底前签订协作协议2份',
    '年内建成省级家庭健康服务中心2-3个',
    '会员之家不少于100个',
    '服务阵地每周开放时间不少于35小时',
    '每半年开展一次消防和食品安全检查',
    '隐患整改率达到100%',
    '力争新增药具自助发放机200台',
    '免费药具发放量达到80万人次',
    '全省培训骨干指导员约1500人',
    '村级计生协换届完成率达到98%以上',
    '按常住人口人均不低于1.5元安排',
    '发展新会员3万名',
    '其中青年会员占比超过40%',
    '6月底前举办市县计生协秘书长培训班1期',
    '培训骨干不少于120人',
    '年底前注册会员突破50万人',
    '开展两次资金使用专项检查',
  ]);
  const without = entries.filter(({ targetId }) => targetId === undefined).map(({ actionId }) => actionId);
  expect(actions.filter(({ id }) => without.includes(id)).map(({ text }) => text.slice(0, 12))).toEqual([
    '加强宣传员队伍建设，用身',
    '4月底前开通维权服务热线',
    '支持符合条件的计生协承接',
    '6月底前完成全省计生协服',
    '建立“月调度、季通报、年',
  ]);
});

test('the sample ledger speaks of the sample plan, and makes a picture with something of everything', () => {
  const { entries } = parseLedger(read('ledger.json'));
  const known = new Set([plan.id, ...plan.tasks.map(({ id }) => id), ...actions.map(({ id }) => id), ...targets.map(({ id }) => id)]);
  for (const { planId, taskId, actionId, targetId } of entries) {
    for (const id of [planId, taskId, actionId, targetId]) if (id !== undefined) expect(known).toContain(id);
  }
  const { regions } = read('regions.json') as { regions: Region[] };
  for (const region of regions) expect(regionSchema.safeParse(region).success).toBe(true);

  const latest = entries
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1)!;
  const progress = summarizeProgress(plan, entries, { asOf: latest, regions });
  for (const state of ['done', 'inProgress', 'overdue', 'stopped', 'notReported'] as const)
    expect(progress.total[state]).toBeGreaterThan(0);
  expect(Object.values(progress.targets).flatMap(({ units }) => units?.total ?? [])).toContain(6);
});
