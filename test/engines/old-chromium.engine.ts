import type CDP from 'chrome-remote-interface';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOldChromium } from '../../scripts/engines/old-chromium.mjs';
import { root } from '../kit.js';
import { startHost, strictPolicy, type Host } from '../host.js';

// Engines of years ago, for real: what a desktop of 2021 and a phone of 2020 make of the built files.

const tags = ['fp-task-list', 'fp-progress-ring', 'fp-site-map'];
const fallback = '<a href="work-plan.html">工作要点原文</a>';
const body = `<h1>某县计划生育协会</h1>
<fp-progress-ring src="plan.json">${fallback}</fp-progress-ring>
<fp-task-list src="plan.json">${fallback}</fp-task-list>
<fp-site-map src="sites.json">${fallback}</fp-site-map>`;
const pageWith = (head: string, attributes = '') =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面</title><meta name="viewport" content="width=device-width">${head}<body${attributes}>${body}`;

let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());

// Those that `npm run test:engines` has found.
const majors = (process.env['OLD_CHROMIUMS'] ?? '').split(' ').filter(Boolean).map(Number);

describe.each(majors)('Chromium %i', (major) => {
  let browser: Awaited<ReturnType<typeof launchOldChromium>>;
  let page: CDP.Client;
  let faults: string[];

  beforeAll(async () => {
    browser = await launchOldChromium(major);
    page = browser.client;
    await Promise.all([page.Page.enable(), page.Runtime.enable(), page.Log.enable(), page.Network.enable({})]);
    page.Runtime.exceptionThrown(({ exceptionDetails }) => {
      faults.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    page.Runtime.consoleAPICalled(({ type, args }) => {
      faults.push(`${type} ${args.map(({ value }) => String(value)).join(' ')}`);
    });
    page.Log.entryAdded(({ entry }) => {
      faults.push(`${entry.level} ${entry.text}`);
    });
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    faults = [];
  });
  afterEach(() => host.pages.clear());

  async function evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await page.Runtime.evaluate({ expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  }

  async function open(html: string, headers: Record<string, string> = {}, width = 1280): Promise<void> {
    host.pages.set('page.html', { html, headers });
    await page.Emulation.setDeviceMetricsOverride({ width, height: 900, deviceScaleFactor: 1, mobile: width < 600 });
    const loaded = page.Page.loadEventFired();
    await page.Page.navigate({ url: `${host.url}page.html` });
    await loaded;
  }

  const allReady = () =>
    evaluate<string[]>(`new Promise((resolve) => {
      const end = Date.now() + 10000;
      const states = () => ${JSON.stringify(tags)}.map((tag) => document.querySelector(tag).getAttribute('data-state'));
      const look = () => states().every((state) => state === 'ready') || Date.now() > end ? resolve(states()) : setTimeout(look, 20);
      look();
    })`);

  async function keepPicture(name: string): Promise<void> {
    const folder = process.env['FP_PICTURES'];
    if (!folder) return;
    const { data } = await page.Page.captureScreenshot({ format: 'png' });
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, `chromium-${major}-${name}.png`), Buffer.from(data, 'base64'));
  }

  it('is the engine it says', async () => {
    expect(await evaluate('navigator.userAgent')).toContain(`Chrome/${major}.`);
  });

  it.each([1280, 390])('shows plan, progress and sites from the classic script under a strict policy, %i pixels wide', async (width) => {
    await open(
      pageWith('<script defer src="fp-kit.legacy.js"></script>'),
      { 'Content-Security-Policy': major < 83 ? strictPolicy.replace(/; require-trusted.*/, '') : strictPolicy },
      width,
    );
    expect([await allReady(), faults]).toEqual([['ready', 'ready', 'ready'], []]);
    const text = await evaluate<string>(
      `${JSON.stringify(tags)}.map((tag) => document.querySelector(tag).shadowRoot.textContent).join(' ')`,
    );
    expect(text).toContain('项举措已完成');
    expect(text).toContain('暖心家园');
    expect(await evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await keepPicture(`classic-${width}`);
    expect(faults).toEqual([]);
  });

  it('finds by pinyin, whose order these engines have from older tables', async () => {
    await open(pageWith('<script defer src="fp-kit.legacy.js"></script>'));
    await allReady();
    for (const [typed, found] of Object.entries({ nxjy: '暖心家园', dianxing: '典型', qunzhong: '群众' })) {
      const marked = `new Promise((resolve) => {
        document.querySelector('fp-task-list').setAttribute('query', '${typed}');
        setTimeout(() => resolve([...document.querySelector('fp-task-list').shadowRoot.querySelectorAll('mark')].map((mark) => mark.textContent)), 500);
      })`;
      expect(await evaluate<string[]>(marked)).toContain(found);
    }
    expect(faults).toEqual([]);
  });

  it('registers nothing, and keeps what the page shows, where only the module is there and it can’t read it', async () => {
    await open(pageWith('<script type="module" src="fp-kit.js"></script>'));
    if (major >= 85) {
      expect([await allReady(), faults]).toEqual([['ready', 'ready', 'ready'], []]);
      expect(faults).toEqual([]);
      return;
    }
    expect(await evaluate(`document.querySelector('fp-task-list').innerText`)).toBe('工作要点原文');
    expect(faults.every((fault) => fault.startsWith('SyntaxError'))).toBe(true);
  });
});
