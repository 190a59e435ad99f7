import type { Lang } from '@fp-kit/sdk';
import { child, descendants, type Element, elementsOf, parseXml, textOf } from '../readers/markup.js';
import { Archive } from '../readers/zip.js';
import type { Rows } from './csv.js';

// Over the archive and the XML that docx and ofd are read with: what unpacks stays below their ceiling, and no second zip library comes along
// for a few cells.

/** More columns than this hold no sites. */
const maxColumns = 200;

/**
 * Cells of the first sheet of an Excel workbook that shows any (ECMA-376), each as text: numbers in full, so that a code of eighteen digits that
 * Excel made a number of is still told from others; merged cells in their first.
 *
 * @throws DocumentError where the workbook is encrypted, damaged, or unpacks to far more than a table would.
 */
export function readXlsx(bytes: Uint8Array, lang: Lang): { sheet: string; rows: Rows } {
  const archive = new Archive(bytes, lang);
  archive.format = 'XLSX';
  const part = (name: string): Element | undefined => {
    const read = archive.read(name);
    return read && parseXml(read);
  };
  const workbook = part('xl/workbook.xml');
  if (!workbook) throw archive.error('truncated-document');
  const links = new Map(
    descendants(part('xl/_rels/workbook.xml.rels') ?? workbook, 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  const shared = descendants(part('xl/sharedStrings.xml') ?? { name: '', attributes: {}, children: [] }, 'si').map(richText);
  for (const { attributes } of descendants(workbook, 'sheet')) {
    // Hidden sheets hold lists to choose from.
    if (attributes['state'] !== undefined && attributes['state'] !== 'visible') continue;
    const target = links.get(attributes['id']);
    const sheet = target && part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const rows = sheet ? rowsOf(sheet, shared) : [];
    if (rows.some((row) => row.some((cell) => cell !== ''))) return { sheet: attributes['name'] ?? '', rows };
  }
  return { sheet: '', rows: [] };
}

function rowsOf(sheet: Element, shared: readonly string[]): Rows {
  const rows: Rows = [];
  for (const row of descendants(sheet, 'row')) {
    const number = Number(row.attributes['r']) || rows.length + 1;
    // Empty rows are left out of the file; rows that claim to be far below are damage.
    while (rows.length < Math.min(number, 1_048_576) - 1) rows.push([]);
    const cells: string[] = [];
    for (const cell of elementsOf(row)) {
      const column = columnOf(cell.attributes['r']) ?? cells.length;
      if (column >= maxColumns) continue;
      while (cells.length < column) cells.push('');
      cells[column] = valueOf(cell, shared).trim();
    }
    rows.push(cells);
  }
  return rows;
}

function valueOf(cell: Element, shared: readonly string[]): string {
  const value = child(cell, 'v');
  const text = value ? textOf(value) : '';
  switch (cell.attributes['t']) {
    case 's':
      return shared[Number(text)] ?? '';
    case 'inlineStr':
      return richText(child(cell, 'is') ?? cell);
    case 'b':
      return text === '1' ? '是' : '否';
    case 'e':
      return '';
    case 'str':
    case 'd':
      return text;
    default:
      return numberText(text);
  }
}

/** 1.1000000000000001 as 1.1, and 4.3010419850301e17 as its digits. */
function numberText(text: string): string {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
}

/** Runs of one text; what is said of its pronunciation is no part of it. */
function richText(element: Element): string {
  return elementsOf(element)
    .map((one) => (one.name === 't' ? textOf(one) : one.name === 'r' ? richText(one) : ''))
    .join('');
}

/** 0 for A, 26 for AA. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
