// npm run bench -- [NAME…] [--json FILE]: how fast the built packages are, beside the best peer and a floor in the same run, as the ratio of
// the medians. Trust ratios, not milliseconds. Without a NAME all run. Needs a build.
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const here = new URL('./', import.meta.url);
const benches = readdirSync(here)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
  .sort();
const unknown = positionals.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${benches.join(', ')}`);
  process.exit(2);
}

const figure = (value) => String(Number(value.toPrecision(3)));
const pair = (figures, unit) => (figures ? `${figure(figures.min)} / ${figure(figures.median)} ${unit}` : '');

const columns = ['work', 'ours, min / median', 'beside', 'its min / median', 'ratio', 'goal', ''];
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
const rows = [];
for (const name of positionals.length > 0 ? positionals : benches) {
  const { default: bench } = await import(`./${name}.bench.mjs`);
  for (const row of await bench()) {
    const { work, unit, ours, beside, figures, ratio, goal, met } = row;
    const verdict = goal === undefined ? '' : met ? 'met' : 'missed';
    const cells = [
      work,
      pair(ours, unit),
      beside,
      pair(figures, unit),
      `${ratio.toFixed(2)}×`,
      goal === undefined ? '' : `≤ ${figure(goal)}×`,
      verdict,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    rows.push({ bench: name, ...row });
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
