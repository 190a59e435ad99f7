// Builds what is published, packages/*/dist: declarations by tsc, modules by Rollup, JSON Schema from the built model.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** tsc and Rollup never remove what an earlier build left; a module whose source has gone must not be published. */
function removeOrphans(dist, source) {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const stem = path.slice(dist.length).replace(/\.(js|d\.ts)$/, '');
    if (entry.isFile() && /\.(js|d\.ts)$/.test(path) && !existsSync(`${source}${stem}.ts`)) rmSync(path);
  }
}

run('node_modules/typescript/bin/tsc', '-b');
run('node_modules/rollup/dist/bin/rollup', '-c', '--silent');
for (const name of readdirSync(join(root, 'packages'))) {
  removeOrphans(join(root, 'packages', name, 'dist'), join(root, 'packages', name, 'src'));
}
run('scripts/schemas.mjs');
