import { type LedgerColumn, ledgerColumns, type LedgerEntry, ledgerRows, type LedgerTableOptions, type Plan } from '@fp-kit/sdk';
import type { SheetColumn } from '../sheets/write-xlsx.js';

/** In characters; a Chinese one takes two. */
const widths: Partial<Record<LedgerColumn, number>> = {
  taskTitle: 28,
  actionText: 40,
  targetId: 12,
  measure: 24,
  region: 16,
  regionName: 20,
  note: 32,
  evidence: 40,
  reporter: 28,
  asOf: 12,
  recordedAt: 27,
  id: 38,
  supersedes: 38,
};

/**
 * A ledger as an Excel workbook, piece by piece while its entries come: every entry a row, in the order given, in the columns of
 * `renderLedgerCsv`. The header stays in sight; ids and codes are texts, figures are numbers, 数据截至 is a day. `importLedger` reads it back.
 */
export async function* writeLedgerXlsx(
  plan: Plan,
  entries: Iterable<LedgerEntry> | AsyncIterable<LedgerEntry>,
  options: LedgerTableOptions = {},
): AsyncGenerator<Uint8Array> {
  const columns = ledgerColumns.map(({ column, header, kind }): SheetColumn => ({
    header,
    kind: kind === 'code' ? 'text' : kind,
    width: widths[column] ?? 10,
  }));
  // What writes workbooks is loaded with the first of them.
  const { writeXlsx } = await import('../sheets/write-xlsx.js');
  yield* writeXlsx('台账', columns, rowsOf(plan, entries, options));
}

async function* rowsOf(
  plan: Plan,
  entries: Iterable<LedgerEntry> | AsyncIterable<LedgerEntry>,
  options: LedgerTableOptions,
): AsyncGenerator<(string | number)[]> {
  const rowOf = ledgerRows(plan, options);
  for await (const entry of entries) yield rowOf(entry);
}
