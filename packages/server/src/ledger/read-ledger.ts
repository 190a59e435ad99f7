import { type LedgerEntry, type Plan, parsePlan, type Region } from '@fp-kit/sdk';
import type { Database } from '../database/database.js';
import { type EntryRow, entryColumns, readEntry } from './ledger.js';

/**
 * A plan, the regions that exist, and the entries of its ledger in the order of the chain, which are read while they are asked for; undefined
 * where the store has no such plan.
 */
export async function readLedger(
  database: Database,
  planId: string,
): Promise<{ plan: Plan; regions: Region[]; entries: AsyncGenerator<LedgerEntry> } | undefined> {
  const documents = await database.query<{ kind: string; body: string }>(
    "select kind, body from documents where (kind = 'plan' and id = $1) or kind = 'regions'",
    [planId],
  );
  const body = (kind: string) => documents.find((one) => one.kind === kind)?.body;
  const plan = body('plan');
  if (plan === undefined) return undefined;
  const { regions } = JSON.parse(body('regions') ?? '{"regions":[]}') as { regions: Region[] };
  return { plan: parsePlan(JSON.parse(plan)), regions, entries: streamEntries(database, planId) };
}

const pageSize = 1000;

/**
 * The entries of a ledger in the order of the chain, a page in memory at a time.
 *
 * @param regions pattern for `like` of the regions wanted; all, and the issuer's own, unless told.
 */
export async function* streamEntries(database: Database, planId: string, regions = ''): AsyncGenerator<LedgerEntry> {
  for (let after = 0, isMore = true; isMore;) {
    const rows = await database.query<EntryRow>(
      `select ${entryColumns} from entries where plan_id = $1 and seq > $2::text::bigint and ($3 = '' or region like $3) order by seq limit ${pageSize}`,
      [planId, String(after), regions],
    );
    for (const row of rows) yield readEntry(row).entry;
    after = rows.at(-1)?.seq ?? after;
    isMore = rows.length === pageSize;
  }
}

/** What a ledger has of some ids: the entries that bear one, and those that correct one. */
export async function findEntries(database: Database, planId: string, ids: readonly string[]): Promise<LedgerEntry[]> {
  const rows = await database.query<EntryRow>(
    `select ${entryColumns} from entries where plan_id = $1 and (id = any(string_to_array($2, ' ')::uuid[]) or supersedes = any(string_to_array($2, ' ')::uuid[]))`,
    [planId, ids.join(' ')],
  );
  return rows.map((row) => readEntry(row).entry);
}
