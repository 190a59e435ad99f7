// `npm start [-- FILE]`: from a fresh clone to the example portal with a work plan on it.
import { basename, join, resolve } from 'node:path';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { buildExamples, buildPackages, importDocument, install, root, step } from './steps.mjs';

const files = process.argv.slice(2);
if (files.length > 1 || files[0]?.startsWith('-')) {
  console.error('Usage: npm start [-- FILE]');
  process.exit(2);
}
// npm runs its scripts in the project's root and tells here where it was called.
const file = files[0] && resolve(process.env.INIT_CWD ?? process.cwd(), files[0]);
process.chdir(root);

await install();
await buildPackages();
await buildExamples();
