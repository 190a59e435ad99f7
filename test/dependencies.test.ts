import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf, mayKnow, packages, readManifest, root } from './kit.js';

const runsAnywhere = ['sdk', 'document', 'elements'];

it('knows every package there is', () => {
  expect([...packages].sort()).toEqual(readdirSync(join(root, 'packages')).sort());
});

describe.each(packages)('%s', (name) => {
  const folder = join(root, 'packages', name);
  const manifest = readManifest(folder);
  const dist = join(folder, 'dist');
  const modules = filesBelow(dist).filter((path) => path.endsWith('.js') || path.endsWith('.d.ts'));
  const allowed = mayKnow[name]!.map((other) => `@fp-kit/${other}`);

  it('depends on no package of the kit but those below it', () => {
    expect(Object.keys(manifest.dependencies).filter((id) => id.startsWith('@fp-kit/') && !allowed.includes(id))).toEqual([]);
  });

  it('is built of modules that import only what its package.json names', () => {
    expect(modules.length).toBeGreaterThan(0);
    // Types of a framework come from whoever uses it.
    const peers = Object.keys(manifest.peerDependencies ?? {}).map((id) => id.replace('@types/', ''));
    const known = [...Object.keys(manifest.dependencies), ...peers, ...(runsAnywhere.includes(name) ? [] : ['node:'])];
    const strangers = modules.flatMap((path) =>
      importsOf(join(dist, path))
        .filter((id) => !/^[.#]/.test(id) && !known.some((one) => id === one || id.startsWith(one.endsWith(':') ? one : `${one}/`)))
        .map((id) => `${path} imports ${id}`),
    );
    expect(strangers).toEqual([]);
    expect(modules.flatMap((path) => importsOf(join(dist, path))).filter((id) => builtinModules.includes(id))).toEqual([]);
  });
});
