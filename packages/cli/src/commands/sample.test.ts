import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseLedger, parsePlan, parseSites, type Region, regionSchema, siteTypes, summarizeProgress } from '@fp-kit/sdk';
import { describe, expect, test } from 'vitest';
import { runFp } from '../../testing/capture.js';

const data = new URL('../../../../examples/data/', import.meta.url);
const file = (name: string): string => fileURLToPath(new URL(name, data));
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, data), 'utf8'));

const plan = parsePlan(read('work-plan.plan.json'));
const actions = plan.tasks.flatMap((task) => task.actions);
const targets = actions.flatMap((action) => action.targets);

describe('the sample plan', () => {
  test('is what fp import makes of the sample document', async () => {
    const { code, out } = await runFp(['import', file('work-plan.txt')]);
    expect(code).toBe(0);
    // When the importer has learned something: npx fp import examples/data/work-plan.txt -o examples/data/work-plan.plan.json
    expect(out).toBe(await readFile(file('work-plan.plan.json'), 'utf8'));
  });

  test('has every structure that such documents have', () => {
    expect(new Set(plan.headings.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(targets.map(({ comparator }) => comparator))).toEqual(
      new Set(['atLeast', 'moreThan', 'atMost', 'exactly', 'between', 'about']),
    );
    expect(new Set(targets.map(({ force }) => force))).toEqual(new Set(['must', 'strive', 'encourage']));
    const units = targets.map(({ unit }) => unit);
    for (const unit of ['%', '‰', '/10万', '人次']) expect(units).toContain(unit);
    expect(new Set(plan.tasks.flatMap((task) => task.siteTypes))).toEqual(new Set(siteTypes));
    expect(plan.observances.map(({ date }) => date)).toEqual(['2026-05-15', '2026-05-10', '2026-05-29', '2026-07-11', '2026-12-01']);
    expect(plan).toMatchObject({
      kind: 'plan',
      issuer: { name: '苍岭省计划生育协会' },
      documentNumber: { text: '苍计生协〔2026〕3号' },
      issuedOn: '2026-03-06',
      period: { from: '2026-01-01', to: '2026-12-31' },
    });
  });
});

test('the sample sites show every type, and say that they are samples', () => {
  const { sites, note } = parseSites(read('sites.json'));
  expect(new Set(sites.map(({ type }) => type))).toEqual(new Set(siteTypes));
  expect(new Set(sites.map(({ status }) => status))).toEqual(new Set(['open', 'planned', 'suspended']));
  expect(note).toContain('虚构');
  for (const { name } of sites) expect(name).toMatch(/（样例）$/);
});

test('the sample ledger speaks of the sample plan, and makes a picture with something of everything', () => {
  const { entries } = parseLedger(read('ledger.json'));
  const known = new Set([plan.id, ...plan.tasks.map(({ id }) => id), ...actions.map(({ id }) => id), ...targets.map(({ id }) => id)]);
  for (const { planId, taskId, actionId, targetId } of entries) {
    for (const id of [planId, taskId, actionId, targetId]) if (id !== undefined) expect(known).toContain(id);
  }
  const { regions } = read('regions.json') as { regions: Region[] };
  for (const region of regions) expect(regionSchema.safeParse(region).success).toBe(true);

  const latest = entries
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1)!;
  const progress = summarizeProgress(plan, entries, { asOf: latest, regions });
  for (const state of ['done', 'inProgress', 'overdue', 'stopped', 'notReported'] as const)
    expect(progress.total[state]).toBeGreaterThan(0);
  expect(Object.values(progress.targets).flatMap(({ units }) => units?.total ?? [])).toContain(6);
});
