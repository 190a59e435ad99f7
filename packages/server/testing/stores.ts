import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreOptions } from '../src/index.js';
import { newPglite } from './pglite.js';
import { findPostgres, startPostgres, type TestPostgres } from './postgres.js';

/** A kind of store, and how a test gets a new, empty one. */
export interface TestStores {
  kind: 'PGlite' | 'PostgreSQL';
  open(): Promise<void>;
  create(): Promise<StoreOptions>;
  close(): Promise<void>;
}

/** Both kinds; PostgreSQL only where the machine has it, which the name of the test then says. */
export const stores: readonly TestStores[] = [pgliteStores(), ...(findPostgres() === undefined ? [] : [postgresStores()])];

function pgliteStores(): TestStores {
  const folders: string[] = [];
  return {
    kind: 'PGlite',
    open: () => Promise.resolve(),
    create: async () => {
      const data = await mkdtemp(join(tmpdir(), 'fp-store-'));
      folders.push(data);
      await newPglite(join(data, 'pglite'));
      return { data };
    },
    close: async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

function postgresStores(): TestStores {
  let server: TestPostgres | undefined;
  return {
    kind: 'PostgreSQL',
    open: async () => {
      server = await startPostgres();
    },
    create: async () => ({ databaseUrl: await server!.createDatabase() }),
    close: async () => server?.stop(),
  };
}
