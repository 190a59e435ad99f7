import { type Lang, ledgerColumns, type LedgerEntry, ledgerRows, type Plan, type Region } from '@fp-kit/sdk';
import { readSheet } from '../sheets/read-sheet.js';
import type { LedgerFinding } from './findings.js';
import { type LedgerFindings, ledgerOfTable, type RowEntry } from './ledger-of-table.js';

/** How `importLedger` reads and speaks. */
export interface ImportLedgerOptions {
  /** Language of the findings; `zh-CN` unless told. */
  lang?: Lang;
  /** The regions that exist; without them any code of 6 or 12 digits is taken, and no name. */
  regions?: readonly Region[] | undefined;
  /** The moment of the import (RFC 3339): what does not say when it was recorded was recorded now, and no report is of a day after it. */
  now: string;
  /** The unit that reports what names none. */
  reporter?: string;
  /** A table with more rows is refused; 100 000 unless told. */
  maxRows?: number;
  /** Whether whoever imports may report for a region; undefined is the issuer's own where it has none. Everything unless told. */
  mayReport?: (region: string | undefined) => boolean;
  /**
   * What the ledger has of these ids: the entries that bear one, and those that correct one. With it an entry that is there already is known
   * again, and a correction of what is not there, or was corrected before, is a finding.
   */
  recorded?: (ids: readonly string[]) => Promise<readonly LedgerEntry[]>;
}

/** What came out of the table of a ledger. */
export interface ImportedLedger {
  /** What was good, what is corrected before its corrections; `isRecorded` where the ledger has it. */
  entries: { entry: LedgerEntry; row: number; isRecorded: boolean }[];
  /** All that was not plain, by row; whatever was left out is told here. */
  findings: LedgerFinding[];
  /** Rows there were below the header. */
  rows: number;
  format: 'xlsx' | 'csv';
}

/**
 * Reads the ledger of a plan from a clerk's spreadsheet (.xlsx, .csv in UTF-8 or GB18030, told by the bytes): the columns that `renderLedgerCsv`
 * and `writeLedgerXlsx` write, found by their headers in any order, title rows above them passed over. A row is taken or left out with a finding,
 * never dropped in silence.
 *
 * A row without an id gets one of its contents, so that the same file imported twice counts once.
 *
 * @throws {DocumentError} where there is no table to read.
 */
export async function importLedger(bytes: Uint8Array, plan: Plan, options: ImportLedgerOptions): Promise<ImportedLedger> {
  const { lang = 'zh-CN', regions, now, reporter, maxRows, mayReport = () => true, recorded } = options;
  const { rows: sheet, format } = await readSheet(bytes, lang, maxRows);
  const { rows, findings, count } = ledgerOfTable(sheet, plan, { lang, regions, now, reporter });
  const allowed = rows.filter(({ entry, placeOf }) => {
    const region = entry.region ?? plan.issuer.region;
    if (mayReport(region)) return true;
    findings.add('not-in-region', placeOf('region'), region ?? plan.issuer.name);
    return false;
  });
  const entries = await compare(inOrder(allowed), findings, plan, { regions, mayReport, recorded });
  return { entries, findings: findings.list(), rows: count, format };
}

interface Against extends Pick<ImportLedgerOptions, 'regions'> {
  mayReport: NonNullable<ImportLedgerOptions['mayReport']>;
  recorded: ImportLedgerOptions['recorded'] | undefined;
}

/** Holds the rows against each other and against what the ledger has. */
async function compare(
  rows: readonly RowEntry[],
  findings: LedgerFindings,
  plan: Plan,
  { regions, mayReport, recorded }: Against,
): Promise<ImportedLedger['entries']> {
  const ids = [...new Set(rows.flatMap(({ entry }) => [entry.id, ...(entry.supersedes === undefined ? [] : [entry.supersedes])]))];
  const known = (await recorded?.(ids)) ?? [];
  // An id may be written in capitals here and in small letters there.
  const there = new Map(known.map((entry) => [entry.id.toLowerCase(), entry]));
  const corrections = new Map(
    known.flatMap((entry) => (entry.supersedes === undefined ? [] : [[entry.supersedes.toLowerCase(), entry] as const])),
  );
  const isSame = sameRow(plan, regions);

  const taken: ImportedLedger['entries'] = [];
  const takenIds = new Set<string>();
  const rowByCorrected = new Map<string, number>();
  for (const { entry, row, placeOf } of rows) {
    const id = entry.id.toLowerCase();
    const supersedes = entry.supersedes?.toLowerCase();
    const twin = there.get(id);
    if (twin && !isSame(twin, entry)) {
      findings.add('id-taken', placeOf('id'), id);
      continue;
    }
    if (!twin && supersedes !== undefined) {
      const corrected = there.get(supersedes);
      const before = corrections.get(supersedes);
      const owner = corrected && (corrected.region ?? plan.issuer.region);
      const rowBefore = rowByCorrected.get(supersedes);
      let isRefused = true;
      if (corrected && !mayReport(owner)) findings.add('not-in-region', placeOf('supersedes'), owner ?? plan.issuer.name);
      else if (corrected && before) {
        findings.add('corrected-before', placeOf('supersedes'), before.reporter, before.recordedAt, before.id);
      } else if (rowBefore !== undefined) findings.add('corrected-twice', placeOf('supersedes'), String(rowBefore));
      else if (recorded && !corrected && !takenIds.has(supersedes)) findings.add('nothing-to-correct', placeOf('supersedes'), supersedes);
      else isRefused = false;
      if (isRefused) continue;
    }
    if (supersedes !== undefined) rowByCorrected.set(supersedes, row);
    takenIds.add(id);
    taken.push({ entry: twin ?? entry, row, isRecorded: twin !== undefined });
  }
  return taken;
}

/** Whether two entries are written as the same row, but for when they were recorded, blanks at the ends and more places than Excel shows. */
function sameRow(plan: Plan, regions: readonly Region[] | undefined): (a: LedgerEntry, b: LedgerEntry) => boolean {
  const cellsOf = ledgerRows(plan, { regions });
  const recordedAt = ledgerColumns.findIndex(({ column }) => column === 'recordedAt');
  const shown = (cell: string | number | undefined) => (typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell?.trim());
  return (a, b) => {
    const [left, right] = [cellsOf(a), cellsOf(b)];
    return left.every((cell, at) => at === recordedAt || shown(cell) === shown(right[at]));
  };
}

/** What is corrected before what corrects it, else as the rows stand; what corrects itself in a ring is last. */
function inOrder(rows: readonly RowEntry[]): RowEntry[] {
  const byId = new Map(rows.map((one) => [one.entry.id.toLowerCase(), one]));
  const depths = new Map<RowEntry, number>();
  const depthOf = (row: RowEntry): number => {
    const path: RowEntry[] = [];
    let at: RowEntry | undefined = row;
    while (at && !depths.has(at)) {
      // Till it is known, a ring.
      depths.set(at, Infinity);
      path.push(at);
      at = at.entry.supersedes === undefined ? undefined : byId.get(at.entry.supersedes.toLowerCase());
    }
    let depth = at ? depths.get(at)! + 1 : 0;
    for (const one of path.reverse()) depths.set(one, depth++);
    return depths.get(row)!;
  };
  return [...rows].sort((a, b) => {
    const [left, right] = [depthOf(a), depthOf(b)];
    return left === right ? 0 : left - right;
  });
}
