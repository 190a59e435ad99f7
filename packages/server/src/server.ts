import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { InvalidDataError, parsePlanOrSnapshot, parseSites, type Region } from '@fp-kit/sdk';
import { openStore, type StoreOptions } from './store.js';
import { createApp } from './http/app.js';
import type { AppOptions, LogLine } from './http/app-options.js';
import { Service } from './service.js';

export interface ServerOptions extends StoreOptions, Omit<AppOptions, 'version'> {
  /** A folder of plan, site and region files that are published at the start, as they are then. */
  folder?: string;
  /** 0 is any that is free; 8080 unless told. */
  port?: number;
  /** The address to listen at; this machine alone unless told. */
  host?: string;
}

export interface RunningServer {
  url: string;
  service: Service;
  /** Takes no further request, answers those that are under way, and closes the store. */
  stop(): Promise<void>;
}

/** A whole request has to arrive in this time, or it is answered with 408. */
const requestMs = 20_000;
const stopMs = 10_000;
/** Longer than proxies keep an idle connection: who closes first while a request is under way makes an error of it. */
const keepAliveMs = 75_000;

/** Starts the API over a store, with its tables made and the folder's files published. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, port = 8080, host = '127.0.0.1', log = () => undefined } = options;
  const { database, journal } = await openStore(options);
  const service = new Service(database, { journal });
  await service.start();
  if (folder !== undefined) await publishFolder(service, folder, log);

  const app = createApp(service, { ...options, version: readVersion() });

  const ready = await new Promise<{ port: number; server: ReturnType<typeof serve> }>((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, bindings) => app.fetch(request, bindings as HttpBindings),
        port,
        hostname: host,
        createServer,
        serverOptions: {
          requestTimeout: requestMs,
          headersTimeout: requestMs,
          connectionsCheckingInterval: 1000,
          keepAliveTimeout: keepAliveMs,
        },
      },
      (info) => resolve({ port: info.port, server }),
    );
    server.once('error', reject);
  });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${ready.port}`,
    service,
    stop: async () => {
      const closed = new Promise((resolve) => ready.server.close(resolve));
      const server = ready.server as ReturnType<typeof createServer>;
      server.closeIdleConnections();
      // Streams of events have no end of their own.
      const force = setTimeout(() => server.closeAllConnections(), stopMs);
      service.endWatches();
      await closed;
      clearTimeout(force);
      await service.close();
      await journal?.close();
    },
  };
}

/** Publishes every JSON file of a folder that is a plan (or a snapshot, for its plan), a file of sites, or a list of regions. */
async function publishFolder(service: Service, folder: string, log: (line: LogLine) => void): Promise<void> {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
    const say = (event: string, detail: Record<string, unknown> = {}): void =>
      log({ time: new Date().toISOString(), level: 'info', event, file: name, ...detail });
    const value = JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
    try {
      if (Array.isArray(value['sites'])) {
        await service.publish('sites', 'all', parseSites(value, { name }));
        say('published', { kind: 'sites' });
      } else if (Array.isArray(value['regions'])) {
        await service.publish('regions', 'all', { regions: value['regions'] as Region[] });
        say('published', { kind: 'regions' });
      } else if (typeof value['format'] === 'string') {
        const data = parsePlanOrSnapshot(value, { name });
        const plan = data.format === 'fp-snapshot/1' ? data.plan : data;
        await service.publish('plan', plan.id, plan);
        say('published', { kind: 'plan', plan: plan.id });
      } else say('passed over');
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      say('refused', { reason: error.message });
    }
  }
}

function readVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}
