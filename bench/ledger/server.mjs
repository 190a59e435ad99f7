import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { startServer } from '@fp-kit/server';
import { Hono } from 'hono';

/**
 * The least that answers with a tag: 304 to who has it, else the body; at once, or as a handler does that has something to wait for, or with
 * all headers that ours carries.
 */
function startBare({ body, waits, marks }) {
  const tag = 'W/"bare"';
  const answer = (context) => {
    const headers = {
      ETag: tag,
      'Cache-Control': 'public, max-age=0, s-maxage=5',
      Vary: 'Accept-Language',
      ...(marks && { 'X-Request-Id': randomUUID(), 'X-Content-Type-Options': 'nosniff' }),
    };
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers);
    return context.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
  };
  const app = new Hono().get('/plans/:planId/snapshot', waits ? async (context) => answer(context) : answer);
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, stop: () => (server.close(), server.closeAllConnections()) }),
    );
  });
}

async function startOurs({ databaseUrl }) {
  const server = await startServer({ databaseUrl, port: 0, rate: { burst: 1e9, perSecond: 1e9 } });
  return { port: Number(new URL(server.url).port), stop: () => server.stop() };
}

process.once('message', async (options) => {
  const { port, stop } = await (options.body === undefined ? startOurs(options) : startBare(options));
  process.on('message', async (asked) => {
    if (asked === 'cpu') {
      const { user, system } = process.cpuUsage();
      process.send(user + system);
      return;
    }
    await stop();
    process.disconnect();
  });
  process.send({ port, path: options.path });
});
