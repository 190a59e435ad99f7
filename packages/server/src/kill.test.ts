import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportThroughKills } from '../testing/kill.js';
import { regions, samplePlan } from '../testing/sample.js';
import { stores } from '../testing/stores.js';
import { createToken, openStore, startServer, verifyLedger } from './index.js';

// The whole of it is `npm run test:kill`; here as much as a test of every day can wait for.
const seconds = Number(process.env['FP_KILL_SECONDS'] ?? 12);
const reporters = Number(process.env['FP_KILL_REPORTERS'] ?? 200);

describe.each(stores)('on $kind', (store) => {
  beforeAll(() => store.open(), 120_000);
  afterAll(() => store.close(), 60_000);

  test(
    'what was acknowledged is there exactly once, however often the server is killed',
    async () => {
      const options = await store.create();
      const server = await startServer({ ...options, port: 0 });
      const { secret } = await createToken(server.service.database, { name: '样例省计生协', role: 'reporter' });
      await server.service.publish('regions', 'all', { regions });
      await server.service.publish('plan', 'sample', samplePlan());
      await server.stop();

      const run = await reportThroughKills(options, { reporters, seconds, killEveryMs: 4000, secret });
      const { database, journal } = await openStore(options);
      try {
        const rows = await database.query<{ id: string; body: string }>('select id::text as id, body from entries');
        console.log(
          `${store.kind}: ${reporters} reporters, ${seconds} s, ${run.kills} kills, ${run.acknowledged.size} acknowledged, ${rows.length} recorded, ` +
            `${run.brokenOff} sent again; down ${Math.min(...run.downMs)} to ${Math.max(...run.downMs)} ms`,
        );
        expect(run.kills).toBeGreaterThan(0);
        expect(run.acknowledged.size).toBeGreaterThan(0);
        const byId = new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as unknown]));
        expect(byId.size).toBe(rows.length);
        const lost = [...run.acknowledged].filter(([id]) => !byId.has(id));
        expect(lost).toEqual([]);
        for (const [id, entry] of run.acknowledged) expect(byId.get(id)).toEqual(entry);
        const [verdict, ...others] = await verifyLedger(database);
        expect(others).toEqual([]);
        expect(verdict).toMatchObject({ planId: 'sample', entries: rows.length });
        expect(verdict).not.toHaveProperty('fault');
      } finally {
        await database.close();
        await journal?.close();
      }
    },
    (seconds + 120) * 1000,
  );

  test('two instances on one database are one ledger', async () => {
    if (store.kind === 'PGlite') return;
    const options = await store.create();
    const [a, b] = await Promise.all([startServer({ ...options, port: 0 }), startServer({ ...options, port: 0 })]);
    const { secret } = await createToken(a.service.database, { name: '样例省计生协', role: 'reporter' });
    await a.service.publish('regions', 'all', { regions });
    await a.service.publish('plan', 'sample', samplePlan());
    const { cities, newEntry } = await import('../testing/sample.js');
    const send = (url: string, entry: object) =>
      fetch(`${url}/plans/sample/entries`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(entry),
      });
    await Promise.all([a, b].map(async ({ url }) => (await fetch(`${url}/plans/sample/snapshot`)).text()));
    const answers = await Promise.all(cities.map((region, index) => send((index % 2 ? a : b).url, newEntry({ region, value: 1 }))));
    expect(answers.map(({ status }) => status)).toEqual(cities.map(() => 201));
    const seqs = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { entries: { seq: number }[] }).entries[0]!.seq),
    );
    expect([...seqs].sort((x, y) => x - y)).toEqual(cities.map((_, index) => index + 1));
    // Each hears of what the other wrote.
    for (const { url } of [a, b]) {
      await expect
        .poll(
          async () =>
            ((await (await fetch(`${url}/plans/sample/progress`)).json()) as { targets: Record<string, { reached: number }> }).targets[
              'homes'
            ]?.reached,
          { timeout: 5000 },
        )
        .toBe(14);
    }
    // The same correction at both at once is recorded once.
    const { entries } = (await (
      await fetch(`${a.url}/plans/sample/entries`, { headers: { Authorization: `Bearer ${secret}` } })
    ).json()) as { entries: { entry: { id: string; region: string } }[] };
    const { id, region } = entries[0]!.entry;
    const both = await Promise.all([a, b].map(({ url }, index) => send(url, newEntry({ region, value: index + 2, supersedes: id }))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await verifyLedger(a.service.database))[0]).not.toHaveProperty('fault');
    await Promise.all([a.stop(), b.stop()]);
  }, 60_000);

  test('a token that one instance took back opens nothing at the other', async () => {
    if (store.kind === 'PGlite') return;
    const options = await store.create();
    const [a, b] = await Promise.all([startServer({ ...options, port: 0 }), startServer({ ...options, port: 0 })]);
    const admin = await createToken(a.service.database, { name: '样例省计生协', role: 'admin' });
    const taken = await createToken(a.service.database, { name: '样例市计生协', role: 'reader', region: '990100' });
    await a.service.publish('plan', 'sample', samplePlan());
    const ask = async (method: string, url: string, { secret }: { secret: string }) =>
      (await fetch(url, { method, headers: { Authorization: `Bearer ${secret}` } })).status;
    const read = () => ask('GET', `${b.url}/plans/sample/entries`, taken);
    expect(await read()).toBe(200);
    expect(await ask('DELETE', `${a.url}/tokens/${taken.token.id}`, admin)).toBe(204);
    // Sooner than the other would have asked again by itself, which is after five seconds.
    await expect.poll(read, { timeout: 2500, interval: 50 }).toBe(401);
    await Promise.all([a.stop(), b.stop()]);
  }, 60_000);
});
