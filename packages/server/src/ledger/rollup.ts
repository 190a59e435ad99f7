import type { LedgerEntry } from '@fp-kit/sdk';
import type { Queries } from '../database/database.js';
import { type EntryRow, entryColumns, readEntry, type RecordedEntry, saidBy } from './ledger.js';

/**
 * The few entries of a ledger that its sums need: of each thing reported on, by each region, the newest status, the newest figure of each
 * month, and the newest word at all. A million reports of a province come down to some thousands; a new entry changes one of them.
 */
export class Rollup {
  readonly planId: string;
  #database: Queries;
  #seq = 0;
  #kept = new Map<string, RecordedEntry>();
  #keysOf = new Map<string, string>();
  #following: Promise<void> | undefined;

  constructor(database: Queries, planId: string) {
    this.#database = database;
    this.planId = planId;
  }

  /** Number of the last entry that is in it. */
  get seq(): number {
    return this.#seq;
  }

  /** Resolves when nothing is being taken in. */
  get ready(): Promise<void> {
    return this.#following ?? Promise.resolve();
  }

  get entries(): LedgerEntry[] {
    return [...this.#kept.values()].map(({ entry }) => entry);
  }

  /** Takes in what was recorded since; the first time, the whole ledger as the database brings it down. */
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
    if (this.#seq === 0) {
      const [head] = await this.#database.query<{ seq: number }>('select seq::int as seq from chains where plan_id = $1', [this.planId]);
      if (head === undefined || head.seq === 0) return;
      const rows = await this.#database.query<EntryRow>(newestOfEach('seq <= $2'), [this.planId, head.seq]);
      for (const row of rows) this.#keep(readEntry(row));
      this.#seq = head.seq;
      return;
    }
    const rows = await this.#database.query<EntryRow>(`select ${entryColumns} from entries where plan_id = $1 and seq > $2 order by seq`, [
      this.planId,
      this.#seq,
    ]);
    for (const row of rows) {
      const recorded = readEntry(row);
      await this.#correct(recorded.entry.supersedes, recorded.seq);
      this.#keep(recorded);
      this.#seq = recorded.seq;
    }
  }

  #keep(recorded: RecordedEntry): void {
    // Withdrawals state nothing, and what they take back is gone already.
    if (recorded.entry.supersedes !== undefined && saidBy(recorded.entry) === 0) return;
    const key = keyOf(recorded.entry);
    const before = this.#kept.get(key);
    if (before !== undefined && !isNewer(recorded.entry, before.entry)) return;
    if (before !== undefined) this.#keysOf.delete(before.entry.id);
    this.#kept.set(key, recorded);
    this.#keysOf.set(recorded.entry.id, key);
  }

  /** What a corrected entry stood for, an older one stands for again. */
  async #correct(id: string | undefined, upTo: number): Promise<void> {
    const key = id === undefined ? undefined : this.#keysOf.get(id);
    if (id === undefined || key === undefined) return;
    const { entry } = this.#kept.get(key)!;
    this.#kept.delete(key);
    this.#keysOf.delete(id);
    const rows = await this.#database.query<EntryRow>(
      newestOfEach(
        'seq <= $2',
        `and task_id = $3 and action_id is not distinct from $4 and target_id is not distinct from $5 and region is not distinct from $6`,
      ),
      [this.planId, upTo, entry.taskId, entry.actionId ?? null, entry.targetId ?? null, entry.region ?? null],
    );
    for (const row of rows) this.#keep(readEntry(row));
  }
}

/** Entries as they stood at the end of a day, brought down in the same way. */
export async function entriesAsOf(database: Queries, planId: string, asOf: string): Promise<LedgerEntry[]> {
  const rows = await database.query<EntryRow>(newestOfEach('as_of <= $2::text::date'), [planId, asOf]);
  return rows.map((row) => readEntry(row).entry);
}

/**
 * @param limit what of the ledger is seen, of entries and of the corrections that take them out alike.
 * @param subject further conditions on the entries alone.
 */
function newestOfEach(limit: 'seq <= $2' | 'as_of <= $2::text::date', subject = ''): string {
  return `select distinct on (task_id, action_id, target_id, region, said, date_trunc('month', as_of)) ${entryColumns}
    from entries e
    where plan_id = $1 and ${limit} ${subject}
      and not (supersedes is not null and said = 0)
      and not exists (select from entries c where c.plan_id = $1 and c.supersedes = e.id and c.${limit})
    order by task_id, action_id, target_id, region, said, date_trunc('month', as_of), as_of desc, recorded_at desc, id desc`;
}

function keyOf(entry: LedgerEntry): string {
  const { taskId, actionId, targetId, region, asOf } = entry;
  return JSON.stringify([taskId, actionId, targetId, region, saidBy(entry), asOf.slice(0, 7)]);
}

function isNewer(a: LedgerEntry, b: LedgerEntry): boolean {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf;
  const [aMs, bMs] = [Date.parse(a.recordedAt), Date.parse(b.recordedAt)];
  return aMs === bMs ? a.id > b.id : aMs > bMs;
}
