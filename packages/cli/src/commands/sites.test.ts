import { readFile } from 'node:fs/promises';
import { parseSites } from '@fp-kit/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { xlsx } from '../../../document/testing/xlsx.js';
import { makeFolder, runFp } from '../../testing/capture.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';

const header = ['名称', '类型', '地址', '电话', '经度', '纬度'];
const good = ['清河暖心家园', '暖心家园', '样例街道1号', '0999-5550101', 112.5, 28.1];
const faulty = ['柳园亲子小屋', '亲子小屋', '样例街道2号', '13900000000', 28.1, 112.5];
const nameless = ['', '会员之家', '样例街道3号', '', 112.5, 28.1];

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder({ 'sites.xlsx': xlsx([header, good, faulty, nameless]), 'good.xlsx': xlsx([header, good]), 'none.txt': '' });
});
afterEach(() => folder.remove());

describe('fp sites', () => {
  test('prints what was good as a sites file, and each fault at its cell', async () => {
    const file = folder.path('sites.xlsx');
    const { code, out, err } = await runFp(['sites', file, '--crs', 'gcj02']);
    expect(code).toBe(0);
    expect(parseSites(JSON.parse(out)).sites.map(({ name, phone, location }) => [name, phone, location])).toEqual([
      ['清河暖心家园', '0999-5550101', { lng: 112.5, lat: 28.1, crs: 'gcj02' }],
      ['柳园亲子小屋', undefined, { lng: 112.5, lat: 28.1, crs: 'gcj02' }],
    ]);
    expect(err.trim().split('\n')).toEqual([
      `${file}:第3行 E列（经度） 警告 经度和纬度写反了，已对调 [swapped]`,
      `${file}:第3行 D列（电话） 错误 139… 是手机号码，属于个人信息，这一格没有读入：改用单位办公电话，例如 0999-5550101 [personal-data]`,
      `${file}:第4行 A列（名称） 错误 名称为空，这一行没有读入：补上名称 [empty]`,
      `${file}：共 3 行，读入 2 处阵地，1 行没有读入；2 个错误、1 条警告`,
    ]);
    expect(err).not.toContain('13900000000');
  });

  test('in English', async () => {
    const { err } = await runFp(['sites', '-', '-c', 'wgs84'], { lang: 'en', stdin: xlsx([header, nameless]) });
    expect(err.trim().split('\n')).toEqual([
      'stdin:row 2, column A (名称) error The name is empty, so the row was left out: fill it in [empty]',
      'stdin: 1 row, 0 sites taken, 1 row left out; 1 error',
    ]);
  });

  test('--strict prints nothing where anything is doubtful, and all where nothing is', async () => {
    const refused = await runFp(['sites', folder.path('sites.xlsx'), '--strict', '-o', folder.path('out.json')]);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(await folder.list()).not.toContain('out.json');
    const fine = await runFp(['sites', folder.path('good.xlsx'), '--strict', '--crs', 'bd09', '-o', folder.path('out.json')]);
    expect([fine.code, fine.out]).toEqual([0, '']);
    expect(parseSites(JSON.parse(await readFile(folder.path('out.json'), 'utf8'))).sites).toHaveLength(1);
    expect((await runFp(['check', folder.path('out.json')])).code).toBe(0);
  });

  test.each([
    [['sites'], 2, '缺少 FILE'],
    [['sites', 'a.xlsx', '--crs', 'mars'], 2, '没有 mars 这种坐标系'],
    [['sites', 'no-such-file.xlsx'], 1, '没有这个文件'],
  ])('%j', async (args, expected, said) => {
    const { code, out, err } = await runFp(args);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toContain(said);
  });

  test('a file without a table is one line', async () => {
    const { code, err } = await runFp(['sites', folder.path('none.txt')]);
    expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringContaining('没有文字')]]);
  });

  test('--help', async () => {
    expect((await runFp(['sites', '--help'])).out).toBe(zhCN.sitesHelp);
    expect((await runFp(['sites', '-h'], { lang: 'en' })).out).toBe(en.sitesHelp);
  });
});
