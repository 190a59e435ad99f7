import { SourceError } from './source-error.js';

/** One element's hold on what an address gives. The last one to let go aborts what is still in flight. */
export interface Lease {
  readonly data: Promise<unknown>;
  release(): void;
}

interface Entry {
  readonly data: Promise<unknown>;
  readonly controller: AbortController;
  failed: boolean;
  /** Each holder's `onRenewed`. */
  readonly holders: Set<() => void>;
}

const entries = new Map<string, Entry>();

/**
 * Takes hold of the JSON at `src`, as seen from `base`, or of that in the page's `<script type="application/json">` with the id, where `src` is
 * `#id`: one request for all who ask while it is in flight or held by anyone. A failed answer is asked for
 * anew, and so is any answer with `fresh`, of which `onRenewed` tells whoever holds the older one. `data` rejects with `SourceError`, or with
 * `AbortError` once nobody holds it.
 */
export function lease(
  src: string,
  { base, timeoutMs, fresh = false, onRenewed }: { base: string; timeoutMs: number; fresh?: boolean; onRenewed: () => void },
): Lease {
  const url = addressOf(src, base);
  const before = entries.get(url);
  const entry = before && !before.failed && !fresh ? before : open(url, timeoutMs);
  // Only where somebody asked for it: tags that told each other of every new try would never come to rest.
  if (fresh) before?.holders.forEach((renewed) => renewed());
  entry.holders.add(onRenewed);
  return {
    data: entry.data,
    release() {
      if (!entry.holders.delete(onRenewed) || entry.holders.size > 0) return;
      entry.controller.abort();
      if (entries.get(url) === entry) entries.delete(url);
    },
  };
}

function addressOf(src: string, base: string): string {
  // A block of the page, wherever a base element leads.
  if (src.startsWith('#')) return src;
  try {
    return new URL(src, base).href;
  } catch (error) {
    throw new SourceError('network', src, 'URL', error);
  }
}

function open(url: string, timeoutMs: number): Entry {
  const controller = new AbortController();
  const entry: Entry = {
    data: url.startsWith('#') ? readBlock(url) : request(url, controller, timeoutMs),
    controller,
    failed: false,
    holders: new Set(),
  };
  entry.data.catch(() => {
    entry.failed = true;
  });
  entries.set(url, entry);
  return entry;
}

async function readBlock(url: string): Promise<unknown> {
  // What stands further down the page may not be there yet.
  if (document.readyState === 'loading') await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  const block = document.getElementById(url.slice(1));
  if (!block) throw new SourceError('absent', url);
  return parse(block.textContent, url);
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SourceError('notJson', url, error instanceof Error ? error.message : '', error);
  }
}

/** The words that a server puts into its answer (a reason, a method) are to be those of the page, whatever the browser speaks. */
const pageLang = () => (/^en\b/i.test(document.documentElement.lang) ? 'en' : 'zh-CN');

async function request(url: string, controller: AbortController, timeoutMs: number): Promise<unknown> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeoutMs);
  const explain = (error: unknown): unknown => {
    if (late) return new SourceError('timeout', url, `${timeoutMs} ms`, error);
    return controller.signal.aborted ? error : new SourceError('network', url, error instanceof Error ? error.message : '', error);
  };
  try {
    const response = await fetch(url, {
      signal: controller.signal,
      headers: { accept: 'application/json', 'accept-language': pageLang() },
    }).catch((error: unknown) => {
      throw explain(error);
    });
    if (!response.ok) throw new SourceError('http', url, String(response.status));
    const text = await response.text().catch((error: unknown) => {
      throw explain(error);
    });
    // A byte order mark is stripped by text(); old editors on Windows write it.
    return parse(text, url);
  } finally {
    clearTimeout(timer);
  }
}
