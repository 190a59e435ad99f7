// The plan that the example pages show: the sample document, with progress summed from the sample ledger.
import { readFile } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import { parseLedger, summarizeProgress } from '@fp-kit/sdk';

const read = (name) => readFile(new URL(`../examples/data/${name}`, import.meta.url));
const readJson = async (name) => JSON.parse(String(await read(name)));

/** Imports examples/data/work-plan.txt. The sum is drawn on the day of the last entry, so that the page is the same every day. */
export async function buildSnapshot() {
  const { plan } = await importDocument(await read('work-plan.txt'), { name: 'work-plan.txt' });
  const { entries } = parseLedger(await readJson('ledger.json'));
  const { regions } = await readJson('regions.json');
  const generatedAt = entries.map(({ recordedAt }) => recordedAt).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
  const progress = summarizeProgress(plan, entries, { asOf: generatedAt.slice(0, 10), regions });
  return { format: 'fp-snapshot/1', plan, progress, generatedAt, links: {} };
}
