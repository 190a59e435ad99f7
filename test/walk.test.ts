import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { serveExamples } from '../scripts/serve.mjs';
import { useBrowser } from './browser.js';
import { focusedOn, hear, tabTo } from './hearing.js';

// Somebody who neither sees nor points: the built file in a built page, by keyboard alone, heard through the tree that a screen reader reads.

const opened = useBrowser(() => serveExamples());
let page: Page;

beforeEach(async () => {
  page = await opened.browser.newPage();
});

const words = async () => (await hear(page)).map(({ name }) => name ?? '').join('\n');

it('searches by pinyin, filters, opens a task, reads its sentence, ticks and undoes by keyboard alone', async () => {
  await page.goto(`${opened.host.url}portal/`, { waitUntil: 'load' });
  await page.waitForSelector('fp-task-list[data-state=ready]');
  await page.evaluate(async () => {
    const list = document.querySelector('fp-task-list')!;
    list.editable = true;
    list.plan = await (await fetch('plan.json')).json();
    await list.updateComplete;
  });

  expect((await tabTo(page, /^搜索任务$/)).role).toBe('searchbox');
  await page.keyboard.type('nxjy');
  await page.waitForFunction(() => document.querySelector('fp-task-list')!.shadowRoot!.querySelector('.found')!.textContent !== '');
  const count = /找到 (\d+) 项任务，共 (\d+) 项/.exec(await words())!;
  expect(Number(count[1])).toBeGreaterThan(0);
  expect(Number(count[1])).toBeLessThan(Number(count[2]));

  expect((await tabTo(page, /^筛选$/)).expanded).toBe(false);
  await page.keyboard.press('Space');
  expect((await focusedOn(page))!.expanded).toBe(true);
  expect((await tabTo(page, /^已逾期$/)).role).toBe('checkbox');
  expect((await tabTo(page, /^工作领域$/)).role).toBe('combobox');
  await tabTo(page, /^清除条件$/);

  const row = await tabTo(page, /暖心家园/);
  expect(row.name).toMatch(/（.）?.+ (进行中|已完成|未报送|已逾期|临期)/);
  await page.keyboard.press('Enter');
  expect((await focusedOn(page))!.expanded).toBe(true);

  await tabTo(page, /^查看原文 .*暖心家园/);
  await page.keyboard.press('Enter');
  expect(await words()).toMatch(/暖心家园[^]*〔2026〕/);

  // The list's own sum; the ring beside it shows what was loaded.
  const done = async () => Number((await page.$eval('fp-task-list >>> .sum strong', (sum) => sum.textContent)).replace(/\D/g, ''));
  const before = await done();
  let box = await tabTo(page, /./);
  for (let stop = 0; !(box.role === 'checkbox' && !box.checked) && stop < 20; stop++) box = await tabTo(page, /./);
  await page.keyboard.press('Space');
  expect((await focusedOn(page))!.checked).toBe(true);
  expect(await done()).toBe(before + 1);
  expect(await words()).toContain('已记录');

  expect((await tabTo(page, /^撤销$/)).role).toBe('button');
  await page.keyboard.press('Enter');
  const after = (await focusedOn(page))!;
  expect([after.role, after.checked ?? false]).toEqual(['checkbox', false]);
  expect(await done()).toBe(before);
}, 60_000);
