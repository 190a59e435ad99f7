import type { LedgerEntry } from '@fp-kit/sdk';
import type { Database } from './database/database.js';
import { LedgerStore } from './ledger/ledger.js';

/** Everything that a store holds but tokens, as JSON lines: a first line with the format, then documents, then entries in the order of their chains. */
export async function* backup(database: Database): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'fp-backup/1', madeAt: new Date().toISOString() })}\n`;
  const documents = await database.query<{ kind: string; id: string; body: string }>(
    'select kind, id, body from documents order by kind, id',
  );
  for (const document of documents) yield `${JSON.stringify({ document })}\n`;
  const chains = await database.query<{ plan_id: string }>('select plan_id from chains order by plan_id');
  for (const { plan_id: planId } of chains) {
    for (let after = 0; ;) {
      const rows = await database.query<{ seq: number; hash: string; body: string }>(
        'select seq::int as seq, hash, body from entries where plan_id = $1 and seq > $2 order by seq limit 1000',
        [planId, after],
      );
      for (const { seq, hash, body } of rows) yield `${JSON.stringify({ planId, seq, hash, entry: JSON.parse(body) as LedgerEntry })}\n`;
      if (rows.length === 0) break;
      after = rows[rows.length - 1]!.seq;
    }
  }
}

/**
 * Puts a backup into a store. What is there already stays; a chain that would come out otherwise than it was is refused, with nothing of that
 * batch written.
 *
 * @returns how many documents and entries are now there from it.
 */
export async function restore(database: Database, lines: AsyncIterable<string>): Promise<{ documents: number; entries: number }> {
  const store = new LedgerStore(database);
  const counts = { documents: 0, entries: 0 };
  let isFirst = true;
  for await (const line of lines) {
    if (line === '') continue;
    const value = JSON.parse(line) as {
      format?: string;
      document?: { kind: string; id: string; body: string };
      planId?: string;
      hash?: string;
      entry?: LedgerEntry;
    };
    if (isFirst && value.format !== 'fp-backup/1') throw new Error('not a backup: the first line does not say fp-backup/1');
    isFirst = false;
    if (value.document !== undefined) {
      const { kind, id, body } = value.document;
      await database.query(
        "insert into documents (kind, id, body, etag) values ($1, $2, $3, left(encode(sha256(convert_to($3, 'UTF8')), 'hex'), 16)) on conflict do nothing",
        [kind, id, body],
      );
      counts.documents += 1;
    } else if (value.planId !== undefined && value.entry !== undefined) {
      const outcome = await store.append({ planId: value.planId, entries: [value.entry], asker: 'restore' });
      if (outcome.kind !== 'recorded' || outcome.entries[0]!.hash !== value.hash) {
        throw new Error(`the chain of ${value.planId} comes out otherwise than in the backup: restore into an empty store`);
      }
      counts.entries += 1;
    }
  }
  return counts;
}
