/** One row, by column. */
export type Row = Record<string, unknown>;

/** What runs a statement. Values are `$1`, `$2` …, never part of the text. */
export interface Queries {
  query<T extends Row>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

/** A PostgreSQL, in this process or beside it: the same SQL for both. */
export interface Database extends Queries {
  /** What it is, in a word for people. */
  readonly kind: 'PGlite' | 'PostgreSQL';
  /** Runs several statements without values, one after the other. */
  run(sql: string): Promise<void>;
  /** All or nothing; what `work` throws undoes it and is thrown on. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Calls back for every `pg_notify` on the channel, from whichever process, and after a break in which some may have been missed (''). */
  listen(channel: string, heard: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}
