import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plan, SiteFile } from '@fp-kit/sdk';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from './kit.js';

// The example hosts as a web team runs them, in a real browser.

const example = (path: string) => join(root, 'examples', path);
const readData = (name: string) => JSON.parse(readFileSync(example(`data/${name}`), 'utf8')) as unknown;
const plan = readData('work-plan.plan.json') as Plan;
const [site] = (readData('sites.json') as SiteFile).sites;

/** Starts a host in a process of its own, as its `npm start` does; the first line it prints is its address. */
async function start(...args: string[]): Promise<{ url: string; close: () => void }> {
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { url: String(line).trim(), close: () => void server.kill() };
}

let browser: Browser;
let tab: Page;
let faults: string[];
let requests: string[];

beforeAll(async () => {
  browser = await puppeteer.launch(await findChromium());
}, 60_000);

afterAll(() => browser.close());

beforeEach(async () => {
  tab = await browser.newPage();
  const seen = { faults: [] as string[], requests: [] as string[] };
  ({ faults, requests } = seen);
  tab.on('console', (message) => seen.faults.push(`${message.type()} ${message.text()} ${message.location().url ?? ''}`));
  tab.on('pageerror', (error) => seen.faults.push(`uncaught ${String(error)}`));
  tab.on('request', (request) => seen.requests.push(request.url()));
});

afterEach(() => tab.close());

/** What is shown in an element, once it has its data. */
async function shownIn(tag: string): Promise<string> {
  await tab.waitForSelector(`${tag}[data-state=ready]`, { timeout: 5000 });
  return tab.$eval(tag, (element) => element.shadowRoot!.textContent);
}

/** The page shows all of the plan, asked nobody else for anything, and has nothing to complain of. */
async function showsThePlan(url: string): Promise<void> {
  const text = await shownIn('fp-task-list');
  for (const { title } of plan.tasks) expect(text).toContain(title);
  // A browser asks for an icon by itself.
  expect(faults.filter((fault) => !fault.includes('favicon.ico'))).toEqual([]);
  expect(requests.filter((request) => !request.startsWith(url) && !request.startsWith('data:'))).toEqual([]);
}

describe('a page of jQuery 1.12 in GBK', () => {
  let host: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    host = await start(example('serve.mjs'), 'jquery');
  });
  afterAll(() => host.close());

  it('shows tags that were loaded, written as a string, and given data', async () => {
    await tab.goto(host.url);
    await showsThePlan(host.url);
    expect(await tab.evaluate(() => document.characterSet)).toBe('GBK');
    expect(await shownIn('fp-progress-ring')).toContain('举措');
    expect(await shownIn('fp-site-map')).toContain(site!.name);
    expect(await tab.$$eval('fp-site-map >>> li[part=site]', ({ length }) => length)).toBe(3);
  });

  it('hears what a person chose', async () => {
    await tab.goto(host.url);
    await shownIn('fp-site-map');
    await (await tab.$('fp-site-map >>> h3 button'))!.click();
    expect(await tab.$eval('#chosen', ({ textContent }) => textContent)).toBe(`已选择：${site!.name}`);
  });
});

describe('a page in WeChat', () => {
  let host: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    host = await start(example('serve.mjs'), 'wechat');
  });
  afterAll(() => host.close());

  type Call = [method: string, argument: Record<string, unknown>];

  /** Stands in for WeChat and its SDK: keeps each call, and is ready once it has been configured. */
  async function openInWeChat(): Promise<void> {
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      if (request.url().endsWith('/signature.json')) {
        void request.respond({
          contentType: 'application/json',
          body: '{"appId":"wx00","timestamp":1767225600,"nonceStr":"n","signature":"s"}',
        });
      } else if (request.url().endsWith('/jweixin-1.6.0.js')) void request.respond({ contentType: 'text/javascript', body: '' });
      else void request.continue();
    });
    await tab.evaluateOnNewDocument(() => {
      const calls: [string, unknown][] = [];
      let configured = () => {};
      const ready = new Promise<void>((resolve) => (configured = resolve));
      const wx = new Proxy(
        {},
        {
          get: (_, method: string) => (argument: unknown) => {
            if (method === 'ready') void ready.then(argument as () => void);
            else calls.push([method, argument]);
            if (method === 'config') configured();
          },
        },
      );
      Object.assign(window, { wx, calls });
    });
    await tab.goto(host.url);
  }
  const calls = () => tab.evaluate(() => (window as unknown as { calls: Call[] }).calls);
  const callsOf = async (method: string) => (await calls()).filter(([name]) => name === method).map(([, argument]) => argument);

  it('is shared with the title of the plan, once the SDK is ready', async () => {
    await openInWeChat();
    await showsThePlan(host.url);
    await tab.waitForFunction(() => (window as unknown as { calls: Call[] }).calls.length >= 3);
    const card = expect.objectContaining({ title: plan.title, link: host.url }) as unknown;
    expect(await callsOf('updateAppMessageShareData')).toEqual([card]);
    expect(await callsOf('updateTimelineShareData')).toEqual([card]);
    expect((await callsOf('config'))[0]!.jsApiList).toContain('openLocation');
  });

  it('opens a site in its own map, and only where the position is in its system', async () => {
    await openInWeChat();
    await shownIn('fp-site-map');
    const { sites } = readData('sites.json') as SiteFile;
    for (const button of await tab.$$('fp-site-map >>> h3 button')) await button.evaluate((element) => (element as HTMLElement).click());
    const expected = sites.flatMap(({ name, address, location }) =>
      location?.crs === 'gcj02' ? [{ latitude: location.lat, longitude: location.lng, name, address, scale: 16 }] : [],
    );
    expect(expected.length).toBeLessThan(sites.length);
    expect(await callsOf('openLocation')).toEqual(expected);
  });

  it('shows the same in a browser that is not WeChat', async () => {
    await tab.goto(host.url);
    await shownIn('fp-site-map');
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes('jweixin')));
    await showsThePlan(host.url);
  });
});

describe.each([
  ['Vue 3', 'vue'],
  ['React 19', 'react'],
])('%s', (_, name) => {
  let host: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    host = await start(example('serve.mjs'), `${name}/dist`);
  });
  afterAll(() => host.close());

  it('hands data over as properties, hears events, and changes what it has handed over', async () => {
    await tab.goto(host.url);
    await showsThePlan(host.url);
    expect(await shownIn('fp-progress-ring')).toContain('举措');
    expect(requests.filter((url) => url.endsWith('/work-plan.plan.json'))).toHaveLength(1);

    await shownIn('fp-site-map');
    await (await tab.$('fp-site-map >>> h3 button'))!.click();
    await tab.waitForFunction((name) => document.querySelector('output')!.textContent === name, {}, site!.name);

    const shownRows = () => tab.$$eval('fp-task-list >>> [part=task]', (rows) => rows.filter((row) => row.checkVisibility()).length);
    const before = await shownRows();
    await tab.click('button');
    await tab.waitForFunction(() => (document.querySelector('fp-task-list') as unknown as { query: string }).query === 'nxjy');
    await tab.$eval('fp-task-list', (list) => (list as unknown as { updateComplete: Promise<unknown> }).updateComplete);
    expect(await shownRows()).toBeGreaterThan(0);
    expect(await shownRows()).toBeLessThan(before);
  });
});

describe('a page rendered on a server', () => {
  let host: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    host = await start(example('server/dist/server/server.js'));
  });
  afterAll(() => host.close());

  it('is readable before any script, and without', async () => {
    await tab.setJavaScriptEnabled(false);
    await tab.goto(host.url);
    const { titles, background } = await tab.$eval('fp-task-list', ({ shadowRoot }) => {
      const rows = [...shadowRoot!.querySelectorAll<HTMLElement>('[part=task]')].filter((row) => row.checkVisibility());
      const card = shadowRoot!.querySelector('[part=card]')!;
      return { titles: rows.map((row) => row.innerText), background: getComputedStyle(card).backgroundColor };
    });
    expect(titles).toHaveLength(plan.tasks.length);
    for (const [place, { title }] of plan.tasks.entries()) expect(titles[place]).toContain(title);
    expect(background).toBe('rgb(255, 254, 252)');
    expect(faults.filter((fault) => !fault.includes('favicon.ico'))).toEqual([]);
  });

  it('has the plain list inside, for those who know no shadow root', async () => {
    await tab.setJavaScriptEnabled(false);
    await tab.goto(host.url);
    const text = await tab.$eval('fp-task-list', ({ textContent }) => textContent);
    for (const { title } of plan.tasks) expect(text).toContain(title);
    expect(text).toContain(`原文 ${plan.documentNumber!.text}`);
  });

  it('is taken over by the element, which asks for no data, keeps the fallback and upsets nobody', async () => {
    await tab.goto(host.url);
    // Served as ready; once it is the element's own it can be searched.
    await tab.$eval('fp-task-list', (list) => Object.assign(list, { query: 'nxjy' }));
    const shownRows = () => tab.$$eval('fp-task-list >>> [part=task]', (rows) => rows.filter((row) => row.checkVisibility()).length);
    await expect.poll(shownRows).toBeLessThan(plan.tasks.length);
    await tab.$eval('fp-task-list', (list) => Object.assign(list, { query: '' }));
    await expect.poll(shownRows).toBe(plan.tasks.length);
    await showsThePlan(host.url);
    expect(requests.filter((url) => !/favicon\.ico$|\.js$/.test(url))).toEqual([host.url]);
    // React attaches to what it finds.
    await tab.waitForFunction(() => Object.keys(document.querySelector('h1')!).some((key) => key.startsWith('__react')));
    expect(await tab.$eval('fp-task-list', ({ textContent }) => textContent)).toContain(plan.tasks[0]!.title);
    expect(await tab.$eval('fp-task-list > ul', (list) => list.checkVisibility())).toBe(false);
  });
});

describe('a script on the SDK alone', () => {
  const late = async (day: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      example('node/late.js'),
      example('data/work-plan.plan.json'),
      example('data/ledger.json'),
      day,
    ]);
    const [head, ...rows] = stdout.trim().split('\n');
    return { head, rows };
  };

  it('lists what is late by a day, with the sentence of the plan and what was reported', async () => {
    const { head, rows } = await late('2026-07-12');
    expect(head).toBe(`${plan.title}，截至 2026-07-12：${rows.length} 项量化目标逾期`);
    expect(rows).toContain('2026-06-30  遴选优秀案例不少于6个  已报 5个  办公室、组织联络部');
  });

  it('lists more after the end of the year, each once', async () => {
    const { rows } = await late('2027-01-01');
    expect(rows.length).toBeGreaterThan((await late('2026-07-12')).rows.length);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
