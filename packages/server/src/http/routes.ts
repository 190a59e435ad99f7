import {
  holidayNotices,
  InvalidDataError,
  isFpError,
  type LedgerEntry,
  ledgerEntrySchema,
  parseLedger,
  parsePlan,
  parseSites,
  type Plan,
  planSchema,
  progressSchema,
  rank,
  rankingMeasureSchema,
  rankingSchema,
  type Region,
  regionLevels,
  regionSchema,
  siteFileSchema,
  snapshotSchema,
  streamLedgerCsv,
  supervise,
  supervisionSchema,
} from '@fp-kit/sdk';
import type { LedgerFinding } from '@fp-kit/document';
import * as z from 'zod/mini';
import { allows } from '../access/permissions.js';
import { createToken, listTokens, revokeToken, roles } from '../access/tokens.js';
import { StoreError } from '../database/store-error.js';
import { type EntryRow, entryColumns, readEntry } from '../ledger/ledger.js';
import { importTable } from '../ledger/import-table.js';
import { streamEntries } from '../ledger/read-ledger.js';
import { firstEntries } from '../ledger/rollup.js';
import type { Standing } from '../service.js';
import { streamEvents } from './events.js';
import { findingSchema } from './openapi.js';
import { ProblemError } from './problem.js';
import type { Answer, Asked, Route } from './route.js';

const date = z.iso.date();
const text = z.string().check(z.minLength(1), z.maxLength(200));
const asOf = { asOf: z.optional(date.check(z.describe('The day to look from, YYYY-MM-DD; today in Beijing unless told'))) };

const recordedSchema = z.object({ seq: z.int(), hash: z.string(), entry: ledgerEntrySchema });
const mostEntries = 500;
const submissionSchema = z.union([
  ledgerEntrySchema,
  z.object({ entries: z.array(ledgerEntrySchema).check(z.minLength(1), z.maxLength(mostEntries)) }),
]);
const idempotencyHeaders = {
  'Idempotency-Key': z.optional(
    z.string().check(z.minLength(1), z.maxLength(200), z.describe('The same key is the same request, however often it comes')),
  ),
};
const tableFormats = ['csv', 'xlsx'] as const;
const tableTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const mostRows = 10_000;
const importedSchema = z.object({
  rows: z.int(),
  recorded: z.int().check(z.describe('Entries that are new')),
  repeated: z.int().check(z.describe('Entries that the ledger had')),
  findings: z.array(findingSchema),
});
const regionsSchema = z.object({ regions: z.array(regionSchema) });
const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  region: z.optional(z.string()),
  createdAt: z.string(),
  expiresAt: z.optional(z.string()),
  revokedAt: z.optional(z.string()),
});
const newTokenSchema = z.object({
  name: text.check(z.describe('The unit it is for, never a person')),
  role: z.enum(roles),
  region: z.optional(z.string().check(z.regex(/^\d{6}(\d{6})?$/))),
  expiresAt: z.optional(z.iso.datetime({ offset: true })),
});

export const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/plans',
    id: 'listPlans',
    summary: 'Plans that are published, and how far the ledger of each goes',
    answers: {
      200: {
        what: 'Plans; head is the hash of the last entry',
        schema: z.object({
          plans: z.array(
            z.object({ id: z.string(), title: z.string(), kind: z.string(), etag: z.string(), entries: z.int(), head: z.string() }),
          ),
        }),
      },
    },
    handle: async ({ service }) => json({ plans: await service.plans() }),
  },
  {
    method: 'get',
    path: '/plans/{planId}',
    id: 'getPlan',
    summary: 'A plan',
    answers: { 200: { what: 'The plan', schema: planSchema }, 304: { what: 'As you have it' }, 404: { what: 'No such plan' } },
    handle: async ({ service, params, request }) => {
      const plan = (await service.plan(params['planId']!)) ?? refuse(noPlan(params['planId']!));
      return cached(request, plan.etag, () => plan.body);
    },
  },
  {
    method: 'put',
    path: '/plans/{planId}',
    id: 'publishPlan',
    summary: 'Publishes a plan, or a new version of it; its ledger stays',
    verb: 'publish',
    body: planSchema,
    answers: { 200: { what: 'Published', schema: z.object({ etag: z.string() }) }, 403: { what: 'Not for this region' } },
    handle: async ({ service, params, body, bearer, lang }) => {
      const plan = parsePlan(body, { lang });
      if (plan.id !== params['planId']) {
        refuse({
          status: 422,
          code: 'other-plan',
          title: `the plan's id is ${JSON.stringify(plan.id)}`,
          detail: 'put it at the address of its own id',
        });
      }
      const before = await service.plan(plan.id);
      for (const one of before === undefined ? [plan] : [plan, before.value]) {
        if (!allows(bearer!, 'publish', one.issuer.region)) refuse(notInRegion(one.issuer.region));
      }
      return json({ etag: await service.publish('plan', plan.id, plan) });
    },
  },
  {
    method: 'get',
    path: '/plans/{planId}/snapshot',
    id: 'getSnapshot',
    summary: 'A plan with its progress already summed: what the elements read',
    query: asOf,
    answers: { 200: { what: 'The snapshot', schema: snapshotSchema }, 304: { what: 'As you have it' }, 404: { what: 'No such plan' } },
    handle: (asked) =>
      derived(asked, 'snapshot', ({ standing }) => ({
        format: 'fp-snapshot/1',
        plan: standing.plan,
        progress: asked.service.progressOf(standing),
        generatedAt: new Date(asked.service.nowMs()).toISOString(),
        // From the address of the snapshot itself, wherever the API is mounted.
        links: { entries: 'entries', events: 'events' },
      })),
  },
  {
    method: 'get',
    path: '/plans/{planId}/progress',
    id: 'getProgress',
    summary: 'How far a plan has come, derived from its ledger',
    query: asOf,
    answers: { 200: { what: 'The progress', schema: progressSchema }, 304: { what: 'As you have it' }, 404: { what: 'No such plan' } },
    handle: (asked) => derived(asked, 'progress', ({ standing }) => asked.service.progressOf(standing)),
  },
  {
    method: 'get',
    path: '/plans/{planId}/supervision',
    id: 'getSupervision',
    summary: 'What is to be chased, why, and whose it is',
    query: {
      ...asOf,
      soonDays: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
      stagnantDays: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
    },
    answers: { 200: { what: 'The list', schema: supervisionSchema }, 304: { what: 'As you have it' }, 404: { what: 'No such plan' } },
    handle: (asked) =>
      derived(asked, 'supervision', ({ standing: { plan, entries, regions, asOf: day }, query }) =>
        supervise(plan, entries, {
          asOf: day,
          lang: asked.lang,
          ...(regions === undefined ? {} : { regions }),
          ...(query['soonDays'] === undefined ? {} : { soonDays: Number(query['soonDays']) }),
          ...(query['stagnantDays'] === undefined ? {} : { stagnantDays: Number(query['stagnantDays']) }),
        }),
      ),
  },
  {
    method: 'get',
    path: '/plans/{planId}/ranking',
    id: 'getRanking',
    summary: 'Regions by a rate that has a denominator',
    query: {
      ...asOf,
      measures: z.optional(
        z.string().check(z.maxLength(4000), z.describe('JSON: [{"by":"completion"}], [{"by":"target","targetId":"…","weight":2}, …]')),
      ),
      level: z.optional(z.enum(regionLevels)),
      closesOn: z.optional(date),
      since: z.optional(date),
    },
    answers: {
      200: { what: 'The ranking', schema: rankingSchema },
      304: { what: 'As you have it' },
      404: { what: 'No such plan' },
      422: { what: 'Regions are not known, or the measure is none' },
    },
    handle: (asked) =>
      derived(asked, 'ranking', async ({ standing, query }) => {
        const { plan, regions, asOf: day } = standing;
        if (regions === undefined) {
          refuse({ status: 422, code: 'no-regions', title: 'nobody has said which regions exist', detail: 'publish them at /regions' });
        }
        const { closesOn, since } = query;
        const { service } = asked;
        // Who was late is told by what came first, though it was corrected since.
        const first = closesOn === undefined ? undefined : await firstEntries(service.database, plan.id, day);
        const earlier = since === undefined ? undefined : (await service.standing(plan.id, since))?.entries;
        return rank(plan, standing.entries, {
          asOf: day,
          regions,
          lang: asked.lang,
          ...(query['measures'] === undefined ? {} : { measures: readMeasures(query['measures']) }),
          ...(query['level'] === undefined ? {} : { level: query['level'] as (typeof regionLevels)[number] }),
          ...(closesOn === undefined ? {} : { closesOn }),
          ...(first === undefined ? {} : { first }),
          ...(since === undefined ? {} : { since }),
          ...(earlier === undefined ? {} : { earlier }),
        });
      }),
  },
  {
    method: 'get',
    path: '/plans/{planId}/calendar',
    id: 'getCalendar',
    summary: 'Key dates and time limits of a plan, by day',
    answers: {
      200: {
        what: 'Days',
        schema: z.object({
          days: z.array(z.object({ date, what: z.string(), taskId: z.optional(z.string()), actionId: z.optional(z.string()) })),
        }),
      },
      304: { what: 'As you have it' },
      404: { what: 'No such plan' },
    },
    handle: async ({ service, params, request }) => {
      const plan = (await service.plan(params['planId']!)) ?? refuse(noPlan(params['planId']!));
      return cached(request, `${plan.etag}-c`, () => JSON.stringify({ days: daysOf(plan.value) }));
    },
  },
  {
    method: 'get',
    path: '/plans/{planId}/entries',
    id: 'listEntries',
    summary: 'The ledger of a plan, oldest first, page by page; of it what lies in your region',
    verb: 'readLedger',
    query: {
      after: z.optional(z.string().check(z.regex(/^\d{1,9}$/), z.describe('The number to go on after; next of the page before'))),
      limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/), z.describe('Entries of a page, up to 1000; 100 unless told'))),
    },
    answers: {
      200: { what: 'A page; no next on the last', schema: z.object({ entries: z.array(recordedSchema), next: z.optional(z.int()) }) },
      404: { what: 'No such plan' },
    },
    handle: async ({ service, params, query, bearer }) => {
      const plan = (await service.plan(params['planId']!)) ?? refuse(noPlan(params['planId']!));
      const limit = Math.min(Number(query['limit'] ?? 100), 1000);
      const rows = await service.database.query<EntryRow>(
        `select ${entryColumns} from entries where plan_id = $1 and seq > $2::text::bigint and ($3 = '' or region like $3) order by seq limit $4::text::int`,
        [plan.value.id, query['after'] ?? '0', bearer!.region === undefined ? '' : prefixOf(bearer!.region), String(limit)],
      );
      const last = rows[limit - 1];
      return json({ entries: rows.map(readEntry), ...(last === undefined ? {} : { next: last.seq }) });
    },
  },
  {
    method: 'post',
    path: '/plans/{planId}/entries',
    id: 'report',
    summary: 'Records one entry, or several together; answered when they are on the disk',
    verb: 'report',
    headers: idempotencyHeaders,
    body: submissionSchema,
    answers: {
      201: { what: 'Recorded', schema: z.object({ entries: z.array(recordedSchema) }) },
      200: { what: 'Was recorded before', schema: z.object({ entries: z.array(recordedSchema) }) },
      403: { what: 'Not for this region' },
      404: { what: 'No such plan' },
      409: { what: 'Somebody corrected the same entry before, or the id is taken: both sides are told' },
      422: { what: 'Not as an entry should be: every field is named' },
    },
    handle: report,
  },
  {
    method: 'get',
    path: '/plans/{planId}/ledger',
    id: 'exportLedger',
    summary: 'The ledger of a plan as a table for a spreadsheet, oldest first; of it what lies in your region',
    verb: 'readLedger',
    query: { format: z.optional(z.enum(tableFormats).check(z.describe('csv unless told'))) },
    answers: { 200: { what: 'The table', mediaType: Object.values(tableTypes) }, 404: { what: 'No such plan' } },
    handle: async ({ service, params, query, bearer }) => {
      const { value: plan } = (await service.plan(params['planId']!)) ?? refuse(noPlan(params['planId']!));
      const format = query['format'] === 'xlsx' ? 'xlsx' : 'csv';
      const regions = (await service.regions())?.value.regions;
      const entries = streamEntries(service.database, plan.id, bearer!.region === undefined ? '' : prefixOf(bearer!.region));
      return fileOf(await tableOf(format, plan, entries, regions), tableTypes[format], `${plan.title}台账.${format}`);
    },
  },
  {
    method: 'post',
    path: '/plans/{planId}/ledger',
    id: 'importLedger',
    summary: 'Records the rows of a spreadsheet in the columns of the export: all of them, or none where one has a fault',
    verb: 'report',
    headers: idempotencyHeaders,
    // What a browser on Windows says of a CSV.
    upload: [...Object.values(tableTypes), 'application/vnd.ms-excel', 'application/octet-stream'],
    answers: {
      201: { what: 'Recorded', schema: importedSchema },
      200: { what: 'Nothing of it is new', schema: importedSchema },
      403: { what: 'Not for these regions: every row is named' },
      404: { what: 'No such plan' },
      409: { what: 'Somebody corrected the same entry before, or the id is taken: every row is named' },
      413: { what: `More than ${mostRows} rows, or a workbook that unpacks to far more than a table` },
      422: { what: 'Not as a table should be: every row, column and field is named' },
    },
    handle: importRows,
  },
  {
    method: 'get',
    path: '/plans/{planId}/events',
    id: 'watch',
    summary: 'Tells of every change, as server-sent events: event progress, data {"seq": 12}',
    answers: { 200: { what: 'Events without an end', mediaType: 'text/event-stream' }, 404: { what: 'No such plan' } },
    handle: async ({ service, params, request }) => {
      const plan = (await service.plan(params['planId']!)) ?? refuse(noPlan(params['planId']!));
      return streamEvents(service, plan.value.id, request.signal);
    },
  },
  {
    method: 'get',
    path: '/sites',
    id: 'getSites',
    summary: 'Service sites',
    answers: { 200: { what: 'The sites', schema: siteFileSchema }, 304: { what: 'As you have it' } },
    handle: async ({ service, request }) => {
      const sites = await service.sites();
      return cached(request, sites?.etag ?? 'none', () => sites?.body ?? '{"sites":[]}');
    },
  },
  {
    method: 'put',
    path: '/sites',
    id: 'publishSites',
    summary: 'Publishes the service sites',
    verb: 'publish',
    body: siteFileSchema,
    answers: { 200: { what: 'Published', schema: z.object({ etag: z.string() }) }, 403: { what: 'Not for all regions' } },
    handle: async ({ service, body, bearer, lang }) => {
      const sites = parseSites(body, { lang });
      if (!allows(bearer!, 'publish', undefined)) refuse(notInRegion(undefined));
      return json({ etag: await service.publish('sites', 'all', sites) });
    },
  },
  {
    method: 'get',
    path: '/regions',
    id: 'getRegions',
    summary: 'Regions that exist: the denominator of every sum over them',
    answers: { 200: { what: 'The regions', schema: regionsSchema }, 304: { what: 'As you have it' } },
    handle: async ({ service, request }) => {
      const regions = await service.regions();
      return cached(request, regions?.etag ?? 'none', () => regions?.body ?? '{"regions":[]}');
    },
  },
  {
    method: 'put',
    path: '/regions',
    id: 'publishRegions',
    summary: 'Says which regions exist',
    verb: 'publish',
    body: regionsSchema,
    answers: { 200: { what: 'Published', schema: z.object({ etag: z.string() }) }, 403: { what: 'Not for all regions' } },
    handle: async ({ service, body, bearer }) => {
      if (!allows(bearer!, 'publish', undefined)) refuse(notInRegion(undefined));
      return json({ etag: await service.publish('regions', 'all', body) });
    },
  },
  {
    method: 'get',
    path: '/calendar/{year}',
    id: 'getHolidays',
    summary: "A year's days off and working weekends, as the State Council published them",
    answers: {
      200: {
        what: 'The arrangement; days are MM-DD',
        schema: z.object({ year: z.int(), number: z.string(), off: z.array(z.tuple([z.string(), z.string()])), work: z.array(z.string()) }),
      },
      404: { what: 'Not announced' },
    },
    handle: ({ params, request }) => {
      const notice =
        holidayNotices.find(({ year }) => String(year) === params['year']) ??
        refuse({
          status: 404,
          code: 'unannounced',
          title: 'the holidays of this year are not announced',
          detail: 'ask for a year that is',
        });
      return cached(request, notice.number.replace(/\D/g, ''), () => JSON.stringify(notice));
    },
  },
  {
    method: 'get',
    path: '/tokens',
    id: 'listTokens',
    summary: 'Tokens of your region; never their secrets',
    verb: 'manageTokens',
    answers: { 200: { what: 'Tokens', schema: z.object({ tokens: z.array(tokenSchema) }) } },
    handle: async ({ service, bearer }) =>
      json({ tokens: (await listTokens(service.database)).filter(({ region }) => allows(bearer!, 'manageTokens', region)) }),
  },
  {
    method: 'post',
    path: '/tokens',
    id: 'createToken',
    summary: 'Makes a token; its secret is told this once',
    verb: 'manageTokens',
    body: newTokenSchema,
    answers: { 201: { what: 'Made', schema: z.object({ token: tokenSchema, secret: z.string() }) }, 403: { what: 'Not for this region' } },
    handle: async ({ service, body, bearer }) => {
      const wanted = body as z.infer<typeof newTokenSchema>;
      if (!allows(bearer!, 'manageTokens', wanted.region)) refuse(notInRegion(wanted.region));
      return json(await createToken(service.database, wanted), 201);
    },
  },
  {
    method: 'delete',
    path: '/tokens/{tokenId}',
    id: 'revokeToken',
    summary: 'Takes a token back',
    verb: 'manageTokens',
    answers: { 204: { what: 'Taken back' }, 403: { what: 'Not for this region' }, 404: { what: 'No such token' } },
    handle: async ({ service, params, bearer }) => {
      const token = (await listTokens(service.database)).find(({ id }) => id === params['tokenId']);
      if (token === undefined) refuse({ status: 404, code: 'no-token', title: 'there is no such token', detail: 'see /tokens' });
      if (!allows(bearer!, 'manageTokens', token.region)) refuse(notInRegion(token.region));
      await revokeToken(service.database, token.id);
      service.tokensChanged();
      return { status: 204, headers: {}, body: null };
    },
  },
];

async function report({ service, params, body, bearer, request, lang }: Asked): Promise<Answer> {
  const planId = params['planId']!;
  const plan = (await service.plan(planId)) ?? refuse(noPlan(planId));
  const isOne = !(typeof body === 'object' && body !== null && 'entries' in body);
  const sent = isOne ? [body as LedgerEntry] : (body as { entries: LedgerEntry[] }).entries;
  const { entries } = readEntries(sent, isOne, lang);
  checkEntries(entries, isOne, plan.value, service.today(), service.nowMs());
  for (const entry of entries) {
    if (!allows(bearer!, 'report', entry.region ?? plan.value.issuer.region)) refuse(notInRegion(entry.region ?? plan.value.issuer.region));
  }
  await checkCorrected(service, planId, entries, plan.value, bearer!);
  const outcome = await service.ledger.append({
    planId,
    entries,
    asker: bearer!.id,
    idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
  });
  const at = (index: number): string => (isOne ? '' : `entries[${index}].`);
  switch (outcome.kind) {
    case 'recorded':
      await service.recorded(planId);
      return json({ entries: outcome.entries }, outcome.isRepeated ? 200 : 201);
    case 'key-taken':
      return refuse(keyTaken);
    case 'id-taken':
      return refuse({
        status: 409,
        code: 'id-taken',
        title: `${at(outcome.index)}id is that of an entry with other contents`,
        detail: 'an entry is never changed: correct it by a new one that supersedes it',
        with: { yours: entries[outcome.index], existing: outcome.existing },
      });
    case 'corrected-before':
      return refuse({
        status: 409,
        code: 'corrected-before',
        title: `${at(outcome.index)}supersedes was corrected by somebody else before`,
        detail: 'look at both, then correct the newer one',
        with: { corrected: outcome.corrected, yours: entries[outcome.index], existing: outcome.existing },
      });
    case 'nothing-to-correct':
      return refuse({
        status: 422,
        code: 'nothing-to-correct',
        title: `${at(outcome.index)}supersedes is not in this ledger, or is corrected twice in one request`,
        detail: 'name an entry that is',
      });
  }
}

async function importRows({ service, params, body, bearer, request, lang }: Asked): Promise<Answer> {
  const planId = params['planId']!;
  const plan = (await service.plan(planId)) ?? refuse(noPlan(planId));
  const regions = (await service.regions())?.value.regions;
  const outcome = await importTable(service, plan.value, body as Uint8Array, {
    lang,
    regions,
    now: new Date(service.nowMs()).toISOString(),
    reporter: bearer!.name,
    maxRows: mostRows,
    mayReport: (region) => allows(bearer!, 'report', region),
    refuses: 'faults',
    asker: bearer!.id,
    idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
  }).catch((error: unknown) => {
    if (error instanceof StoreError) {
      return refuse(error.code === 'key-taken' ? keyTaken : { status: 409, code: error.code, title: error.message });
    }
    if (!isFpError(error)) throw error;
    const isTooLarge = ['too-large', 'too-many-rows', 'zip-bomb'].includes(error.code);
    return refuse({ status: isTooLarge ? 413 : 422, code: error.code, title: error.message });
  });
  const { findings } = outcome;
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (faults[0] !== undefined) {
    // As of a single entry: what is wrong in itself, then whose it is, then what is there already.
    const conflicts = ['id-taken', 'corrected-before'];
    const kindOf = (code: string) => (code === 'not-in-region' ? 403 : conflicts.includes(code) ? 409 : 422);
    const kinds = faults.map(({ code }) => kindOf(code));
    const status = ([422, 403, 409] as const).find((one) => kinds.includes(one))!;
    const fault = faults[kinds.indexOf(status)]!;
    refuse({ status, code: status === 422 ? 'invalid-data' : fault.code, title: inWords(fault, lang), with: { findings } });
  }
  await service.recorded(planId);
  return json(outcome, outcome.recorded > 0 ? 201 : 200);
}

/** A finding with its place, in one line. */
function inWords({ row, column, header, message }: LedgerFinding, lang: Asked['lang']): string {
  return lang === 'en'
    ? `row ${row}${column === undefined ? '' : `, column ${column} (${header})`}: ${message}`
    : `第${row}行${column === undefined ? '' : ` ${column}列（${header}）`}：${message}`;
}

async function tableOf(
  format: keyof typeof tableTypes,
  plan: Plan,
  entries: AsyncIterable<LedgerEntry>,
  regions: readonly Region[] | undefined,
): Promise<AsyncGenerator<string | Uint8Array>> {
  if (format === 'csv') return streamLedgerCsv(plan, entries, { regions });
  const { writeLedgerXlsx } = await import('@fp-kit/document');
  return writeLedgerXlsx(plan, entries, { regions });
}

/** A file that is written while it is read. */
function fileOf(pieces: AsyncGenerator<string | Uint8Array>, mediaType: string, name: string): Answer {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(typeof piece.value === 'string' ? encoder.encode(piece.value) : piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return {
    status: 200,
    headers: {
      'Content-Type': mediaType === tableTypes.csv ? `${mediaType}; charset=utf-8` : mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'Cache-Control': 'no-store',
    },
    body: stream,
  };
}

function readEntries(sent: readonly LedgerEntry[], isOne: boolean, lang: Asked['lang']): { entries: LedgerEntry[] } {
  try {
    const { entries } = parseLedger({ entries: sent }, { lang });
    // An id in capitals is the same id (RFC 9562), and the database gives it back in small letters.
    return { entries: entries.map((entry) => ({ ...entry, id: entry.id.toLowerCase(), ...lowered(entry.supersedes) })) };
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    const errors = error.issues.map((issue) => ({ ...issue, path: isOne ? issue.path.replace(/^entries\[0\]\.?/, '') : issue.path }));
    throw new ProblemError({ status: 422, code: 'invalid-data', title: error.message, errors });
  }
}

function lowered(supersedes: string | undefined): Pick<LedgerEntry, 'supersedes'> {
  return supersedes === undefined ? {} : { supersedes: supersedes.toLowerCase() };
}

/** What an entry must be to belong to this plan, today. */
function checkEntries(entries: readonly LedgerEntry[], isOne: boolean, plan: Plan, today: string, nowMs: number): void {
  const errors: NonNullable<ProblemError['problem']['errors']>[number][] = [];
  entries.forEach((entry, index) => {
    const fault = (path: string, code: 'unknown-reference' | 'too-small' | 'too-big', message: string, mend: string) =>
      errors.push({ path: isOne ? path : `entries[${index}].${path}`, code, message, mend });
    if (entry.planId !== plan.id) fault('planId', 'unknown-reference', 'is not this plan', `write ${JSON.stringify(plan.id)}`);
    const task = plan.tasks.find(({ id }) => id === entry.taskId);
    if (task === undefined) fault('taskId', 'unknown-reference', 'is no task of the plan', 'write the id of one');
    const action = task?.actions.find(({ id }) => id === entry.actionId);
    if (task !== undefined && entry.actionId !== undefined && action === undefined) {
      fault('actionId', 'unknown-reference', 'is no action of this task', 'write the id of one, or leave it out');
    }
    const targets = (action === undefined ? (task?.actions ?? []) : [action]).flatMap((one) => one.targets);
    if (task !== undefined && entry.targetId !== undefined && !targets.some(({ id }) => id === entry.targetId)) {
      fault('targetId', 'unknown-reference', 'is no target of this action', 'write the id of one, or leave it out');
    }
    if (entry.supersedes !== undefined && !isUuid(entry.supersedes)) {
      fault('supersedes', 'unknown-reference', 'is no id of an entry', 'write the UUID of the entry that it corrects');
    }
    // PostgreSQL has no year 0.
    for (const path of ['asOf', 'recordedAt'] as const) {
      if (entry[path] < '1900') fault(path, 'too-small', 'lies before 1900', 'check the year');
    }
    if (entry.asOf > today) fault('asOf', 'too-big', 'is a day to come', `write ${today} or an earlier day`);
    // A clock may be wrong by minutes.
    if (Date.parse(entry.recordedAt) > nowMs + 600_000) fault('recordedAt', 'too-big', 'is a time to come', 'set the clock');
  });
  if (errors.length > 0) {
    throw new ProblemError({
      status: 422,
      code: 'invalid-data',
      title: `${errors[0]!.path} ${errors[0]!.message}: ${errors[0]!.mend}`,
      errors,
    });
  }
}

/** Nobody corrects what lies outside of his region, whatever region he gives the correction. */
async function checkCorrected(
  service: Asked['service'],
  planId: string,
  entries: readonly LedgerEntry[],
  plan: Plan,
  bearer: NonNullable<Asked['bearer']>,
): Promise<void> {
  if (bearer.region === undefined) return;
  const ids = entries.flatMap(({ supersedes }) => supersedes ?? []);
  if (ids.length === 0) return;
  const rows = await service.database.query<{ region: string | null }>(
    "select region from entries where plan_id = $1 and id = any(string_to_array($2, ' ')::uuid[])",
    [planId, ids.join(' ')],
  );
  for (const { region } of rows) {
    const owner = region ?? plan.issuer.region;
    if (!allows(bearer, 'report', owner)) refuse(notInRegion(owner));
  }
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function readMeasures(json_: string): z.infer<typeof rankingMeasureSchema>[] {
  try {
    return z.array(rankingMeasureSchema).check(z.minLength(1), z.maxLength(20)).parse(JSON.parse(json_));
  } catch {
    return refuse({
      status: 422,
      code: 'invalid-data',
      title: 'measures is not a list of measures in JSON',
      detail: 'write [{"by":"completion"}]',
    });
  }
}

function daysOf(plan: Plan): { date: string; what: string; taskId?: string; actionId?: string }[] {
  const dues = plan.tasks.flatMap((task) => [
    ...(task.due === undefined ? [] : [{ date: task.due, what: task.title, taskId: task.id }]),
    ...task.actions.flatMap((action) =>
      action.due === undefined ? [] : [{ date: action.due, what: action.text, taskId: task.id, actionId: action.id }],
    ),
  ]);
  const observed = plan.observances.flatMap(({ date: day, name }) => (day === undefined ? [] : [{ date: day, what: name }]));
  return [...observed, ...dues].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** A pattern for `like` that fits the codes of a region and of all below it. */
function prefixOf(region: string): string {
  if (region === '000000' || region === '100000') return '%';
  return `${region.length === 12 ? region.replace(/000$/, '') : region.replace(/(?:00){1,2}$/, '')}%`;
}

/** What follows from a plan, its ledger and a day, with a tag that changes when one of them does. */
async function derived(
  asked: Asked,
  name: string,
  derive: (given: { standing: Standing; query: Asked['query'] }) => unknown,
): Promise<Answer> {
  const { service, params, query, request, lang } = asked;
  const standing = (await service.standing(params['planId']!, query['asOf'])) ?? refuse(noPlan(params['planId']!));
  const tag = `${standing.version}-${lang}`;
  const make = async (): Promise<string> => JSON.stringify(await derive({ standing, query }));
  try {
    // What everybody asks for is kept; what somebody made up to ask would fill the memory.
    const body = Object.keys(query).length > 0 ? make : () => service.answer(`${name} ${lang} ${standing.plan.id}`, tag, make);
    return await cached(request, tag, body);
  } catch (error) {
    if (!isFpError(error)) throw error;
    return refuse({ status: 422, code: error.code, title: error.message });
  }
}

/**
 * Answers 304 where the asker has it. A CDN may hold it for some seconds; a browser asks every time, or what an event told of would not be seen.
 */
async function cached(request: Request, tag: string, body: () => string | Promise<string>): Promise<Answer> {
  const etag = `W/"${tag}"`;
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, s-maxage=5', Vary: 'Accept-Language' };
  const had = request.headers.get('if-none-match');
  if (had !== null && had.split(',').some((one) => one.trim() === etag || one.trim() === '*')) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, 'Content-Type': 'application/json' }, body: await body() };
}

function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }, body: JSON.stringify(value) };
}

const keyTaken: ProblemError['problem'] = {
  status: 422,
  code: 'key-taken',
  title: 'this Idempotency-Key stands for another request',
  detail: 'use a new key for new contents',
};

function noPlan(id: string): ProblemError['problem'] {
  return { status: 404, code: 'no-plan', title: `there is no plan ${JSON.stringify(id)}`, detail: 'see /plans' };
}

function notInRegion(region: string | undefined): ProblemError['problem'] {
  return {
    status: 403,
    code: 'not-in-region',
    title: region === undefined ? 'this token is for one region, and this belongs to all' : `${region} is outside the region of this token`,
    detail: 'ask for a token of that region',
  };
}

function refuse(problem: ProblemError['problem']): never {
  throw new ProblemError(problem);
}
