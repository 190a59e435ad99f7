import { join } from 'node:path';
import type { Database } from './database/database.js';
import { migrate } from './database/migrations.js';
import { openPglite } from './database/pglite.js';
import { connectPostgres } from './database/postgres.js';
import { StoreError } from './database/store-error.js';
import { type Journal, type JournalLine, openJournal } from './ledger/journal.js';
import { LedgerStore } from './ledger/ledger.js';

export interface StoreOptions {
  /** Address of a PostgreSQL; without one the store is a folder. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded store; one process at a time. */
  data?: string | undefined;
}

/**
 * Opens a store with its tables made: a PostgreSQL by its address, or PGlite in a folder, with a journal beside it. What the journal has and the
 * embedded database lost in a power cut is put back.
 *
 * @throws {StoreError} where neither is named, or where journal and database contradict each other.
 */
export async function openStore({ databaseUrl, data }: StoreOptions): Promise<{ database: Database; journal?: Journal }> {
  if (databaseUrl !== undefined) {
    const database = connectPostgres(databaseUrl);
    await migrate(database);
    return { database };
  }
  if (data === undefined) throw new StoreError('no-store', 'neither a folder for the store nor DATABASE_URL is given');
  const database = await openPglite(join(data, 'pglite'));
  await migrate(database);
  const { journal, lines } = await openJournal(join(data, 'ledger.jsonl'));
  await catchUp(database, journal, lines);
  return { database, journal };
}

/** Makes journal and database say the same: either may lack what came last before a kill or a power cut. */
async function catchUp(database: Database, journal: Journal, lines: readonly JournalLine[]): Promise<void> {
  const byPlan = new Map<string, JournalLine[]>();
  for (const line of lines) byPlan.set(line.planId, [...(byPlan.get(line.planId) ?? []), line]);
  const chains = await database.query<{ plan_id: string; seq: number }>('select plan_id, seq::int as seq from chains');
  const seqs = new Map(chains.map(({ plan_id, seq }) => [plan_id, seq]));
  for (const planId of new Set([...byPlan.keys(), ...seqs.keys()])) {
    const written = byPlan.get(planId) ?? [];
    const journalled = written.reduce((most, { seq }) => Math.max(most, seq), 0);
    const seq = seqs.get(planId) ?? 0;
    if (journalled > seq) {
      const lost = written.filter((line) => line.seq > seq).sort((a, b) => a.seq - b.seq);
      const store = new LedgerStore(database);
      for (const line of lost) {
        const outcome = await store.append({ planId, entries: [line.entry], asker: 'journal' });
        if (outcome.kind !== 'recorded' || outcome.entries[0]!.hash !== line.hash) {
          throw new StoreError('ledger-lost', `journal and database disagree at entry ${line.seq} of ${planId}: restore a backup`);
        }
      }
    } else if (seq > journalled) {
      const rows = await database.query<{ seq: number; hash: string; body: string }>(
        'select seq::int as seq, hash, body from entries where plan_id = $1 and seq > $2 order by seq',
        [planId, journalled],
      );
      await journal.append([
        { planId, entries: rows.map((row) => ({ seq: row.seq, hash: row.hash, entry: JSON.parse(row.body) as never })) },
      ]);
    }
  }
}
