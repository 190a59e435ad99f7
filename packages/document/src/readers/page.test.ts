import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { doc } from '../../testing/doc.js';
import { docxOf } from '../../testing/docx.js';
import { portalPageOf } from '../../testing/html.js';
import { ofdOf } from '../../testing/ofd.js';
import { pdfOf } from '../../testing/pdf.js';

const line = '建设暖心家园3-5个。';
const documents: Record<string, Uint8Array> = {
  txt: new TextEncoder().encode(line),
  docx: docxOf(line),
  doc: doc([{ text: line }]),
  pdf: pdfOf(line),
  ofd: ofdOf(line),
  html: new TextEncoder().encode(portalPageOf(line)),
};
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const start = `import { importDocument } from './index.js';
window.read = async (name) => {
  const bytes = new Uint8Array(await (await fetch(name)).arrayBuffer());
  return (await importDocument(bytes, { name })).plan.source.text;
};`;

let server: Server;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
    conditions: ['@fp-kit/source'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'out',
    write: false,
  });
  const scripts = new Map(outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents]));
  scripts.set('/start.js', new TextEncoder().encode(start));
  server = createServer(({ url = '' }, response) => {
    const script = scripts.get(url);
    const body = url === '/' ? '<!doctype html><script type="module" src="start.js"></script>' : script;
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', url === '/' ? 'text/html' : script ? 'text/javascript' : 'application/octet-stream');
    response.end(body ?? documents[url.slice(1)]);
  }).listen(0);
  browser = await launch(await findChromium());
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('window.read');
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

it.each(Object.keys(documents))('%s is read in a page under a strict policy, without a word on the console', async (name) => {
  expect(await page.evaluate(`window.read('${name}')`)).toContain(line);
  expect(complaints).toEqual([]);
});
