import type { Lang } from '@fp-kit/sdk';
import { decodeText, MAX_DOCUMENT_BYTES } from '../decode.js';
import { DocumentError } from '../errors.js';
import { readCsv } from './csv.js';
import { MAX_ROWS, type Rows } from './rows.js';

/**
 * The rows of a spreadsheet (.xlsx), or the text of what is none: a CSV or another kind of data. Told by the bytes.
 *
 * @throws {DocumentError} where it is too large, of an older kind, encrypted or damaged.
 */
export async function readWorkbookOrText(bytes: Uint8Array, lang: Lang, maxRows?: number): Promise<{ rows: Rows } | { text: string }> {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentError('too-large', lang, `${Math.ceil(bytes.length / 1048576)} MB`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { readXlsx } = await import('./read-xlsx.js');
    return { rows: readXlsx(bytes, lang, maxRows).rows };
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new DocumentError('old-spreadsheet', lang);
  return { text: decodeText(bytes, lang).text };
}

/** The rows of a spreadsheet: .xlsx, or .csv in UTF-8 or GB18030; its errors are those of `readWorkbookOrText`. */
export async function readSheet(bytes: Uint8Array, lang: Lang, maxRows = MAX_ROWS): Promise<{ rows: Rows; format: 'xlsx' | 'csv' }> {
  const read = await readWorkbookOrText(bytes, lang, maxRows);
  if ('rows' in read) return { rows: read.rows, format: 'xlsx' };
  const rows = readCsv(read.text);
  if (rows.length > maxRows && rows.filter((row) => row.some((cell) => cell !== '')).length > maxRows)
    throw new DocumentError('too-many-rows', lang, String(maxRows));
  return { rows, format: 'csv' };
}
