import type { RateLimit } from './rate.js';

/** One line of the log: never a body, an address, a query or a name. */
export interface LogLine {
  time: string;
  level: 'info' | 'error';
  event: string;
  [detail: string]: unknown;
}

export interface AppOptions {
  version: string;
  /** A folder of pages, served from / where the API has nothing. */
  pages?: string;
  /** Origins whose pages may ask; `*` is any. None unless told. */
  origins?: readonly string[];
  /** Largest body of an entry or a list of them, of a table of entries, and of a plan or sites, in bytes. */
  limits?: { entries?: number; tables?: number; documents?: number };
  /** Of each token, or of each address for who has none. */
  rate?: RateLimit;
  log?: (line: LogLine) => void;
}
