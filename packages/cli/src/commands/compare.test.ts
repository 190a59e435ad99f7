import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PlanComparison, ResultMatching } from '@fp-kit/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePlan } from '../../../sdk/testing/made-plan.js';
import { sampleSnapshot } from '../../../sdk/testing/sample.js';
import { makeFolder, runFp } from '../../testing/capture.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';

const homes = { measure: '省级暖心家园', unit: '个' };
const before = makePlan({ title: '2025年工作要点', tasks: [{ title: '做好帮扶', targets: [{ ...homes, min: 12 }] }] });
const after = makePlan({ title: '2026年工作要点', tasks: [{ title: '做好帮扶', targets: [{ ...homes, min: 15 }] }] });
const report = makePlan({
  title: '2026年工作报告',
  kind: 'report',
  tasks: [
    {
      title: '帮扶有成效',
      results: [
        { ...homes, value: 16 },
        { ...homes, value: 4, quote: '云岫市建成省级暖心家园4个' },
      ],
    },
  ],
});
const document = `样例省计划生育协会2026年工作要点
一、做好帮扶
（一）建好阵地。新建省级暖心家园15个。
（二）开展培训。举办师资培训班2期。
`;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder({
    'before.json': JSON.stringify(before),
    'after.json': JSON.stringify(after),
    'report.json': JSON.stringify(report),
    'snapshot.json': JSON.stringify(sampleSnapshot()),
    'plan.txt': document,
    'sites.json': '{ "sites": [] }',
    'broken.json': '{ "format": }',
    'empty.txt': '',
  });
});
afterEach(() => folder.remove());

describe('fp compare', () => {
  test('says in lines what is new and what is gone', async () => {
    expect(await runFp(['compare', folder.path('before.json'), folder.path('after.json')])).toEqual({
      code: 0,
      out:
        '对比 甲《2025年工作要点》、乙《2026年工作要点》\n任务：对应 1\n量化目标：提高要求 1\n' +
        '  提高要求　省级暖心家园：不少于12个 → 不少于15个\n活动日：两份都没有\n',
      err: '',
    });
    const { out } = await runFp(['compare', folder.path('after.json'), folder.path('before.json')], { lang: 'en' });
    expect(out).toContain('  looser: 省级暖心家园: at least 15 个 → at least 12 个\n');
  });

  test('--json is the data', async () => {
    const { out } = await runFp(['compare', '--json', folder.path('before.json'), folder.path('after.json')]);
    const { targets } = JSON.parse(out) as PlanComparison;
    expect(targets).toMatchObject([{ change: 'stricter', a: { min: 12 }, b: { min: 15 } }]);
  });

  test('takes documents, snapshots and standard input as well as plans', async () => {
    const fromDocument = await runFp(['compare', folder.path('after.json'), folder.path('plan.txt')]);
    expect(fromDocument.code).toBe(0);
    expect(fromDocument.out).toContain('师资培训班');
    expect(fromDocument.err).toMatch(/plan\.txt：2 项任务、/);
    expect((await runFp(['compare', '-', folder.path('snapshot.json')], { stdin: document })).code).toBe(0);
    expect((await runFp(['compare', folder.path('before.json'), '-'], { stdin: JSON.stringify(after) })).out).toContain('提高要求 1');
  });
});

describe('fp match', () => {
  test('says for each target what answers it, and why', async () => {
    const { code, out, err } = await runFp(['match', folder.path('after.json'), folder.path('report.json')]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      '计划《2026年工作要点》有 1 个量化目标，《2026年工作报告》有 2 项已完成情况，对应上 1 个目标',
      '1-t1 省级暖心家园15个',
      '  = 1-r1 省级暖心家园 16个',
      '    “省级暖心家园16个”',
      expect.stringMatching(/^ {4}都说“省级暖心家园”，同是暖心家园，单位相同，已达到，把握 \d+%$/) as string,
      '  ~ 1-r2 省级暖心家园 4个',
      '    “云岫市建成省级暖心家园4个”',
      expect.stringContaining('只是云岫市的数字，不能代表全部') as string,
      '',
    ]);
  });

  test('and where nothing does', async () => {
    const { out } = await runFp(['match', folder.path('after.json'), folder.path('before.json')], { lang: 'en' });
    expect(out.split('\n').slice(1)).toEqual(['1-t1 省级暖心家园15个', '    no result answers it', '']);
  });

  test('--json is the data', async () => {
    const { out } = await runFp(['match', folder.path('after.json'), folder.path('report.json'), '--json']);
    expect(JSON.parse(out) as ResultMatching).toMatchObject({
      matches: [{ targetId: '1-t1', resultId: '1-r1', met: true }],
      unansweredTargets: [],
      unusedResults: ['1-r2'],
    });
  });
});

describe.each(['compare', 'match'])('fp %s', (command) => {
  test('help', async () => {
    const key = command === 'compare' ? 'compareHelp' : 'matchHelp';
    expect(await runFp([command, '--help'])).toEqual({ code: 0, out: zhCN[key], err: '' });
    expect(await runFp([command, 'a', '-h'], { lang: 'en' })).toEqual({ code: 0, out: en[key], err: '' });
  });

  test.each([[[]], [['a']], [['a', '']], [['a', 'b', 'c']], [['a', 'b', '--yaml']], [['a', 'b', '--json=yes']], [['-', '-']]])(
    'wrong usage: %j',
    async (args) => {
      const { code, out, err } = await runFp([command, ...args]);
      expect([code, out]).toEqual([2, '']);
      expect(err.split('\n')).toEqual([expect.stringMatching(/^fp: ./), command === 'compare' ? zhCN.compareUsage : zhCN.matchUsage, '']);
    },
  );

  test.each([
    ['none.txt', '没有这个文件'],
    ['sites.json', 'format'],
    ['broken.json', 'JSON 语法错误'],
    ['empty.txt', 'empty.txt: '],
  ])('%s is refused in one line', async (name, words) => {
    const { code, out, err } = await runFp([command, folder.path('before.json'), folder.path(name)]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^fp: .*\n$/);
    expect(err).toContain(words);
  });
});

// Real documents stand beside the repository where they may be read; they are not part of it.
const seeds = fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const seed = (prefix: string) => seeds + readdirSync(seeds).find((name) => name.startsWith(prefix))!;

describe('real documents', () => {
  beforeEach((context) => {
    if (!existsSync(seeds)) context.skip('the real documents (../shared/seeds) are not here');
  });

  test('the plans of two provinces: the same subjects go together, no target does', async () => {
    const { out } = await runFp(['compare', seed('001'), seed('002'), '--json']);
    const { tasks, targets, keyDates } = JSON.parse(out) as PlanComparison;
    const kept = tasks.kept.map(({ a, b }) => `${a.id} ${b.id}`);
    // The party's lead, reform, the epidemic, publicity, early development, warm hearts, family health.
    for (const pair of ['1 1', '2 2', '3 3', '4 4', '6 7', '7 8', '8 5']) expect(kept).toContain(pair);
    // The mothers' project and the contraceptives are a matter of one province.
    expect(tasks.dropped.map(({ id }) => id)).toEqual(expect.arrayContaining(['11', '12']));
    expect(new Set(targets.map(({ change }) => change))).toEqual(new Set(['added', 'dropped']));
    expect(keyDates.kept.map(({ id }) => id)).toEqual(['members-day']);
  });

  test('a plan against itself', async () => {
    const { out } = await runFp(['compare', seed('001'), seed('001'), '--json']);
    const { tasks, targets } = JSON.parse(out) as PlanComparison;
    expect([tasks.added, tasks.dropped]).toEqual([[], []]);
    expect(new Set(targets.map(({ change }) => change))).toEqual(new Set(['unchanged']));
  });

  test("the report of a province and its plan: the homes of 每个市州 are found, and one city's are not taken for them", async () => {
    const { out } = await runFp(['match', seed('002'), seed('004'), '--json']);
    const { matches, unansweredTargets, unusedResults } = JSON.parse(out) as ResultMatching;
    expect(matches).toMatchObject([{ reason: { shared: '暖心家园', siteType: 'warm-home', each: 'city' } }]);
    // Whether each city has one, a total does not tell.
    expect(matches[0]).not.toHaveProperty('met');
    expect(unansweredTargets).toHaveLength(3);
    expect(unusedResults.length).toBeGreaterThan(80);
    const report = JSON.parse((await runFp(['import', seed('004')])).out) as typeof before;
    const answer = report.tasks
      .flatMap((task) => task.actions.flatMap((action) => action.results))
      .find(({ id }) => id === matches[0]!.resultId);
    expect(answer).toMatchObject({ value: 5, unit: '个' });
    expect(answer!.quote).not.toContain('市级');
  });
});

test('the sample plan against a small changed copy, as the documentation shows it', async () => {
  const sample = fileURLToPath(new URL('../../../../examples/data/work-plan.txt', import.meta.url));
  const changed = (await readFile(sample, 'utf8'))
    .replaceAll('2026年', '2027年')
    .replace('新建省级暖心家园12个', '新建省级暖心家园15个')
    .replace('控制在4次以内', '控制在6次以内')
    .replace('签约率达到100%', '签约率力争达到100%')
    .replace('发展新会员3万名', '发展新会员')
    .replace('母亲节、', '');
  const { path, remove } = await makeFolder({ 'next.txt': changed });
  const { out } = await runFp(['compare', sample, path('next.txt')]);
  await remove();
  const lines = out.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('  '))).toEqual([
    '  提高要求　省级暖心家园：12个 → 15个',
    '  降低要求　会议：不超过4次 → 不超过6次',
    '  降低要求　计生特殊家庭家庭医生签约率：不少于100% → 力争不少于100%（约束力不同）',
    '  不再列入　新会员：3万名',
    '  不再列入　母亲节',
  ]);
  expect(lines[1]).toMatch(/^任务：对应 \d+$/);
  expect(lines.find((line) => line.startsWith('量化目标'))).toMatch(/^量化目标：提高要求 1，降低要求 2，不再列入 1，不变 \d+$/);
});
