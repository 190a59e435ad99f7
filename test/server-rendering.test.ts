import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderDataBlock, renderElement, styleHashesOf } from '@fp-kit/elements/ssr';
import { renderFallback, type Plan, type SiteFile, type Snapshot } from '@fp-kit/sdk';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleRanking, sampleSupervision } from '../packages/elements/src/testing/ledger.js';
import { useBrowser } from './browser.js';
import { startHost, strictPolicy } from './host.js';
import { root } from './kit.js';

// Elements drawn in Node, shown by a real browser before any script, and taken over by the built file.

const readData = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
const snapshot = readData('dist/examples/portal/plan.json') as Snapshot;
const plan = readData('examples/data/work-plan.plan.json') as Plan;
const sites = readData('examples/data/sites.json') as SiteFile;

const elements: [name: string, tag: string, properties: Record<string, unknown>, attributes: Record<string, string>][] = [
  ['a plan with progress', 'fp-task-list', { plan: snapshot }, {}],
  ['a plan', 'fp-task-list', { plan }, { theme: 'elder' }],
  ['a plan in English', 'fp-task-list', { plan: snapshot }, { lang: 'en', theme: 'dark' }],
  ['a filtered list', 'fp-task-list', { plan: snapshot }, { query: 'nxjy', sort: 'due' }],
  ["a plan's ring", 'fp-progress-ring', { plan: snapshot }, {}],
  ['a value', 'fp-progress-ring', {}, { value: '12', max: '84', label: '举措' }],
  ['a target', 'fp-target-meter', { plan: snapshot }, { 'as-of': '2026-07-01' }],
  // A map can be drawn where its size is known: in the page.
  ['sites', 'fp-site-map', { sites: sites.sites.map(({ location: _, ...site }) => site) }, {}],
  ['a ranking', 'fp-ranking', { ranking: sampleRanking }, {}],
  ['a supervision list', 'fp-supervision', { supervision: sampleSupervision }, {}],
  ['a site', 'fp-site-card', { sites }, { site: sites.sites[0]!.id }],
];

const opened = useBrowser(startHost);
let tab: Page;
let faults: string[];
let requests: string[];

beforeEach(async () => {
  tab = await opened.browser.newPage();
  const seen = { faults: [] as string[], requests: [] as string[] };
  ({ faults, requests } = seen);
  tab.on('console', (message) => seen.faults.push(`${message.type()} ${message.text()}`));
  tab.on('pageerror', (error) => seen.faults.push(`uncaught ${String(error)}`));
  tab.on('request', (request) => seen.requests.push(request.url().replace(opened.host.url, '')));
});

afterEach(async () => {
  opened.host.pages.clear();
  await tab.close();
});

const script = '<script defer src="fp-kit.legacy.js"></script>';
const pageOf = (head: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>页面</title>${head}</head><body>${body}</body></html>`;

async function open(html: string, headers: Record<string, string> = {}): Promise<void> {
  opened.host.pages.set('page.html', { html, headers });
  await tab.goto(`${opened.host.url}page.html`, { waitUntil: 'load' });
}

/** What stands in an element's shadow root, without what templates and style sheets leave in it. */
const drawn = (tag: string) =>
  tab.$eval(tag, (element) => {
    const copy = document.createElement('div');
    for (const node of element.shadowRoot!.childNodes) copy.append(node.cloneNode(true));
    for (const style of copy.querySelectorAll('style')) style.remove();
    // A browser leaves what is filtered out for later.
    for (const row of copy.querySelectorAll('.sifted > li:not([data-marked]), ul:not(.sifted) > li[data-marked]')) row.textContent = '';
    for (const one of copy.querySelectorAll('*')) {
      for (const name of ['style', 'data-drawn', 'checked', 'selected', 'value']) one.removeAttribute(name);
      const attributes = [...one.attributes].map(({ name, value }) => [name, value] as const).sort();
      for (const [name] of attributes) one.removeAttribute(name);
      for (const [name, value] of attributes) one.setAttribute(name, value);
    }
    // A server knows no address.
    return copy.innerHTML
      .replaceAll('/page.html#', '#')
      .replace(/<!--.*?-->/g, '')
      .replaceAll('></', '>\n</');
  });

const twoFrames = () => tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** How many pixels of two pictures a person could tell apart; the edges of letters are never drawn twice alike. */
async function pixelsThatDiffer(...pictures: Uint8Array[]): Promise<number> {
  const reader = await opened.browser.newPage();
  const count = await reader.evaluate(
    async (images) => {
      const [first, second] = await Promise.all(
        images.map(async (image) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      return first!.reduce((sum, value, index) => sum + (Math.abs(value - second![index]!) > 32 ? 1 : 0), 0);
    },
    pictures.map((picture) => Buffer.from(picture).toString('base64')),
  );
  await reader.close();
  return count;
}

it('keeps the place of the map, and lists every site', async () => {
  const markup = await renderElement('fp-site-map', { properties: { sites } });
  expect(markup).toContain('class="map"');
  for (const { name } of sites.sites) expect(markup).toContain(name);
});

describe.each(elements)('%s: %s', (_, tag, properties, attributes) => {
  it('is drawn as the browser draws it', async () => {
    await open(pageOf('', await renderElement(tag, { properties, attributes })));
    const served = await drawn(tag);
    await open(pageOf(script, ''));
    await tab.evaluate(
      (name, given, said) => {
        const element = Object.assign(document.createElement(name), given);
        for (const attribute of Object.keys(said)) element.setAttribute(attribute, said[attribute]!);
        document.body.append(element);
      },
      tag,
      properties,
      attributes,
    );
    await tab.waitForSelector(`${tag}[data-state=ready]`);
    await tab.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    });
    expect(served.length).toBeGreaterThan(200);
    expect(served.split('\n')).toEqual((await drawn(tag)).split('\n'));
  });

  it('is taken over without a flicker, a shift or a request, on a strict page', async () => {
    const hasData = Object.keys(properties).length > 0;
    const data = Object.values(properties)[0];
    const markup = await renderElement(tag, {
      properties,
      attributes: { ...attributes, ...(hasData && { src: '#data' }) },
      nonce: 'n0nce',
    });
    const policy = `${strictPolicy.replace("style-src 'self'", "style-src 'self' 'nonce-n0nce'")}; trusted-types lit-html`;
    // The script comes when this test lets it.
    await tab.setRequestInterception(true);
    let release: (() => void) | undefined;
    tab.on('request', (request) => {
      if (request.url().endsWith('.js')) release = () => void request.continue();
      else void request.continue();
    });
    await tab.evaluateOnNewDocument(() => {
      // What a browser paints of half a page moves while the rest arrives; what is asked here is what the script moves.
      const seen = Object.assign(window, { shifts: 0, whole: Infinity });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          if (entry.startTime >= seen.whole) seen.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    opened.host.pages.set('page.html', {
      html: pageOf(
        '',
        `<h1>页面</h1>${hasData ? renderDataBlock('data', data) : ''}${markup}<p>主办单位</p><script async src="fp-kit.legacy.js"></script>`,
      ),
      headers: { 'Content-Security-Policy': policy },
    });
    await tab.goto(`${opened.host.url}page.html`, { waitUntil: 'domcontentloaded' });
    await twoFrames();
    const before = await tab.screenshot();
    await tab.evaluate((name) => {
      const element = document.querySelector(name)!;
      Object.assign(window, { least: Infinity, whole: performance.now() });
      const look = () => {
        Object.assign(window, { least: Math.min((window as unknown as { least: number }).least, element.getBoundingClientRect().height) });
        requestAnimationFrame(look);
      };
      look();
      element.addEventListener('fp-load', () => Object.assign(window, { taken: true }));
    }, tag);
    const height = await tab.$eval(tag, (element) => element.getBoundingClientRect().height);
    await vi.waitFor(() => expect(release).toBeDefined());
    release!();
    await tab.waitForFunction(() => (window as unknown as { taken?: boolean }).taken);
    await twoFrames();
    expect(await pixelsThatDiffer(before, await tab.screenshot())).toBe(0);
    const { least, shifts } = await tab.evaluate(() => {
      const { least, shifts } = window as unknown as { least: number; shifts: number };
      return { least, shifts };
    });
    expect(least).toBeGreaterThanOrEqual(height - 1);
    expect(shifts).toBe(0);
    expect(requests.filter((url) => !/^(page\.html|fp-kit\.legacy\.js|favicon\.ico)?$/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

it('goes on where the reader is: a row opened before the script came is open, and has the focus it had', async () => {
  await open(
    pageOf(
      '',
      renderDataBlock('plan', plan) + (await renderElement('fp-task-list', { properties: { plan }, attributes: { src: '#plan' } })),
    ),
  );
  const second = (await tab.$$('fp-task-list >>> .task summary'))[1]!;
  await second.click();
  await second.focus();
  const reading = () =>
    tab.$eval('fp-task-list', ({ shadowRoot }) => ({
      open: Array.from(shadowRoot!.querySelectorAll('.task > details[open] > summary > .name'), ({ textContent }) => textContent),
      focused: shadowRoot!.activeElement?.querySelector('.name')?.textContent,
      text: shadowRoot!.querySelector<HTMLElement>('.task > details[open]')!.innerText,
      top: shadowRoot!.querySelector('.task > details[open]')!.getBoundingClientRect().top,
    }));
  const before = await reading();
  expect(before.open).toHaveLength(1);
  expect(before.focused).toBe(before.open[0]);
  await tab.addScriptTag({ url: 'fp-kit.js', type: 'module' });
  await tab.waitForSelector('fp-task-list[data-state=ready]');
  await tab.waitForFunction(() => document.querySelector('fp-task-list')!.matches(':defined'));
  await twoFrames();
  expect(await reading()).toEqual(before);
});

describe('a page without script', () => {
  it('shows the whole plan, rows that open included, and allows its styles by hash', async () => {
    await tab.setJavaScriptEnabled(false);
    const markup = await renderElement('fp-progress-ring', { properties: { plan: snapshot } });
    const hashes = await styleHashesOf(markup);
    await open(pageOf('', markup), { 'Content-Security-Policy': `default-src 'none'; style-src ${hashes.join(' ')}` });
    expect(faults).toEqual([]);
    expect(
      await tab.$eval('fp-progress-ring', (ring) => getComputedStyle(ring.shadowRoot!.querySelector('.ring')!).getPropertyValue('--_arcs')),
    ).toContain('%');
    await open(pageOf('', await renderElement('fp-task-list', { properties: { plan } })));
    await (await tab.$('fp-task-list >>> .task summary'))!.click();
    expect(await tab.$eval('fp-task-list', (list) => list.shadowRoot!.querySelector<HTMLElement>('.task > details')!.innerText)).toContain(
      plan.tasks[0]!.actions[0]!.text,
    );
  });

  it('keeps the light DOM for engines that know no declarative root', async () => {
    const markup = await renderElement('fp-task-list', { properties: { plan }, fallback: renderFallback(plan) });
    await open(pageOf('', markup.replace('shadowrootmode', 'data-unknown')));
    expect(await tab.$eval('fp-task-list', (list) => (list as HTMLElement).innerText)).toContain(plan.tasks[0]!.title);
  });
});

describe('data of any kind', () => {
  const hostile = '</script></style></template><img src=x onerror="console.error(1)">"\'&<!--';

  it('runs nothing, and is shown as it is', async () => {
    const tasks = plan.tasks.map((task, index) => (index === 0 ? { ...task, title: hostile } : task));
    const twisted = { ...plan, title: hostile, tasks };
    const markup = await renderElement('fp-task-list', { properties: { plan: twisted }, attributes: { src: '#plan', label: hostile } });
    await open(pageOf(script, renderDataBlock('plan', twisted) + markup));
    expect(await tab.$eval('fp-task-list', (list) => list.shadowRoot!.textContent)).toContain(hostile);
    expect(await tab.$$('img')).toEqual([]);
    expect(await tab.$$('fp-task-list >>> img')).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['none', {}],
    ['what is no plan', { plan: { tasks: 3 } }],
  ])('leaves the light DOM where there is %s', async (_, properties) => {
    expect(await renderElement('fp-task-list', { properties, attributes: { src: 'plan.json' }, fallback: '<p>原文</p>' })).toBe(
      '<fp-task-list src="plan.json"><p>原文</p></fp-task-list>',
    );
  });

  it('keeps what was served where newer data can’t be had, and says so below', async () => {
    await open(pageOf(script, await renderElement('fp-task-list', { properties: { plan }, attributes: { src: 'gone.json' } })));
    await tab.waitForSelector('fp-task-list[data-state=error]');
    const text = await tab.$eval('fp-task-list', (list) => list.shadowRoot!.textContent);
    expect(text).toContain(plan.tasks[0]!.title);
    expect(text).toContain('没有找到最新数据');
  });
});

describe('a data block', () => {
  it('is read where it stands, on a page from a disk too; reload reads it again', async () => {
    await open(pageOf(script, `<fp-task-list src="#plan">原文</fp-task-list>${renderDataBlock('plan', plan)}`));
    await tab.waitForSelector('fp-task-list[data-state=ready]');
    await tab.evaluate(() => {
      const block = document.querySelector('#plan')!;
      block.textContent = block.textContent.replaceAll('工作要点', '新的要点');
      return (document.querySelector('fp-task-list') as unknown as { reload: () => Promise<void> }).reload();
    });
    expect(await tab.$eval('fp-task-list >>> h2', ({ textContent }) => textContent)).toContain('新的要点');
    expect(requests.filter((url) => url.endsWith('.json'))).toEqual([]);
  });

  it('that is not there is told by its id', async () => {
    await open(pageOf(script, '<fp-task-list src="#nowhere">原文</fp-task-list>'));
    await tab.waitForSelector('fp-task-list[data-state=error]');
    expect(await tab.$eval('fp-task-list', (list) => (list as HTMLElement).innerText)).toContain('原文');
    expect(faults).toEqual([expect.stringContaining('id 为 nowhere')]);
  });
});

it('is what @lit-labs/ssr renders with', async () => {
  const code = `import { render } from '@lit-labs/ssr';
    import { html } from 'lit';
    import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
    import { createElementRenderer } from '@fp-kit/elements/lit-ssr';
    import '@fp-kit/elements/task-list/define';
    const plan = JSON.parse(process.argv[1]);
    const page = html\`<main><fp-task-list src="#plan" .plan=\${plan}><p>原文</p></fp-task-list><fp-progress-ring>无</fp-progress-ring></main>\`;
    console.log(await collectResult(render(page, { elementRenderers: [createElementRenderer({ nonce: 'n' })] })));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code, JSON.stringify(plan)], {
    cwd: join(root, 'packages/elements'),
    maxBuffer: 1e7,
  });
  expect(stderr).toBe('');
  const shadow = /<template [^>]*shadowrootmode="open"[^>]*>([^]*?)<\/template>/.exec(stdout)![1]!;
  expect(shadow).toBe(
    /<template [^>]*>([^]*)<\/template>/.exec(await renderElement('fp-task-list', { properties: { plan }, nonce: 'n' }))![1],
  );
  expect(stdout).toMatch(/<fp-task-list +src="#plan" data-state="ready">/);
  expect(stdout).toContain('<p>原文</p></fp-task-list>');
});
