import { readFileSync } from 'node:fs';
import { access, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(fileOf('../node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string };
const made = fileOf(`../../../node_modules/.cache/fp-kit/pglite-${version}`);

/**
 * Makes a folder that holds what PGlite makes of an empty one: a copy, because to make it takes ten seconds of processor time each. That it is
 * made at all is what `test/serve.test.ts` begins with.
 */
export async function newPglite(folder: string): Promise<void> {
  await access(made).catch(makeOnce);
  await cp(made, folder, { recursive: true });
}

async function makeOnce(): Promise<void> {
  await mkdir(dirname(made), { recursive: true });
  const making = await mkdtemp(`${made}-`);
  await (await PGlite.create(join(making, 'pglite'))).close();
  // Of several tests that begin at once the first is taken.
  await rename(join(making, 'pglite'), made).catch(() => undefined);
  await rm(making, { recursive: true, force: true });
}
