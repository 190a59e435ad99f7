import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';
import { startHost, strictPolicy, type Host } from './host.js';
import { root } from './kit.js';

// The built files on pages as they are: scripts anywhere and twice, strict policies, frames, disks, other people's sandboxes.

const dist = join(root, 'packages/elements/dist');
const fallback = '<a href="work-plan.html">工作要点原文</a>';
const list = `<fp-task-list src="plan.json">${fallback}</fp-task-list>`;
const moduleScript = '<script type="module" src="fp-kit.js"></script>';
const classicScript = '<script defer src="fp-kit.legacy.js"></script>';
const page = (head: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页面</title>${head}</head><body>${body}</body></html>`;

let host: Host;
let browser: Browser;
let tab: Page;
let faults: string[];

beforeAll(async () => {
  host = await startHost();
  browser = await puppeteer.launch(await findChromium());
}, 60_000);

afterAll(async () => {
  await browser.close();
  await host.close();
});

beforeEach(async () => {
  tab = await browser.newPage();
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
  host.pages.clear();
  await tab.close();
});

async function open(html: string, headers: Record<string, string> = {}): Promise<void> {
  host.pages.set('page.html', { html, headers });
  await tab.goto(`${host.url}page.html`, { waitUntil: 'load' });
}

/** What stands in the list, once it is there. */
async function listed(frame: Page | Frame = tab): Promise<string> {
  await frame.waitForSelector('fp-task-list[data-state=ready]', { timeout: 5000 });
  return frame.$eval('fp-task-list', (element) => element.shadowRoot!.textContent);
}

describe.each([
  ['module', moduleScript],
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

it('runs as module and as classic script on one page', async () => {
  await open(page(moduleScript + classicScript, list));
  expect(await listed()).toContain('建好管好用好服务阵地');
  expect(faults).toEqual([]);
});

it('names both versions once where an older copy was there first, which stays', async () => {
  const older = readFileSync(join(dist, 'fp-kit.legacy.js'), 'utf8').replaceAll(/(["'])(\d+\.\d+\.\d+)\1/g, '"0.0.0-older"');
  host.pages.set('older.js', { html: older, headers: { 'Content-Type': 'text/javascript' } });
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
    // As in Safari before 16.4: Lit looks for this method before it adopts sheets.
    await tab.evaluateOnNewDocument(() => Reflect.deleteProperty(CSSStyleSheet.prototype, 'replace'));
    const policy = "default-src 'none'; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'; connect-src 'self'";
    await open(page(script, list), { 'Content-Security-Policy': policy });
    await listed();
    expect(await tab.$eval('fp-task-list', (element) => element.shadowRoot!.querySelectorAll('style').length)).toBeGreaterThan(0);
    expect(await tab.$eval('fp-task-list', (element) => getComputedStyle(element).display)).toBe('block');
    expect(faults).toEqual([]);
  });
});

describe('in a frame without an origin', () => {
  it('shows the plan of a host that lets it be read', async () => {
    host.pages.set('open-plan.json', {
      html: readFileSync(join(root, 'dist/examples/portal/plan.json'), 'utf8'),
      headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    });
    host.pages.set('inner.html', { html: page(classicScript, list.replace('plan.json', 'open-plan.json')) });
    await open(page('', '<iframe sandbox="allow-scripts" src="inner.html"></iframe>'));
    const frame = await (await tab.waitForSelector('iframe'))!.contentFrame();
    expect(await listed(frame)).toContain('建好管好用好服务阵地');
    expect(faults).toEqual([]);
  });

  it('keeps the light DOM where the host does not', async () => {
    host.pages.set('inner.html', { html: page(classicScript, list) });
    await open(page('', '<iframe sandbox="allow-scripts" src="inner.html"></iframe>'));
    const frame = await (await tab.waitForSelector('iframe'))!.contentFrame();
    await frame.waitForSelector('fp-task-list[data-state=error]');
    expect(await frame.$eval('fp-task-list', (element) => (element as HTMLElement).innerText)).toContain('工作要点原文');
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
    host.pages.set('host.js', { html: outputFiles[0]!.text, headers: { 'Content-Type': 'text/javascript' } });
  }
  // Both run the script as text of their own, which no strict policy allows: the page sends none.
  const inner = page('', `${list}<script src="fp-kit.legacy.js"></script>`);

  it('of qiankun, in the sandbox that stands in for window and patches document', async () => {
    await bundle(`import { loadMicroApp } from 'qiankun';
      loadMicroApp({ name: 'plan', entry: location.origin + '/inner.html', container: '#app' }, { sandbox: { experimentalStyleIsolation: true } });`);
    const lifecycle = '<script>window.plan = { bootstrap: async () => {}, mount: async () => {}, unmount: async () => {} };</script>';
    host.pages.set('inner.html', { html: inner.replace('</body>', `${lifecycle}</body>`) });
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
    host.pages.set('inner.html', { html: inner });
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
