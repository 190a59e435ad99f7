// Prints how fast the built packages are, beside a peer or a floor in the same run. Trust ratios, not milliseconds. Needs a build.
import { readdirSync } from 'node:fs';

const names = readdirSync(new URL('./', import.meta.url)).filter((name) => name.endsWith('.bench.mjs'));
const columns = ['work', 'ours', 'beside', 'ratio', 'goal', ''];
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
for (const name of names.sort()) {
  const { default: bench } = await import(`./${name}`);
  for (const { work, ours, beside, ratio, goal, met } of await bench()) {
    console.log(`| ${[work, ours, beside, `${ratio.toFixed(2)}×`, goal, met ? 'met' : 'missed'].join(' | ')} |`);
  }
}
