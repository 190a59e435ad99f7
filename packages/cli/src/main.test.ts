import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runFp } from '../testing/capture.js';
import { readLang } from './language.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

describe('what is asked for', () => {
  test('help and version', async () => {
    expect(await runFp(['--help'])).toEqual({ code: 0, out: zhCN.help, err: '' });
    expect(await runFp(['-h'], { lang: 'en' })).toEqual({ code: 0, out: en.help, err: '' });
    expect(await runFp(['import', '--help'])).toEqual({ code: 0, out: zhCN.importHelp, err: '' });
    expect(await runFp(['check', 'a', 'b', '-h'])).toEqual({ code: 0, out: zhCN.checkHelp, err: '' });
    expect(await runFp(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([
    [[], zhCN.usage],
    [['publish'], zhCN.usage],
    [['toString'], zhCN.usage],
    [['--loud'], zhCN.usage],
    [['import'], zhCN.importUsage],
    [['import', ''], zhCN.importUsage],
    [['import', 'a', 'b'], zhCN.importUsage],
    [['import', 'a', '-o'], zhCN.importUsage],
    [['import', 'a', '-x'], zhCN.importUsage],
    [['import', 'a', '--help=no'], zhCN.importUsage],
    [['check'], zhCN.checkUsage],
    [['check', 'a', '-o', 'b'], zhCN.checkUsage],
  ])('wrong usage: fp %j', async (args, usage) => {
    const { code, out, err } = await runFp(args);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([expect.stringMatching(/^fp: ./), usage, '']);
  });

  test.each([
    [{}, 'zh-CN'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'C.UTF-8' }, 'zh-CN'],
    [{ LC_ALL: 'zh_CN', LANG: 'en_US' }, 'zh-CN'],
    [{ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, 'en'],
  ])('the language of %j', (env, lang) => {
    expect(readLang(env)).toBe(lang);
  });
});

const bin = fileURLToPath(new URL('../bin/fp.js', import.meta.url));
const isBuilt = existsSync(new URL('../dist/main.js', import.meta.url));
if (!isBuilt) console.warn('skipped: the built fp (run the build first)');

describe.skipIf(!isBuilt)('the command as it is installed', () => {
  const environment = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' };
  const long = `Work plan 2026\n${'一、做好宣传，举办活动2场。\n'.repeat(4000)}`;

  test('exit codes', () => {
    const codes = [['--version'], ['check', 'none.json'], ['import']].map(
      (args) => spawnSync(process.execPath, [bin, ...args], { env: environment }).status,
    );
    expect(codes).toEqual([0, 1, 2]);
  });

  test('all of a long plan goes through a pipe', () => {
    const { stdout, status } = spawnSync(process.execPath, [bin, 'import', '-'], { input: long, env: environment, maxBuffer: 1e9 });
    expect(status).toBe(0);
    expect((JSON.parse(stdout.toString()) as { source: { text: string } }).source.text).toBe(long);
  });

  test('a reader that goes early is no fault', async () => {
    const child = spawn(process.execPath, [bin, 'import', '-'], { env: environment });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(long);
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(err).not.toMatch(/EPIPE|\n\s+at /);
  });

  test('a full disk is', () => {
    if (!existsSync('/dev/full')) return;
    const { status, stderr } = spawnSync('sh', ['-c', `"$0" "$1" import - > /dev/full`, process.execPath, bin], {
      input: long,
      env: environment,
    });
    expect(status).toBe(1);
    expect(stderr.toString()).toContain('fp: stdout: cannot be written (ENOSPC)');
  });
});
