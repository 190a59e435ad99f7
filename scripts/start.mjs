// `npm start [-- FILE]`: from a fresh clone to the example portal, with the sample plan or that of FILE on it.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildExamples, buildPackages, install, root, step } from './steps.mjs';

const [file, ...more] = process.argv.slice(2);
if (more.length > 0 || file?.startsWith('-')) {
  console.error('Usage: npm start [-- FILE]');
  process.exit(2);
}
// npm runs a script in the project's root and tells here where it was called; FILE is meant from there.
const calledIn = process.env.INIT_CWD ?? process.cwd();
process.chdir(root);

await install();
await buildPackages();

let plan = '';
const document = file ?? join(root, 'examples/data/work-plan.txt');
await step('Import the document', () => {
  const fp = spawnSync(process.execPath, [join(root, 'packages/cli/bin/fp.js'), 'import', document], {
    cwd: calledIn,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  const lines = fp.stderr.trim().split('\n');
  if (fp.status !== 0) {
    console.error(lines.join('\n'));
    process.exit(1);
  }
  plan = fp.stdout;
  return lines.at(-1);
});

await buildExamples();
const { serveExamples } = await import('./serve.mjs');
// The sample is served as it was built, with its progress.
const { url } = await serveExamples(new Map(file ? [['/portal/plan.json', plan]] : []));
console.log(`\n  ${url}portal/\n  ${url}portal/phone.html\n\nCtrl+C ends it.`);
// A tick on the second page of the ledger moves the ring on the first. Its plan is the sample's.
if (!file) {
  console.log('\nThe same plan with its ledger, a public page and one that reports:');
  const ledger = spawn(process.execPath, [join(root, 'examples/ledger/start.mjs')], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ledger.kill(signal));
  ledger.once('exit', () => process.exit());
}
