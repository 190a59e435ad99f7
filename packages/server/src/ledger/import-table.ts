import type { ImportedLedger, ImportLedgerOptions } from '@fp-kit/document';
import type { Plan } from '@fp-kit/sdk';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { sha256 } from './canonical.js';
import type { LedgerStore } from './ledger.js';
import { findEntries } from './read-ledger.js';

/** How a table is taken into a ledger. */
export interface ImportTableOptions extends Omit<ImportLedgerOptions, 'recorded'> {
  /** Where nothing is taken at all: where a row has a fault, or also where something is doubtful; else the rows are that have no fault. */
  refuses: 'nothing' | 'faults' | 'doubts';
  /** As in `Submission`. */
  asker: string;
  idempotencyKey?: string | undefined;
}

/** What became of a table. */
export interface ImportedTable extends Pick<ImportedLedger, 'findings' | 'rows'> {
  /** Entries that are new in the ledger. */
  recorded: number;
  /** Entries that it had before. */
  repeated: number;
}

/** So often is a table held against the ledger anew, where somebody wrote to it in between. */
const mostAttempts = 3;

/**
 * Takes a clerk's spreadsheet into the ledger of a plan: its rows are appended together, by the same way and rules as any other entry.
 *
 * @throws {DocumentError} where there is no table to read.
 * @throws {StoreError} where the Idempotency-Key stands for another request, or others write to the ledger faster than it is read.
 */
export async function importTable(
  { database, ledger }: { database: Database; ledger: LedgerStore },
  plan: Plan,
  bytes: Uint8Array,
  { refuses, asker, idempotencyKey, ...options }: ImportTableOptions,
): Promise<ImportedTable> {
  // Who imports no table needs no reader of spreadsheets.
  const { importLedger } = await import('@fp-kit/document');
  const recorded = (ids: readonly string[]) => findEntries(database, plan.id, ids);
  for (let attempt = 1; ; attempt++) {
    const { entries, findings, rows } = await importLedger(bytes, plan, { ...options, recorded });
    const isRefused = findings.some(
      ({ severity }) => severity !== 'info' && (refuses === 'doubts' || (refuses === 'faults' && severity === 'error')),
    );
    if (isRefused) return { findings, rows, recorded: 0, repeated: 0 };
    const fresh = entries.filter(({ isRecorded }) => !isRecorded).map(({ entry }) => entry);
    const outcome = await ledger.append({ planId: plan.id, entries: fresh, asker, idempotencyKey, contents: sha256(bytes) });
    if (outcome.kind === 'recorded') return { findings, rows, recorded: fresh.length, repeated: entries.length - fresh.length };
    if (outcome.kind === 'key-taken') throw new StoreError('key-taken', 'this Idempotency-Key stands for another request');
    if (attempt === mostAttempts) throw new StoreError('contended', `others write to the ledger of ${plan.id} right now: try again`);
  }
}
