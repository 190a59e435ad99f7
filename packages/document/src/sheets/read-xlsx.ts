import type { Lang } from '@fp-kit/sdk';
import { DocumentError } from '../errors.js';
import { child, descendants, type Element, elementsOf, parseXml, walkXml } from '../readers/markup.js';
import { Archive, MAX_UNPACKED_BYTES } from '../readers/zip.js';
import { MAX_ROWS, type Rows } from './rows.js';

// Over the archive and the XML that docx and ofd are read with: what unpacks stays below their ceiling, and no second zip library comes along
// for a few cells.

/** More columns than this hold nothing that is read. */
const maxColumns = 200;

/**
 * Cells of the first sheet of an Excel workbook that shows any (ECMA-376), each as text: numbers in full, so that a code of eighteen digits that
 * Excel made a number of is still told from others; a day as 2026-11-03, a time as 2026-11-03 09:30:00, a share as 95%; merged cells in their
 * first.
 *
 * @param maxRows a sheet with more that hold anything is refused.
 * @throws DocumentError where the workbook is encrypted, damaged, or unpacks to far more than a table would.
 */
export function readXlsx(bytes: Uint8Array, lang: Lang, maxRows = MAX_ROWS): { sheet: string; rows: Rows } {
  const archive = new Archive(bytes, lang);
  archive.format = 'XLSX';
  const tree = (name: string): Element | undefined => {
    const read = archive.read(name);
    return read && parseXml(read);
  };
  const workbook = tree('xl/workbook.xml');
  if (!workbook) throw archive.error('truncated-document');
  const links = new Map(
    descendants(tree('xl/_rels/workbook.xml.rels') ?? workbook, 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  );
  const reader = new SheetReader(archive, {
    shared: sharedStrings(archive.read('xl/sharedStrings.xml')),
    formats: numberFormats(tree('xl/styles.xml')),
    countsFrom1904: isTrue(descendants(workbook, 'workbookPr')[0]?.attributes['date1904']),
    tooManyRows: (filled) => (filled > maxRows ? new DocumentError('too-many-rows', lang, String(maxRows)) : undefined),
  });
  for (const { attributes } of descendants(workbook, 'sheet')) {
    // Hidden sheets hold lists to choose from.
    if (attributes['state'] !== undefined && attributes['state'] !== 'visible') continue;
    const target = links.get(attributes['id']);
    const sheet = target && archive.read(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const rows = sheet ? reader.read(sheet) : [];
    if (rows.some((row) => row.some((cell) => cell.trim() !== ''))) return { sheet: attributes['name'] ?? '', rows };
  }
  return { sheet: '', rows: [] };
}

/** How the number in a cell is to be understood. */
type NumberFormat = 'number' | 'day' | 'percent';

interface Workbook {
  shared: readonly string[];
  /** By the index of the style. */
  formats: readonly NumberFormat[];
  /** Excel for the Mac once counted its days from 1904-01-01. */
  countsFrom1904: boolean;
  tooManyRows: (filled: number) => DocumentError | undefined;
}

/** Reads sheet after sheet of one workbook; what their cells come to is counted over all of them. */
class SheetReader {
  readonly #archive: Archive;
  readonly #workbook: Workbook;
  #characters = 0;

  constructor(archive: Archive, workbook: Workbook) {
    this.#archive = archive;
    this.#workbook = workbook;
  }

  read(sheet: Uint8Array): Rows {
    const rows: Rows = [];
    let filled = 0;
    let cells: string[] | undefined;
    let cell: { column: number; type: string; style: number; value: string } | undefined;
    // Where text belongs to the value of the cell.
    let isValue = false;
    let isPhonetic = false;
    const isWhole = walkXml(sheet, {
      open: (name, attributes) => {
        if (name === 'row') {
          const number = Number(attributes['r']) || rows.length + 1;
          // Empty rows are left out of the file; rows that claim to be far below are damage.
          const above = Math.min(number, 1_048_576) - 1;
          while (rows.length < above) rows.push([]);
          cells = [];
          rows.push(cells);
        } else if (name === 'c' && cells) {
          const { r, t = '', s = '0' } = attributes;
          cell = { column: columnOf(r) ?? cells.length, type: t, style: Number(s), value: '' };
        } else if (name === 'rPh') isPhonetic = true;
        else if (name === 'v' || name === 't') isValue = !isPhonetic;
      },
      text: (text) => {
        if (cell && isValue) cell.value += text;
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'row') {
          if (cells?.some((text) => text !== '')) filled++;
          const tooMany = this.#workbook.tooManyRows(filled);
          if (tooMany) throw tooMany;
          cells = undefined;
        } else if (name === 'c' && cell && cells) {
          if (cell.column < maxColumns) {
            while (cells.length < cell.column) cells.push('');
            cells[cell.column] = this.#textOf(cell);
          }
          cell = undefined;
        }
      },
    });
    if (!isWhole) throw this.#archive.error('truncated-document');
    return rows;
  }

  #textOf({ type, style, value }: { type: string; style: number; value: string }): string {
    const { shared, formats, countsFrom1904 } = this.#workbook;
    const text = type === 's' ? (shared[Number(value)] ?? '') : value;
    // One string may stand in a million cells.
    this.#characters += text.length;
    if (this.#characters > MAX_UNPACKED_BYTES) throw this.#archive.error('zip-bomb');
    switch (type) {
      case 's':
        return text;
      case 'inlineStr':
      case 'str':
        return unescaped(text);
      case 'b':
        return text === '1' ? '是' : '否';
      // #N/A, and days as ISO 8601 writes them.
      case 'e':
      case 'd':
        return text;
      default:
        return numberText(text, formats[style] ?? 'number', countsFrom1904);
    }
  }
}

/** 4.3010419850301e17 as its digits; else 15 places as Excel shows them, where 0.1 + 0.2 is 0.3. */
function numberText(text: string, format: NumberFormat, countsFrom1904: boolean): string {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  if (format === 'percent') return `${rounded(number * 100)}%`;
  if (format === 'day') return dayOf(countsFrom1904 ? number + 1462 : number) ?? String(number);
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(rounded(number));
}

const rounded = (number: number): number => Number(number.toPrecision(15));

/** Days since 1899-12-30, by which Excel keeps a day; before March 1900 it miscounts by one. */
function dayOf(serial: number): string | undefined {
  if (serial < 61 || serial >= 2_958_466) return undefined;
  const iso = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString();
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function sharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let [isText, isPhonetic] = [false, false];
  if (bytes) {
    walkXml(bytes, {
      open: (name) => {
        if (name === 'si') text = '';
        // What is said of the pronunciation of a text is no part of it.
        else if (name === 'rPh') isPhonetic = true;
        else if (name === 't') isText = !isPhonetic;
      },
      text: (part) => {
        if (isText && text !== undefined) text += part;
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'si') {
          strings.push(unescaped(text ?? ''));
          text = undefined;
        }
      },
    });
  }
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` (ST_Xstring). */
function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** What the formats of the styles make of a number; those below 164 are built in, 27 to 36 and 50 to 58 being days in Chinese. */
function numberFormats(styles: Element | undefined): NumberFormat[] {
  if (!styles) return [];
  const codes = new Map(
    descendants(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? ''] as const),
  );
  return elementsOf(child(descendants(styles, 'styleSheet')[0], 'cellXfs') ?? styles).map(({ attributes }) => {
    const id = Number(attributes['numFmtId']);
    const code = codes.get(attributes['numFmtId']);
    if (code !== undefined) {
      const bare = code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '');
      return bare.includes('%') ? 'percent' : /[yd]/i.test(bare) ? 'day' : 'number';
    }
    if (id === 9 || id === 10) return 'percent';
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'number';
  });
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** 0 for A, 26 for AA. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? undefined : Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
