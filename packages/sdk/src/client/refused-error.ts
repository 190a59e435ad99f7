import { FpError } from '../errors.js';
import type { Lang } from '../lang.js';
import type { DataIssue } from '../model/issues.js';
import type { LedgerEntry } from '../model/ledger.js';

/** An entry in its place in the ledger of its plan. */
export interface RecordedEntry {
  /** Its number, from 1 without a gap. */
  seq: number;
  /** SHA-256 over the hash of the entry before and its own contents. */
  hash: string;
  entry: LedgerEntry;
}

/** What a server says of a request that it will not do (RFC 9457). */
export interface Problem {
  status: number;
  /** Stable: `invalid-data`, `not-in-region`, `corrected-before`, `id-taken`, `no-token` … */
  code: string;
  title: string;
  detail?: string;
  /** Every field that is wrong. */
  errors?: readonly DataIssue[];
  /** With `corrected-before`: what both corrected. */
  corrected?: RecordedEntry;
  /** With `corrected-before` and `id-taken`: what stands in the ledger. */
  existing?: RecordedEntry;
  /** With these: what was sent. */
  yours?: LedgerEntry;
}

/** The server understood the request and refused it; sending it again would not help. `code` is `refused`. */
export class RefusedError extends FpError {
  readonly url: string;
  readonly status: number;
  readonly problem: Problem;

  constructor(url: string, problem: Problem, lang: Lang) {
    const reason = [problem.title, problem.detail].filter(Boolean).join(lang === 'en' ? ': ' : '：');
    super(
      'refused',
      lang === 'en' ? `${url} refused it (HTTP ${problem.status}): ${reason}` : `${url} 未接受（HTTP ${problem.status}）：${reason}`,
    );
    this.name = 'RefusedError';
    this.url = url;
    this.status = problem.status;
    this.problem = problem;
  }
}
