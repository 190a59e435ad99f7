import { findMismatch, type Mismatch, type Shape } from '../shape/check.js';

/** Why data could not be had. `where` is the address, or the place in the data; `detail` is the HTTP status or what was expected there. */
export type SourceProblem = 'network' | 'timeout' | 'http' | 'notJson' | 'shape' | 'value';

/** Says why an element has no data, for `fp-error` and for the console. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceProblem;
  readonly where: string;
  readonly detail: string;

  constructor(code: SourceProblem, where: string, detail = '', cause?: unknown) {
    super(`${code}: ${where}${detail && ` (${detail})`}`);
    this.code = code;
    this.where = where;
    this.detail = detail;
    this.cause = cause;
  }
}

/** One element's hold on what an address gives. The last one to let go aborts what is still in flight. */
export interface Lease {
  readonly data: Promise<unknown>;
  release(): void;
}

interface Entry {
  readonly data: Promise<unknown>;
  readonly controller: AbortController;
  holders: number;
}

const entries = new Map<string, Entry>();

/**
 * Takes hold of the JSON at `url` (absolute): one request for all who ask while it is in flight or held by anyone.
 * `fresh` asks again even so; a failed answer is never kept. `data` rejects with `SourceError`, or with `AbortError` once nobody holds it.
 */
export function lease(url: string, { timeoutMs, fresh = false }: { timeoutMs: number; fresh?: boolean }): Lease {
  let entry = fresh ? undefined : entries.get(url);
  if (!entry) {
    const controller = new AbortController();
    const created: Entry = { data: request(url, controller, timeoutMs), controller, holders: 0 };
    created.data.catch(() => forget(url, created));
    entries.set(url, created);
    entry = created;
  }
  const held = entry;
  held.holders++;
  let released = false;
  return {
    data: held.data,
    release() {
      if (released) return;
      released = true;
      if (--held.holders > 0) return;
      held.controller.abort();
      forget(url, held);
    },
  };
}

function forget(url: string, entry: Entry): void {
  if (entries.get(url) === entry) entries.delete(url);
}

async function request(url: string, controller: AbortController, timeoutMs: number): Promise<unknown> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeoutMs);
  const explain = (error: unknown, code: SourceProblem): unknown => {
    if (late) return new SourceError('timeout', url, `${timeoutMs} ms`, error);
    return controller.signal.aborted ? error : new SourceError(code, url, error instanceof Error ? error.message : '', error);
  };
  try {
    const response = await fetch(url, { signal: controller.signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
      throw explain(error, 'network');
    });
    if (!response.ok) throw new SourceError('http', url, String(response.status));
    const text = await response.text().catch((error: unknown) => {
      throw explain(error, 'network');
    });
    try {
      // A byte order mark is stripped by text(); old editors on Windows write it.
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw explain(error, 'notJson');
    }
  } finally {
    clearTimeout(timer);
  }
}

const checked = new WeakMap<object, Map<Shape, Mismatch | undefined>>();

/** Throws a `SourceError` unless `value` fits `shape`. The verdict on an object is remembered, so that tags that share one answer check it once. */
export function assertShape(value: unknown, shape: Shape): void {
  const verdicts = typeof value === 'object' && value !== null ? (checked.get(value) ?? new Map<Shape, Mismatch | undefined>()) : undefined;
  const mismatch = verdicts?.has(shape) ? verdicts.get(shape) : findMismatch(value, shape);
  if (verdicts) checked.set(value as object, verdicts.set(shape, mismatch));
  if (mismatch) throw new SourceError('shape', mismatch.path || '(root)', `${mismatch.expected} ≠ ${mismatch.found}`);
}
