import { isFpError } from '../errors.js';
import type { LedgerEntry } from '../model/ledger.js';
import type { Problem } from './refused-error.js';

/** An entry that has not been recorded yet. */
export interface OutboxItem {
  /** Grows with every entry that is put in: the order in which they are sent. */
  order: number;
  /** Where it is sent to, relative to the client's `baseUrl`: `plans/ID/entries`. */
  path: string;
  entry: LedgerEntry;
  /** `pending` is still to be sent; `refused` was sent and will not be taken as it is. */
  state: 'pending' | 'refused';
  /** Why it was refused. */
  problem?: Problem;
}

/** Where an outbox keeps its items, so that they survive a reload or a restart. */
export interface OutboxKeeper {
  load(): Promise<OutboxItem[]>;
  /** Puts an item in, or in the place of the one of the same order; resolves when it is kept. */
  put(item: OutboxItem): Promise<void>;
  remove(order: number): Promise<void>;
}

/** What is still to be sent, kept until it is recorded. */
export interface Outbox {
  /** All items in their order. */
  readonly items: readonly OutboxItem[];
  /** Keeps an entry, then sends what waits; resolves when it is kept, whether or not anybody can be reached. */
  add(path: string, entry: LedgerEntry): Promise<void>;
  /** Sends what waits, in its order, until all is recorded or refused or nobody can be reached; to be called when the connection is back. */
  flush(): Promise<void>;
  /** Takes out an item, given up or written anew. */
  drop(order: number): Promise<void>;
  /** Calls back after every change. @returns what ends it. */
  watch(changed: (items: readonly OutboxItem[]) => void): () => void;
}

/**
 * Opens an outbox over what its keeper has kept. An entry is sent until the server has acknowledged it; because its id is its
 * Idempotency-Key, sending it twice records it once. One that is refused stays, with the reason, and lets the others pass; one that cannot
 * be delivered holds back those after it, so that the order stays.
 *
 * @param send records one entry, as `client.report` does; rejects with `RefusedError` where sending it again would not help.
 */
export async function openOutbox(keeper: OutboxKeeper, send: (path: string, entry: LedgerEntry) => Promise<unknown>): Promise<Outbox> {
  let items: readonly OutboxItem[] = (await keeper.load()).sort((a, b) => a.order - b.order);
  let sending: Promise<void> | undefined;
  const watchers = new Set<(items: readonly OutboxItem[]) => void>();

  const become = (changed: readonly OutboxItem[]): void => {
    items = changed;
    for (const watcher of watchers) watcher(items);
  };
  const without = (order: number): OutboxItem[] => items.filter((item) => item.order !== order);

  const sendAll = async (): Promise<void> => {
    for (;;) {
      const item = items.find(({ state }) => state === 'pending');
      if (item === undefined) return;
      try {
        await send(item.path, item.entry);
      } catch (error) {
        if (!isFpError(error) || error.name !== 'RefusedError') return;
        const refused: OutboxItem = { ...item, state: 'refused', problem: (error as unknown as { problem: Problem }).problem };
        await keeper.put(refused);
        become(items.map((one) => (one.order === item.order ? refused : one)));
        continue;
      }
      await keeper.remove(item.order);
      become(without(item.order));
    }
  };
  const flush = (): Promise<void> => {
    sending ??= sendAll().finally(() => (sending = undefined));
    return sending;
  };

  return {
    get items() {
      return items;
    },
    add: async (path, entry) => {
      const last = items[items.length - 1];
      const item: OutboxItem = { order: (last?.order ?? 0) + 1, path, entry, state: 'pending' };
      become([...items, item]);
      await keeper.put(item);
      void flush().catch(() => undefined);
    },
    flush,
    drop: async (order) => {
      await keeper.remove(order);
      become(without(order));
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

/** Keeps an outbox in a browser's IndexedDB: `keepInIndexedDb(indexedDB, 'plans')`. */
export function keepInIndexedDb(factory: IDBFactory, name: string): OutboxKeeper {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> =>
    (opened ??= new Promise((resolve, reject) => {
      const request = factory.open(`fp-outbox-${name}`, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('items', { keyPath: 'order' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    }));
  const within = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await open()).transaction('items', mode);
    return new Promise((resolve, reject) => {
      const request = work(transaction.objectStore('items'));
      // What a request has done is kept when its transaction is complete, not before.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  };
  return {
    load: () => within<OutboxItem[]>('readonly', (store) => store.getAll() as IDBRequest<OutboxItem[]>),
    put: async (item) => {
      await within('readwrite', (store) => store.put(item));
    },
    remove: (order) => within('readwrite', (store) => store.delete(order)),
  };
}

/** The part of `node:fs/promises` that a kept file needs. */
export interface FileSystem {
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  writeFile(path: string, text: string, options: { flush: boolean }): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

/** Keeps an outbox in a file, written whole: `keepInFile('outbox.json', fs)` with Node's file system of promises, which this package does
 * not import itself. One process at a time. */
export function keepInFile(path: string, fs: FileSystem): OutboxKeeper {
  let kept = new Map<number, OutboxItem>();
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    writing = writing
      .catch(() => undefined)
      .then(async () => {
        await fs.writeFile(`${path}.new`, JSON.stringify([...kept.values()]), { flush: true });
        await fs.rename(`${path}.new`, path);
      });
    return writing;
  };
  return {
    load: async () => {
      const text = await fs.readFile(path, 'utf8').catch((error: unknown) => {
        if ((error as { code?: unknown }).code === 'ENOENT') return '[]';
        throw error;
      });
      const items = JSON.parse(text) as OutboxItem[];
      kept = new Map(items.map((item) => [item.order, item]));
      return items;
    },
    put: (item) => {
      kept.set(item.order, item);
      return write();
    },
    remove: (order) => {
      kept.delete(order);
      return write();
    },
  };
}
