// Contenders that need a page: each is a script of its own, bundled with what it imports and minified, in a fresh page for each round.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../scripts/chromium.mjs';

/** Bundles a contender's script into one that notes when it starts, then does the work named in its address, with the number named there. */
async function bundle(script) {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as contender from ${JSON.stringify(fileURLToPath(script))};
        const { work, size } = Object.fromEntries(new URLSearchParams(location.search));
        contender[work](Number(size)).then((cost) => Object.assign(window, { cost }), (error) => Object.assign(window, { cost: String(error.stack ?? error) }));`,
      resolveDir: fileURLToPath(new URL('./', import.meta.url)),
    },
    banner: { js: 'const scriptStart = performance.now();' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * Opens one Chromium for the contenders of a bench: `scripts` maps a contender's name to the URL of its script, which exports a function for
 * each work. `run(work, size)` gives what `measure` takes; each call is a new page in which `work(size)` runs and resolves to its cost.
 * With `read`, the cost is what `read(page)` returns once the work is done.
 */
export async function openBrowser(scripts) {
  const bundles = new Map();
  for (const [name, script] of Object.entries(scripts)) bundles.set(`/${encodeURIComponent(name)}.js`, await bundle(script));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const script = bundles.get(pathname);
    if (script) response.setHeader('Content-Type', 'text/javascript').end(script);
    else
      response
        .setHeader('Content-Type', 'text/html')
        .end(
          `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:"><title>bench</title><body><script type="module" src="${pathname}.js"></script>`,
        );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { args, ...options } = await findChromium();
  const browser = await puppeteer.launch({ ...options, args: [...args, '--js-flags=--expose-gc'] });

  async function runOnce(name, work, size, read) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    try {
      await page.goto(`http://127.0.0.1:${server.address().port}/${encodeURIComponent(name)}?work=${work}&size=${size}`);
      await page.waitForFunction('"cost" in window', { timeout: 120_000, polling: 50 });
      const cost = read ? await read(page) : await page.evaluate('window.cost');
      if (typeof cost !== 'number') throw new Error(`${name}, ${work}: ${cost}`);
      return cost;
    } finally {
      await page.close();
    }
  }

  return {
    run: (work, size, read) => Object.fromEntries(Object.keys(scripts).map((name) => [name, () => runOnce(name, work, size, read)])),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
