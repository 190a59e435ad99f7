import { readFileSync } from 'node:fs';
import { parsePlan } from '@fp-kit/sdk';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importDocument } from './import.js';

const sample = readFileSync(new URL('../../../examples/data/work-plan.txt', import.meta.url), 'utf8');

type Mutation = (text: string, at: number, seed: number) => string;

/** What happens to documents on their way: printed, scanned, pasted, cut. `at` is a place in the text, `seed` a number to vary by. */
const mutations: Mutation[] = [
  function wrapAnew(text, _, seed) {
    const width = 12 + (seed % 40);
    return text
      .split('\n')
      .map((line) => line.replace(new RegExp(`.{${width}}`, 'gu'), '$&\n'))
      .join('\n');
  },
  (text) => text.replaceAll(/\n+/g, ' '),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(/[（）]/g, (bracket) => (bracket === '（' ? '(' : ')')),
  (text, _, seed) => text.replaceAll(/[（）()“”《》〔〕]/g, (bracket, offset: number) => ((offset + seed) % 3 === 0 ? '' : bracket)),
  (text) => text.replaceAll(/[“”《》]/g, (mark) => ({ '“': '”', '”': '“', '《': '》', '》': '《' })[mark]!),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, seed) => text.slice(0, at) + text.slice(at + (seed % 200)),
  (text, at, seed) => text.slice(0, at) + text.slice(at, at + (seed % 300)) + text.slice(at),
  (text, at, seed) => `${text.slice(0, at)}\n— ${seed % 90} —\n${text.slice(at)}`,
  (text, at, seed) => text.slice(0, at) + String.fromCharCode(seed) + text.slice(at + 1),
  (text, _, seed) => text.replaceAll(/[0-9]+/g, (digits, offset: number) => ((offset + seed) % 2 ? digits : String(seed).repeat(3))),
  (text, _, seed) => text.replaceAll(/[，。；：、]/g, (mark, offset: number) => ((offset + seed) % 4 === 0 ? '' : mark)),
  (text, _, seed) => {
    const lines = text.split('\n');
    return lines.map((_line, i) => lines[(i * 7 + seed) % lines.length]).join('\n');
  },
  (text) => text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replaceAll(/[一二三四五六七八九十]/g, '十'),
  (text) => text.replaceAll(/ ?\d+ ?/g, ' $& '),
];

const steps = fc.array(fc.tuple(fc.nat(mutations.length - 1), fc.nat(), fc.integer({ min: 0, max: 0xffff })), {
  minLength: 1,
  maxLength: 4,
});

it('makes a valid plan of 10 000 mutated documents and alters no text', { timeout: 120_000 }, async () => {
  let tasks = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(sample.length - 200), fc.integer({ min: 100, max: 900 }), steps, async (from, length, changes) => {
      const text = changes.reduce(
        (mutated, [which, place, seed]) => {
          return mutations[which]!(mutated, mutated.length === 0 ? 0 : place % mutated.length, seed).slice(0, 4000);
        },
        sample.slice(from, from + length),
      );
      if (text.trim() === '' || text.includes('\0')) return;
      // A lone surrogate cannot be written as UTF-8.
      const written = text.replaceAll(/[\ud800-\udfff\ufeff]/g, '');
      if (written.trim() === '') return;
      const { plan } = await importDocument(new TextEncoder().encode(written), { name: 'mutated.txt' });
      tasks += plan.tasks.length;
      expect(plan.source.text).toBe(written);
      parsePlan(plan);
    }),
    { numRuns: 10_000, seed: 20260529 },
  );
  expect(tasks).toBeGreaterThan(10_000);
});
