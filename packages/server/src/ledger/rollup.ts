import { type LedgerEntry, type Plan, windowsOf } from '@fp-kit/sdk';
import type { Queries } from '../database/database.js';

/**
 * The few entries of a ledger that its sums need, as the database keeps them: of each thing reported on, by each region, the newest that
 * stands, and the newest of each month where a target is asked of each month or quarter. A million reports of a province come down to some
 * thousands; a new entry changes one of them.
 */
export class Rollup {
  readonly plan: Plan;
  #database: Queries;
  #byMonth: string;
  #seq = 0;
  #kept = new Map<string, { seq: number; entry: LedgerEntry }>();
  #entries: readonly LedgerEntry[] | undefined;
  #following: Promise<void> | undefined;

  constructor(database: Queries, plan: Plan) {
    this.#database = database;
    this.#byMonth = tasksByMonth(plan);
    this.plan = plan;
  }

  /** Number of the last entry that is in it. */
  get seq(): number {
    return this.#seq;
  }

  /** Resolves when nothing is being taken in. */
  get ready(): Promise<void> {
    return this.#following ?? Promise.resolve();
  }

  /** From the oldest, more or less. An entry that stood before is the same object as before. */
  get entries(): readonly LedgerEntry[] {
    return (this.#entries ??= [...this.#kept.values()].map(({ entry }) => entry));
  }

  /** Takes in what changed since; the first time, all that stands. */
  async follow(): Promise<void> {
    while (this.#following !== undefined) await this.#following;
    this.#following = this.#follow();
    try {
      await this.#following;
    } finally {
      this.#following = undefined;
    }
  }

  async #follow(): Promise<void> {
    const rows = await this.#database.query<{ head: number; key: string | null; seq: number | null; body: string | null }>(changedSince, [
      this.plan.id,
      this.#seq,
      this.#byMonth,
    ]);
    for (const { head, key, seq, body } of rows) {
      this.#seq = head;
      if (key === null) continue;
      if (this.#kept.get(key)?.seq === seq) continue;
      this.#entries = undefined;
      // What comes last is the newest most times, and what is nearly in order is sorted in one pass.
      this.#kept.delete(key);
      if (seq !== null && body !== null) this.#kept.set(key, { seq, entry: JSON.parse(body) as LedgerEntry });
    }
  }
}

/** Entries as they stood at the end of a day, brought down in the same way. */
export async function entriesAsOf(database: Queries, plan: Plan, asOf: string): Promise<LedgerEntry[]> {
  const rows = await database.query<{ body: string }>(stoodBy, [plan.id, asOf, tasksByMonth(plan)]);
  return rows.map(({ body }) => JSON.parse(body) as LedgerEntry);
}

/** What each region recorded first of what was reported by the end of a day, whether or not it stands. */
export async function firstEntries(database: Queries, planId: string, asOf: string): Promise<LedgerEntry[]> {
  const rows = await database.query<{ body: string }>(recordedFirst, [planId, asOf]);
  return rows.map(({ body }) => JSON.parse(body) as LedgerEntry);
}

/** What was reported on, and by whom; of the tasks in $3, a JSON list, in each month apart. */
function subjects(limit: string): string {
  return `select distinct task_id, action_id, target_id, region, said,
      case when task_id in (select json_array_elements_text($3::text::json)) then month end as month
    from standing where plan_id = $1 and ${limit}`;
}

// One statement, so that all of it is of one moment.
const changedSince = `select h.seq as head, k.key, e.seq::int as seq, e.body
  from (select coalesce(max(seq), 0)::int as seq from chains where plan_id = $1) h
  left join (
    select json_build_array(k.task_id, k.action_id, k.target_id, k.region, k.said, k.month)::text as key, n.seq
    from (${subjects('changed > $2')}) k
    left join lateral (
      select s.seq from standing s
      where s.plan_id = $1 and s.task_id = k.task_id and s.action_id = k.action_id and s.target_id = k.target_id
        and s.region = k.region and s.said = k.said and (k.month is null or s.month = k.month) and s.seq is not null
      order by s.month desc limit 1
    ) n on true
  ) k on true
  left join entries e on e.plan_id = $1 and e.seq = k.seq
  order by e.as_of, e.recorded_at, e.id`;

const stoodBy = `select e.body
  from (${subjects('month <= $2::text::date')}) k
  cross join lateral newest_entry($1, k.task_id, k.action_id, k.target_id, k.region, k.said, coalesce(k.month, '-infinity'),
    least((k.month + interval '1 month - 1 day')::date, $2::text::date), $2::text::date) n (seq)
  join entries e on e.plan_id = $1 and e.seq = n.seq`;

// From one region to the next by the index, whatever lies between.
const recordedFirst = `with recursive reporters (region) as (
    (select region from entries where plan_id = $1 and region is not null order by region limit 1)
    union all
    select (select e.region from entries e where e.plan_id = $1 and e.region > r.region order by e.region limit 1)
    from reporters r where r.region is not null
  )
  select f.body from reporters r cross join lateral (
    select e.body from entries e where e.plan_id = $1 and e.region = r.region and e.as_of <= $2::text::date
    order by e.recorded_at, e.id limit 1
  ) f`;

/** Tasks with a target that is asked of each month, quarter or the like, as a JSON list. */
function tasksByMonth({ tasks, period }: Plan): string {
  const byMonth = tasks.filter(({ actions }) =>
    actions.some(({ targets }) => targets.some(({ scope }) => scope?.each !== undefined && windowsOf(scope.each, period) !== undefined)),
  );
  return JSON.stringify(byMonth.map(({ id }) => id));
}
