import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../scripts/chromium.mjs';

interface Served {
  close: () => Promise<void>;
}

/** A real browser and a server, up for all tests of the file that calls this. */
export function useBrowser<Host extends Served>(start: () => Promise<Host>): { readonly browser: Browser; readonly host: Host } {
  let browser: Browser;
  let host: Host;

  beforeAll(async () => {
    host = await start();
    browser = await puppeteer.launch(await findChromium());
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  return {
    get browser() {
      return browser;
    },
    get host() {
      return host;
    },
  };
}
