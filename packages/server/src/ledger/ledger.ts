import type { LedgerEntry } from '@fp-kit/sdk';
import type { Database, Queries, Row } from '../database/database.js';
import { canonicalJson, sha256 } from './canonical.js';
import type { Journal } from './journal.js';

/** An entry in its place in the ledger of its plan. */
export interface RecordedEntry {
  /** Its number, from 1 without a gap. */
  seq: number;
  /** Over the hash of the entry before and its own canonical JSON; SHA-256, 64 hexadecimal digits. */
  hash: string;
  entry: LedgerEntry;
}

/** What became of entries that somebody sent. */
export type Outcome =
  | { kind: 'recorded'; entries: RecordedEntry[]; isRepeated: boolean }
  /** An entry with this id, and other contents, is there. */
  | { kind: 'id-taken'; index: number; existing: RecordedEntry }
  /** Somebody else corrected the same entry before. */
  | { kind: 'corrected-before'; index: number; corrected: RecordedEntry; existing: RecordedEntry }
  /** It corrects what is not in this ledger. */
  | { kind: 'nothing-to-correct'; index: number }
  /** The Idempotency-Key stands for another request. */
  | { kind: 'key-taken' };

/** Entries to be recorded together: all of them or none. */
export interface Submission {
  planId: string;
  entries: readonly LedgerEntry[];
  /** Whose key it is; the same key of another asker is another key. */
  asker: string;
  idempotencyKey?: string | undefined;
}

interface Job extends Submission {
  settle: (outcome: Outcome) => void;
  fail: (error: unknown) => void;
}

/** Of the requests that wait while a transaction runs, so many entries go into the next. */
const batchSize = 200;

/**
 * The ledger of every plan: append-only, in a database. What `append` resolved with `recorded` is on the disk.
 *
 * While one transaction runs, what comes in meanwhile waits and goes into the next together: one wait for the disk for all of them.
 */
export class LedgerStore {
  #database: Database;
  #journal: Journal | undefined;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(database: Database, journal?: Journal) {
    this.#database = database;
    this.#journal = journal;
  }

  append(submission: Submission): Promise<Outcome> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ ...submission, settle, fail });
      this.#running ??= this.#work();
    });
  }

  /** Forgets which requests were answered a month ago: nobody sends one again so late, and an entry is told by its id all the same. */
  async forgetAnswers(): Promise<void> {
    await this.#database.query("delete from answers where given_at < now() - interval '30 days'");
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #work(): Promise<void> {
    // So that requests of the same moment meet.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const jobs: Job[] = [];
      for (let size = 0; this.#waiting.length > 0 && (size === 0 || size + this.#waiting[0]!.entries.length <= batchSize);) {
        size += this.#waiting[0]!.entries.length;
        jobs.push(this.#waiting.shift()!);
      }
      try {
        const outcomes = await this.#write(jobs);
        jobs.forEach((job, index) => job.settle(outcomes[index]!));
      } catch (error) {
        // One that the database refuses must not take the others with it.
        if (jobs.length === 1) jobs[0]!.fail(error);
        else for (const job of jobs) await this.#write([job]).then(([outcome]) => job.settle(outcome!), job.fail);
      }
    }
    this.#running = undefined;
  }

  async #write(jobs: readonly Job[]): Promise<Outcome[]> {
    const written: { planId: string; entries: RecordedEntry[] }[] = [];
    const outcomes = await this.#database.transaction(async (inside) => {
      written.length = 0;
      // In one order in every instance, so that two of them never wait for each other.
      const planIds = [...new Set(jobs.map(({ planId }) => planId))].sort();
      for (const planId of planIds) {
        await inside.query('insert into chains (plan_id) values ($1) on conflict do nothing', [planId]);
        await inside.query('select seq from chains where plan_id = $1 for update', [planId]);
      }
      const found: Outcome[] = [];
      for (const job of jobs) {
        const outcome = await append(inside, job);
        if (outcome.kind === 'recorded' && !outcome.isRepeated) written.push({ planId: job.planId, entries: outcome.entries });
        found.push(outcome);
      }
      for (const planId of new Set(written.map((one) => one.planId))) {
        await inside.query("select pg_notify('fp_ledger', $1)", [planId]);
      }
      return found;
    });
    if (written.length > 0) await this.#journal?.append(written);
    return outcomes;
  }
}

async function append(inside: Queries, { planId, entries, asker, idempotencyKey }: Submission): Promise<Outcome> {
  const bodies = entries.map(canonicalJson);
  const request = sha256(`${planId}\n${bodies.join('\n')}`);
  if (idempotencyKey !== undefined) {
    const [known] = await inside.query<{ request: string }>('select request from answers where asker = $1 and key = $2', [
      asker,
      idempotencyKey,
    ]);
    if (known !== undefined && known.request !== request) return { kind: 'key-taken' };
  }
  const ids = entries.map(({ id }) => id);
  const corrected = entries.flatMap(({ supersedes }) => supersedes ?? []);
  const there = await find(inside, planId, 'id', [...ids, ...corrected]);
  const corrections = corrected.length === 0 ? new Map<string, RecordedEntry>() : await find(inside, planId, 'supersedes', corrected);

  const recorded: RecordedEntry[] = [];
  const fresh: number[] = [];
  const added = new Set<string>();
  const correctedHere = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const twin = there.get(entry.id);
    if (twin !== undefined && canonicalJson(twin.entry) !== bodies[index]) return { kind: 'id-taken', index, existing: twin };
    if (twin !== undefined) {
      recorded[index] = twin;
      continue;
    }
    if (entry.supersedes !== undefined) {
      const existing = corrections.get(entry.supersedes);
      const before = there.get(entry.supersedes);
      if (existing !== undefined && before !== undefined) return { kind: 'corrected-before', index, corrected: before, existing };
      if ((before === undefined && !added.has(entry.supersedes)) || correctedHere.has(entry.supersedes)) {
        return { kind: 'nothing-to-correct', index };
      }
      correctedHere.add(entry.supersedes);
    }
    added.add(entry.id);
    fresh.push(index);
  }
  for (const index of fresh) {
    const entry = entries[index]!;
    const [row] = await inside.query<{ seq: number; hash: string }>(
      `insert into entries (plan_id, id, task_id, action_id, target_id, region, as_of, recorded_at, supersedes, said, body)
       values ($1, $2, $3, $4, $5, $6, $7::text::date, $8::text::timestamptz, $9, $10, $11) returning seq::int as seq, hash`,
      [
        planId,
        entry.id,
        entry.taskId,
        entry.actionId ?? null,
        entry.targetId ?? null,
        entry.region ?? null,
        entry.asOf,
        entry.recordedAt,
        entry.supersedes ?? null,
        saidBy(entry),
        bodies[index],
      ],
    );
    recorded[index] = { ...row!, entry };
  }
  if (idempotencyKey !== undefined) {
    await inside.query('insert into answers (asker, key, request, entries) values ($1, $2, $3, $4) on conflict do nothing', [
      asker,
      idempotencyKey,
      request,
      ids.join(' '),
    ]);
  }
  return { kind: 'recorded', entries: recorded, isRepeated: fresh.length === 0 };
}

async function find(inside: Queries, planId: string, by: 'id' | 'supersedes', ids: readonly string[]): Promise<Map<string, RecordedEntry>> {
  const rows = await inside.query<EntryRow & { key: string }>(
    `select ${by}::text as key, ${entryColumns} from entries where plan_id = $1 and ${by} = any(string_to_array($2, ' ')::uuid[])`,
    [planId, ids.join(' ')],
  );
  return new Map(rows.map((row) => [row.key, readEntry(row)]));
}

/** What an entry states: 0 nothing but its note, 1 a figure, 2 a status, 3 both. */
export function saidBy({ status, value, numerator }: LedgerEntry): number {
  return Number(status !== undefined) * 2 + Number(value !== undefined || numerator !== undefined);
}

/** Columns of an entry as `readEntry` wants them. */
export const entryColumns = 'seq::int as seq, hash, body';
export interface EntryRow extends Row {
  seq: number;
  hash: string;
  body: string;
}

export function readEntry({ seq, hash, body }: EntryRow): RecordedEntry {
  return { seq, hash, entry: JSON.parse(body) as LedgerEntry };
}
