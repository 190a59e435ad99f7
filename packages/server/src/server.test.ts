import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type DataIssue,
  type LedgerEntry,
  type Progress,
  progressSchema,
  rankingSchema,
  snapshotSchema,
  supervisionSchema,
} from '@fp-kit/sdk';
import type { LedgerFinding } from '@fp-kit/document';
import { newEntry, newId, regions, samplePlan } from '../testing/sample.js';
import { stores } from '../testing/stores.js';
import { createToken, type RunningServer, startServer, type StoreOptions, verifyLedger } from './index.js';

/** What the tests read of answers, whichever they are. */
interface Body {
  entries: { seq: number; hash: string; entry: LedgerEntry }[];
  next?: number;
  progress: Progress;
  regions: NonNullable<Progress['regions']>;
  errors: DataIssue[];
  number: string;
  openapi: string;
}

describe.each(stores)('on $kind', (store) => {
  let options: StoreOptions;
  let server: RunningServer;
  let admin = '';
  let city = '';

  beforeAll(async () => {
    await store.open();
    options = await store.create();
    server = await startServer({ ...options, port: 0, pages: fileURLToPath(new URL('../testing', import.meta.url)) });
    const { database } = server.service;
    admin = (await createToken(database, { name: '样例省计生协', role: 'admin' })).secret;
    city = (await createToken(database, { name: '样例市计生协', role: 'reporter', region: '990100' })).secret;
    await ask('PUT', '/regions', { regions });
    await ask('PUT', '/plans/sample', samplePlan());
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await store.close();
  }, 60_000);

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, secret = admin) {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(secret === '' ? {} : { Authorization: `Bearer ${secret}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text || '{}') as Body };
  }
  const entries = '/plans/sample/entries';

  test('an entry is recorded, and is in the next sum', async () => {
    const before = await ask('GET', '/plans/sample/snapshot');
    const recorded = await ask('POST', entries, newEntry({ value: 2 }), {}, city);
    expect(recorded.status).toBe(201);
    expect(recorded.body.entries[0]).toMatchObject({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    const after = await ask('GET', '/plans/sample/snapshot');
    expect(snapshotSchema.safeParse(after.body).success).toBe(true);
    expect(after.body.progress.targets.homes).toMatchObject({ reached: 2, coverage: { reported: 1, total: 14 } });
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const again = await ask('GET', '/plans/sample/snapshot', undefined, { 'If-None-Match': after.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  test('the same entry twice is one', async () => {
    const entry = newEntry({ region: '990200' });
    expect((await ask('POST', entries, entry)).status).toBe(201);
    const again = await ask('POST', entries, entry);
    expect(again.status).toBe(200);
    expect((await ask('POST', entries, { ...entry, value: 9 })).body).toMatchObject({ code: 'id-taken', existing: { entry } });
  });

  test('an id in capitals is the same id', async () => {
    const entry = newEntry({ region: '990200' });
    const first = await ask('POST', entries, { ...entry, id: entry.id.toUpperCase() });
    expect(first).toMatchObject({ status: 201, body: { entries: [{ entry, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }] } });
    expect(await ask('POST', entries, entry)).toMatchObject({ status: 200, body: first.body });
  });

  test('a day that no database has is refused', async () => {
    for (const change of [{ asOf: '0000-01-01' }, { recordedAt: '0000-01-01T00:00:00Z' }]) {
      expect(await ask('POST', entries, newEntry(change))).toMatchObject({ status: 422, body: { errors: [{ code: 'too-small' }] } });
    }
  });

  test('the same key is the same request, and never another', async () => {
    const entry = newEntry({ region: '990300' });
    const key = { 'Idempotency-Key': 'once' };
    const first = await ask('POST', entries, entry, key);
    const again = await ask('POST', entries, entry, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await ask('POST', entries, newEntry(), key)).toMatchObject({ status: 422, body: { code: 'key-taken' } });
  });

  test('of two corrections at once one is recorded, the other is told both sides', async () => {
    const entry = newEntry({ region: '990400' });
    await ask('POST', entries, entry);
    const [a, b] = [
      newEntry({ region: '990400', value: 3, supersedes: entry.id }),
      newEntry({ region: '990400', value: 4, supersedes: entry.id }),
    ];
    const answers = await Promise.all([ask('POST', entries, a), ask('POST', entries, b)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)!.body;
    const [won, lost] = answers[0].status === 201 ? [a, b] : [b, a];
    expect(refused).toMatchObject({ code: 'corrected-before', corrected: { entry }, yours: lost, existing: { entry: won } });
  });

  test('a correction takes effect, and its withdrawal brings back nothing of it', async () => {
    const region = '990500';
    const of = async () => (await ask('GET', '/plans/sample/progress')).body.regions[region];
    const older = newEntry({ region, actionId: '1.1.2', targetId: 'bases', value: 1, asOf: '2026-05-01' });
    const newer = newEntry({ region, actionId: '1.1.2', targetId: 'bases', value: 0 });
    await ask('POST', entries, { entries: [older, newer] });
    expect(await of()).toMatchObject({ reported: 1, done: 0 });
    const withdrawal: Partial<LedgerEntry> = newEntry({ region, actionId: '1.1.2', targetId: 'bases', supersedes: newer.id, note: '误报' });
    delete withdrawal.value;
    expect((await ask('POST', entries, withdrawal)).status).toBe(201);
    // The report before it stands again.
    expect(await of()).toMatchObject({ reported: 1, done: 1 });
  });

  test('the ledger comes page by page, to a region only its own', async () => {
    const whole = await ask('GET', `${entries}?limit=1000`);
    const seen: unknown[] = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page = await ask('GET', `${entries}?limit=2&after=${after}`);
      seen.push(...page.body.entries);
      after = page.body.next;
    }
    expect(seen).toEqual(whole.body.entries);
    const own = await ask('GET', entries, undefined, {}, city);
    expect(new Set(own.body.entries.map(({ entry }) => entry.region))).toEqual(new Set(['990100']));
  });

  test('progress, supervision, ranking and calendar are as their schemas say', async () => {
    expect(progressSchema.safeParse((await ask('GET', '/plans/sample/progress?asOf=2026-06-30')).body).success).toBe(true);
    expect(supervisionSchema.safeParse((await ask('GET', '/plans/sample/supervision')).body).success).toBe(true);
    expect(rankingSchema.safeParse((await ask('GET', '/plans/sample/ranking')).body).success).toBe(true);
    const measures = encodeURIComponent(JSON.stringify([{ by: 'target', targetId: 'homes' }]));
    expect(await ask('GET', `/plans/sample/ranking?measures=${measures}`)).toMatchObject({ status: 422, body: { code: 'no-denominator' } });
    expect((await ask('GET', '/calendar/2026')).body.number).toContain('国办发明电');
  });

  test.each<[string, object, string]>([
    ['an unknown action', { actionId: 'none' }, 'actionId'],
    ['a day to come', { asOf: '2099-01-01' }, 'asOf'],
    ['half a rate', { numerator: 1 }, 'denominator'],
    ['a private mobile', { note: '联系13912345678' }, 'note'],
    ['a number as text', { value: '3' }, 'value'],
  ])('%s is refused by its field', async (_, change, path) => {
    const { status, body } = await ask('POST', entries, newEntry(change));
    expect([status, body.errors[0]?.path]).toEqual([422, path]);
  });

  test('the database itself refuses to change the ledger', async () => {
    const { database } = server.service;
    for (const sql of ["update entries set body = '{}'", 'delete from entries', 'truncate entries']) {
      await expect(database.query(sql)).rejects.toThrow('append-only');
    }
    expect(await verifyLedger(database)).toMatchObject([{ planId: 'sample' }]);
    expect((await verifyLedger(database))[0]).not.toHaveProperty('fault');
  });

  describe('the ledger as a table', () => {
    const table = '/plans/sample/ledger';
    const types = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    const header = ['任务', '举措', '量化目标', '行政区划代码', '数值', '说明', '数据截至', '报送单位', '台账编号', '更正'];
    const row = { 任务: '1.1', 举措: '1.1.1', 量化目标: 'homes', 行政区划代码: '990700', 数值: 1, 数据截至: '2026-06-01' };
    const csv = (...rows: Record<string, string | number>[]) =>
      [header, ...rows.map((cells) => header.map((column) => cells[column] ?? ''))].map((cells) => cells.join(',')).join('\r\n');

    async function send(body: string | Uint8Array, headers: Record<string, string> = {}, secret = admin) {
      const response = await fetch(server.url + table, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': types.csv, 'Accept-Language': 'zh-CN', ...headers },
        body: body as BodyInit,
      });
      return { status: response.status, body: (await response.json()) as { code: string; title: string; findings: LedgerFinding[] } };
    }
    async function exported(format: 'csv' | 'xlsx', secret = admin) {
      const response = await fetch(`${server.url}${table}?format=${format}`, { headers: { Authorization: `Bearer ${secret}` } });
      expect(response.headers.get('content-type')).toContain(types[format]);
      expect(decodeURIComponent(response.headers.get('content-disposition')!)).toBe(`attachment; filename*=UTF-8''样例要点台账.${format}`);
      return new Uint8Array(await response.arrayBuffer());
    }
    const length = async () => (await server.service.plans()).find(({ id }) => id === 'sample')!.entries;

    test.each(['csv', 'xlsx'] as const)('what is exported as %s is imported again, and adds nothing', async (format) => {
      const before = await length();
      const answer = await send(await exported(format), { 'Content-Type': types[format] });
      expect(answer).toMatchObject({ status: 200, body: { rows: before, recorded: 0, repeated: before, findings: [] } });
      expect(await length()).toBe(before);
    });

    test('a region gets its own rows, and reports its own', async () => {
      const text = new TextDecoder().decode(await exported('csv', city));
      expect(text).toContain('"990100"');
      expect(text).not.toContain('"990200"');
      const own = { ...row, 行政区划代码: '990100', 说明: '来自表格' };
      const abroad = await send(csv(own, row), {}, city);
      expect(abroad).toMatchObject({ status: 403, body: { code: 'not-in-region' } });
      expect(abroad.body.findings).toMatchObject([{ code: 'not-in-region', row: 3, column: 'D', field: 'region' }]);
      // Nothing of it was taken; a unit that is not named is the one that the token names.
      expect(await send(csv(own), {}, city)).toMatchObject({ status: 201, body: { recorded: 1, repeated: 0 } });
      expect(new TextDecoder().decode(await exported('csv', city))).toContain('来自表格,,样例市计生协');
    });

    test('every fault is told with row, column and field, and nothing is taken', async () => {
      const before = await length();
      const faulty = await send(csv({ ...row, 任务: '9.9' }, { ...row, 说明: '好' }, { ...row, 数值: '约3', 数据截至: '2026-02-30' }));
      expect(faulty).toMatchObject({
        status: 422,
        body: { code: 'invalid-data', title: expect.stringMatching(/^第2行 A列（任务）：计划里没有任务“9.9”/) as unknown },
      });
      expect(faulty.body.findings).toMatchObject([
        { code: 'unknown-task', severity: 'error', row: 2, column: 'A', header: '任务', field: 'taskId' },
        { code: 'not-a-number', row: 4, column: 'E', header: '数值', field: 'value' },
        { code: 'not-a-date', row: 4, column: 'G', header: '数据截至', field: 'asOf' },
      ]);
      const english = await send(csv({ ...row, 任务: '9.9' }), { 'Accept-Language': 'en' });
      expect(english.body.title).toMatch(/^row 2, column A \(任务\): The plan has no task/);
      expect(await length()).toBe(before);
    });

    test('the same file is one import: again, under one key, and twice at once', async () => {
      const file = csv({ ...row, 说明: '一次' }, { ...row, 行政区划代码: '990800', 说明: '一次' });
      const key = { 'Idempotency-Key': 'table' };
      const before = await length();
      const answers = await Promise.all([send(file, key), send(file, key), send(file)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(await send(file, key)).toMatchObject({ status: 200, body: { recorded: 0, repeated: 2 } });
      expect(await length()).toBe(before + 2);
      expect(await send(csv(row), key)).toMatchObject({ status: 422, body: { code: 'key-taken' } });
    });

    test('a correction takes effect; a second one of the same entry, and an id that is taken, are told', async () => {
      const old = newEntry({ region: '990900', value: 1 });
      await ask('POST', entries, old);
      const mended = { ...row, 行政区划代码: '990900', 数值: 2, 更正: old.id };
      expect(await send(csv(mended))).toMatchObject({ status: 201 });
      const second = await send(csv({ ...mended, 数值: 3 }, { ...row, 行政区划代码: '990900', 数值: 9, 台账编号: old.id }));
      expect(second).toMatchObject({ status: 409, body: { code: 'corrected-before' } });
      expect(second.body.findings.map(({ code, row: at }) => [code, at])).toEqual([
        ['corrected-before', 2],
        ['id-taken', 3],
      ]);
      expect(await send(csv({ ...mended, 更正: newId() }))).toMatchObject({
        status: 422,
        body: { findings: [{ code: 'nothing-to-correct' }] },
      });
    });

    test('a table of thousands, in and out in the order of the chain', async () => {
      const before = await length();
      const file = csv(...Array.from({ length: 2500 }, (_, at) => ({ ...row, 行政区划代码: '991000', 说明: `第${at}条`, 数值: 1 })));
      expect(await send(file)).toMatchObject({ status: 201, body: { rows: 2500, recorded: 2500 } });
      const lines = new TextDecoder()
        .decode(await exported('csv'))
        .trim()
        .split('\r\n');
      expect(lines).toHaveLength(1 + before + 2500);
      expect(lines.slice(-2500).map((line) => /第(\d+)条/.exec(line)![1])).toEqual(Array.from({ length: 2500 }, (_, at) => String(at)));
    }, 120_000);
  });

  test('an event comes when an entry does', async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/plans/sample/events`, { signal: stop.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const read = async (until: RegExp) => {
      for (let text = ''; ;) {
        text += (await reader.read()).value ?? '';
        const found = until.exec(text);
        if (found) return Number(found[1]);
      }
    };
    const seq = await read(/data: .*"seq":(\d+)/);
    await ask('POST', entries, newEntry({ region: '990600' }));
    expect(await read(/data: .*"seq":(\d+)/)).toBeGreaterThan(seq);
    stop.abort();
  });

  test('it describes itself', async () => {
    expect((await ask('GET', '/openapi.json')).body.openapi).toBe('3.1.1');
    const page = await fetch(`${server.url}/docs`);
    expect(await page.text()).toContain('/plans/{planId}/entries');
    expect((await ask('GET', '/healthz')).body).toMatchObject({ status: 'ok', store: store.kind });
    await ask('GET', '/plans');
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('fp_requests_total{method="GET",route="/plans",status="200"}');
  });

  test.each(['/plans', '/plans/none', '/docs', '/healthz', '/sample.ts', '/nowhere'])(
    '%s has a number of its own and is not guessed at',
    async (path) => {
      const ids = [await ask('HEAD', path), await ask('HEAD', path)].map(({ headers }) => {
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        return headers.get('x-request-id');
      });
      expect(ids[0]).toMatch(/^[\da-f-]{36}$/);
      expect(ids[1]).not.toBe(ids[0]);
    },
  );

  test('a page is given where the API has nothing', async () => {
    const page = await fetch(`${server.url}/sample.ts`);
    expect(await page.text()).toContain('export const regions');
    expect((await ask('GET', '/plans')).status).toBe(200);
    expect((await ask('GET', '/nowhere')).status).toBe(404);
  });
});
