import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { samplePlan, sampleSnapshot } from '../../../sdk/testing/sample.js';
import { makeFolder, runFp } from '../../testing/capture.js';

const site = { id: 'a', type: 'warm-home', name: '样例', address: '样例路1号', services: [], status: 'open' };
const plan = samplePlan();

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder({});
});
afterEach(() => folder.remove());

const check = (text: string, lang: 'zh-CN' | 'en' = 'zh-CN') => runFp(['check', '-'], { stdin: text, lang });

test.each([
  ['a plan', plan, '计划有效：2 项任务、4 项举措、3 个量化目标'],
  ['a snapshot', sampleSnapshot(), '快照有效：2 项任务、4 项举措、3 个量化目标'],
  ['sites', { sites: [site] }, '阵地文件有效：1 处阵地'],
  ['a ledger', { entries: [] }, '台账有效：0 条记录'],
])('%s is told by its shape', async (_, data, line) => {
  expect(await check(JSON.stringify(data))).toEqual({ code: 0, out: `-: ${line}\n`, err: '' });
  expect(await check(`\uFEFF${JSON.stringify(data)}`)).toMatchObject({ code: 0 });
});

test('each problem is one line with path, problem and mend', async () => {
  const sites = [
    { ...site, location: { lng: 112, lat: 28 } },
    { ...site, id: 'b', phone: '13900001111' },
  ];
  expect(await check(JSON.stringify({ sites }))).toEqual({
    code: 1,
    out: '',
    err:
      'fp: -: sites[0].location.crs 坐标没有注明坐标系：补上 crs：wgs84、gcj02、bd09 或 cgcs2000\n' +
      'fp: -: sites[1].phone 139… 是手机号码，属于个人信息：改用单位办公电话，例如 0999-5550101\n',
  });
  expect((await check(JSON.stringify({ ...plan, title: 5 }), 'en')).err).toBe(
    'fp: -: title should be a string, not a number: write a string\n',
  );
});

describe('what is not JSON', () => {
  test.each([
    ['', '是空的'],
    ['  \n', '是空的'],
    ['{"a": 1,\n  “b”: 2}', '-:2:3: JSON 语法错误：要用英文双引号'],
    ['{"sites": [', '-:1:12: JSON 语法错误：文件不完整'],
    ['{"名称": 1,}', '-:1:9: JSON 语法错误：最后一项后面多了逗号'],
    ['[]', '看不出是计划'],
    ['3', '看不出是计划'],
  ])('%j', async (text, words) => {
    const { code, out, err } = await check(text);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^fp: .*\n$/);
    expect(err).toContain(words);
  });

  test('another encoding', async () => {
    const gbk = Uint8Array.from([0x7b, 0x22, 0xd1, 0xf9, 0xc0, 0xfd, 0x22, 0x3a, 0x31, 0x7d]);
    expect((await runFp(['check', '-'], { stdin: gbk })).err).toContain('UTF-8');
  });

  test('a directory, a missing file', async () => {
    expect((await runFp(['check', folder.path('')])).err).toContain('这是一个目录');
    expect((await runFp(['check', folder.path('none.json')])).err).toContain('没有这个文件');
  });
});
