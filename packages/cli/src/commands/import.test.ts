import { chmod, link, mkdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { parsePlan } from '@fp-kit/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, runFp } from '../../testing/capture.js';

const document = `样例市计划生育协会文件
样计生协〔2026〕1号
样例市计划生育协会2026年工作要点
一、做好宣传
（一）办好活动。举办主题活动2场。
三、做好服务
（一）建好阵地。建设暖心家园3-5个。
`;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder({
    'plan.txt': document,
    'empty.txt': '',
    'binary.dat': Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 251),
  });
});
afterEach(() => folder.remove());

describe('what comes out', () => {
  test('the plan on standard output, what is doubtful on standard error', async () => {
    const { code, out, err } = await runFp(['import', folder.path('plan.txt')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\{\n {2}"format": "fp-plan\/1",\n/);
    expect(out.endsWith('}\n')).toBe(true);
    const plan = parsePlan(JSON.parse(out));
    expect(plan.source.name).toBe('plan.txt');
    expect(plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.targets.map(({ quote }) => quote))).join()).toContain(
      '建设暖心家园3-5个',
    );
    expect(err).toContain(`${folder.path('plan.txt')}:6:1 警告 `);
    expect(err).toContain(' 6 | 三、做好服务\n   | ^^^^\n');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/：2 项任务、\d+ 项举措、2 个量化目标；/);
  });

  test('in English too', async () => {
    const { err } = await runFp(['import', folder.path('plan.txt')], { lang: 'en' });
    expect(err).toContain(':6:1 warning ');
    expect(err).not.toMatch(/警告|提示/);
  });

  test('colours on a terminal only', async () => {
    const escape = /\u001B\[/;
    expect((await runFp(['import', folder.path('plan.txt')], { hasColor: true })).err).toMatch(escape);
    expect((await runFp(['import', folder.path('plan.txt')])).err).not.toMatch(escape);
  });

  test('from standard input', async () => {
    const { code, out, err } = await runFp(['import', '-'], { stdin: document });
    expect(code).toBe(0);
    expect(parsePlan(JSON.parse(out)).source.name).toBe('stdin');
    expect(err).toContain('stdin:6:1');
  });
});

describe('into a file', () => {
  test('whole, and nothing else', async () => {
    const { code, out } = await runFp(['import', folder.path('plan.txt'), '-o', folder.path('plan.json')]);
    expect([code, out]).toEqual([0, '']);
    parsePlan(JSON.parse(await readFile(folder.path('plan.json'), 'utf8')));
    expect(await folder.list()).toEqual(['binary.dat', 'empty.txt', 'plan.json', 'plan.txt']);
  });

  test('over an older one, through a link, with the rights it had', async () => {
    await writeFile(folder.path('old.json'), 'old');
    await chmod(folder.path('old.json'), 0o640);
    await symlink('old.json', folder.path('link.json'));
    expect((await runFp(['import', folder.path('plan.txt'), '--output', folder.path('link.json')])).code).toBe(0);
    parsePlan(JSON.parse(await readFile(folder.path('old.json'), 'utf8')));
    expect((await stat(folder.path('old.json'))).mode & 0o777).toBe(0o640);
  });

  test.each(['empty.txt', 'binary.dat', 'none.txt'])('a failure on %s leaves the older one as it was', async (name) => {
    await writeFile(folder.path('old.json'), 'old');
    const before = await folder.list();
    expect((await runFp(['import', folder.path(name), '-o', folder.path('old.json')])).code).toBe(1);
    expect(await readFile(folder.path('old.json'), 'utf8')).toBe('old');
    expect(await folder.list()).toEqual(before);
  });

  test('where it cannot be', async () => {
    await mkdir(folder.path('folder'));
    const before = await folder.list();
    for (const [output, words] of [
      ['none/plan.json', '目录不存在'],
      ['folder', '这是一个目录'],
    ] as const) {
      const { code, out, err } = await runFp(['import', folder.path('plan.txt'), '-o', folder.path(output)]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^fp: .*\n$/);
      expect(err).toContain(words);
    }
    expect(await folder.list()).toEqual(before);
  });

  test('never over the document itself, under whatever name', async () => {
    await link(folder.path('plan.txt'), folder.path('same.txt'));
    expect((await runFp(['import', folder.path('plan.txt'), '-o', folder.path('same.txt')])).code).toBe(2);
    expect(await readFile(folder.path('plan.txt'), 'utf8')).toBe(document);
  });

  test('a device is written to, not replaced', async () => {
    expect((await runFp(['import', folder.path('plan.txt'), '-o', '/dev/null'])).code).toBe(0);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('--strict', () => {
  const faultless = document.replace('三、做好服务', '二、做好服务');

  test('a document with warnings gives no plan, and says how many there are', async () => {
    const { code, out, err } = await runFp(['import', '--strict', folder.path('plan.txt')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${folder.path('plan.txt')}:6:1 警告 `);
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^fp: .*plan\.txt: 有 1 条警告，按 --strict 不输出计划$/);
    const inEnglish = await runFp(['import', '--strict', folder.path('plan.txt')], { lang: 'en' });
    expect(inEnglish.err.trimEnd().split('\n').at(-1)).toMatch(/^fp: .*plan\.txt: 1 warning; with --strict no plan is printed$/);
  });

  test('nor does it touch the file that was named', async () => {
    await writeFile(folder.path('old.json'), 'old');
    expect((await runFp(['import', folder.path('plan.txt'), '-o', folder.path('old.json'), '--strict'])).code).toBe(1);
    expect(await readFile(folder.path('old.json'), 'utf8')).toBe('old');
  });

  test('a document without them is imported as ever', async () => {
    const strict = await runFp(['import', '-', '--strict'], { stdin: faultless });
    expect(strict).toEqual(await runFp(['import', '-'], { stdin: faultless }));
    expect(strict.code).toBe(0);
  });

  test('it takes no value', async () => {
    expect((await runFp(['import', 'a', '--strict=yes'])).code).toBe(2);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['empty.txt', '没有文字'],
    ['binary.dat', '看不出是哪种文档'],
    ['none.txt', '没有这个文件'],
    ['', '这是一个目录'],
  ])('%j is one line', async (name, words) => {
    const { code, out, err } = await runFp(['import', folder.path(name)]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^fp: .*\n$/);
    expect(err).toContain(words);
  });

  test('50 MB are refused by their size alone', async () => {
    await writeFile(folder.path('big.txt'), '');
    await truncate(folder.path('big.txt'), 50 * 1024 * 1024);
    const { code, err } = await runFp(['import', folder.path('big.txt')], { lang: 'en' });
    expect(code).toBe(1);
    expect(err).toMatch(/^fp: .*big\.txt: The file is too large \(50 MB\).*\n$/);
  });

  test('what has no size is refused when it has passed the limit', async () => {
    const { code, err } = await runFp(['import', '/dev/zero'], { lang: 'en' });
    expect(code).toBe(1);
    expect(err).toContain('too large');
  });

  test('a file name cannot write to the terminal', async () => {
    const { err } = await runFp(['import', folder.path('no\u001B[31m\nne')]);
    expect(err).toMatch(/^fp: .*no\uFFFD\[31m\uFFFDne: .*\n$/);
  });
});
