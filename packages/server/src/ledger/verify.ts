import type { Queries } from '../database/database.js';
import { sha256 } from './canonical.js';

/** What the check of one plan's chain found. */
export interface Verdict {
  planId: string;
  entries: number;
  /** Hash of the last entry: whoever keeps it elsewhere can tell a ledger that was written anew. */
  head: string;
  /** The first entry that does not fit, and what is wrong with it; absent where all is well. */
  fault?: { seq: number; what: 'gap' | 'hash' | 'previous' | 'columns' | 'end' | 'standing' };
}

const pageSize = 2000;

/**
 * Follows the chain of every plan from its first entry: numbers without a gap, each hash over the one before and its own contents. Then compares
 * what the database keeps as standing, from which sums are read, with what the entries say.
 */
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
         and body::jsonb->>'actionId' is not distinct from action_id and body::jsonb->>'targetId' is not distinct from target_id
         and body::jsonb->>'asOf' = to_char(as_of, 'YYYY-MM-DD')
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
  if (chain.seq !== seq || chain.hash !== head) return { planId, entries: seq, head, fault: { seq, what: 'end' } };
  const [{ odd } = { odd: null }] = await database.query<{ odd: number | null }>(oddStanding, [planId]);
  return { planId, entries: seq, head, ...(odd === null ? {} : { fault: { seq: odd, what: 'standing' } }) };
}

/** The first entry that is kept as standing and should not be, or should be and is not. */
const oddStanding = `
  select min(coalesce(due.seq, kept.seq))::int as odd
  from (
    select distinct on (e.task_id, e.action_id, e.target_id, e.region, e.said, date_trunc('month', e.as_of))
      e.task_id, coalesce(e.action_id, '') as action_id, coalesce(e.target_id, '') as target_id, coalesce(e.region, '') as region, e.said,
      date_trunc('month', e.as_of)::date as month, e.seq
    from entries e
    where plan_id = $1 and (said <> 0 or supersedes is null)
      and not exists (select from entries c where c.plan_id = e.plan_id and c.supersedes = e.id)
    order by e.task_id, e.action_id, e.target_id, e.region, e.said, date_trunc('month', e.as_of), e.as_of desc, e.recorded_at desc, e.id desc
  ) due
  full join (select * from standing where plan_id = $1 and seq is not null) kept
    using (task_id, action_id, target_id, region, said, month)
  where due.seq is distinct from kept.seq`;
