import type { Queries } from '../database/database.js';
import { sha256 } from './canonical.js';

/** What the check of one plan's chain found. */
export interface Verdict {
  planId: string;
  entries: number;
  /** Hash of the last entry: whoever keeps it elsewhere can tell a ledger that was written anew. */
  head: string;
  /** The first entry that does not fit, and what is wrong with it; absent where all is well. */
  fault?: { seq: number; what: 'gap' | 'hash' | 'previous' | 'columns' | 'end' };
}

const pageSize = 2000;

/** Follows the chain of every plan from its first entry: numbers without a gap, each hash over the one before and its own contents. */
export async function verifyLedger(database: Queries): Promise<Verdict[]> {
  const chains = await database.query<{ plan_id: string; seq: number; hash: string }>(
    'select plan_id, seq::int as seq, hash from chains order by plan_id',
  );
  const verdicts: Verdict[] = [];
  for (const chain of chains) verdicts.push(await verifyChain(database, chain));
  return verdicts;
}

async function verifyChain(database: Queries, chain: { plan_id: string; seq: number; hash: string }): Promise<Verdict> {
  const planId = chain.plan_id;
  let seq = 0;
  let head = '';
  for (;;) {
    const rows = await database.query<{ seq: number; body: string; previous: string; hash: string; fits: boolean }>(
      `select seq::int as seq, body, previous, hash,
         body::jsonb->>'id' = id::text and body::jsonb->>'taskId' = task_id and body::jsonb->>'region' is not distinct from region
         and body::jsonb->>'supersedes' is not distinct from supersedes::text as fits
       from entries where plan_id = $1 and seq > $2 order by seq limit $3`,
      [planId, seq, pageSize],
    );
    for (const row of rows) {
      const fault = (what: NonNullable<Verdict['fault']>['what']): Verdict => ({
        planId,
        entries: seq,
        head,
        fault: { seq: row.seq, what },
      });
      if (row.seq !== seq + 1) return fault('gap');
      if (row.previous !== head) return fault('previous');
      if (row.hash !== sha256(row.previous + row.body)) return fault('hash');
      if (!row.fits) return fault('columns');
      seq = row.seq;
      head = row.hash;
    }
    if (rows.length < pageSize) break;
  }
  // The end of the chain is kept apart: entries taken off it would leave no gap.
  return chain.seq === seq && chain.hash === head
    ? { planId, entries: seq, head }
    : { planId, entries: seq, head, fault: { seq, what: 'end' } };
}
