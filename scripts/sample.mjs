// The plan that the example pages show: the sample document, with progress summed from the sample ledger.
import { readFile } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import { parseLedger, summarizeProgress } from '@fp-kit/sdk';

const data = new URL('../examples/data/', import.meta.url);

/** Imports examples/data/work-plan.txt. The sum is drawn on the day of the last entry, so that the page is the same every day. */
export async function importSample() {
  const [bytes, ledger] = await Promise.all([readFile(new URL('work-plan.txt', data)), readFile(new URL('ledger.json', data), 'utf8')]);
  const { plan, diagnostics } = await importDocument(bytes, { name: 'work-plan.txt' });
  const { entries } = parseLedger(JSON.parse(ledger));
  const generatedAt = entries.map((entry) => entry.recordedAt).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
  const progress = summarizeProgress(plan, entries, { asOf: generatedAt.slice(0, 10) });
  return { snapshot: { format: 'fp-snapshot/1', plan, progress, generatedAt, links: {} }, diagnostics };
}
