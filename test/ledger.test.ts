import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import puppeteer, { type Browser } from 'puppeteer-core';
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
