import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.js';
import { focusedOn, hear, tabTo } from './hearing.js';
import { startHost, strictPolicy } from './host.js';
import { root } from './kit.js';

// The built map on pages of somebody else's: under a strict policy, over tiles of a server, by touch, by keyboard and ear, with many sites.

const opened = useBrowser(() => startHost(join(root, 'examples/data'), join(root, 'examples/sites')));
let tileServer: Server;
let tileUrl: string;
let asked: string[];
let page: Page;
let faults: string[];
let requests: string[];

beforeAll(async () => {
  tileServer = createServer((request, response) => {
    asked.push(request.url!);
    response
      .setHeader('Content-Type', 'image/svg+xml')
      .end(
        '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#e8e4d8" stroke="#c8c0b0" d="M0 0h256v256H0z"/></svg>',
      );
  });
  await new Promise<void>((resolve) => tileServer.listen(0, '127.0.0.1', resolve));
  tileUrl = `http://127.0.0.1:${(tileServer.address() as AddressInfo).port}/`;
});

afterAll(() => tileServer.close());

beforeEach(async () => {
  page = await opened.browser.newPage();
  await page.setViewport({ width: 390, height: 844, hasTouch: true });
  asked = [];
  const seen = { faults: [] as string[], requests: [] as string[] };
  ({ faults, requests } = seen);
  page.on('console', (message) => seen.faults.push(message.text()));
  page.on('pageerror', (error) => seen.faults.push(`uncaught ${String(error)}`));
  page.on('request', (request) => seen.requests.push(request.url()));
});

afterEach(async () => {
  opened.host.pages.clear();
  await page.close();
});

async function load(attributes: string, above = '', policy = strictPolicy): Promise<void> {
  opened.host.pages.set('page.html', {
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>阵地</title><link rel="icon" href="data:,"></head>
      <body>${above}<h1>阵地</h1><fp-site-map src="sites.json" ${attributes}>名录</fp-site-map><p>页脚</p><script type="module" src="fp-kit.js"></script></body></html>`,
    headers: { 'Content-Security-Policy': policy },
  });
  await page.goto(`${opened.host.url}page.html`, { waitUntil: 'load' });
  await page.waitForSelector('fp-site-map[data-state=ready]');
}

async function open(...page: Parameters<typeof load>): Promise<void> {
  await load(...page);
  await drawn();
}

const strictWithTiles = () => strictPolicy.replace("img-src 'self'", `img-src 'self' data: ${tileUrl}`);
const base = () =>
  `tiles="${tileUrl}{z}/{x}/{y}.svg" tiles-crs="wgs84" tiles-attribution="样例底图" tiles-review-number="GS（样例）0001号"`;

/** Marks come after the map has been measured. */
const drawn = () =>
  page.waitForFunction(() => document.querySelector('fp-site-map')!.shadowRoot!.querySelector('.mark'), { timeout: 20_000, polling: 50 });

/** Marks by their names, with their middles on the screen. */
const marks = () =>
  page.$$eval('fp-site-map >>> .mark', (all) =>
    all.map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { name: mark.getAttribute('aria-label')!, x: x + width / 2, y: y + height / 2 };
    }),
  );

/** Files of the kit that were asked for, without what tells their versions apart. */
const loaded = () => requests.flatMap((url) => /\/([a-z-]+?)(?:-[\w-]{8})?\.js$/.exec(url)?.[1] ?? []).sort();

const scale = () => page.$eval('fp-site-map >>> .scale', ({ textContent }) => textContent);

describe('over tiles', () => {
  it('names map and 审图号, and asks its server alone', async () => {
    await open(base(), '', strictWithTiles());
    expect(await page.$eval('fp-site-map >>> .legal', ({ textContent }) => textContent)).toMatch(/样例底图.*GS（样例）0001号/);
    await page.waitForFunction(() =>
      [...document.querySelector('fp-site-map')!.shadowRoot!.querySelectorAll<HTMLImageElement>('.tiles img')].some(
        ({ complete, naturalWidth }) => complete && naturalWidth === 256,
      ),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const path of asked) expect(path).toMatch(/^\/\d+\/\d+\/\d+\.svg$/);
    expect(requests.filter((url) => ![opened.host.url, tileUrl, 'data:'].some((own) => url.startsWith(own)))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('asks for no tile, nor for what draws the map, on a page whose map is far below', async () => {
    opened.host.pages.set('tall.css', { html: '#above { height: 4000px }', headers: { 'Content-Type': 'text/css' } });
    await load(base(), '<link rel="stylesheet" href="tall.css"><div id="above"></div>', strictWithTiles());
    expect((await page.$$('fp-site-map >>> .site')).length).toBeGreaterThan(1);
    expect(asked).toEqual([]);
    expect(loaded()).toEqual(['fp-kit', 'opening-hours', 'site-map']);
    await page.$eval('fp-site-map', (map) => map.scrollIntoView());
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(loaded()).toEqual(['fp-kit', 'map-stage', 'map-tiles', 'opening-hours', 'site-map']);
  });

  it('shows sites on blank squares where the server is down, and says nothing false of it', async () => {
    await open(base().replace(tileUrl, 'http://127.0.0.1:9/'), '', strictWithTiles().replace(tileUrl, 'http://127.0.0.1:9/'));
    expect((await marks()).length).toBeGreaterThan(1);
    await page.waitForFunction(() => document.querySelector('fp-site-map')!.shadowRoot!.querySelectorAll('.tiles img').length === 0);
  });
});

describe('on a narrow screen in large letters', () => {
  const box = (selector: string) =>
    page.$eval(`fp-site-map >>> ${selector}`, (one) => {
      const { left, right } = one.getBoundingClientRect();
      return { left, right };
    });

  it('shows the name of what is chosen beside the buttons, where there is room for both', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await open('theme="elder" site="bailu-warm-home-1"');
    await expect.poll(async () => (await box('.mark.chosen .name')).right).toBeLessThanOrEqual((await box('.controls')).left);
    expect((await box('.mark.chosen .name')).left).toBeGreaterThanOrEqual((await box('.stage')).left);
  });

  it('writes the degrees in a colour of the system, where it brings its own', async () => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await open('theme="elder"');
    const colours = await page.$eval('fp-site-map >>> .graticule text', (text) => [
      getComputedStyle(text).fill,
      getComputedStyle(document.body).color,
    ]);
    expect(colours[0]).toBe(colours[1]);
  });
});

describe('by touch', () => {
  /** Moves fingers, each from one point to another, in ten steps. */
  async function move(...fingers: [from: [number, number], to: [number, number]][]): Promise<void> {
    const touch = await page.createCDPSession();
    const points = (part: number) =>
      fingers.map(([[x, y], [right, down]], id) => ({ id, x: x + (right - x) * part, y: y + (down - y) * part }));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
    for (let step = 1; step <= 10; step++) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 10) });
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await new Promise((resolve) => setTimeout(resolve, 400));
  }

  const stage = () =>
    page.$eval('fp-site-map >>> .stage', (box) => {
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });

  it('leaves one finger to the page, and says how to move the map', async () => {
    await open('');
    await page.$eval('fp-site-map >>> .stage', (box) => box.scrollIntoView({ block: 'center' }));
    const before = { ...(await stage()), top: await page.evaluate(() => scrollY), marks: await marks() };
    await move([
      [before.x, before.y + 100],
      [before.x, before.y - 100],
    ]);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before.top + 50);
    expect(await page.$eval('fp-site-map >>> .hint', ({ textContent }) => textContent)).toContain('两指');
    const moved = (await stage()).y - before.y;
    const after = await marks();
    expect(after.map(({ name }) => name)).toEqual(before.marks.map(({ name }) => name));
    after.forEach(({ y }, at) => expect(y).toBeCloseTo(before.marks[at]!.y + moved, 0));
  });

  it('zooms where two fingers part, and the page stays', async () => {
    await open('');
    await page.$eval('fp-site-map >>> .stage', (box) => box.scrollIntoView({ block: 'center' }));
    const { x, y } = await stage();
    const before = { scale: await scale(), top: await page.evaluate(() => scrollY) };
    await move(
      [
        [x - 30, y],
        [x - 120, y],
      ],
      [
        [x + 30, y],
        [x + 120, y],
      ],
    );
    expect(await scale()).not.toBe(before.scale);
    expect(await page.evaluate(() => [scrollY, visualViewport!.scale])).toEqual([before.top, 1]);
    await move(
      [
        [x - 120, y],
        [x - 30, y],
      ],
      [
        [x + 120, y],
        [x + 30, y],
      ],
    );
    expect(await scale()).toBe(before.scale);
  });

  it('opens a site with a tap, large enough for a finger', async () => {
    await open('');
    await page.$eval('fp-site-map >>> .stage', (box) => box.scrollIntoView({ block: 'center' }));
    const sizes = await page.$$eval('fp-site-map >>> :is(.mark, .controls button)', (all) =>
      all.map((button) => Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    // A cluster parts until a site alone can be pressed.
    for (let tap = 0; tap < 8 && !(await page.$('fp-site-map >>> .site.chosen')); tap++) {
      const all = await marks();
      const { x, y } = all.find(({ name }) => !/\d+ 处/.test(name)) ?? all[0]!;
      await page.touchscreen.tap(x, y);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    const chosen = await page.$eval('fp-site-map >>> .site.chosen', (site) => site.textContent);
    expect((await marks()).some(({ name }) => chosen.includes(name.split('，')[0]!))).toBe(true);
    // Its name is on the map, whole.
    const places = await page.$eval('fp-site-map', ({ shadowRoot }) =>
      ['.mark.chosen .name', '.map'].map((selector) => {
        const { left, right, top, bottom } = shadowRoot!.querySelector(selector)!.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const [name, map] = places as [DOMRect, DOMRect];
    expect(name.left).toBeGreaterThanOrEqual(map.left);
    expect(name.right).toBeLessThanOrEqual(map.right);
    expect(name.bottom).toBeLessThanOrEqual(map.bottom);
  });
});

describe('by keyboard and ear', () => {
  it('searches, passes the map by or moves it, chooses a site and hears where it is and whether it is open', async () => {
    await open('');
    expect((await tabTo(page, /名称、地址、服务|搜索/)).role).toBe('searchbox');
    await page.keyboard.type('nxjy');
    await expect.poll(async () => (await hear(page)).map(({ name }) => name).join('\n')).toMatch(/\d+ 处/);

    expect((await tabTo(page, /跳过地图/)).role).toBe('button');
    const map = await tabTo(page, /地图/);
    expect(map.role).toBe('group');
    expect(map.name).toMatch(/方向键/);
    const before = await scale();
    await page.keyboard.press('+');
    await expect.poll(scale).not.toBe(before);
    expect((await tabTo(page, /放大/)).role).toBe('button');

    const site = await tabTo(page, /暖心家园/);
    expect(site.role).toBe('button');
    await page.keyboard.press('Enter');
    expect((await focusedOn(page))!.pressed).toBe(true);
    expect(new URLSearchParams(await page.$eval('fp-site-map', ({ site: id }) => `id=${id}`)).get('id')).not.toBe('');
    const heard = (await hear(page)).map(({ role, name }) => `${role} ${name ?? ''}`);
    expect(heard.some((line) => /^link .*\d{3,4}-\d{7,8}/.test(line))).toBe(true);
    await tabTo(page, /去这里|怎么去/);
  }, 60_000);
});

describe('a hundred thousand sites', () => {
  it('draw as many marks as the screen has room for, and are found among all', async () => {
    await page.goto(`${opened.host.url}index.html?count=100000`, { waitUntil: 'load' });
    await page.waitForSelector('fp-site-map[data-state=ready]', { timeout: 20_000 });
    await drawn();
    const shown = await marks();
    const counts = shown.map(({ name }) => Number(/(\d+) 处/.exec(name)?.[1] ?? 1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100_000);
    expect(shown.length).toBeLessThan(200);
    const listed = await page.$$('fp-site-map >>> .site');
    expect(listed.length).toBeLessThan(100);
    await page.type('fp-site-map >>> [type=search]', '77777号');
    await page.waitForFunction(() => document.querySelector('fp-site-map')!.shadowRoot!.querySelectorAll('.site').length === 1, {
      timeout: 20_000,
    });
    expect(await page.$eval('fp-site-map >>> .site h3', ({ textContent }) => textContent)).toContain('77777号');
    expect(faults).toEqual([]);
  }, 90_000);
});
