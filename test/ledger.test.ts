import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LedgerEntry } from '@fp-kit/sdk';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from './kit.js';

let server: ChildProcess;
let browser: Browser;
const addresses: string[] = [];

beforeAll(async () => {
  browser = await puppeteer.launch(await findChromium());
  server = spawn(process.execPath, [join(root, 'examples/ledger/start.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout! })) {
    addresses.push(line);
    if (addresses.length === 2) break;
  }
}, 120_000);

afterAll(async () => {
  server.kill();
  await browser.close();
});

const publicPage = () => addresses[0]!;
const entriesAddress = () => `${publicPage()}plans/plan-d43958178005/entries`;
const authorization = () => ({ Authorization: `Bearer ${new URL(addresses[1]!).hash.slice(1)}` });

async function ledger(): Promise<LedgerEntry[]> {
  const response = await fetch(`${entriesAddress()}?limit=1000`, { headers: authorization() });
  return ((await response.json()) as { entries: { entry: LedgerEntry }[] }).entries.map(({ entry }) => entry);
}

/** The staff page in a browser profile of its own, with the entries that its list makes, in their order. */
async function openStaff(): Promise<{ staff: Page; made: LedgerEntry[] }> {
  const context = await browser.createBrowserContext();
  const staff = await context.newPage();
  const made: LedgerEntry[] = [];
  await staff.exposeFunction('tellMade', (entry: LedgerEntry) => made.push(entry));
  await staff.evaluateOnNewDocument(() => {
    for (const type of ['fp-task-toggle', 'fp-progress-report'])
      addEventListener(type, ({ detail }: CustomEventInit<{ entry: unknown }>) => {
        (window as unknown as { tellMade: (entry: unknown) => void }).tellMade(detail!.entry);
      });
  });
  await staff.goto(addresses[1]!);
  await staff.waitForSelector('fp-task-list[data-state=ready]');
  return { staff, made };
}

/** Ticks so many actions that are not ticked. */
const tick = (staff: Page, count: number) =>
  staff.evaluate((wanted) => {
    let ticked = 0;
    const inside = document.querySelector('fp-task-list')!.shadowRoot!;
    for (const summary of inside.querySelectorAll<HTMLElement>('.task > details > summary')) {
      summary.click();
      for (const box of summary.closest('.task')!.querySelectorAll<HTMLInputElement>('[type=checkbox]')) {
        if (ticked === wanted) return;
        if (box.checked || box.disabled) continue;
        box.click();
        ticked++;
      }
    }
  }, count);

const textOf = (page: Page, selector: string) => page.$eval(selector, ({ textContent }) => textContent);

it('a tick on the staff page moves the ring on the public one', async () => {
  const [shown, staff] = [await browser.newPage(), await browser.newPage()];
  await shown.goto(addresses[0]!);
  await shown.waitForSelector('fp-progress-ring[data-state=ready]');
  const done = () =>
    shown.$eval('fp-progress-ring >>> [role=progressbar], fp-progress-ring >>> [role=meter]', (ring) =>
      Number(ring.getAttribute('aria-valuenow')),
    );
  const before = await done();

  await staff.bringToFront();
  await staff.goto(addresses[1]!);
  await staff.waitForSelector('fp-task-list[data-state=ready]');
  const recorded = staff.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 201);
  await staff.evaluate(() => {
    const inside = document.querySelector('fp-task-list')!.shadowRoot!;
    for (const summary of inside.querySelectorAll<HTMLElement>('.task > details > summary')) {
      summary.click();
      const box = [...summary.closest('.task')!.querySelectorAll<HTMLInputElement>('[type=checkbox]')].find(({ checked }) => !checked);
      box?.click();
      if (box) break;
    }
  });
  await recorded;
  // A page in the background draws nothing.
  await shown.bringToFront();
  await expect.poll(done, { timeout: 10_000 }).toBe(before + 1);

  // It is in the ledger, not only in the page.
  await shown.reload();
  await shown.waitForSelector('fp-progress-ring[data-state=ready]');
  expect(await done()).toBe(before + 1);
}, 60_000);

it('ten ticks of a page that is cut off survive a reload, and arrive once and in order when it is back', async () => {
  const before = await ledger();
  const { staff, made } = await openStaff();
  let isCut = true;
  await staff.setRequestInterception(true);
  staff.on(
    'request',
    (request) => void (isCut && request.method() === 'POST' ? request.abort('internetdisconnected') : request.continue()),
  );
  await tick(staff, 10);
  await expect.poll(() => textOf(staff, '#waiting')).toContain('10 条记录尚未送达');
  expect(made).toHaveLength(10);

  await staff.reload();
  await staff.waitForSelector('fp-task-list[data-state=ready]');
  await expect.poll(() => textOf(staff, '#waiting')).toContain('10 条记录尚未送达');
  expect(await ledger()).toEqual(before);

  isCut = false;
  await staff.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => textOf(staff, '#waiting'), { timeout: 30_000 }).toBe('');
  expect(await ledger()).toEqual([...before, ...made]);
  // And they are not sent again by the next page.
  await staff.reload();
  await staff.waitForSelector('fp-task-list[data-state=ready]');
  expect(await ledger()).toHaveLength(before.length + 10);
  await staff.browserContext().close();
}, 90_000);

it('what the server refuses is shown with its reason, through a reload, until it is taken note of', async () => {
  const before = await ledger();
  const { staff } = await openStaff();
  await staff.$eval('fp-task-list', (list) => list.setAttribute('reporter', '样例 13900001111'));
  await tick(staff, 1);
  await expect.poll(() => textOf(staff, '#refused')).toMatch(/未被接受：.*reporter/);
  expect(await staff.$eval('fp-task-list >>> .recording.failed', ({ textContent }) => textContent)).toContain('未能保存');
  await staff.reload();
  await expect.poll(() => textOf(staff, '#refused')).toMatch(/未被接受：.*reporter/);
  await (await staff.waitForSelector('#refused button'))!.click();
  await expect.poll(() => textOf(staff, '#refused')).toBe('');
  expect(await ledger()).toEqual(before);
  await staff.browserContext().close();
}, 60_000);

it('of two who correct the same entry, the first is told that it stands, the second what stands instead of his', async () => {
  const { staff, made } = await openStaff();
  // The page has not yet heard of what the first one wrote.
  await staff.setRequestInterception(true);
  staff.on('request', (request) => void (request.url().includes('seq=') ? request.abort() : request.continue()));
  await tick(staff, 1);
  await expect.poll(async () => (await ledger()).some(({ id }) => id === made[0]?.id)).toBe(true);
  const first: LedgerEntry = {
    ...made[0]!,
    id: made[0]!.id.replace(/.{12}$/, '0123456789ab'),
    supersedes: made[0]!.id,
    reporter: '青溪市计划生育协会',
  };
  const answer = await fetch(entriesAddress(), {
    method: 'POST',
    headers: { ...authorization(), 'Content-Type': 'application/json' },
    body: JSON.stringify(first),
  });
  expect(answer.status).toBe(201);

  await (await staff.waitForSelector('fp-task-list >>> .recording.recorded [data-deed=undo]'))!.evaluate((button) => {
    (button as HTMLElement).click();
  });
  await expect.poll(() => textOf(staff, '#refused')).toContain('青溪市计划生育协会');
  expect(await textOf(staff, '#refused')).toContain('已完成');
  const correctedBy = (await ledger()).filter(({ supersedes }) => supersedes === made[0]!.id);
  expect(correctedBy).toEqual([first]);
  await staff.browserContext().close();
}, 60_000);

it('the ranking and what is to be chased follow the ledger', async () => {
  const page = await browser.newPage();
  await page.goto(publicPage());
  await page.waitForSelector('fp-ranking[data-state=ready]');
  await page.waitForSelector('fp-supervision[data-state=ready]');
  const rateOf = (name: string) =>
    page.$eval(
      'fp-ranking',
      ({ shadowRoot }, wanted) =>
        Array.from(shadowRoot!.querySelectorAll('tbody tr'))
          .find((row) => row.querySelector('th')!.textContent.includes(wanted))
          ?.querySelector('.score .of')?.textContent,
      name,
    );
  expect(await page.$eval('fp-ranking >>> .method', ({ textContent }) => textContent)).toContain('名次并列');
  const [entry] = await ledger();
  const region = '990300';
  const before = await rateOf('云屏市');
  const answer = await fetch(entriesAddress(), {
    method: 'POST',
    headers: { ...authorization(), 'Content-Type': 'application/json' },
    body: JSON.stringify({
      id: '0197f000-0000-7000-8000-0000000000aa',
      planId: entry!.planId,
      taskId: entry!.taskId,
      ...(entry!.actionId === undefined ? {} : { actionId: entry!.actionId }),
      region,
      status: 'done',
      evidence: [],
      reporter: '云屏市计划生育协会',
      asOf: entry!.asOf,
      recordedAt: new Date().toISOString(),
    }),
  });
  expect(answer.status).toBe(201);
  await expect.poll(() => rateOf('云屏市'), { timeout: 10_000 }).not.toBe(before);
  await page.close();
}, 60_000);
