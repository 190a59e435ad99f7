import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LedgerEntry, type Plan, type Region, renderLedgerCsv } from '@fp-kit/sdk';
import { importLedger, writeLedgerXlsx } from '../index.js';

const run = promisify(execFile);
const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../examples/data/${name}`, import.meta.url), 'utf8')) as unknown;
const plan = data('work-plan.plan.json') as Plan;
const { entries } = data('ledger.json') as { entries: LedgerEntry[] };
const { regions } = data('regions.json') as { regions: Region[] };

const folder = mkdtempSync(join(tmpdir(), 'fp-kit-spreadsheet-'));
// What it opens, and what it saves that as. 76 is UTF-8 and 85 GB18030 among its encodings.
const saves = {
  'resaved.xlsx': ['ledger.xlsx', 'xlsx'],
  'from-csv.xlsx': ['ledger.csv', 'xlsx', '--infilter=CSV:44,34,76,1,,0,false,true'],
  'gb18030.csv': ['ledger.xlsx', 'csv:Text - txt - csv (StarCalc):59,34,85'],
} as const;
let reason: string | undefined;

beforeAll(async () => {
  await writeFile(join(folder, 'ledger.csv'), renderLedgerCsv(plan, entries, { regions }));
  await writeFile(join(folder, 'ledger.xlsx'), writeLedgerXlsx(plan, entries, { regions }));
  try {
    for (const [name, [source, filter, ...rest]] of Object.entries(saves)) {
      const out = join(folder, name.replace('.', '-'));
      await run('soffice', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...rest,
        '--convert-to',
        filter,
        '--outdir',
        out,
        join(folder, source),
      ]);
    }
  } catch {
    reason = 'soffice (LibreOffice Calc) is not here to open the tables';
  }
}, 300_000);
beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.keys(saves) as (keyof typeof saves)[])(
  'a spreadsheet opens the ledger and saves it as %s: not an entry is lost or changed',
  async (name) => {
    const bytes = readFileSync(join(folder, name.replace('.', '-'), `ledger.${name.split('.')[1]}`));
    const now = '2027-01-01T00:00:00+08:00';
    const result = await importLedger(bytes, plan, { now, regions });
    expect(result.findings).toEqual([]);
    const byId = (a: LedgerEntry, b: LedgerEntry) => (a.id < b.id ? -1 : 1);
    expect(result.entries.map(({ entry }) => entry).sort(byId)).toEqual([...entries].sort(byId));
    const known = await importLedger(bytes, plan, { now, regions, recorded: () => Promise.resolve(entries) });
    expect(known.entries.every(({ isRecorded }) => isRecorded)).toBe(true);
  },
);
