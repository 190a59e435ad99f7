import { type LedgerEntry, type Plan, parsePlan, type Region } from '@fp-kit/sdk';
import type { Database } from '../database/database.js';
import { type EntryRow, entryColumns, readEntry } from './ledger.js';

/** A plan, the regions that exist, and every entry of its ledger in the order of the chain; undefined where the store has no such plan. */
export async function readLedger(
  database: Database,
  planId: string,
): Promise<{ plan: Plan; regions: Region[]; entries: LedgerEntry[] } | undefined> {
  const documents = await database.query<{ kind: string; body: string }>(
    "select kind, body from documents where (kind = 'plan' and id = $1) or kind = 'regions'",
    [planId],
  );
  const body = (kind: string) => documents.find((one) => one.kind === kind)?.body;
  const plan = body('plan');
  if (plan === undefined) return undefined;
  const rows = await database.query<EntryRow>(`select ${entryColumns} from entries where plan_id = $1 order by seq`, [planId]);
  const { regions } = JSON.parse(body('regions') ?? '{"regions":[]}') as { regions: Region[] };
  return { plan: parsePlan(JSON.parse(plan)), regions, entries: rows.map((row) => readEntry(row).entry) };
}
