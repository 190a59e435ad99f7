import ky, { type KyInstance } from 'ky';
import { isFpError } from '../errors.js';
import type { Lang } from '../lang.js';
import type { Ledger, LedgerEntry } from '../model/ledger.js';
import { type ParseOptions, parseLedger, parsePlanOrSnapshot, parseSites } from '../model/parse.js';
import type { Plan } from '../model/plan.js';
import type { Snapshot } from '../model/progress.js';
import type { SiteFile } from '../model/site.js';
import { HttpError, NetworkError, NotJsonError, TimeoutError } from './errors.js';
import { type Problem, type RecordedEntry, RefusedError } from './refused-error.js';

/** Where a client reads, and how patiently. */
export interface ClientOptions {
  /** Where the files lie, such as `https://example.org/plans/`; outside a browser it must be a full address. */
  baseUrl: string;
  /** Another fetch: one that adds a header, or a fake. The platform's unless given. */
  fetch?: typeof fetch;
  /** Time for a whole answer, retries and body included; 20 000 unless given. */
  timeoutMs?: number;
  /** The unit's token, for what is not published: reading the ledger, and reporting. */
  token?: string;
  /** Language of error messages; `zh-CN` unless given. */
  lang?: Lang;
}

/** How one request may be stopped. */
export interface RequestOptions {
  /** Aborting rejects with the signal's reason, the platform's `AbortError` unless the caller gave another. */
  signal?: AbortSignal;
}

/**
 * Reads plans, sites and ledgers, from a folder of static files and from the API alike. Paths are relative to `baseUrl`.
 *
 * Every method rejects with `NetworkError`, `TimeoutError`, `HttpError`, `NotJsonError` or `InvalidDataError`, told apart by `code`, or with the
 * reason of the signal.
 */
export interface Client {
  getPlan(path: string, options?: RequestOptions): Promise<Plan | Snapshot>;
  getSites(path: string, options?: RequestOptions): Promise<SiteFile>;
  getLedger(path: string, options?: RequestOptions): Promise<Ledger>;
  /**
   * Records an entry at `plans/ID/entries`, or where a snapshot's `links.entries` leads. Resolves when the server has it on the disk. Its id is
   * its Idempotency-Key, so that it is sent again where no answer came, and recorded once. Rejects with `RefusedError` where the server will
   * not take it; of a correction that came second, `problem` tells both sides.
   */
  report(path: string, entry: LedgerEntry, options?: RequestOptions): Promise<RecordedEntry>;
}

/** Makes a client. It asks for nothing until a method is called; a failed GET is repeated twice where that may help. */
export function createClient({ baseUrl, fetch, timeoutMs = 20_000, lang = 'zh-CN', token }: ClientOptions): Client {
  const http = ky.create({
    ...(fetch === undefined ? {} : { fetch }),
    // ky's own timeout ends with the headers; a server that stalls in the body would hang for ever.
    timeout: false,
    headers: { 'accept-language': lang, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    // A report names itself by its key, so that it may be sent again as a GET may.
    retry: { limit: 2, methods: ['get', 'post'], statusCodes: [408, 429, 500, 502, 503, 504], maxRetryAfter: 3000 },
  });
  const get = async <T>(path: string, parse: (value: unknown, options: ParseOptions) => T, options: RequestOptions = {}): Promise<T> => {
    const url = join(baseUrl, path);
    return parse(await askJson(http, url, undefined, { timeoutMs, lang, signal: options.signal }), { lang, name: url });
  };
  return {
    getPlan: (path, options) => get(path, parsePlanOrSnapshot, options),
    getSites: (path, options) => get(path, parseSites, options),
    getLedger: (path, options) => get(path, parseLedger, options),
    report: async (path, entry, options = {}) => {
      const answer = await askJson(http, join(baseUrl, path), entry, { timeoutMs, lang, signal: options.signal });
      return (answer as { entries: [RecordedEntry] }).entries[0];
    },
  };
}

function join(baseUrl: string, path: string): string {
  return (baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`) + (path.startsWith('/') ? path.slice(1) : path);
}

async function askJson(
  http: KyInstance,
  url: string,
  entry: LedgerEntry | undefined,
  { timeoutMs, lang, signal }: { timeoutMs: number; lang: Lang; signal: AbortSignal | undefined },
): Promise<unknown> {
  // One controller for both reasons to stop: AbortSignal.any is missing in the older engines of the floor.
  const stop = new AbortController();
  const abort = (): void => stop.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => stop.abort(new TimeoutError(url, timeoutMs, lang)), timeoutMs);
  try {
    const response = await (entry === undefined
      ? http.get(url, { signal: stop.signal })
      : http.post(url, { signal: stop.signal, json: entry, headers: { 'idempotency-key': entry.id } }));
    const text = await response.text();
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      const contentType = response.headers.get('content-type') ?? '';
      throw new NotJsonError(url, { contentType, isEmpty: text.trim() === '' }, lang, { cause });
    }
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    if (isFpError(error)) throw error;
    // By name: a page may hold two copies of ky.
    if (error instanceof Error && error.name === 'HTTPError') {
      const { response } = error as Error & { response: Response };
      const problem = await readProblem(response);
      if (problem !== undefined && response.status < 500 && response.status !== 429) throw new RefusedError(url, problem, lang);
      throw new HttpError(url, response.status, lang, { cause: error });
    }
    throw new NetworkError(url, lang, { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return undefined;
  return (await response.json().catch(() => undefined)) as Problem | undefined;
}
