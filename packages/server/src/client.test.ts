import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient, keepInFile, openOutbox, type RefusedError } from '@fp-kit/sdk';
import { freePort } from '../testing/postgres.js';
import { newEntry, regions, samplePlan } from '../testing/sample.js';
import { stores } from '../testing/stores.js';
import { createToken, type RunningServer, startServer, type StoreOptions } from './index.js';

const store = stores[stores.length - 1]!;
const path = 'plans/sample/entries';
let options: StoreOptions;
let server: RunningServer;
let port = 0;
let token = '';
let folder = '';

beforeAll(async () => {
  await store.open();
  folder = await fs.mkdtemp(join(tmpdir(), 'fp-outbox-'));
  options = await store.create();
  port = await freePort();
  server = await startServer({ ...options, port });
  token = (await createToken(server.service.database, { name: '样例市计生协', role: 'reporter', region: '990100' })).secret;
  await server.service.publish('regions', 'all', { regions });
  await server.service.publish('plan', 'sample', samplePlan());
}, 120_000);

afterAll(async () => {
  await server.stop();
  await store.close();
  await fs.rm(folder, { recursive: true });
}, 60_000);

const client = () => createClient({ baseUrl: `http://127.0.0.1:${port}`, token, timeoutMs: 5000 });
const send: Client['report'] = (...given) => client().report(...given);
const ledger = async () =>
  (await server.service.database.query<{ id: string }>('select id::text as id from entries order by seq')).map(({ id }) => id);

test('a report is recorded, and a repeated one is the same', async () => {
  const entry = newEntry();
  const first = await client().report(path, entry);
  expect(first).toMatchObject({ seq: 1, entry });
  expect(await client().report(path, entry)).toEqual(first);
});

test('an answer that never came is asked for again, and recorded once', async () => {
  const entry = newEntry();
  let sent = 0;
  const flaky: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    sent += 1;
    if (sent === 1) throw new TypeError('fetch failed');
    return answer;
  };
  await createClient({ baseUrl: `http://127.0.0.1:${port}`, token, fetch: flaky }).report(path, entry);
  expect(sent).toBe(2);
  expect((await ledger()).filter((id) => id === entry.id)).toHaveLength(1);
});

test('what is refused says why, and is not sent again', async () => {
  const abroad = await client()
    .report(path, newEntry({ region: '990200' }))
    .catch((error: unknown) => error as RefusedError);
  expect(abroad).toMatchObject({ code: 'refused', status: 403, problem: { code: 'not-in-region' } });
});

test('cut off: ten ticks, a restart, and all ten arrive once and in order; the refused one tells why', async () => {
  await server.stop();
  const file = join(folder, 'outbox.json');
  const before = await openOutbox(keepInFile(file, fs), send);
  const entries = Array.from({ length: 10 }, (_, index) => newEntry({ value: index }));
  const abroad = newEntry({ region: '990200' });
  for (const entry of [...entries.slice(0, 5), abroad, ...entries.slice(5)]) await before.add(path, entry);
  expect(before.items.map(({ state }) => state)).toEqual(Array.from({ length: 11 }, () => 'pending'));

  // A process that has ended sends nothing more.
  await before.flush();
  server = await startServer({ ...options, port });
  // Another process begins with what the first one kept.
  const after = await openOutbox(keepInFile(file, fs), send);
  expect(after.items).toEqual(before.items);
  const seen: number[] = [];
  after.watch((items) => seen.push(items.length));
  await after.flush();
  expect((await ledger()).slice(-10)).toEqual(entries.map(({ id }) => id));
  expect(after.items).toMatchObject([{ entry: abroad, state: 'refused', problem: { code: 'not-in-region', status: 403 } }]);
  expect(seen.length).toBeGreaterThan(9);
  // Nothing is sent twice, and what was given up is gone.
  await after.drop(after.items[0]!.order);
  expect((await openOutbox(keepInFile(file, fs), send)).items).toEqual([]);
}, 60_000);
