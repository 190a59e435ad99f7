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

  describe('by touch', () => {
    const inMap = (selector: string) => `document.querySelector('fp-site-map').shadowRoot.querySelector('${selector}')`;
    const read = (selector: string) => evaluate<string>(`${inMap(selector)}.textContent`);

    async function openSites(): Promise<void> {
      const sites = '<h1>服务阵地</h1><fp-site-map src="sites.json"><a href="sites.html">名录</a></fp-site-map><p>页脚</p>';
      await open(
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>阵地</title><meta name="viewport" content="width=device-width"><script defer src="fp-kit.legacy.js"></script><body>${sites}`,
        { 'Content-Security-Policy': major < 83 ? strictPolicy.replace(/; require-trusted.*/, '') : strictPolicy },
        390,
      );
      await page.Emulation.setTouchEmulationEnabled({ enabled: true, maxTouchPoints: 2 });
      const isDrawn = await evaluate<boolean>(`new Promise((resolve) => {
        const end = Date.now() + 10000;
        const look = () => {
          const map = document.querySelector('fp-site-map');
          const stage = map.shadowRoot && map.shadowRoot.querySelector('.stage');
          if (stage) stage.scrollIntoView({ block: 'center' });
          if (map.shadowRoot && map.shadowRoot.querySelector('.mark')) setTimeout(() => resolve(true), 300);
          else if (Date.now() > end) resolve(false);
          else setTimeout(look, 20);
        };
        look();
      })`);
      expect([isDrawn, faults]).toEqual([true, []]);
    }

    /** Moves fingers side by side, each from one place to another, in ten steps. */
    async function move(...fingers: [from: [x: number, y: number], to: [x: number, y: number]][]): Promise<void> {
      const points = (part: number) =>
        fingers.map(([[x, y], [right, down]], id) => ({ id, x: Math.round(x + (right - x) * part), y: Math.round(y + (down - y) * part) }));
      await page.Input.dispatchTouchEvent({ type: 'touchStart', touchPoints: points(0) });
      for (let step = 1; step <= 10; step++) {
        await page.Input.dispatchTouchEvent({ type: 'touchMove', touchPoints: points(step / 10) });
        await evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve()))');
      }
      await page.Input.dispatchTouchEvent({ type: 'touchEnd', touchPoints: [] });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }

    const middle = () =>
      evaluate<[number, number]>(
        `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${inMap('.stage')}.getBoundingClientRect())`,
      );

    it('scrolls the page with one finger, zooms with two, and opens a site with a tap', async () => {
      await openSites();
      const before = { scale: await read('.scale'), top: await evaluate<number>('scrollY') };
      const [x, y] = await middle();
      await move([
        [x, y + 100],
        [x, y - 100],
      ]);
      expect(await evaluate<number>('scrollY')).toBeGreaterThan(before.top + 50);
      expect(await read('.hint')).toContain('两指');

      await evaluate(`${inMap('.stage')}.scrollIntoView({ block: 'center' })`);
      const top = await evaluate<number>('scrollY');
      const [left, down] = await middle();
      await move(
        [
          [left - 30, down],
          [left - 120, down],
        ],
        [
          [left + 30, down],
          [left + 120, down],
        ],
      );
      await expect.poll(() => read('.scale')).not.toBe(before.scale);
      expect(await evaluate('scrollY')).toBe(top);

      // A cluster parts until a site alone can be pressed.
      for (let tap = 0; tap < 8 && !(await evaluate<boolean>(`Boolean(${inMap('.site.chosen')})`)); tap++) {
        const at = await evaluate<[number, number]>(`(() => {
          const map = ${inMap('.map')}.getBoundingClientRect();
          const marks = [...${inMap('.marks')}.children].map((mark) => ({ mark, box: mark.getBoundingClientRect() })).filter(({ box }) =>
            box.left >= map.left && box.right <= map.right && box.top >= map.top && box.bottom <= map.bottom);
          const { box } = marks.find(({ mark }) => !mark.classList.contains('cluster')) || marks[0];
          return [box.x + box.width / 2, box.y + box.height / 2];
        })()`);
        await move([at, at]);
      }
      expect(await read('.site.chosen')).toContain(await read('.mark.chosen .name'));
      expect(await evaluate(`getComputedStyle(${inMap('.mark.chosen .name')}).visibility`)).toBe('visible');
      await keepPicture('sites-touch');
      expect(faults).toEqual([]);
    });

    it('keeps what is on the map where it belongs', async () => {
      await openSites();
      const [map, controls, legal, scale, mark] = await evaluate<Record<'left' | 'right' | 'top' | 'bottom', number>[]>(
        `['.map', '.controls', '.legal', '.scale', '.mark'].map((selector) => {
          const { left, right, top, bottom } = document.querySelector('fp-site-map').shadowRoot.querySelector(selector).getBoundingClientRect();
          return { left, right, top, bottom };
        })`,
      );
      expect(map!.right - controls!.right).toBeLessThan(20);
      expect(controls!.top - map!.top).toBeLessThan(20);
      expect(Math.abs(map!.bottom - legal!.bottom)).toBeLessThan(2);
      expect(scale!.bottom).toBeLessThanOrEqual(legal!.top);
      expect(map!.right - scale!.right).toBeLessThan(20);
      expect(mark!.left).toBeGreaterThanOrEqual(map!.left);
      expect(mark!.bottom).toBeLessThanOrEqual(map!.bottom);
      await keepPicture('sites-placed');
    });
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
