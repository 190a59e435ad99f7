import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePlanOrSnapshot, renderFallback } from '@fp-kit/sdk';
import { build } from 'esbuild';
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.js';
import { startHost, strictPolicy } from './host.js';
import { root } from './kit.js';

// The built files on pages as they are: scripts anywhere and twice, strict policies, frames, disks, other people's sandboxes.

const dist = join(root, 'packages/elements/dist');
const fallback = '<a href="work-plan.html">工作要点原文</a>';
const list = `<fp-task-list src="plan.json">${fallback}</fp-task-list>`;
const moduleScript = '<script type="module" src="fp-kit.js"></script>';
const loaderScript = '<script type="module" src="fp-kit.loader.js"></script>';
const classicScript = '<script defer src="fp-kit.legacy.js"></script>';
const page = (head: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页面</title>${head}</head><body>${body}</body></html>`;

const opened = useBrowser(startHost);
let tab: Page;
let faults: string[];

beforeEach(async () => {
  tab = await opened.browser.newPage();
  const seen: string[] = (faults = []);
  tab.on('console', (message) => seen.push(`${message.type()} ${message.text()}`));
  tab.on('pageerror', (error) => seen.push(`uncaught ${String(error)}`));
  await tab.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.log(`violation ${violatedDirective} ${blockedURI}`);
    });
  });
});

afterEach(async () => {
  opened.host.pages.clear();
  await tab.close();
});

async function open(html: string, headers: Record<string, string> = {}): Promise<void> {
  opened.host.pages.set('page.html', { html, headers });
  await tab.goto(`${opened.host.url}page.html`, { waitUntil: 'load' });
}

/** Counts from the next page on how far what is in view is moved about. */
async function watchShifts(): Promise<void> {
  await tab.evaluateOnNewDocument(() => {
    const seen = Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shifts += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The layout shift of the page so far, once it has come to rest. */
async function shifted(): Promise<number> {
  await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return tab.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

/** What stands in the list, once it is there. */
async function listed(frame: Page | Frame = tab): Promise<string> {
  await frame.waitForSelector('fp-task-list[data-state=ready]', { timeout: 5000 });
  return frame.$eval('fp-task-list', (element) => element.shadowRoot!.textContent);
}

describe.each([
  ['module', moduleScript],
  ['loader', loaderScript],
  ['classic', classicScript],
  ['classic without defer', '<script src="fp-kit.legacy.js"></script>'],
])('the %s script', (_, script) => {
  it.each([
    ['in the head', script, list],
    ['before the tag', '', script + list],
    ['after the tag', '', list + script],
    ['twice', script, list + script],
  ])('%s', async (_, head, body) => {
    await open(page(head, body));
    expect(await listed()).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  it('upgrades a tag that comes later', async () => {
    await open(page(script, ''));
    await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), list);
    expect(await listed()).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });
});

it('loads only what the page contains, and what comes later', async () => {
  const loaded = () =>
    tab.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => /load\/([\w-]+)\.define-/.exec(name)?.[1] ?? []));
  await open(page(loaderScript, '<fp-progress-ring value="1" max="3"></fp-progress-ring>'));
  await tab.waitForSelector('fp-progress-ring[data-state=ready]');
  expect(await loaded()).toEqual(['progress-ring']);
  await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', `<div>${html}</div>`), list);
  expect(await listed()).toContain('建好管好用好服务阵地');
  expect(await loaded()).toEqual(['progress-ring', 'task-list']);
  expect(faults).toEqual([]);
});

it('runs as module and as classic script on one page', async () => {
  await open(page(moduleScript + classicScript, list));
  expect(await listed()).toContain('建好管好用好服务阵地');
  expect(faults).toEqual([]);
});

it('names both versions once where an older copy was there first, which stays', async () => {
  const older = readFileSync(join(dist, 'fp-kit.legacy.js'), 'utf8').replaceAll(/(["'])(\d+\.\d+\.\d+)\1/g, '"0.0.0-older"');
  opened.host.pages.set('older.js', { html: older, headers: { 'Content-Type': 'text/javascript' } });
  await open(page(`<script defer src="older.js"></script>${classicScript}`, list));
  expect(await listed()).toContain('建好管好用好服务阵地');
  // Lit says for itself that there are two of it.
  expect(faults.filter((fault) => fault.includes('<fp-'))).toEqual([
    expect.stringMatching(/^warn <fp-[a-z-]+>: version 0\.0\.0-older .* version \d+\.\d+\.\d+ /),
  ]);
});

describe('under a strict policy', () => {
  it.each([
    ['module', moduleScript],
    ['loader', loaderScript],
    ['classic', classicScript],
  ])('the %s script shows the plan and breaks no rule', async (_, script) => {
    await open(page(script, list), { 'Content-Security-Policy': `${strictPolicy}; trusted-types lit-html` });
    expect(await listed()).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  it.each([
    ['module', '<script nonce="n0nce" type="module" src="fp-kit.js"></script>'],
    ['classic', '<script nonce="n0nce" defer src="fp-kit.legacy.js"></script>'],
  ])('the %s script carries its nonce over where an engine has no adopted style sheets', async (_, script) => {
    // As in Safari before 16.4.
    await tab.evaluateOnNewDocument(() =>
      [Document, ShadowRoot].forEach((one) => Reflect.deleteProperty(one.prototype, 'adoptedStyleSheets')),
    );
    const policy = "default-src 'none'; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'; connect-src 'self'";
    await open(page(script, list), { 'Content-Security-Policy': policy });
    await listed();
    expect(await tab.$eval('fp-task-list', (element) => element.shadowRoot!.querySelectorAll('style').length)).toBeGreaterThan(0);
    expect(await tab.$eval('fp-task-list', (element) => getComputedStyle(element).display)).toBe('block');
    expect(faults).toEqual([]);
  });
});

describe('explained by debug', () => {
  it.each([
    ['module', moduleScript],
    ['loader', loaderScript],
    ['classic', classicScript],
  ])('an element of the %s script tells what it sees, on a strict page too', async (_, script) => {
    const tag = list.replace('<fp-task-list', '<fp-task-list debug scr="a"');
    await open(page(script, tag), { 'Content-Security-Policy': `${strictPolicy}; trusted-types lit-html` });
    await listed();
    await expect.poll(() => faults.filter((fault) => fault.startsWith('info <fp-task-list>: '))).toHaveLength(2);
    expect(faults).toHaveLength(2);
    expect(faults[1]).toContain('scr：没有这个属性，是否要写 src？');
  });

  it('says what to copy where the explanation is not beside the script', async () => {
    opened.host.pages.set('elsewhere/fp-kit.js', {
      html: readFileSync(join(dist, 'fp-kit.js'), 'utf8'),
      headers: { 'Content-Type': 'text/javascript' },
    });
    await open(page('<script type="module" src="elsewhere/fp-kit.js"></script>', list.replace('<fp-task-list', '<fp-task-list debug')));
    await listed();
    await expect.poll(() => faults.join('\n')).toContain('<fp-task-list>: debug needs fp-kit.debug.js beside the script.');
  });
});

describe('in a frame without an origin', () => {
  it('shows the plan of a host that lets it be read', async () => {
    opened.host.pages.set('open-plan.json', {
      html: readFileSync(join(root, 'dist/examples/portal/plan.json'), 'utf8'),
      headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    });
    opened.host.pages.set('inner.html', { html: page(classicScript, list.replace('plan.json', 'open-plan.json')) });
    await open(page('', '<iframe sandbox="allow-scripts" src="inner.html"></iframe>'));
    const frame = await (await tab.waitForSelector('iframe'))!.contentFrame();
    expect(await listed(frame)).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  it('keeps the light DOM where the host does not', async () => {
    opened.host.pages.set('inner.html', { html: page(classicScript, list) });
    await open(page('', '<iframe sandbox="allow-scripts" src="inner.html"></iframe>'));
    const frame = await (await tab.waitForSelector('iframe'))!.contentFrame();
    await frame.waitForSelector('fp-task-list[data-state=error]');
    expect(await frame.$eval('fp-task-list', (element) => (element as HTMLElement).innerText)).toContain('工作要点原文');
  });
});

describe('among the rules of the page', () => {
  const tags = ['fp-task-list', 'fp-progress-ring', 'fp-site-map'];
  const all = `<fp-task-list src="plan.json"></fp-task-list><fp-progress-ring src="plan.json"></fp-progress-ring><fp-site-map src="sites.json"></fp-site-map>`;

  /** Where everything inside the elements stands and how it is written, relative to the element. */
  async function geometry(rules: string): Promise<string[]> {
    await open(page(`<style>main { width: 900px; font-size: 16px }${rules}</style>${classicScript}`, `<main>${all}</main>`));
    await Promise.all(tags.map((tag) => tab.waitForSelector(`${tag}[data-state=ready]`)));
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return tab.evaluate(
      (names) =>
        names.flatMap((name) => {
          const element = document.querySelector(name)!;
          const origin = element.getBoundingClientRect();
          return [...element.shadowRoot!.querySelectorAll('*')]
            .filter((one) => one.getClientRects().length > 0)
            .map((one) => {
              const { x, y, width, height } = one.getBoundingClientRect();
              const { color, fontSize, fontWeight, letterSpacing, textAlign, textTransform, lineHeight } = getComputedStyle(one);
              const box = [x - origin.x, y - origin.y, width, height].map(Math.round).join(' ');
              const words = [color, fontSize, fontWeight, letterSpacing, textAlign, textTransform, lineHeight].join(' ');
              return `${name} ${one.tagName} ${one.getAttribute('class') ?? ''}: ${box}; ${words}`;
            });
        }),
      tags,
    );
  }

  let plain: string[];
  it('stands as itself', async () => {
    plain = await geometry('');
    expect(plain.length).toBeGreaterThan(200);
  });

  it.each([
    'html { font-size: 62.5%; line-height: 3 }',
    '* { box-sizing: content-box !important }',
    '* { margin: 0 !important; padding: 0 !important; line-height: 1 !important }',
    'ul li { display: inline } ul { list-style: square inside } dl, dt, dd { float: left }',
    'div, section, article, header, span, p { float: left; width: 50%; position: relative; color: red }',
    'body { text-align: center; letter-spacing: 0.5em; word-spacing: 1em; text-transform: uppercase; font: italic 700 9px/1 serif; color: #ccc; text-indent: 2em; white-space: nowrap }',
    'table, td { font-size: 12px } button, input, select, summary { all: unset } svg { width: 100%; fill: red }',
    '[part], [class] { background: red !important; font-size: 8px }',
  ])('%s', async (rules) => {
    expect(await geometry(rules)).toEqual(plain);
  });

  it('follows its own properties, so that the comparison can fail', async () => {
    expect(await geometry('main { --fp-font-size: 18px }')).not.toEqual(plain);
  });

  it('keeps its block where the page unsets everything', async () => {
    await geometry('* { all: unset !important } head, style, script { display: none !important } body, main { display: block !important }');
    const widths = await tab.evaluate((names) => names.map((name) => document.querySelector(name)!.getBoundingClientRect().width), tags);
    expect(Math.min(...widths)).toBeGreaterThan(300);
  });

  // The toolbars for the elderly that portals carry enlarge the page in one of these ways.
  it.each([
    'body { zoom: 1.5 }',
    'body { transform: scale(1.5); transform-origin: 0 0 }',
    'html, body, body * { font-size: 24px !important }',
  ])('needs no sideways scroll of its own under %s', async (rules) => {
    await geometry(rules);
    const overflowing = await tab.evaluate(
      (names) =>
        names.filter((name) => {
          const element = document.querySelector(name)!;
          const right = element.getBoundingClientRect().right + 1;
          return [...element.shadowRoot!.querySelectorAll('*')].some(
            (one) => one.getClientRects().length > 0 && !one.closest('.unheard') && one.getBoundingClientRect().right > right,
          );
        }),
      tags,
    );
    expect(overflowing).toEqual([]);
  });
});

describe('in a box that is as wide as what it holds', () => {
  const tags = {
    'fp-task-list': 'src="plan.json"',
    'fp-progress-ring': 'src="plan.json"',
    'fp-target-meter': 'src="plan.json"',
    'fp-site-map': 'src="sites.json"',
  };
  it.each([
    ['a flex item', '<div style="display:flex">', '<aside style="width:300px">x</aside></div>'],
    ['a float', '<div style="float:left">', '</div>'],
    ['an inline block', '<div style="display:inline-block">', '</div>'],
    ['a cell', '<table><tr><td>', '</td></tr></table>'],
    ['a track of a grid', '<div style="display:grid;grid-template-columns:auto 1fr">', '<aside>x</aside></div>'],
    ['a centred column', '<div style="display:flex;flex-direction:column;align-items:center">', '</div>'],
  ])('%s', async (_, before, after) => {
    for (const width of [1280, 390]) {
      await tab.setViewport({ width, height: 900 });
      for (const [tag, attributes] of Object.entries(tags)) {
        await open(page(classicScript, `${before}<${tag} ${attributes}></${tag}>${after.replace('300px', '60px')}`));
        await tab.waitForSelector(`${tag}[data-state=ready]`);
        const [own, all] = await tab.evaluate(
          (name) => [document.querySelector(name)!.getBoundingClientRect().width, document.documentElement.scrollWidth],
          tag,
        );
        expect(own, `${tag} at ${width}`).toBeGreaterThan(280);
        expect(all, `${tag} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('on a cheap phone, slowly', () => {
  // Six times slower than this machine, 400 kbit/s each way with 150 ms to go there and back.
  it('shows the light DOM at once, and moves nothing on the screen when the element takes over', async () => {
    const snapshot = parsePlanOrSnapshot(JSON.parse(readFileSync(join(root, 'dist/examples/portal/plan.json'), 'utf8')));
    const body = `<h1>工作要点</h1><fp-task-list src="plan.json">${renderFallback(snapshot)}</fp-task-list><p>主办单位</p>`;
    opened.host.pages.set('slow.html', { html: page(`<meta name="viewport" content="width=device-width">${classicScript}`, body) });
    await tab.setViewport({ width: 390, height: 844, isMobile: true });
    await tab.emulateCPUThrottling(6);
    await tab.emulateNetworkConditions({ download: 50_000, upload: 50_000, latency: 150 });
    await watchShifts();
    await tab.goto(`${opened.host.url}slow.html`, { waitUntil: 'load', timeout: 60_000 });
    const [firstPaint, requestsDone] = await tab.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.js'))!.duration,
    ]);
    expect(firstPaint).toBeLessThan(requestsDone!);
    await tab.waitForSelector('fp-task-list[data-state=ready]', { timeout: 60_000 });
    expect(await shifted()).toBeLessThanOrEqual(0.02);
  }, 120_000);
});

describe('with nothing between its tags', () => {
  const phone = { width: 390, height: 844 };
  const desk = { width: 1280, height: 800 };
  it.each([
    ['fp-task-list', 'light', phone],
    ['fp-task-list', 'elder', desk],
    ['fp-progress-ring', 'light', phone],
    ['fp-progress-ring', 'light', desk],
    ['fp-target-meter', 'light', phone],
    ['fp-target-meter', 'light', desk],
  ])('%s keeps the page below it in its place while data comes (%s, %o)', async (tag, theme, viewport) => {
    await tab.setViewport(viewport);
    await tab.emulateNetworkConditions({ download: 1e6, upload: 1e6, latency: 400 });
    await watchShifts();
    await open(
      page(
        '<meta name="viewport" content="width=device-width"><script src="fp-kit.legacy.js"></script>',
        `<h1>工作要点</h1><${tag} src="plan.json" theme="${theme}"></${tag}>${'<p>主办单位</p>'.repeat(30)}`,
      ),
    );
    await tab.waitForSelector(`${tag}[data-state=ready]`);
    expect(await shifted()).toBeLessThanOrEqual(0.02);
  });
});

describe('inside a micro-frontend', () => {
  /** The library bundled for a page, as `library`. */
  async function bundle(code: string): Promise<void> {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root },
      bundle: true,
      write: false,
      format: 'iife',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    opened.host.pages.set('host.js', { html: outputFiles[0]!.text, headers: { 'Content-Type': 'text/javascript' } });
  }
  // Both run the script as text of their own, which no strict policy allows: the page sends none.
  const inner = page('', `${list}<script src="fp-kit.legacy.js"></script>`);

  it('of qiankun, in the sandbox that stands in for window and patches document', async () => {
    await bundle(`import { loadMicroApp } from 'qiankun';
      loadMicroApp({ name: 'plan', entry: location.origin + '/inner.html', container: '#app' }, { sandbox: { experimentalStyleIsolation: true } });`);
    const lifecycle = '<script>window.plan = { bootstrap: async () => {}, mount: async () => {}, unmount: async () => {} };</script>';
    opened.host.pages.set('inner.html', { html: inner.replace('</body>', `${lifecycle}</body>`) });
    await open(page('', '<div id="app"></div><script src="host.js"></script>'));
    expect(await listed()).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  // wujie runs scripts in a frame, whose registry knows nothing of the outer document where it puts the tags.
  it.each([
    ['shows the plan where the outer page has the script', classicScript, 'ready'],
    ['keeps the light DOM where only the inner one has', '', undefined],
  ])('of wujie: %s', async (_, script, state) => {
    await bundle(`import { startApp } from 'wujie';
      startApp({ name: 'plan', url: location.origin + '/inner.html', el: '#app' }).then(() => document.body.classList.add('started'));`);
    opened.host.pages.set('inner.html', { html: inner });
    await open(page(script, '<div id="app"></div><script src="host.js"></script>'));
    await tab.waitForSelector('.started');
    const found = await tab.waitForFunction(
      (wanted) => {
        const element = document.querySelector('wujie-app')!.shadowRoot!.querySelector('fp-task-list');
        return (element?.getAttribute('data-state') ?? undefined) === wanted && element?.textContent;
      },
      {},
      state,
    );
    expect(await found.jsonValue()).toContain('工作要点原文');
    expect(faults).toEqual([]);
  });
});

describe('from a disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fp-kit-disk-'));
    copyFileSync(join(dist, 'fp-kit.legacy.js'), join(folder, 'fp-kit.legacy.js'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a plan that a script of the page gives it', async () => {
    const plan = readFileSync(join(root, 'dist/examples/portal/plan.json'), 'utf8');
    writeFileSync(join(folder, 'plan.js'), `document.querySelector('fp-task-list').plan = ${plan};`);
    writeFileSync(join(folder, 'page.html'), page(classicScript, `${list.replace(' src="plan.json"', '')}<script src="plan.js"></script>`));
    await tab.goto(pathToFileURL(join(folder, 'page.html')).href);
    expect(await listed()).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  it('keeps the light DOM for an address that no browser reads from a disk', async () => {
    writeFileSync(join(folder, 'page.html'), page(classicScript, list));
    await tab.goto(pathToFileURL(join(folder, 'page.html')).href);
    await tab.waitForSelector('fp-task-list[data-state=error]');
    expect(await tab.$eval('fp-task-list', (element) => (element as HTMLElement).innerText)).toContain('工作要点原文');
  });
});
