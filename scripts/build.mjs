// Builds what is published, packages/*/dist: declarations by tsc, modules by Rollup, JSON Schema from the built model,
// and what editors know of the elements.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(...args) {
  runIn(root, ...args);
}

function runIn(cwd, ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// From nothing, because neither tsc nor Rollup takes away what an earlier build left, and all of dist is published.
for (const name of readdirSync(join(root, 'packages'))) rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', '-b');
run('node_modules/rollup/dist/bin/rollup', '-c', '--silent');
run('scripts/schemas.mjs');
run('scripts/integrity.mjs');
runIn(join(root, 'packages/elements'), join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet');
