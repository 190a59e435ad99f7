import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { afterAll, expect, it } from 'vitest';
import { partsOfKit, root } from './kit.js';
import budget from './size.json' with { type: 'json' };

const rows: string[][] = [['what', 'gzip', 'ceiling', 'goal', 'beside']];
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

const parts = partsOfKit();

/** Bytes over the wire of a built file, or of one that a page loads beside `fp-kit.js`, by its name. */
const weighFile = (entry: string) => gzipSync(readFileSync(parts[entry] ?? join(root, entry)), { level: 9 }).length;

/** Bytes over the wire of a page that uses this of an entry and nothing else: bundled with its dependencies, minified, gzip 9. */
async function weigh(entry: string, uses: string): Promise<number> {
  const page = {
    name: 'page',
    resolveId: (id: string) => (id === 'page' ? id : null),
    load: (id: string) => (id === 'page' ? `export ${uses} from ${JSON.stringify(join(root, entry))};` : null),
  };
  const bundle = await rollup({
    input: 'page',
    plugins: [page, nodeResolve({ exportConditions: ['production'] })],
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', plugins: [terser({ ecma: 2020, module: true, format: { comments: false } })] });
  return gzipSync(output[0].code, { level: 9 }).length;
}

// Raise a ceiling only with a reason beside it (`why`); lower it when the size has come down.
it.each(budget)('size: $what stays below its ceiling', async ({ what, entry, uses, ceiling, goal, beside }) => {
  const bytes = uses ? await weigh(entry, uses) : entry.split(' + ').reduce((sum, one) => sum + weighFile(one), 0);
  rows.push([what, ...[bytes, ceiling, goal].map(kilobytes), beside]);
  expect(bytes).toBeLessThanOrEqual(ceiling);
});

afterAll(() => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n'));
});
