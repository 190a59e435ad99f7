import postgres from 'postgres';
import type { Database, Row } from './database.js';

/** Connects to a PostgreSQL, or to what speaks its language, by its address (`postgres://user@host/database`). */
export function connectPostgres(url: string, { connections = 8 }: { connections?: number } = {}): Database {
  const sql = postgres(url, { max: connections, onnotice: () => undefined, connection: { application_name: 'fp-kit' } });
  return {
    kind: 'PostgreSQL',
    query: async <T extends Row>(text: string, values: readonly unknown[] = []) => [
      ...(await sql.unsafe<T[]>(text, [...values] as never[], { prepare: true })),
    ],
    run: async (text) => {
      await sql.unsafe(text).simple();
    },
    transaction: async <T>(work: Parameters<Database['transaction']>[0]) =>
      (await sql.begin((inside) =>
        work({
          query: async <R extends Row>(text: string, values: readonly unknown[] = []) => [
            ...(await inside.unsafe<R[]>(text, [...values] as never[], { prepare: true })),
          ],
        }),
      )) as T,
    listen: async (channel, heard) => {
      // Called again with every new connection: what was said while there was none is lost.
      await sql.listen(channel, heard, () => heard(''));
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
