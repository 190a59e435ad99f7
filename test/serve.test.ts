import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { LedgerEntry } from '@fp-kit/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPglite } from '../packages/server/testing/pglite.js';
import { findPostgres, startPostgres, type TestPostgres } from '../packages/server/testing/postgres.js';
import { root } from './kit.js';

// `fp serve` and the commands beside it, as somebody runs them.

const fp = join(root, 'packages/cli/bin/fp.js');
/** The database of the commands that follow; none is the folder that they name. */
let databaseUrl = '';
const environment = () => ({ ...process.env, LANG: 'en', DATABASE_URL: databaseUrl });
const run = (...args: string[]) => promisify(execFile)(process.execPath, [fp, ...args], { env: environment() });
const planId = 'plan-d43958178005';
const stores = ['PGlite', ...(findPostgres() === undefined ? [] : ['PostgreSQL'])];
let folder: string;
let postgres: TestPostgres | undefined;
let server: ChildProcess;
let url = '';

/** Starts a server and returns the first lines that it prints, up to its address. */
async function serve(data: string): Promise<string[]> {
  server = spawn(process.execPath, [fp, 'serve', folder, '--port', '0', '--data', data], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: server.stdout! })) {
    lines.push(line);
    const address = /^(http.*)\/docs$/.exec(line);
    if (!address) continue;
    url = address[1]!;
    return lines;
  }
  throw new Error(`no address: ${lines.join()}`);
}

async function stop(): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  return ended;
}

const ask = (path: string, token: string, init: RequestInit = {}) =>
  fetch(url + path, { ...init, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } });
const entryOf = (n: number): LedgerEntry => ({
  id: `0197f000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  planId,
  taskId: '1.1',
  region: '990100',
  status: 'inProgress',
  evidence: [],
  reporter: '青溪市计划生育协会',
  asOf: '2026-03-31',
  recordedAt: '2026-04-01T08:00:00+08:00',
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-serve-'));
  for (const name of ['work-plan.plan.json', 'regions.json', 'sites.json'])
    copyFileSync(join(root, 'examples/data', name), join(folder, name));
});

afterAll(async () => {
  server.kill('SIGKILL');
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

it.each(stores)(
  'on %s, serves a folder, gives and takes back tokens, and comes back out of its backup as it was',
  async (store) => {
    if (store === 'PostgreSQL') postgres = await startPostgres();
    const first = join(folder, 'first');
    const second = join(folder, 'second');
    databaseUrl = (await postgres?.createDatabase()) ?? '';
    const admin = /Admin token.*: (\S+)/.exec((await serve(first)).join('\n'))![1]!;
    for (const path of ['/healthz', '/openapi.json', '/docs', `/plans/${planId}/snapshot`])
      expect((await fetch(url + path)).status).toBe(200);

    const made = await ask('/tokens', admin, {
      method: 'POST',
      body: JSON.stringify({ name: '青溪市计生协', role: 'reporter', region: '990100' }),
    });
    const { token, secret } = (await made.json()) as { token: { id: string }; secret: string };
    const plan = (await (await fetch(`${url}/plans/${planId}`)).json()) as { tasks: { id: string }[] };
    const report = (n: number, by: string) =>
      ask(`/plans/${planId}/entries`, by, { method: 'POST', body: JSON.stringify({ ...entryOf(n), taskId: plan.tasks[0]!.id }) });
    expect((await report(1, secret)).status).toBe(201);
    expect((await report(2, secret)).status).toBe(201);

    // A token that was taken back opens nothing from then on; what it recorded stays.
    expect((await ask(`/tokens/${token.id}`, admin, { method: 'DELETE' })).status).toBe(204);
    const refused = await report(3, secret);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'no-token']);
    expect((await report(3, admin)).status).toBe(201);
    const ledger = async (by: string) => (await ask(`/plans/${planId}/entries`, by)).json() as Promise<unknown>;
    const before = await ledger(admin);
    expect(before).toMatchObject({ entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
    expect(await stop()).toBe(0);

    expect((await run('ledger', 'verify', '--data', first)).stdout).toContain(planId);
    const list = (await run('token', 'list', '--data', first)).stdout;
    expect(list).toMatch(new RegExp(`${token.id}.*revoked`));
    expect(list).not.toContain(secret);
    const sheet = (await run('ledger', 'export', planId, '--data', first)).stdout;
    expect(sheet.split('\r\n')).toHaveLength(5);
    expect(sheet).toMatch(/^\ufeff任务,任务名称,.*\r\n"=""1\.1""",/);
    const file = join(folder, 'ledger.backup');
    await run('ledger', 'backup', '--data', first, '-o', file);

    if (postgres === undefined) await newPglite(join(second, 'pglite'));
    else databaseUrl = await postgres.createDatabase();
    await run('ledger', 'restore', file, '--data', second);
    const other = (await run('token', 'create', '--name', '样例', '--role', 'reader', '--data', second)).stdout.trim();
    await serve(second);
    expect(await ledger(other)).toEqual(before);
    expect(await stop()).toBe(0);
  },
  240_000,
);

it('says in one line what is wrong with how it was called', async () => {
  const failing = (...args: string[]) =>
    run(...args).then(
      () => '',
      (error: unknown) => (error as { stderr: string }).stderr,
    );
  expect(await failing('serve', join(folder, 'none'))).toContain('no such folder');
  expect(await failing('serve', folder, '--port', '70000')).toContain('70000 is no port');
  const third = join(folder, 'third');
  await newPglite(join(third, 'pglite'));
  expect(await failing('ledger', 'restore', join(folder, 'regions.json'), '--data', third)).toContain('regions.json');
}, 120_000);
