import type { Database, LedgerStore, StoreOptions } from '@fp-kit/server';
import { InputFault } from './faults.js';

/** The server is loaded when a command needs it: a database is no business of `fp import`. */
export const loadServer = () => import('@fp-kit/server');

/** Where the store is: the database that the environment names, else a folder. */
export function storeIn(data: string | undefined): StoreOptions {
  const databaseUrl = process.env['DATABASE_URL'];
  return databaseUrl === undefined || databaseUrl === '' ? { data: data ?? '.fp' } : { databaseUrl };
}

/** Does something with a store and closes it again. */
export async function withStore<T>(data: string | undefined, work: (database: Database, ledger: LedgerStore) => Promise<T>): Promise<T> {
  const { LedgerStore, openStore, StoreError } = await loadServer();
  try {
    const { database, journal } = await openStore(storeIn(data));
    try {
      return await work(database, new LedgerStore(database, journal));
    } finally {
      await database.close();
      await journal?.close();
    }
  } catch (error) {
    throw error instanceof StoreError ? new InputFault(error.message, { cause: error }) : error;
  }
}
