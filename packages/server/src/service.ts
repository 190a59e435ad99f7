import {
  createSummarizer,
  type LedgerEntry,
  type Plan,
  parsePlan,
  parseSites,
  type Progress,
  type Region,
  type SiteFile,
} from '@fp-kit/sdk';
import type { Database } from './database/database.js';
import { canonicalJson, sha256 } from './ledger/canonical.js';
import { LedgerStore } from './ledger/ledger.js';
import type { Journal } from './ledger/journal.js';
import { entriesAsOf, Rollup } from './ledger/rollup.js';

/** A document that somebody published, as it is kept and as it is used. */
interface Published<T> {
  value: T;
  body: string;
  etag: string;
}

/** What is known of a plan on a day: enough for every sum. */
export interface Standing {
  plan: Plan;
  regions: readonly Region[] | undefined;
  entries: readonly LedgerEntry[];
  asOf: string;
  /** Changes when the plan, the regions or the day does. */
  frame: string;
  /** Changes when the frame or the ledger does. */
  version: string;
}

/** A sum, and what goes on from it when the ledger grows. */
interface Summed {
  frame: string;
  version: string;
  progress: Progress;
  summarize: ReturnType<typeof createSummarizer>;
}

const dayMs = 86_400_000;

/** Plans, sites and ledgers as the API gives them, kept in memory until the database says that something changed, in this process or another. */
export class Service {
  readonly database: Database;
  readonly ledger: LedgerStore;
  #rollups = new Map<string, { etag: string; rollup: Rollup }>();
  #documents = new Map<string, Promise<Published<unknown> | undefined>>();
  #sums = new Map<string, Summed>();
  #answers = new Map<string, { tag: string; body: string }>();
  #watchers = new Map<string, Set<(seq: number) => void>>();
  #tokenWatchers = new Set<() => void>();
  #pruning: NodeJS.Timeout | undefined;
  #stopping = new AbortController();
  #now: () => number;
  #day = { number: NaN, date: '' };

  constructor(database: Database, { journal, now = Date.now }: { journal?: Journal | undefined; now?: () => number } = {}) {
    this.database = database;
    this.ledger = new LedgerStore(database, journal);
    this.#now = now;
  }

  /** Listens for what other instances write; before this, only what this one writes is seen. */
  async start(): Promise<void> {
    await this.database.listen('fp_documents', () => this.#documents.clear());
    await this.database.listen('fp_tokens', () => this.tokensChanged());
    await this.database.listen('fp_ledger', (planId) => {
      for (const id of planId === '' ? this.#rollups.keys() : [planId]) void this.#tell(id).catch(() => undefined);
    });
    await this.ledger.forgetAnswers();
    this.#pruning = setInterval(() => void this.ledger.forgetAnswers().catch(() => undefined), dayMs).unref();
  }

  /** Calls back when a token may have been taken back, here or in another process. */
  watchTokens(changed: () => void): void {
    this.#tokenWatchers.add(changed);
  }

  /** What was just taken back here opens nothing any more, whether or not the database's own word has come. */
  tokensChanged(): void {
    for (const changed of this.#tokenWatchers) changed();
  }

  /** The day in Beijing, YYYY-MM-DD. */
  today(): string {
    const day = Math.floor((this.#now() + 8 * 3_600_000) / dayMs);
    if (day !== this.#day.number) this.#day = { number: day, date: new Date(day * dayMs).toISOString().slice(0, 10) };
    return this.#day.date;
  }

  nowMs(): number {
    return this.#now();
  }

  plan(id: string): Promise<Published<Plan> | undefined> {
    return this.#document('plan', id, (value) => parsePlan(value));
  }

  sites(): Promise<Published<SiteFile> | undefined> {
    return this.#document('sites', 'all', (value) => parseSites(value));
  }

  regions(): Promise<Published<{ regions: Region[] }> | undefined> {
    return this.#document('regions', 'all', (value) => value as { regions: Region[] });
  }

  async publish(kind: 'plan' | 'sites' | 'regions', id: string, value: unknown): Promise<string> {
    const body = canonicalJson(value);
    const etag = sha256(body).slice(0, 16);
    await this.database.query(
      `insert into documents (kind, id, body, etag) values ($1, $2, $3, $4)
       on conflict (kind, id) do update set body = excluded.body, etag = excluded.etag, changed_at = now()`,
      [kind, id, body, etag],
    );
    this.#documents.clear();
    await this.database.query("select pg_notify('fp_documents', $1)", [kind]);
    return etag;
  }

  /** All plans, with the end of the chain of each: kept elsewhere, it tells whether a ledger was written anew. */
  async plans(): Promise<{ id: string; etag: string; title: string; kind: string; entries: number; head: string }[]> {
    return this.database.query(
      `select d.id, d.etag, d.body::jsonb->>'title' as title, d.body::jsonb->>'kind' as kind, coalesce(c.seq, 0)::int as entries, coalesce(c.hash, '') as head
       from documents d left join chains c on c.plan_id = d.id where d.kind = 'plan' order by d.id`,
    );
  }

  /** A plan and what its ledger says by a day; today unless told. */
  async standing(planId: string, day?: string): Promise<Standing | undefined> {
    const plan = await this.plan(planId);
    if (plan === undefined) return undefined;
    const regions = await this.regions();
    const rollup = await this.#rollup(plan);
    const today = this.today();
    const asOf = day ?? today;
    // Nothing in the ledger lies after today, so that the newest of each is what today sees.
    const entries = asOf >= today ? rollup.entries : await entriesAsOf(this.database, plan.value, asOf);
    const frame = `${plan.etag}-${regions?.etag.slice(0, 4) ?? '0'}-${asOf}`;
    return { plan: plan.value, regions: regions?.value.regions, entries, asOf, frame, version: `${frame}-${rollup.seq}` };
  }

  progressOf({ plan, regions, entries, asOf, frame, version }: Standing): Progress {
    // A look at the past must not cost the present what is known of it.
    const key = JSON.stringify([plan.id, asOf < this.today()]);
    const known = this.#sums.get(key);
    if (known?.version === version) return known.progress;
    const summarize =
      known?.frame === frame ? known.summarize : createSummarizer(plan, { asOf, ...(regions === undefined ? {} : { regions }) });
    const progress = summarize(entries);
    this.#sums.set(key, { frame, version, progress, summarize });
    return progress;
  }

  /** The body of an answer under a name, made once for all who ask for it as long as its tag is the same. */
  async answer(name: string, tag: string, make: () => Promise<string>): Promise<string> {
    const known = this.#answers.get(name);
    if (known?.tag === tag) return known.body;
    const body = await make();
    this.#answers.set(name, { tag, body });
    return body;
  }

  /** Calls back with the number of the newest entry whenever some were recorded. @returns what ends it. */
  watch(planId: string, changed: (seq: number) => void): () => void {
    const watchers = this.#watchers.get(planId) ?? new Set();
    this.#watchers.set(planId, watchers.add(changed));
    return () => {
      watchers.delete(changed);
      if (watchers.size === 0) this.#watchers.delete(planId);
    };
  }

  /** What was just recorded here is in the next sum, whether or not the database's own word has come. */
  async recorded(planId: string): Promise<void> {
    await this.#tell(planId);
  }

  /** Aborts when the server stops, for streams that have no end of their own. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  endWatches(): void {
    this.#stopping.abort();
  }

  /** Number of the newest entry; 0 where there is none. */
  async seq(planId: string): Promise<number> {
    const plan = await this.plan(planId);
    return plan === undefined ? 0 : (await this.#rollup(plan)).seq;
  }

  async close(): Promise<void> {
    clearInterval(this.#pruning);
    await this.ledger.settled();
    await this.database.close();
  }

  async #rollup({ value: plan, etag }: Published<Plan>): Promise<Rollup> {
    const known = this.#rollups.get(plan.id);
    // What it keeps depends on what the plan asks for.
    if (known?.etag === etag) {
      await known.rollup.ready;
      return known.rollup;
    }
    const rollup = new Rollup(this.database, plan);
    this.#rollups.set(plan.id, { etag, rollup });
    await rollup.follow().catch((error: unknown) => {
      this.#rollups.delete(plan.id);
      throw error;
    });
    return rollup;
  }

  async #tell(planId: string): Promise<void> {
    const rollup = this.#rollups.get(planId)?.rollup;
    if (rollup === undefined) return;
    const before = rollup.seq;
    await rollup.follow();
    if (rollup.seq !== before) for (const changed of this.#watchers.get(planId) ?? []) changed(rollup.seq);
  }

  #document<T>(kind: string, id: string, parse: (value: unknown) => T): Promise<Published<T> | undefined> {
    const key = `${kind}/${id}`;
    const known = this.#documents.get(key);
    if (known !== undefined) return known as Promise<Published<T> | undefined>;
    const document = this.#read(kind, id, parse);
    this.#documents.set(key, document);
    // What is not there is not remembered: names that somebody makes up would fill the memory.
    const forget = (): void => {
      if (this.#documents.get(key) === document) this.#documents.delete(key);
    };
    void document.then((found) => found ?? forget(), forget);
    return document;
  }

  async #read<T>(kind: string, id: string, parse: (value: unknown) => T): Promise<Published<T> | undefined> {
    const [row] = await this.database.query<{ body: string; etag: string }>(
      'select body, etag from documents where kind = $1 and id = $2',
      [kind, id],
    );
    return row === undefined ? undefined : { value: parse(JSON.parse(row.body)), ...row };
  }
}
