import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '@fp-kit/server';
import { newPglite } from '../../../server/testing/pglite.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gb18030Of } from '../../../document/testing/gb18030.js';
import { type Formatted, xlsx } from '../../../document/testing/xlsx.js';
import { runFp } from '../../testing/capture.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';

const plan = 'plan-d43958178005';
const example = (name: string) => fileURLToPath(new URL(`../../../../examples/data/${name}`, import.meta.url));
const header = ['任务', '举措', '量化目标', '行政区划代码', '状态', '数值', '单位', '说明', '数据截至', '报送单位', '台账编号', '更正'];

let folder = '';
let data = '';
let row: Record<string, string | number | Formatted> = {};
const path = (name: string) => join(folder, name);
const table = (...changes: (typeof row)[]) =>
  xlsx([header, ...changes.map((change) => header.map((column) => ({ ...row, ...change })[column] ?? ''))]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fp-cli-ledger-'));
  data = path('store');
  for (const name of ['work-plan.plan.json', 'regions.json']) await cp(example(name), path(name));
  // What `fp serve` leaves behind: a store with a plan and the regions.
  await newPglite(join(data, 'pglite'));
  await (await startServer({ folder, data, port: 0 })).stop();
  const { tasks } = JSON.parse(await readFile(path('work-plan.plan.json'), 'utf8')) as {
    tasks: { id: string; actions: { id: string; targets: { id: string; unit: string }[] }[] }[];
  };
  const { regions } = JSON.parse(await readFile(path('regions.json'), 'utf8')) as { regions: { code: string; level: string }[] };
  const task = tasks.find(({ actions }) => actions.some(({ targets }) => targets.length > 0 && targets[0]!.unit === '个'))!;
  const action = task.actions.find(({ targets }) => targets[0]?.unit === '个')!;
  row = {
    任务: task.id,
    举措: action.id,
    量化目标: action.targets[0]!.id,
    行政区划代码: regions.find(({ level }) => level === 'city')!.code,
    数值: 3,
    数据截至: '2026-06-01',
    报送单位: '样例市计生协',
  };
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

const ledger = (verb: string, ...args: string[]) => runFp(['ledger', verb, ...args, '--data', data]);
const lines = ({ err }: { err: string }) => err.trim().split('\n');

describe('fp ledger', () => {
  test('a clerk imports a workbook, mends it, corrects an entry, and exports the ledger again', async () => {
    const file = path('报送.xlsx');
    const faulty = [
      { 数值: '十二', 说明: '二月' },
      { 数值: { number: 4, format: '0' }, 数据截至: { number: 46170, format: 'yyyy/m/d' } },
    ];
    await writeFile(file, table({}, ...faulty));

    const strict = await ledger('import', plan, file, '--strict');
    expect(strict.code).toBe(1);
    expect(lines(strict)).toEqual([
      `${file}:第3行 F列（数值） 错误 数值“十二”不是一个数，这一行没有读入：只写数，例如 1200 或 0.12万；没有就空着 [not-a-number]`,
      `${file}：共 3 行，写入 0 条记录，3 行没有写入；1 个错误`,
      `fp: ${file}: 有 1 个错误，按 --strict 一条也不写入`,
    ]);

    const some = await ledger('import', plan, file);
    expect([some.code, some.out]).toEqual([0, '']);
    expect(lines(some).at(-1)).toBe(`${file}：共 3 行，写入 2 条记录，1 行没有写入；1 个错误`);

    await writeFile(file, table({}, { ...faulty[0], 数值: '12个', 数据截至: '2026年2月28日' }, faulty[1]!));
    expect(lines(await ledger('import', plan, file, '--strict'))).toEqual([
      `${file}：共 3 行，写入 1 条记录，2 条台账里已有，0 行没有写入`,
    ]);

    // As workbook and as CSV, and neither adds an entry.
    expect(await ledger('export', plan, '-o', path('台账.xlsx'))).toMatchObject({ code: 0, out: '', err: '' });
    const csv = await ledger('export', plan);
    expect((await ledger('export', plan, '--format', 'xlsx')).out).toMatch(/^PK/);
    await writeFile(path('台账.csv'), gb18030Of(csv.out.slice(1)));
    for (const name of ['台账.xlsx', '台账.csv']) {
      expect(lines(await ledger('import', plan, path(name), '--strict'))).toEqual([
        `${path(name)}：共 3 行，写入 0 条记录，3 条台账里已有，0 行没有写入`,
      ]);
    }

    // An entry that was edited in place is refused with what to do, and that then works, once.
    const [, first] = csv.out.split('\r\n');
    const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(first!)![0];
    await writeFile(file, table({ 台账编号: id, 数值: 5 }));
    expect(lines(await ledger('import', plan, file))[0]).toContain(`“台账编号”空着，“更正”填 ${id} [id-taken]`);
    await writeFile(file, table({ 更正: id, 数值: 5 }, { 更正: id, 数值: 6, 说明: '又一次' }));
    expect(lines(await ledger('import', plan, file))[0]).toContain('与第 2 行更正的是同一条记录');
    expect(lines(await ledger('import', plan, file))[0]).toMatch(/要更正的记录已由样例市计生协在 .* 更正过/);

    expect((await ledger('verify')).out).toMatch(new RegExp(`^${plan}：4 条记录，链完整`));
  }, 600_000);

  test.each([
    [['import', plan], 2, '缺少 FILE'],
    [['export', plan, '--format', 'pdf'], 2, '没有 pdf 这种格式，应为 csv 或 xlsx'],
    [['import', plan, 'no-such-file.xlsx'], 1, 'no-such-file.xlsx: 没有这个文件'],
    [['restore', 'no-such-file.jsonl'], 1, 'no-such-file.jsonl: 没有这个文件'],
    [['restore', example('.')], 1, '这是一个目录'],
    [['import', 'nothing', example('work-plan.txt')], 1, '库中没有计划 nothing'],
    [['import', plan, example('regions.json')], 0, '没有找到表头'],
  ])(
    '%j',
    async (args, code, said) => {
      const outcome = await runFp(['ledger', ...args, '--data', data]);
      expect([outcome.code, outcome.out]).toEqual([code, '']);
      expect(outcome.err).toContain(said);
    },
    120_000,
  );

  test('--help', async () => {
    for (const verb of ['import', 'export']) expect((await runFp(['ledger', verb, '--help'])).out).toBe(zhCN.ledgerHelp);
    expect((await runFp(['ledger', '-h'], { lang: 'en' })).out).toBe(en.ledgerHelp);
  });
});
