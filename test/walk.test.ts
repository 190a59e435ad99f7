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

/** The portal's list, to be edited, with the page's own copy of its plan. */
async function openEditable(): Promise<void> {
  await page.goto(`${opened.host.url}portal/`, { waitUntil: 'load' });
  await page.waitForSelector('fp-task-list[data-state=ready]');
  await page.evaluate(async () => {
    const list = document.querySelector('fp-task-list')!;
    list.editable = true;
    list.plan = await (await fetch('plan.json')).json();
    await list.updateComplete;
  });
}

const words = async () => (await hear(page)).map(({ name }) => name ?? '').join('\n');

it('searches by pinyin, filters, opens a task, reads its sentence, ticks and undoes by keyboard alone', async () => {
  await openEditable();

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

it('describes a field by what is wrong in it, and no longer once that is mended', async () => {
  await openEditable();
  await tabTo(page, /暖心家园.*目标/);
  await page.keyboard.press('Enter');

  const field = await tabTo(page, /^填报 .*暖心家园/);
  expect([field.role, field.invalid, field.description]).toEqual(['textbox', undefined, undefined]);
  await page.keyboard.type('两个半');
  await page.keyboard.press('Enter');
  const refused = (await focusedOn(page))!;
  expect([refused.name, refused.invalid, refused.description]).toEqual([field.name, 'true', '请填数字，例如 12、3.5 或 286万']);

  await page.keyboard.press('Backspace');
  const mended = (await focusedOn(page))!;
  expect([mended.invalid, mended.description]).toEqual([undefined, undefined]);
}, 60_000);

it('hears of a ring and of a meter what they are of, and how far that is, in words', async () => {
  await openEditable();
  await page.evaluate(async () => {
    const meter = document.createElement('fp-target-meter');
    Object.assign(meter, { label: '健康讲座', value: 20, min: 48, unit: '场', from: '2026-01-01', due: '2026-12-31', asOf: '2026-07-15' });
    document.body.append(meter);
    await meter.updateComplete;
  });
  await page.waitForSelector('fp-target-meter[data-state=ready]');
  const heard = await hear(page);
  // Over its protocol Chromium (147) tells each byte of a value's words as a character.
  const wordsOf = ({ valuetext = '' }: { valuetext?: string }) => Buffer.from(valuetext, 'latin1').toString().replaceAll('\u00a0', ' ');
  const ring = heard.find(({ role }) => role === 'progressbar')!;
  expect(ring.name).toContain('工作要点');
  expect(wordsOf(ring)).toMatch(/^\d+ 项举措中 \d+ 项已完成$/);
  const meter = heard.find(({ role }) => role === 'meter')!;
  expect([meter.name, wordsOf(meter)]).toEqual(['健康讲座', '已达到 20 场，目标不少于 48 场，按工作日推算，截至2026年7月15日应达到 25 场']);
}, 60_000);
