import { expect, it } from 'vitest';
import { serveExamples } from '../scripts/serve.mjs';
import { useBrowser } from './browser.js';

const opened = useBrowser(() => serveExamples());

/** Pages of a PDF, as Chromium writes it: one object for each, outside of what is compressed. */
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

/** Pages that the list of the portal alone takes on A4, with as many sections of as many tasks. */
async function print(sections: number, tasks: number): Promise<number> {
  const page = await opened.browser.newPage();
  await page.goto(`${opened.host.url}portal/`, { waitUntil: 'load' });
  await page.waitForSelector('fp-task-list[data-state=ready]');
  await page.evaluate(
    async (sections, tasks) => {
      const list = document.querySelector('fp-task-list')!;
      document.body.replaceChildren(list);
      const { plan } = (await (await fetch('plan.json')).json()) as { plan: { tasks: object[]; headings: object[] } };
      const span = [0, 1];
      const headings = Array.from({ length: sections }, (_, at) => ({
        id: String(at),
        level: 1,
        ordinal: '一',
        marker: '一、',
        title: '部分',
        span,
      }));
      const rows = headings.flatMap(({ id }) =>
        Array.from({ length: tasks }, (_, at) => ({
          ...plan.tasks[0],
          id: `${id}.${String(at)}`,
          heading: id,
          title: '任务',
          actions: [],
        })),
      );
      list.plan = { ...plan, headings, tasks: rows };
      await list.updateComplete;
    },
    sections,
    tasks,
  );
  const pdf = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  await page.close();
  return pagesOf(pdf);
}

it('prints sections that fit on one page on one page, and begins a page where a section would be torn', async () => {
  expect(await print(4, 1), 'four short ones').toBe(1);
  // Twenty rows would run on over three pages.
  expect(await print(4, 5), 'four that can share none').toBe(4);
}, 60_000);
