import { startServer } from '@fp-kit/server';
import postgres from 'postgres';
import { compare, measure } from './compare.mjs';
import { startPostgres } from './ledger/postgres.mjs';
import { startReading } from './ledger/reader.mjs';
import { makeEntry, plan, regions } from './ledger/sample.mjs';

const sizes = [10_000, 100_000, 1_000_000];
const reporters = 200;
const floor = 'a bare INSERT';
const bareHono = 'a bare hono response';
const asyncHono = 'one of an async handler';
const markedHono = 'one with the same headers';

const planIdOf = (size) => `ledger-of-${size}`;
const named = new Intl.NumberFormat('en', { useGrouping: true });
const sizeOf = (size) => named.format(size).replaceAll(',', ' ');

/** µs for each of `times` things that so many do at once. */
async function each(times, atOnce, work) {
  const started = performance.now();
  let left = times;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return ((performance.now() - started) * 1000) / times;
}

async function fill({ ledger }, size) {
  const planId = planIdOf(size);
  const page = 500;
  await each(size / page, 4, () =>
    ledger.append({ planId, entries: Array.from({ length: page }, () => makeEntry(planId)), asker: 'bench' }),
  );
}

/** The same columns in a table that only keeps them, through the same driver. */
async function openBare(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 8, onnotice: () => undefined });
  await sql.unsafe(`create table bare (plan_id text not null, id uuid not null, task_id text not null, action_id text, target_id text,
    region text, as_of date not null, recorded_at timestamptz not null, body text not null, primary key (plan_id, id))`);
  const insert = (entry) =>
    sql.unsafe(
      'insert into bare values ($1, $2, $3, $4, $5, $6, $7::text::date, $8::text::timestamptz, $9)',
      [
        entry.planId,
        entry.id,
        entry.taskId,
        entry.actionId,
        entry.targetId ?? null,
        entry.region,
        entry.asOf,
        entry.recordedAt,
        JSON.stringify(entry),
      ],
      { prepare: true },
    );
  return { insert, close: () => sql.end() };
}

async function writing(service, databaseUrl) {
  const bare = await openBare(databaseUrl);
  const write = (size, times, atOnce) => () =>
    each(times, atOnce, () => service.ledger.append({ planId: planIdOf(size), entries: [makeEntry(planIdOf(size))], asker: 'bench' }));
  const insert = (times, atOnce) => () => each(times, atOnce, () => bare.insert(makeEntry(planIdOf(sizes[0]))));
  const [small, middle, large] = sizes;
  const rows = [
    ...compare(
      `record an entry, ${reporters} reporters, ledger of ${sizeOf(large)}`,
      'µs',
      await measure({ ours: write(large, 2000, reporters), [floor]: insert(2000, reporters) }),
      { [floor]: 2 },
    ),
    ...compare(
      `record an entry, one reporter, ledger of ${sizeOf(large)}`,
      'µs',
      await measure({ ours: write(large, 100, 1), [floor]: insert(100, 1) }),
    ),
    ...compare(
      `record an entry, ledger of ${sizeOf(large)}`,
      'µs',
      await measure({
        ours: write(large, 2000, reporters),
        [`of ${sizeOf(middle)}`]: write(middle, 2000, reporters),
        [`of ${sizeOf(small)}`]: write(small, 2000, reporters),
      }),
      { [`of ${sizeOf(middle)}`]: 1.5, [`of ${sizeOf(small)}`]: 1.5 },
    ),
  ];
  await bare.close();
  return rows;
}

/** The whole sum of a server that has just started, and the next one when one entry more is there. */
async function summing(databaseUrl, size) {
  const planId = planIdOf(size);
  const first = [];
  const next = [];
  for (let round = 0; round < 5; round++) {
    const { service, stop } = await startServer({ databaseUrl, port: 0 });
    const sum = async () => service.progressOf(await service.standing(planId));
    let started = performance.now();
    const { coverage } = await sum();
    first.push(performance.now() - started);
    if (coverage.reported !== 14) throw new Error('Not every city is in the sum.');
    for (let more = 0; more < 5; more++) {
      await service.ledger.append({ planId, entries: [makeEntry(planId)], asker: 'bench' });
      started = performance.now();
      await service.recorded(planId);
      await sum();
      next.push(performance.now() - started);
    }
    await stop();
  }
  const sorted = (costs) => costs.sort((a, b) => a - b);
  return [
    ...compare(`sum a province, ledger of ${sizeOf(size)}`, 'ms', { ours: sorted(first) }, { ours: 2000 }),
    ...compare(`sum it again after one entry`, 'ms', { ours: sorted(next) }, { ours: 50 }),
  ];
}

async function reading(databaseUrl, size) {
  const path = `/plans/${planIdOf(size)}/snapshot`;
  const ours = await startReading({ databaseUrl, path });
  const { url, stop } = await startServer({ databaseUrl, port: 0 });
  const body = await (await fetch(url + path)).text();
  await stop();
  const bare = await startReading({ body, path });
  const waiting = await startReading({ body, path, waits: true });
  const marked = await startReading({ body, path, marks: true });
  const read = (by, isKnown) => () => by.read(8000, { isKnown });
  const rows = [
    ...compare(
      'answer who has the newest snapshot (304), processor time',
      'µs',
      await measure({
        ours: read(ours, true),
        [bareHono]: read(bare, true),
        [asyncHono]: read(waiting, true),
        [markedHono]: read(marked, true),
      }),
      { [bareHono]: 1 / 0.7 },
    ),
    ...compare(
      `give the snapshot (${Math.round(body.length / 1000)} KB), processor time`,
      'µs',
      await measure({
        ours: read(ours, false),
        [bareHono]: read(bare, false),
        [asyncHono]: read(waiting, false),
        [markedHono]: read(marked, false),
      }),
      { [bareHono]: 1 / 0.7 },
    ),
  ];
  for (const by of [ours, bare, waiting, marked]) await by.stop();
  return rows;
}

/** The ledger on PostgreSQL: writing, how it grows, summing, reading. Filling it takes minutes. */
export default async function ledger() {
  const server = await startPostgres();
  const databaseUrl = await server.createDatabase();
  const { service, stop } = await startServer({ databaseUrl, port: 0 });
  await service.publish('regions', 'all', { regions });
  for (const size of sizes) {
    await service.publish('plan', planIdOf(size), { ...plan, id: planIdOf(size) });
    await fill(service, size);
  }
  const rows = await writing(service, databaseUrl);
  await stop();
  const large = sizes[sizes.length - 1];
  rows.push(...(await summing(databaseUrl, large)), ...(await reading(databaseUrl, large)));
  await server.stop();
  return rows;
}
