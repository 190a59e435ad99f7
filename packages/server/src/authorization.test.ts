import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEntry, regions, samplePlan } from '../testing/sample.js';
import { stores } from '../testing/stores.js';
import { createToken, type Role, roles, type RunningServer, startServer } from './index.js';

/** Where a token holds. */
const holders = {
  everywhere: undefined,
  province: '990000',
  city: '990100',
  county: '990102',
  township: '990102001000',
  'other city': '990200',
};
type Holder = keyof typeof holders;

/** What somebody tries, and of which region that is. */
const attempts = {
  'read the plan': { verb: undefined },
  'read the snapshot': { verb: undefined },
  'read the ledger': { verb: 'read' },
  'report for the issuer': { verb: 'report', region: '990000' },
  'report for the city': { verb: 'report', region: '990100' },
  'report for the county': { verb: 'report', region: '990102' },
  'report for the township': { verb: 'report', region: '990102001000' },
  'correct what the city reported': { verb: 'report', region: '990100' },
  'export the ledger': { verb: 'read' },
  'import for the issuer': { verb: 'report', region: '990000' },
  'import for the city': { verb: 'report', region: '990100' },
  'import for the county': { verb: 'report', region: '990102' },
  'import a correction of what the city reported': { verb: 'report', region: '990100' },
  'publish the plan': { verb: 'publish', region: '990000' },
  'publish sites': { verb: 'publish' },
  'publish regions': { verb: 'publish' },
  'list tokens': { verb: 'tokens' },
  'make a token for the city': { verb: 'tokens', region: '990100' },
  'make a token for everywhere': { verb: 'tokens' },
  'take back a token of the county': { verb: 'tokens', region: '990102' },
} as const satisfies Record<string, { verb: string | undefined; region?: string }>;
type Attempt = keyof typeof attempts;

/** Written out by hand, so that the test does not repeat the rule it tests: holders whose region holds the region of the attempt. */
const within: Record<string, readonly Holder[]> = {
  '990000': ['everywhere', 'province'],
  '990100': ['everywhere', 'province', 'city'],
  '990102': ['everywhere', 'province', 'city', 'county'],
  '990102001000': ['everywhere', 'province', 'city', 'county', 'township'],
};
const mayByRole: Record<string, readonly Role[]> = {
  read: ['reader', 'reporter', 'editor', 'admin'],
  report: ['reporter', 'editor', 'admin'],
  publish: ['editor', 'admin'],
  tokens: ['admin'],
};
// What a list gives is cut to the region of who asks, so that asking needs none.
const needsNoRegion: readonly Attempt[] = ['read the ledger', 'export the ledger', 'list tokens'];

function expected(attempt: Attempt, role: Role | 'nobody', holder: Holder): 'let in' | 401 | 403 {
  const { verb, region } = { region: undefined, ...attempts[attempt] };
  if (verb === undefined) return 'let in';
  if (role === 'nobody') return 401;
  if (!mayByRole[verb]!.includes(role)) return 403;
  if (needsNoRegion.includes(attempt) || holder === 'everywhere') return 'let in';
  return region !== undefined && within[region]!.includes(holder) ? 'let in' : 403;
}

// Who may do what is decided before a store is asked; one kind of store shows it.
const store = stores[stores.length - 1]!;

describe('who may do what', () => {
  let server: RunningServer;
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    await store.open();
    server = await startServer({ ...(await store.create()), port: 0, rate: { burst: 1e6, perSecond: 1e6 } });
    for (const role of roles) {
      for (const [holder, region] of Object.entries(holders)) {
        secrets.set(`${role} ${holder}`, (await createToken(server.service.database, { name: '样例单位', role, region })).secret);
      }
    }
    expect((await send('PUT', '/regions', { regions }, 'admin everywhere')).status).toBe(200);
    expect((await send('PUT', '/plans/sample', samplePlan(), 'admin everywhere')).status).toBe(200);
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await store.close();
  }, 60_000);

  function send(method: string, path: string, body: unknown, who: string): Promise<Response> {
    const secret = secrets.get(who);
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    return fetch(server.url + path, {
      method,
      headers: { 'Content-Type': type, ...(secret === undefined ? {} : { Authorization: `Bearer ${secret}` }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  const report = (who: string, rest: Parameters<typeof newEntry>[0]) => send('POST', '/plans/sample/entries', newEntry(rest), who);
  let imported = 0;
  const importRow = (who: string, region: string, supersedes = '') =>
    send(
      'POST',
      '/plans/sample/ledger',
      `任务,行政区划代码,数值,数据截至,更正,说明\n1.1,${region},1,2026-06-01,${supersedes},${imported++}`,
      who,
    );
  const tries: Record<Attempt, (who: string) => Promise<Response>> = {
    'read the plan': (who) => send('GET', '/plans/sample', undefined, who),
    'read the snapshot': (who) => send('GET', '/plans/sample/snapshot', undefined, who),
    'read the ledger': (who) => send('GET', '/plans/sample/entries', undefined, who),
    'report for the issuer': (who) => {
      const entry = newEntry();
      delete entry.region;
      return send('POST', '/plans/sample/entries', entry, who);
    },
    'report for the city': (who) => report(who, { region: '990100' }),
    'report for the county': (who) => report(who, { region: '990102' }),
    'report for the township': (who) => report(who, { region: '990102001000' }),
    'correct what the city reported': async (who) => {
      const entry = newEntry({ region: '990100' });
      await send('POST', '/plans/sample/entries', entry, 'admin everywhere');
      // A region that everybody who may report at all here could name.
      const region = holders[who.split(' ').slice(1).join(' ') as Holder] ?? '990100';
      return report(who, { region, supersedes: entry.id, value: 2 });
    },
    'export the ledger': (who) => send('GET', '/plans/sample/ledger', undefined, who),
    'import for the issuer': (who) => importRow(who, ''),
    'import for the city': (who) => importRow(who, '990100'),
    'import for the county': (who) => importRow(who, '990102'),
    'import a correction of what the city reported': async (who) => {
      const entry = newEntry({ region: '990100' });
      await send('POST', '/plans/sample/entries', entry, 'admin everywhere');
      return importRow(who, holders[who.split(' ').slice(1).join(' ') as Holder] ?? '990100', entry.id);
    },
    'publish the plan': (who) => send('PUT', '/plans/sample', samplePlan(), who),
    'publish sites': (who) => send('PUT', '/sites', { sites: [] }, who),
    'publish regions': (who) => send('PUT', '/regions', { regions }, who),
    'list tokens': (who) => send('GET', '/tokens', undefined, who),
    'make a token for the city': (who) => send('POST', '/tokens', { name: '样例单位', role: 'reader', region: '990100' }, who),
    'make a token for everywhere': (who) => send('POST', '/tokens', { name: '样例单位', role: 'reader' }, who),
    'take back a token of the county': async (who) => {
      const { token } = await createToken(server.service.database, { name: '样例单位', role: 'reader', region: '990102' });
      return send('DELETE', `/tokens/${token.id}`, undefined, who);
    },
  };

  const holdersOf = Object.keys(holders) as Holder[];
  const askers: readonly (readonly [Role | 'nobody', Holder])[] = [
    ...roles.flatMap((role) => holdersOf.map((holder) => [role, holder] as const)),
    ['nobody', 'everywhere'],
  ];
  const cells = (Object.keys(attempts) as Attempt[]).flatMap((attempt) =>
    askers.map(([role, holder]) => [attempt, role, holder, expected(attempt, role, holder)] as const),
  );

  test.each(cells)('%s: %s of %s is %s', async (attempt, role, holder, verdict) => {
    const response = await tries[attempt](`${role} ${holder}`);
    expect(response.status < 300 ? 'let in' : response.status).toBe(verdict);
    if (verdict !== 'let in') expect(response.headers.get('content-type')).toBe('application/problem+json');
    await response.text();
  });

  test('a token that was taken back, is made up or has expired lets nobody in', async () => {
    const { database } = server.service;
    const expired = await createToken(database, { name: '样例单位', role: 'admin', expiresAt: '2020-01-01T00:00:00Z' });
    secrets.set('expired', expired.secret);
    secrets.set('made up', `fp_000000000000_${'x'.repeat(43)}`);
    for (const who of ['expired', 'made up']) expect((await send('GET', '/tokens', undefined, who)).status).toBe(401);
    const rows = await database.query<{ row: string }>('select tokens::text as row from tokens');
    for (const secret of secrets.values()) expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });
});
