import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readManifest, root } from './kit.js';

// What a server imports must leave the server as it was. Each entry is imported in a process of its own, as published.

const folder = join(root, 'packages/elements');
const entries = Object.keys(readManifest(folder).exports).map((entry) => entry.replace('.', '@fp-kit/elements'));

/** Tells which globals, and which properties of the built-in classes, an import adds, takes away or changes. */
const script = `
  const [entry, ...first] = process.argv.slice(1);
  for (const id of first) await import(id);
  const scopes = [
    ['', globalThis],
    ...Object.getOwnPropertyNames(globalThis).flatMap((name) => {
      // A getter is not called: Node loads what is behind some, with a warning.
      const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
      return typeof value === 'function' ? [[name + '.', value], ...(value.prototype ? [[name + '.prototype.', value.prototype]] : [])] : [];
    }),
  ];
  const seen = () => new Map(scopes.flatMap(([path, scope]) =>
    Reflect.ownKeys(scope).map((name) => [path + String(name), Object.getOwnPropertyDescriptor(scope, name)])));
  const before = seen();
  const listeners = () => process.eventNames().map((name) => String(name) + ' ' + process.listenerCount(name)).join();
  const heard = listeners();
  await import(entry);
  const after = seen();
  const differs = (name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return !one || !other || ['value', 'get', 'set'].some((key) => !Object.is(one[key], other[key]));
  };
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(differs);
  if (listeners() !== heard) changed.push('listeners of process');
  console.log(JSON.stringify(changed));
`;

async function changedBy(entry: string, ...importedBefore: string[]): Promise<string[]> {
  const args = ['--input-type=module', '--eval', script, entry, ...importedBefore];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

it('finds a global that is added, changed, or patched', async () => {
  const code = 'globalThis.added = 1; globalThis.fetch = () => {}; Array.prototype.last = 1; process.on("exit", () => {})';
  const changed = await changedBy(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(changed.sort()).toEqual(['Array.prototype.last', 'added', 'fetch', 'listeners of process']);
});

it.each(entries)('%s needs no DOM and changes no global', async (entry) => {
  // Lit keeps lists of its own versions, to warn of two.
  const own = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions'];
  // @lit-labs/ssr has globals of its own, which whoever draws with it has already.
  const peers = entry.endsWith('/lit-ssr') ? ['@lit-labs/ssr'] : [];
  expect((await changedBy(entry, ...peers)).filter((name) => !own.includes(name))).toEqual([]);
});
