import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { renderFallback } from '@fp-kit/sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { samplePlan, sampleSnapshot } from '../../../sdk/testing/sample.js';
import { makeFolder, runFp } from '../../testing/capture.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder({
    'plan.json': JSON.stringify(samplePlan()),
    'snapshot.json': JSON.stringify(sampleSnapshot()),
    'plan.txt': '样例省计划生育协会2026年工作要点\n一、做好帮扶\n（一）建好阵地。新建暖心家园15个。\n',
  });
});
afterEach(() => folder.remove());

describe('fp render', () => {
  test('prints a plan, or a snapshot with its progress, in the language of the terminal', async () => {
    expect(await runFp(['render', folder.path('plan.json')])).toEqual({ code: 0, out: renderFallback(samplePlan()), err: '' });
    const { out } = await runFp(['render', folder.path('snapshot.json')], { lang: 'en' });
    expect(out).toBe(renderFallback(sampleSnapshot(), { lang: 'en' }));
  });

  test('takes the document itself, and standard input', async () => {
    const { code, out, err } = await runFp(['render', folder.path('plan.txt')]);
    expect(code).toBe(0);
    expect(out).toContain('新建暖心家园15个');
    expect(err).toContain('1 项任务');
    expect((await runFp(['render', '-'], { stdin: JSON.stringify(samplePlan()) })).out).toBe(renderFallback(samplePlan()));
  });

  test('writes a file, and links to the original', async () => {
    const done = await runFp(['render', folder.path('plan.json'), '-o', folder.path('plan.html'), '--original', 'a.pdf']);
    expect(done).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(folder.path('plan.html'), 'utf8')).toBe(renderFallback(samplePlan(), { original: 'a.pdf' }));
  });

  test('--shadow prints the list as it looks, with the plain HTML inside, its data before it, and the hashes of its styles', async () => {
    const { code, out, err } = await runFp(['render', folder.path('snapshot.json'), '--shadow']);
    const snapshot = sampleSnapshot();
    expect(code).toBe(0);
    expect(out.startsWith(`<script type="application/json" id="${snapshot.plan.id}">{`)).toBe(true);
    const [, tag, root, light] = /(<fp-task-list [^>]*>)<template shadowrootmode="open">([^]*)<\/template>([^]*)<\/fp-task-list>\n$/.exec(
      out,
    )!;
    expect(tag).toBe(`<fp-task-list src="#${snapshot.plan.id}" lang="zh-CN" data-state="ready">`);
    expect(light).toBe(renderFallback(snapshot));
    for (const { title } of snapshot.plan.tasks) expect(root).toContain(title);
    const styles = [...root!.matchAll(/<style>([^]*?)<\/style>/g)];
    expect(styles.length).toBeGreaterThan(0);
    for (const [, css] of styles) expect(err).toContain(`'sha256-${createHash('sha256').update(css!).digest('base64')}'`);
    expect(root).not.toMatch(/ style=/);
  }, 30_000);

  test('--shadow speaks the language of the terminal, and gives its styles a nonce', async () => {
    const { out, err } = await runFp(['render', folder.path('plan.json'), '--shadow', '--nonce', 'a"b'], { lang: 'en' });
    expect(err).toBe('');
    expect(out).toContain(' lang="en" data-state="ready">');
    expect(out).toContain('Not reported');
    expect([...out.matchAll(/<style[^>]*>/g)].map(([tag]) => tag)).toContain('<style nonce="a&quot;b">');
    expect(out).not.toContain('<style>');
    expect((await runFp(['render', folder.path('plan.json'), '--nonce', 'n'])).code).toBe(2);
  }, 30_000);

  test('refuses an address that runs something', async () => {
    const { code, out, err } = await runFp(['render', folder.path('plan.json'), '--original', 'javascript:alert(1)']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('相对地址或 http(s) 地址');
  });

  test('--help, and a wrong command', async () => {
    expect((await runFp(['render', '--help'])).out).toBe(zhCN.renderHelp);
    expect((await runFp(['render', '-h'], { lang: 'en' })).out).toBe(en.renderHelp);
    expect((await runFp(['render'])).code).toBe(2);
    expect((await runFp(['render', 'a', '--original'])).code).toBe(2);
  });
});
