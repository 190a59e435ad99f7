import { mkdir } from 'node:fs/promises';
import { lockFolder } from './lock.js';
import { PGlite } from '@electric-sql/pglite';
import type { Database, Row } from './database.js';

/**
 * Opens PostgreSQL inside this process, its files in a folder; one process at a time. It survives a kill, but its own writes are not forced to
 * the disk: what must not be lost in a power cut is written by the journal too.
 */
export async function openPglite(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const db = await PGlite.create(folder).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  return {
    kind: 'PGlite',
    query: async <T extends Row>(sql: string, values: readonly unknown[] = []) => (await db.query<T>(sql, [...values])).rows,
    run: async (sql) => {
      await db.exec(sql);
    },
    transaction: (work) =>
      db.transaction((inside) =>
        work({
          query: async <T extends Row>(sql: string, values: readonly unknown[] = []) => (await inside.query<T>(sql, [...values])).rows,
        }),
      ),
    listen: async (channel, heard) => {
      await db.listen(channel, heard);
    },
    close: async () => {
      await db.close();
      await unlock();
    },
  };
}
