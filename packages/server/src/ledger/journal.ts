import { open, readFile, type FileHandle } from 'node:fs/promises';
import type { RecordedEntry } from './ledger.js';

/** Where entries are written to the disk before anybody is told that they were recorded. */
export interface Journal {
  append(written: readonly { planId: string; entries: readonly RecordedEntry[] }[]): Promise<void>;
  close(): Promise<void>;
}

/** One line of a journal or a backup. */
export interface JournalLine extends RecordedEntry {
  planId: string;
}

/**
 * Opens a journal: a file of JSON lines beside the embedded database, which does not force its own writes to the disk (PGlite runs with fsync
 * off). A line that a power cut left half written is cut off; it was never acknowledged.
 */
export async function openJournal(path: string): Promise<{ journal: Journal; lines: JournalLine[] }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const file: FileHandle = await open(path, 'a');
  if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole));
  const journal: Journal = {
    append: async (written) => {
      const lines = written.flatMap(({ planId, entries }) => entries.map((entry): JournalLine => ({ planId, ...entry })));
      await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await file.datasync();
    },
    close: () => file.close(),
  };
  return { journal, lines: readJournal(whole) };
}

export function readJournal(text: string): JournalLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalLine);
}
