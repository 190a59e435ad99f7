import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LedgerEntry } from '@fp-kit/sdk';
import type { StoreOptions } from '../src/index.js';
import { cities, newEntry } from './sample.js';
import { freePort } from './postgres.js';

export interface KillRun {
  acknowledged: ReadonlyMap<string, LedgerEntry>;
  /** Requests whose answer never came, and that were sent again. */
  brokenOff: number;
  kills: number;
  /** The least, the usual and the longest time from a kill to the first answer, in milliseconds. */
  downMs: number[];
}

/**
 * Reporters of fourteen cities write at once, while the server is killed with SIGKILL every few seconds and started anew. Each sends an entry
 * again, under the same key, until it is acknowledged.
 *
 * @param serverFile the module that a server process runs; it takes the store from the environment.
 */
export async function reportThroughKills(
  store: StoreOptions,
  { reporters, seconds, killEveryMs, secret }: { reporters: number; seconds: number; killEveryMs: number; secret: string },
): Promise<KillRun> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const acknowledged = new Map<string, LedgerEntry>();
  const run = { acknowledged, brokenOff: 0, kills: 0, downMs: [] as number[] };

  const isUp = async (): Promise<boolean> =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('server-process.mjs', import.meta.url))], {
      env: { ...process.env, FP_STORE: JSON.stringify(store), FP_PORT: String(port) },
      stdio: 'inherit',
    });
    while (!(await isUp())) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      await pause(50);
    }
    return child;
  };

  let child = await start();
  const until = Date.now() + seconds * 1000;
  let isOver = false;
  const killer = (async () => {
    while (Date.now() + killEveryMs < until) {
      await pause(killEveryMs * (0.5 + Math.random()));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      const began = Date.now();
      child = await start();
      run.downMs.push(Date.now() - began);
      run.kills += 1;
    }
  })();

  const report = async (city: string): Promise<void> => {
    while (Date.now() < until) {
      const entry = newEntry({ region: city, value: Math.floor(Math.random() * 10) });
      for (;;) {
        const status = await fetch(`${url}/plans/sample/entries`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', 'Idempotency-Key': entry.id },
          body: JSON.stringify(entry),
        }).then(
          async (response) => {
            await response.text();
            return response.status;
          },
          () => 0,
        );
        if (status === 201 || status === 200) {
          acknowledged.set(entry.id, entry);
          break;
        }
        if (status !== 0 && status < 500 && status !== 429) throw new Error(`refused with ${status}`);
        run.brokenOff += 1;
        if (isOver) return;
        await pause(100);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: reporters }, (_, index) => report(cities[index % cities.length]!)));
    isOver = true;
    await killer;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  return run;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
