import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { afterAll, expect, it } from 'vitest';
import { root } from './kit.js';
import budget from './size.json' with { type: 'json' };

const rows: string[][] = [['what', 'gzip', 'ceiling', 'goal', 'beside']];
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** A built file; those that a page loads later carry a hash in their name: `load/site-map-*.js`. */
function built(entry: string): string {
  const [before, after] = entry.split('*');
  if (after === undefined) return join(root, entry);
  const folder = join(root, dirname(before!));
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(basename(before!)) && name.endsWith(after) && !name.includes('.define'),
  );
  if (names.length !== 1) throw new Error(`${entry} is ${names.length} files: ${names.join()}`);
  return join(folder, names[0]!);
}

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
  const bytes = uses ? await weigh(entry, uses) : gzipSync(readFileSync(built(entry)), { level: 9 }).length;
  rows.push([what, ...[bytes, ceiling, goal].map(kilobytes), beside]);
  expect(bytes).toBeLessThanOrEqual(ceiling);
});

afterAll(() => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n'));
});
