import { openBrowser } from './browser.mjs';
import { compare, measure } from './compare.mjs';

const vaadin = 'Vaadin virtual grid';
const virtualizer = 'lit-virtualizer';
const floor = 'li in 50-row sections';

const idle = () => new Promise((resolve) => setTimeout(resolve, 200));

/** What lives in the page once it has come to rest and no collection finds more garbage: bytes of the JS heap, nodes, listeners. */
async function weigh(page) {
  let weight = Infinity;
  for (let round = 0; round < 12; round++) {
    await idle();
    // In a task of its own: from within a script the collector must spare whatever its stack may point to, as much as two whole lists.
    await page.evaluate('gc({ execution: "async" })');
    const { JSHeapUsedSize: bytes, Nodes: nodes, JSEventListeners: listeners } = await page.metrics();
    if (round > 2 && bytes > weight - 1000) return { bytes, nodes, listeners };
    weight = bytes;
  }
  throw new Error('The page does not come to rest.');
}

/** JS heap in MB that a list of existing tasks adds. */
async function heap(page) {
  const before = await weigh(page);
  await page.evaluate('mount()');
  return Math.max(0.01, ((await weigh(page)).bytes - before.bytes) / 1e6);
}

/** JS heap in KB that 20 lists leave behind once they are gone, after as many for which the engine has compiled what runs often. */
async function leak(page) {
  const mountMany = async (times) => {
    for (let time = 0; time < times; time++) await page.evaluate('mount().then(unmount)');
  };
  await mountMany(20);
  const before = await weigh(page);
  await mountMany(20);
  const after = await weigh(page);
  const left = [after.nodes - before.nodes, after.listeners - before.listeners];
  if (left.some((count) => count > 0)) console.error(`left behind: ${left[0]} nodes, ${left[1]} listeners (${page.url()})`);
  return Math.max(0.1, (after.bytes - before.bytes) / 1e3);
}

/** Ten thousand tasks in a list: first paint from the start of its script, one ticked, filtered to a tenth, and what they cost in memory. */
export default async function list() {
  const browser = await openBrowser({
    ours: new URL('list/ours.js', import.meta.url),
    [vaadin]: new URL('list/vaadin.js', import.meta.url),
    [virtualizer]: new URL('list/virtualizer.js', import.meta.url),
    [floor]: new URL('list/floor.js', import.meta.url),
  });
  try {
    return [
      ...compare('10 000 rows', 'ms', await measure(browser.run('paint', 10_000)), { [vaadin]: 0.75 }),
      ...compare('tick one of 10 000', 'ms', await measure(browser.run('toggle', 10_000)), { [virtualizer]: 1 }),
      ...compare('filter 10 000 to a tenth', 'ms', await measure(browser.run('filter', 10_000)), { [virtualizer]: 1.2, [vaadin]: 0.4 }),
      ...compare('JS heap of 10 000 rows', 'MB', await measure(browser.run('memory', 10_000, heap), 3), { ours: 1.2 }),
      ...compare('left by 20 lists of 1000 rows', 'KB', await measure(browser.run('memory', 1000, leak), 3), { ours: 50 }),
    ];
  } finally {
    await browser.close();
  }
}
