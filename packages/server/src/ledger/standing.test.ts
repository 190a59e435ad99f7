import { rank, type RankOptions, supervise, type LedgerEntry, type Plan, summarizeProgress } from '@fp-kit/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEntry, regions as allRegions, samplePlan } from '../../testing/sample.js';
import { stores } from '../../testing/stores.js';
import { connectPostgres } from '../database/postgres.js';
import { openPglite } from '../database/pglite.js';
import { migrate } from '../database/migrations.js';
import { openStore, type StoreOptions, verifyLedger } from '../index.js';
import { Service } from '../service.js';
import { canonicalJson } from './canonical.js';
import { firstEntries } from './rollup.js';

const today = '2026-07-15';
const now = () => Date.parse(`${today}T04:00:00Z`);
const regions = allRegions.slice(0, 4);

/** A plan of its own for each run: what is asked of each quarter and each month, and of a year that begins in mid-month. */
function planOf(id: string): Plan {
  const plan = samplePlan();
  const [homes, bases, rate] = plan.tasks[0]!.actions;
  homes!.targets[0]!.scope = { each: '季度' };
  bases!.targets[0]!.scope = { each: 'city' };
  rate!.due = '2026-06-30';
  return { ...plan, id, period: { from: '2026-01-15', to: '2026-12-31' } };
}

/** The plan without some of what was reported on: an action, and the target of another. */
function laterVersion(plan: Plan): Plan {
  const [task] = plan.tasks;
  const [homes, , rate] = task!.actions;
  return { ...plan, tasks: [{ ...task!, actions: [{ ...homes!, targets: [] }, rate!] }] };
}

/** What somebody does: reports, corrects or withdraws one of those before, or sends one again. */
interface Step {
  act: 'report' | 'correct' | 'withdraw' | 'repeat';
  of: number;
  rest: Partial<LedgerEntry>;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('report', 'report', 'report', 'correct', 'correct', 'withdraw', 'repeat'),
  of: fc.nat(),
  rest: fc
    .record({
      subject: fc.constantFrom<Partial<LedgerEntry>>(
        {},
        { actionId: '1.1.1', targetId: 'homes' },
        { actionId: '1.1.1' },
        { targetId: 'homes' },
        { actionId: '1.1.2', targetId: 'bases' },
        { actionId: '1.1.3', targetId: 'rate' },
      ),
      region: fc.constantFrom(undefined, '990100', '990101', '990200'),
      said: fc.constantFrom<Partial<LedgerEntry>>(
        {},
        { value: 0 },
        { value: 2 },
        { value: 7, status: 'inProgress' },
        { status: 'done' },
        { status: 'stopped' },
        { numerator: 96, denominator: 100 },
        { numerator: 1, denominator: 3, value: 5 },
      ),
      month: fc.integer({ min: 1, max: 7 }),
      day: fc.constantFrom(3, 15),
      // One instant on two clocks and two days, and instants that a database and a page tell apart differently.
      recordedAt: fc.constantFrom(
        '2026-07-14T22:00:00+08:00',
        '2026-07-14T23:00:00-02:00',
        '2026-07-15T09:00:00+08:00',
        '2026-07-15T09:00:00.001+08:00',
        '2026-07-15T09:00:00.0014+08:00',
        '2026-07-15T09:00:00.0019+08:00',
      ),
    })
    .map(({ subject, region, said, month, day, recordedAt }) => ({
      ...subject,
      ...said,
      ...(region === undefined ? {} : { region }),
      asOf: `2026-0${month}-${String(day).padStart(2, '0')}`,
      recordedAt,
    })),
});

/** Entries as a ledger takes them: of those that correct the same one the first alone. */
function entriesOf(planId: string, steps: readonly Step[]): LedgerEntry[] {
  const sent: LedgerEntry[] = [];
  const corrected = new Set<string>();
  for (const { act, of, rest } of steps) {
    const before = sent.length === 0 ? undefined : sent[of % sent.length];
    const { taskId, id, evidence, reporter } = newEntry();
    const base = { id, taskId, planId, evidence, reporter };
    if (act === 'repeat' && before !== undefined) sent.push(before);
    else if ((act === 'correct' || act === 'withdraw') && before !== undefined) {
      if (corrected.has(before.id)) continue;
      corrected.add(before.id);
      const { asOf, recordedAt } = rest as LedgerEntry;
      sent.push({ ...base, ...(act === 'correct' ? rest : { asOf, recordedAt }), asOf, recordedAt, supersedes: before.id });
    } else sent.push({ ...base, ...(rest as LedgerEntry) });
  }
  return sent;
}

describe.each(stores)('on $kind', (store) => {
  let options: StoreOptions;
  let service: Service;
  let count = 0;

  beforeAll(async () => {
    await store.open();
    options = await store.create();
    const { database, journal } = await openStore(options);
    service = new Service(database, { journal, now });
    await service.publish('regions', 'all', { regions });
  }, 120_000);

  afterAll(async () => {
    await service.close();
    await store.close();
  }, 60_000);

  async function expectSums(by: Service, plan: Plan, ledger: readonly LedgerEntry[], day: string) {
    const standing = (await by.standing(plan.id, day))!;
    const given = { asOf: day, regions };
    const ranking: RankOptions = { ...given, measures: [{ by: 'target', targetId: 'rate' }] };
    expect(by.progressOf(standing)).toEqual(summarizeProgress(plan, ledger, given));
    expect(supervise(plan, standing.entries, given)).toEqual(supervise(plan, ledger, given));
    expect(rank(plan, standing.entries, ranking)).toEqual(rank(plan, ledger, ranking));
    const since = '2026-03-31';
    const { entries: earlier } = (await by.standing(plan.id, since))!;
    expect(rank(plan, standing.entries, { ...given, since, earlier })).toEqual(rank(plan, ledger, { ...given, since }));
    const closesOn = '2026-07-14';
    const first = await firstEntries(by.database, plan.id, day);
    expect(rank(plan, standing.entries, { ...given, closesOn, first })).toEqual(rank(plan, ledger, { ...given, closesOn }));
  }

  test('what is kept gives the sums of all entries, whatever was corrected, withdrawn or sent again, today and on a day before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), async (batches) => {
        const plan = planOf(`plan-${++count}`);
        await service.publish('plan', plan.id, plan);
        const entries = entriesOf(plan.id, batches.flat());
        const ledger: LedgerEntry[] = [];
        for (const { length } of batches) {
          const next = entries.slice(ledger.length, ledger.length + length);
          const outcomes = await Promise.all(next.map((entry) => service.ledger.append({ planId: plan.id, entries: [entry], asker: 'a' })));
          expect(outcomes.map(({ kind }) => kind)).toEqual(next.map(() => 'recorded'));
          ledger.push(...next);
          await service.recorded(plan.id);
          await expectSums(service, plan, ledger, today);
        }
        for (const day of ['2026-06-30', '2026-04-07']) await expectSums(service, plan, ledger, day);
        await expectSums(new Service(service.database, { now }), plan, ledger, today);
        const later = laterVersion(plan);
        await service.publish('plan', plan.id, later);
        for (const day of [today, '2026-06-30']) await expectSums(service, later, ledger, day);
      }),
      { numRuns: 80 },
    );
    for (const verdict of await verifyLedger(service.database)) expect(verdict).not.toHaveProperty('fault');
  }, 240_000);

  test('what is kept and disagrees with the ledger is found', async () => {
    const plan = planOf('tampered');
    await service.publish('plan', plan.id, plan);
    const [first, second] = [newEntry({ planId: plan.id, value: 1 }), newEntry({ planId: plan.id, value: 2, region: '990200' })];
    await service.ledger.append({ planId: plan.id, entries: [first, second], asker: 'a' });
    const fault = async () => (await verifyLedger(service.database)).find(({ planId }) => planId === plan.id)?.fault;
    expect(await fault()).toBeUndefined();
    await service.database.query('update standing set seq = 1 where plan_id = $1 and seq = 2', [plan.id]);
    expect(await fault()).toEqual({ seq: 2, what: 'standing' });
    await service.database.query('update standing set seq = null where plan_id = $1 and seq = 1', [plan.id]);
    expect(await fault()).toEqual({ seq: 1, what: 'standing' });
  });

  test('a store of before has what stands of its ledger when it is opened', async () => {
    const before = await store.create();
    const old = before.databaseUrl === undefined ? await openPglite(`${before.data!}/pglite`) : connectPostgres(before.databaseUrl);
    await migrate(old, 1);
    const plan = planOf('old');
    const ledger = entriesOf(plan.id, fc.sample(step, { numRuns: 200, seed: 7 }));
    const seen = new Set<string>();
    for (const entry of ledger) {
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      const said = Number(entry.status !== undefined) * 2 + Number(entry.value !== undefined || entry.numerator !== undefined);
      await old.query(
        `insert into entries (plan_id, id, task_id, action_id, target_id, region, as_of, recorded_at, supersedes, said, body)
         values ($1, $2, $3, $4, $5, $6, $7::text::date, $8::text::timestamptz, $9, $10, $11)`,
        [
          plan.id,
          entry.id,
          entry.taskId,
          entry.actionId ?? null,
          entry.targetId ?? null,
          entry.region ?? null,
          entry.asOf,
          entry.recordedAt.replace(/(\.\d{3})\d+/, '$1'),
          entry.supersedes ?? null,
          said,
          canonicalJson(entry),
        ],
      );
    }
    await old.close();
    const { database, journal } = await openStore(before);
    const opened = new Service(database, { journal, now });
    await opened.publish('regions', 'all', { regions });
    await opened.publish('plan', plan.id, plan);
    await expectSums(opened, plan, ledger, today);
    expect((await verifyLedger(database))[0]).not.toHaveProperty('fault');
    // The chain goes on where it was.
    const next = newEntry({ planId: plan.id, value: 3, asOf: today });
    expect(await opened.ledger.append({ planId: plan.id, entries: [next], asker: 'a' })).toMatchObject({
      entries: [{ seq: seen.size + 1 }],
    });
    await opened.recorded(plan.id);
    await expectSums(opened, plan, [...ledger, next], today);
    expect((await verifyLedger(database))[0]).not.toHaveProperty('fault');
    await opened.close();
    await journal?.close();
  }, 120_000);
});
