import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parsePlan } from '@fp-kit/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { importDocument } from './import.js';

// Real documents stand beside the repository where they may be read; they are not part of it.
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const here = existsSync(`${shared}seeds`);

const texts = here
  ? ['seeds', 'gold'].flatMap((folder) =>
      readdirSync(shared + folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => `${shared}${folder}/${name}`),
    )
  : [];
const seed = (prefix: string) => texts.find((path) => path.includes(`/seeds/${prefix}`))!;
const read = (path: string) => importDocument(readFileSync(path), { name: path.split('/').at(-1)! });

describe('real documents', () => {
  beforeEach((context) => {
    if (!here) context.skip('the real documents (../shared/seeds, ../shared/gold) are not here');
  });

  it.each(texts.map((path) => [path.slice(shared.length), path]))('%s becomes a valid plan, every quote at its span', async (_, path) => {
    const { plan } = await read(path);
    expect(parsePlan(plan)).toEqual(plan);
    expect(plan.source.text).toBe(new TextDecoder().decode(readFileSync(path)));
    expect(plan.tasks.length).toBeGreaterThan(0);
  });

  it.each([
    ['000', 17, 14, 4],
    ['001', 14, 14, 5],
    ['002', 9, 9, 4],
    ['003', 9, 9, 2],
    ['004', 29, undefined, 1],
  ])('seed %s has %s headings, %s tasks, %s targets', async (prefix, headings, tasks, targets) => {
    const { plan } = await read(seed(prefix));
    expect(plan.headings).toHaveLength(headings);
    if (tasks !== undefined) expect(plan.tasks).toHaveLength(tasks);
    expect(plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.targets))).toHaveLength(targets);
  });

  it('a report has results, and targets only in what it proposes', async () => {
    const { plan } = await read(seed('004'));
    expect(plan.kind).toBe('report');
    const binding = plan.tasks.filter((task) => task.actions.some((action) => action.targets.length));
    expect(binding.map(({ id }) => id)).toEqual(['2.6']);
    expect(plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.results)).length).toBeGreaterThan(80);
  });
});
