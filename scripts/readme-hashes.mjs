// Run by `pnpm pack` before and, with `--take-out`, after: the README of a release holds the hashes of its files, for whoever copies a script
// tag from it. The README of the repository does not, for they change with every build.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const elements = join(dirname(dirname(fileURLToPath(import.meta.url))), 'packages/elements');
const readme = join(elements, 'README.md');
const [begin, end] = ['<!-- hashes -->', '<!-- /hashes -->'];

function table() {
  const files = JSON.parse(readFileSync(join(elements, 'dist/integrity.json'), 'utf8'));
  const rows = Object.entries(files).filter(([file]) => !file.includes('/'));
  const lines = rows.map(([file, { bytes, gzip, integrity }]) => `| \`${file}\` | ${bytes} | ${gzip} | \`${integrity}\` |`);
  return `\n| file in \`dist\` | bytes | gzip | \`integrity\` |\n|---|---|---|---|\n${lines.join('\n')}\n\n`;
}

const text = readFileSync(readme, 'utf8');
const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
if (to < from) throw new Error(`${readme} has no place for the hashes: ${begin} and, on a later line, ${end}.`);
writeFileSync(readme, text.slice(0, from) + (process.argv.includes('--take-out') ? '\n' : `\n${table()}`) + text.slice(to));
