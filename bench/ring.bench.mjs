import { openBrowser } from './browser.mjs';
import { compare, measure } from './compare.mjs';

const peer = 'Material Web';
const floor = 'conic-gradient box';

/** A ring's first paint from the start of its script, a thousand of them, and a thousand new values. */
export default async function ring() {
  const browser = await openBrowser({
    ours: new URL('ring/ours.js', import.meta.url),
    [peer]: new URL('ring/material.js', import.meta.url),
    [floor]: new URL('ring/floor.js', import.meta.url),
  });
  try {
    return [
      ...compare('1 ring', 'ms', await measure(browser.run('paint', 1)), { [peer]: 1 }),
      ...compare('1000 rings', 'ms', await measure(browser.run('paint', 1000)), { [peer]: 0.35 }),
      ...compare('1000 ring updates', 'ms', await measure(browser.run('update', 1000)), { [peer]: 0.7 }),
    ];
  } finally {
    await browser.close();
  }
}
