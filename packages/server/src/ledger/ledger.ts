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
  /** What the key stands for, where the entries are only what was new in it. */
  contents?: string | undefined;
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
        await this.#keepStatistics(outcomes);
      } catch (error) {
        // One that the database refuses must not take the others with it.
        if (jobs.length === 1) jobs[0]!.fail(error);
        else for (const job of jobs) await this.#write([job]).then(([outcome]) => job.settle(outcome!), job.fail);
      }
    }
    this.#running = undefined;
  }

  /**
   * Counts the tables anew whenever a ledger has doubled: plans that the database made when it knew of none or few entries read all of them.
   * PGlite never does so by itself, PostgreSQL within a minute.
   */
  async #keepStatistics(outcomes: readonly Outcome[]): Promise<void> {
    const seqs = outcomes.flatMap((outcome) =>
      outcome.kind === 'recorded' && !outcome.isRepeated ? outcome.entries.map(({ seq }) => seq) : [],
    );
    // Who does not own the tables is warned and does nothing; the entries are recorded in any case.
    if (seqs.some(isPowerOfTwo)) await this.#database.run('analyze entries, standing').catch(() => undefined);
  }

  async #write(jobs: readonly Job[]): Promise<Outcome[]> {
    // In one order in every instance, so that two of them never wait for each other.
    const planIds = [...new Set(jobs.map(({ planId }) => planId))].sort();
    const batches = new Map(planIds.map((planId) => [planId, new Batch(planId)]));
    const outcomes = await this.#database.transaction(async (inside) => {
      for (const [planId, batch] of batches)
        await batch.read(
          inside,
          jobs.filter((job) => job.planId === planId),
        );
      const found = jobs.map((job) => batches.get(job.planId)!.add(job));
      for (const batch of batches.values()) await batch.write(inside);
      return found;
    });
    const written = [...batches].map(([planId, { fresh }]) => ({ planId, entries: fresh })).filter(({ entries }) => entries.length > 0);
    if (written.length > 0) await this.#journal?.append(written);
    return outcomes;
  }
}

/** What several requests want to add to one ledger in one transaction: what stands against them is read first, what is new is written last. */
class Batch {
  /** Entries that are new; number and hash are known when they are written. */
  readonly fresh: RecordedEntry[] = [];
  #planId: string;
  #byId = new Map<string, RecordedEntry>();
  #corrections = new Map<string, RecordedEntry>();
  /** What was asked under a key, by asker and key. */
  #requests = new Map<string, string>();
  #answers: { asker: string; key: string; request: string; entries: string }[] = [];

  constructor(planId: string) {
    this.#planId = planId;
  }

  /** Locks the chain until the transaction ends, and reads what the requests could collide with. */
  async read(inside: Queries, jobs: readonly Job[]): Promise<void> {
    const entries = jobs.flatMap((job) => job.entries);
    const corrected = entries.flatMap(({ supersedes }) => supersedes ?? []);
    const keys = jobs.flatMap(({ asker, idempotencyKey: key }) => (key === undefined ? [] : { asker, key }));
    // Sent together, answered one after the other: what is read after the lock sees all that was written before it.
    const [, , twins, corrections, requests] = await Promise.all([
      inside.query('insert into chains (plan_id) values ($1) on conflict do nothing', [this.#planId]),
      inside.query('select seq from chains where plan_id = $1 for update', [this.#planId]),
      find(inside, this.#planId, 'id', [...entries.map(({ id }) => id), ...corrected]),
      find(inside, this.#planId, 'supersedes', corrected),
      keys.length === 0
        ? []
        : inside.query<{ asker: string; key: string; request: string }>(
            `select asker, key, request from answers
             where (asker, key) in (select asker, key from json_to_recordset($1::text::json) as k (asker text, key text))`,
            [JSON.stringify(keys)],
          ),
    ]);
    this.#byId = twins;
    this.#corrections = corrections;
    for (const { asker, key, request } of requests) this.#requests.set(JSON.stringify([asker, key]), request);
  }

  /** Takes a request in, or says what stands against it; the next one sees what came of it. */
  add({ entries, asker, idempotencyKey, contents }: Submission): Outcome {
    const bodies = entries.map(canonicalJson);
    const request = sha256(`${this.#planId}\n${contents ?? bodies.join('\n')}`);
    const key = idempotencyKey === undefined ? undefined : JSON.stringify([asker, idempotencyKey]);
    const known = key === undefined ? undefined : this.#requests.get(key);
    if (known !== undefined && known !== request) return { kind: 'key-taken' };

    const recorded: RecordedEntry[] = [];
    const added = new Map<string, RecordedEntry>();
    const correctedHere = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      const twin = this.#byId.get(entry.id);
      if (twin !== undefined && canonicalJson(twin.entry) !== bodies[index]) return { kind: 'id-taken', index, existing: twin };
      if (twin !== undefined) {
        recorded[index] = twin;
        continue;
      }
      if (entry.supersedes !== undefined) {
        const existing = this.#corrections.get(entry.supersedes);
        const corrected = this.#byId.get(entry.supersedes);
        if (existing !== undefined && corrected !== undefined) return { kind: 'corrected-before', index, corrected, existing };
        if ((corrected === undefined && !added.has(entry.supersedes)) || correctedHere.has(entry.supersedes)) {
          return { kind: 'nothing-to-correct', index };
        }
        correctedHere.add(entry.supersedes);
      }
      recorded[index] = { seq: 0, hash: '', entry };
      added.set(entry.id, recorded[index]);
    }
    for (const [id, one] of added) {
      this.#byId.set(id, one);
      if (one.entry.supersedes !== undefined) this.#corrections.set(one.entry.supersedes, one);
      this.fresh.push(one);
    }
    if (idempotencyKey !== undefined && key !== undefined && known === undefined) {
      this.#requests.set(key, request);
      this.#answers.push({ asker, key: idempotencyKey, request, entries: entries.map(({ id }) => id).join(' ') });
    }
    return { kind: 'recorded', entries: recorded, isRepeated: added.size === 0 };
  }

  /** Writes what is new, in the order in which it came, and tells of it. */
  async write(inside: Queries): Promise<void> {
    const [rows] = await Promise.all([
      this.fresh.length === 0 ? [] : insert(inside, this.#planId, this.fresh),
      this.#answers.length === 0
        ? []
        : inside.query(
            `insert into answers (asker, key, request, entries)
             select * from json_to_recordset($1::text::json) as a (asker text, key text, request text, entries text) on conflict do nothing`,
            [JSON.stringify(this.#answers)],
          ),
      this.fresh.length === 0 ? [] : inside.query("select pg_notify('fp_ledger', $1)", [this.#planId]),
    ]);
    const places = new Map(rows.map(({ id, seq, hash }) => [id, { seq, hash }]));
    for (const one of this.fresh) Object.assign(one, places.get(one.entry.id));
  }
}

function insert(inside: Queries, planId: string, fresh: readonly RecordedEntry[]): Promise<{ id: string; seq: number; hash: string }[]> {
  const rows = fresh.map(({ entry }) => ({
    id: entry.id,
    task_id: entry.taskId,
    action_id: entry.actionId,
    target_id: entry.targetId,
    region: entry.region,
    as_of: entry.asOf,
    // To the millisecond, as the sums read it.
    recorded_at: new Date(entry.recordedAt),
    supersedes: entry.supersedes,
    said: saidBy(entry),
    body: canonicalJson(entry),
  }));
  return inside.query(
    `insert into entries (plan_id, id, task_id, action_id, target_id, region, as_of, recorded_at, supersedes, said, body)
     select $1, e.* from json_to_recordset($2::text::json) as e (id uuid, task_id text, action_id text, target_id text, region text,
       as_of date, recorded_at timestamptz, supersedes uuid, said smallint, body text)
     returning id::text as id, seq::int as seq, hash`,
    [planId, JSON.stringify(rows)],
  );
}

function isPowerOfTwo(seq: number): boolean {
  return seq >= 128 && Number.isInteger(Math.log2(seq));
}

async function find(inside: Queries, planId: string, by: 'id' | 'supersedes', ids: readonly string[]): Promise<Map<string, RecordedEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await inside.query<EntryRow & { key: string }>(
    `select ${by}::text as key, ${entryColumns} from entries where plan_id = $1 and ${by} = any(string_to_array($2, ' ')::uuid[])`,
    [planId, ids.join(' ')],
  );
  return new Map(rows.map((row) => [row.key, readEntry(row)]));
}

/**
 * What an entry states, as a sum: 1 a value, 2 a status, 4 a rate by its parts alone; 0 is nothing but its note. A sum takes the newest of those
 * that state what it needs.
 */
export function saidBy({ status, value, numerator }: LedgerEntry): number {
  const figure = value !== undefined ? 1 : numerator !== undefined ? 4 : 0;
  return figure + (status === undefined ? 0 : 2);
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
