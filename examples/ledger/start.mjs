// The API over the sample plan, a page that shows it and a page that reports: `node start.mjs`.
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createToken, startServer } from '@fp-kit/server';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'fp-ledger-'));

// What a web team would copy beside its pages.
const pages = join(work, 'pages');
mkdirSync(pages);
for (const name of ['index.html', 'staff.html', 'live.js', 'page.css']) cpSync(join(here, name), join(pages, name));
const kit = dirname(fileURLToPath(import.meta.resolve('@fp-kit/elements/fp-kit.js')));
for (const name of ['fp-kit.js', 'load']) cpSync(join(kit, name), join(pages, name), { recursive: true });
// The client in one file for the browser, as any bundler makes it.
await build({ entryPoints: [join(here, 'staff.js')], outfile: join(pages, 'staff.js'), bundle: true, format: 'esm', logLevel: 'error' });

const server = await startServer({
  folder: join(here, '../data'),
  // DATABASE_URL names a PostgreSQL; without it the ledger lies in a folder, here a new one every time.
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : { data: join(work, 'store') }),
  pages,
  port: Number(process.env.PORT ?? 0),
});
const { entries } = JSON.parse(readFileSync(join(here, '../data/ledger.json'), 'utf8'));
await server.service.ledger.append({ planId: entries[0].planId, entries, asker: 'sample' });
const { secret } = await createToken(server.service.database, { name: '苍岭省计划生育协会', role: 'reporter' });

console.log(`${server.url}/`);
console.log(`${server.url}/staff.html#${secret}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
