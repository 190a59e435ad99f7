import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, root } from './kit.js';

const dist = join(root, 'packages/elements/dist');
const file = join(dist, 'fp-kit.js');
/** What a page with sites, or with the lists of a ledger, loads besides. */
const [ledgerFile, mapFile] = ['ledger', 'site-map'].map((room) =>
  readdirSync(join(dist, 'load')).find((name) => new RegExp(`^${room}-[\\w-]+\\.js$`).test(name)),
) as [string, string];
const code = readFileSync(file, 'utf8');
const ledgerCode = readFileSync(join(dist, 'load', ledgerFile), 'utf8');
const all = code + readFileSync(join(dist, 'load', mapFile), 'utf8') + ledgerCode;

it('is one module that needs no other, but for the map, the lists of a ledger, and what explains an element on demand', () => {
  expect([...new Set(importsOf(file))].sort()).toEqual(['./fp-kit.debug.js', `./load/${ledgerFile}`, `./load/${mapFile}`]);
  expect(code).not.toMatch(/\bimport\s*[{*"']|\bimport\.meta\b/);
  for (const name of [ledgerFile, mapFile]) expect([...new Set(importsOf(join(dist, 'load', name)))]).toEqual(['../fp-kit.js']);
});

it('keeps to the syntax of Chromium 84 and Safari 15: no static block', () => {
  expect(all).not.toMatch(/\bstatic\s*\{/);
});

it('makes no code out of text', () => {
  expect(all).not.toMatch(/\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/);
});

it('makes no markup out of text, but for the templates that Lit passes through Trusted Types', () => {
  expect(all.match(/\.innerHTML\s*=[^=]/g) ?? []).toHaveLength(1);
  expect(all).toContain('trustedTypes');
  expect(all).not.toMatch(/outerHTML\s*=[^=]|insertAdjacentHTML|document\.write|setHTMLUnsafe|DOMParser/);
});

it('names no host but XML namespaces, the map services a link leads to, and the tiles of 天地图, which a page has to ask for', () => {
  const hosts = [...all.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map((match) => match[1]);
  const known = ['www.w3.org', 'uri.amap.com', 'api.map.baidu.com', 'apis.map.qq.com', 't'];
  expect(hosts.filter((host) => !known.includes(host!))).toEqual([]);
  expect(all).not.toMatch(/["'`]\/\/[\w-]+\.\w/);
});

it('keeps nothing and sends nothing on its own; events are heard where a tag names them', () => {
  expect(all).not.toMatch(/\b(?:localStorage|sessionStorage|indexedDB|sendBeacon|XMLHttpRequest|WebSocket|document\.cookie)\b/);
  expect(all.match(/new EventSource\b/g)).toHaveLength(1);
  expect(ledgerCode).toContain('new EventSource');
});

it('writes no style attribute', () => {
  expect(all).not.toMatch(/\sstyle="|setAttribute\(\s*["'`]style|\.style\.cssText/);
});

it('is told with its size and hash, as all that a page loads is', () => {
  const told = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<string, { bytes: number; integrity: string }>;
  const pageFiles = [
    'fp-kit.js',
    'fp-kit.legacy.js',
    'fp-kit.loader.js',
    'fp-kit.debug.js',
    ...readdirSync(join(dist, 'load')).map((name) => `load/${name}`),
  ];
  expect(Object.keys(told).sort()).toEqual(pageFiles.sort());
  for (const [name, { bytes, integrity }] of Object.entries(told)) {
    const content = readFileSync(join(dist, name));
    expect([name, bytes, integrity]).toEqual([name, content.length, `sha384-${createHash('sha384').update(content).digest('base64')}`]);
  }
});

it('opens with its one banner line', () => {
  expect(code).toMatch(/^\/\*! fp-kit \d+\.\d+\.\d+ \|[^\n]*\*\/\n/);
  expect(code.match(/\/\*[!*]/g)).toHaveLength(1);
});
