import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, partsOfKit, root } from './kit.js';

const dist = join(root, 'packages/elements/dist');
const file = join(dist, 'fp-kit.js');
const parts = partsOfKit();
const code = readFileSync(file, 'utf8');
const codeOf = (name: string) => readFileSync(parts[name]!, 'utf8');
const all = code + Object.keys(parts).map(codeOf).join('');

it('is one module that needs no other; the map, the lists of a ledger, and what explains an element come on demand', () => {
  expect(Object.keys(parts).sort()).toEqual([
    'ledger',
    'map-stage',
    'map-tiles',
    'opening-hours',
    'site-card',
    'site-map',
    'sites-en',
    'sites-near',
  ]);
  expect([...new Set(importsOf(file))].sort().map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual([
    './fp-kit.debug.js',
    './load/ledger',
    './load/site-card',
    './load/site-map',
  ]);
  expect(code).not.toMatch(/\bimport\s*[{*"']|\bimport\.meta\b/);
  for (const part of Object.values(parts)) expect(importsOf(part)).toContain('../fp-kit.js');
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
  expect(codeOf('ledger')).toContain('new EventSource');
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
