import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LedgerEntry, ledgerColumns } from '@fp-kit/sdk';
import { oddXlsx, xlsx } from '../../document/testing/xlsx.js';
import { newEntry, regions, samplePlan } from '../testing/sample.js';
import { stores } from '../testing/stores.js';
import { createToken, type LogLine, routes, type RunningServer, startServer } from './index.js';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: Schema | boolean;
}
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

const nasty = fc.constantFrom<unknown>(
  null,
  '',
  "'; drop table entries; --",
  '$1',
  '\\',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  '＊'.repeat(300),
  '1e999',
  -1,
  1e308,
  0.1,
  [],
  {},
  true,
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  'sample',
  '1.1',
  '990100',
  '__proto__',
);

/** Values that nearly fit a schema: as it says, but for a part that is spoilt. */
function nearly(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const fits = (): fc.Arbitrary<unknown> => {
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => nearly(one, depth + 1)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if ('const' in schema) return fc.constant(schema.const);
    switch (schema.type) {
      case 'object':
        if (depth > 5) return fc.constant({});
        return fc.record(
          Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, nearly(value, depth + 1)])),
          {
            requiredKeys: schema.required ?? [],
          },
        );
      case 'array':
        return schema.prefixItems
          ? fc.tuple(...schema.prefixItems.map((one) => nearly(one, depth + 1)))
          : fc.array(nearly(schema.items ?? {}, depth + 1), { maxLength: 2 });
      case 'integer':
        return fc.integer({ min: -2, max: 400 });
      case 'number':
        return fc.double();
      case 'boolean':
        return fc.boolean();
      default:
        return fc.string({ unit: 'binary', maxLength: 12 });
    }
  };
  return fc.oneof({ weight: 12, arbitrary: fits() }, { weight: 1, arbitrary: nasty });
}

const columns = ledgerColumns.map(({ header }) => header);
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '1.1',
    '1.1.1',
    'homes',
    '990100',
    '3',
    '2026-06-01',
    '进行中',
    '95%',
    '46176',
    '0000-01-01',
    '1e999',
    '-',
    '=1+1',
    "x'); --",
    '',
  ),
  nasty.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
);
const sheet = fc
  .tuple(fc.shuffledSubarray(columns, { minLength: 8 }), fc.array(fc.array(cell, { minLength: 8, maxLength: 20 }), { maxLength: 4 }))
  .map(([header, rows]) => [header, ...rows]);
const quoted = (rows: string[][]) => rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
/** A table that is nearly one: in UTF-8, as a workbook, as a workbook that is damaged, or bytes. */
const file: fc.Arbitrary<Uint8Array> = fc.oneof(
  sheet.map((rows) => Buffer.from(quoted(rows))),
  sheet.map((rows) => xlsx(rows)),
  fc.tuple(sheet, fc.nat(), fc.nat(255)).map(([rows, at, byte]) => {
    const bytes = Uint8Array.from(xlsx(rows));
    bytes[at % bytes.length] = byte;
    return bytes;
  }),
  fc.uint8Array({ maxLength: 200 }),
);

describe.each(stores)('on $kind', (store) => {
  let server: RunningServer;
  let secret = '';
  const faults: LogLine[] = [];

  beforeAll(async () => {
    await store.open();
    server = await startServer({
      ...(await store.create()),
      port: 0,
      rate: { burst: 1e6, perSecond: 1e6 },
      limits: { entries: 100_000, tables: 200_000, documents: 200_000 },
      log: (line) => {
        if (line.event === 'fault') faults.push(line);
      },
    });
    secret = (await createToken(server.service.database, { name: '样例省计生协', role: 'admin' })).secret;
    await server.service.publish('regions', 'all', { regions });
    await server.service.publish('plan', 'sample', samplePlan());
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await store.close();
  }, 60_000);

  const send = (method: string, path: string, body?: string | Uint8Array | ReadableStream, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method,
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: body as BodyInit, duplex: 'half' }),
    });

  test.each(routes.filter(({ id }) => id !== 'watch').map(({ id, method, path }) => ({ id, method, path })))(
    'no answer of $id is a fault of the server',
    async ({ method, path }) => {
      const description = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
        paths: Record<string, Record<string, Operation>>;
      };
      const { parameters = [], requestBody } = description.paths[path]![method]!;
      const { schema } = requestBody?.content['application/json'] ?? {};
      const isFile = requestBody !== undefined && schema === undefined;
      const body: fc.Arbitrary<unknown> = isFile ? file : schema === undefined ? fc.constant(undefined) : nearly(schema);
      const type = isFile ? Object.keys(requestBody.content)[0]! : 'application/json';
      const places = fc.record(
        Object.fromEntries(
          parameters.map(({ name, in: place, schema }) => [
            name,
            place === 'path'
              ? fc.oneof(fc.constant('sample'), fc.string({ unit: 'binary', minLength: 1 }), nasty)
              : fc.option(nearly(schema)),
          ]),
        ),
      );
      await fc.assert(
        fc.asyncProperty(places, body, async (given, sent) => {
          const texts = Object.entries(given).map(
            ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value ?? '')] as const,
          );
          const encode = (text: string) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '\ufffd'));
          const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(texts.find(([key]) => key === name)![1]) || 'x');
          const query = texts
            .filter(([name]) => parameters.some((one) => one.name === name && one.in === 'query') && given[name] !== null)
            .map(([name, value]) => `${name}=${encode(value)}`)
            .join('&');
          const written = sent === undefined || isFile ? (sent as Uint8Array | undefined) : JSON.stringify(sent);
          const response = await send(method.toUpperCase(), `${at}?${query}`, written, { 'Content-Type': type });
          await response.text();
          expect(response.status).toBeLessThan(500);
        }),
        { numRuns: 60 },
      );
      expect(faults).toEqual([]);
    },
  );

  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ['brackets without end', deep.slice(0, 90_000), {}, 400, 'too-deep'],
    ['half of a JSON', '{"id":', {}, 400, 'not-json'],
    ['nothing', '', {}, 400, 'not-json'],
    ['broken UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), {}, 400, 'not-utf-8'],
    ['a body beyond the limit', JSON.stringify({ note: 'x'.repeat(150_000) }), {}, 413, 'too-large'],
    ['a form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'not-json'],
    ['NUL in a text', JSON.stringify(newEntry({ note: 'a\u0000b' })), {}, 400, 'no-text'],
    ['half a character', JSON.stringify(newEntry()).replace('样例市', '\\ud83d'), {}, 400, 'no-text'],
    ['__proto__', '{"__proto__":{"region":"990000"}}', {}, 422, 'invalid-data'],
    ['501 entries', JSON.stringify({ entries: Array.from({ length: 501 }, () => 1) }), {}, 422, 'invalid-data'],
    ['a key beyond measure', JSON.stringify(newEntry()), { 'Idempotency-Key': 'k'.repeat(201) }, 400, 'invalid-header'],
  ])('%s is refused with what is wrong', async (_, body, headers, status, code) => {
    const response = await send('POST', '/plans/sample/entries', body, headers);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  const workbook = xlsx([columns, ['1.1']]);
  const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
  const odd = (rows: string, before = '') => oddXlsx(`${before}<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const text = (content: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${content}</t></is></c></row>`;
  const shared = `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`;
  const repeated = oddXlsx(`<worksheet>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(30)}</worksheet>`, shared);
  test.each<[string, string | Uint8Array, string, number, string]>([
    ['a zip bomb', odd(text('a'.repeat(30_000_000))), xlsxType, 413, 'zip-bomb'],
    ['one string in thousands of cells', repeated, xlsxType, 413, 'zip-bomb'],
    ['more rows than are read', quoted(Array.from({ length: 10_002 }, () => ['1'])), 'text/csv', 413, 'too-many-rows'],
    ['a file beyond the limit', new Uint8Array(300_000), 'text/csv', 413, 'too-large'],
    ['half a workbook', workbook.subarray(0, workbook.length / 2), xlsxType, 422, 'truncated-document'],
    ['entities that laugh', odd(text('&b;'), laughs), xlsxType, 422, 'invalid-data'],
    ['elements without end', odd('<a>'.repeat(200_000)), xlsxType, 422, 'truncated-document'],
    ['a row beyond the last', odd('<row r="99999999999"><c r="ZZZZ9"><v>1</v></c></row>'), xlsxType, 422, 'invalid-data'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), xlsxType, 422, 'old-spreadsheet'],
    ['zeros', new Uint8Array(64), 'text/csv', 422, 'binary-document'],
    ['nothing', '', 'text/csv', 422, 'empty-document'],
    ['a quote without end', `"${columns.join(',')}`, 'text/csv', 422, 'invalid-data'],
    ['JSON', '{}', 'application/json', 415, 'no-table'],
    ['a form', 'a=b', 'multipart/form-data; boundary=a', 415, 'no-table'],
  ])('as a table, %s is refused with what is wrong', async (_, body, type, status, code) => {
    const response = await send('POST', '/plans/sample/ledger', body, { 'Content-Type': type });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(faults).toEqual([]);
  });

  test.each(columns)('SQL in the column %s changes nothing', async (column) => {
    const count = async () => (await server.service.database.query<{ n: number }>('select count(*)::int as n from entries'))[0]!.n;
    const before = await count();
    const row: Record<string, string> = {
      任务: '1.1',
      数值: '1',
      数据截至: '2026-06-01',
      [column]: `${column}'); delete from entries; --`,
    };
    const body = quoted([columns, columns.map((one) => row[one] ?? '')]);
    const { status } = await send('POST', '/plans/sample/ledger', body, { 'Content-Type': 'text/csv' });
    expect(status).toBeLessThan(500);
    expect(await count()).toBe(before + Number(status === 201));
  });

  test('a body without an end is cut off at the limit', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(10_000));
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const answer = await send('POST', '/plans/sample/entries', endless).catch(() => undefined);
    if (answer !== undefined) expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(5_000_000);
  });

  test('a body that hardly comes is not waited for', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      `POST /plans/sample/entries HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${secret}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`,
    );
    const began = Date.now();
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (data) => (text += String(data)));
      socket.on('close', () => resolve(text));
    });
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(answer === '' || answer.includes(' 408 ')).toBe(true);
  }, 40_000);

  test.each<keyof LedgerEntry>([
    'id',
    'planId',
    'taskId',
    'actionId',
    'targetId',
    'region',
    'note',
    'reporter',
    'asOf',
    'recordedAt',
    'supersedes',
  ])('SQL in %s changes nothing', async (field) => {
    const count = async () => (await server.service.database.query<{ n: number }>('select count(*)::int as n from entries'))[0]!.n;
    const before = await count();
    const response = await send(
      'POST',
      '/plans/sample/entries',
      JSON.stringify({ ...newEntry(), [field]: "x'); delete from entries; --" }),
    );
    const isText = field === 'note' || field === 'reporter';
    expect(response.status).toBe(isText ? 201 : 422);
    expect(await count()).toBe(before + Number(isText));
  });

  test('who asks too often is told to wait', async () => {
    const options = await store.create();
    const strict = await startServer({ ...options, port: 0, rate: { burst: 3, perSecond: 0.1 } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(`${strict.url}/plans`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    expect(Number(answers.find(({ status }) => status === 429)!.headers.get('retry-after'))).toBeGreaterThan(0);
    await strict.stop();
  }, 60_000);

  test('a page of another origin is let in only where it is named', async () => {
    const named = await startServer({ ...(await store.create()), port: 0, origins: ['https://portal.example'] });
    const allowed = async (origin: string) =>
      (await fetch(`${named.url}/plans`, { headers: { Origin: origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('https://portal.example')).toBe('https://portal.example');
    expect(await allowed('https://elsewhere.example')).toBeNull();
    await named.stop();
    expect(
      (await fetch(`${server.url}/plans`, { headers: { Origin: 'https://portal.example' } })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  }, 60_000);
});
