import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './docx.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Letters of a column, A for 0. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A number that Excel shows in a format of its own: a day, a share. */
export interface Formatted {
  number: number;
  /** As Excel writes it: `yyyy/m/d`, `0%`. */
  format: string;
}

/**
 * A workbook as Excel writes it, strings shared, numbers as numbers, empty cells and rows left out; a hidden sheet stands first.
 *
 * @param merged ranges of merged cells, such as A1:C1.
 * @param countsFrom1904 whether its days are those of the old Mac.
 */
export function xlsx(
  rows: readonly (readonly (string | number | Formatted)[])[],
  { merged = [], countsFrom1904 = false }: { merged?: readonly string[]; countsFrom1904?: boolean } = {},
): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const cell = (value: string | number | Formatted, row: number, column: number) => {
    if (value === '') return '';
    const reference = `r="${letters(column)}${row + 1}"`;
    if (typeof value === 'object') return `<c ${reference} s="${formats.push(value.format)}"><v>${value.number}</v></c>`;
    return typeof value === 'number'
      ? `<c ${reference}><v>${value}</v></c>`
      : `<c ${reference} t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const body = rows
    .map((cells, row) => cells.map((value, column) => cell(value, row, column)).join(''))
    .map((cells, row) => (cells === '' ? '' : `<row r="${row + 1}">${cells}</row>`))
    .join('');
  const sheet = (data: string, rest = '') =>
    strToU8(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData>${rest}</worksheet>`);
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><sheets><sheet name="选项" sheetId="1" state="hidden" r:id="r1"/><sheet name="阵地" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'worksheet', 'worksheets/sheet2.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    'xl/worksheets/sheet2.xml': sheet(body, merges && `<mergeCells>${merges}</mergeCells>`),
    'xl/styles.xml': strToU8(
      `<?xml version="1.0"?><styleSheet xmlns="${main}">${list(
        'numFmts',
        formats.map((format, at) => `<numFmt numFmtId="${at + 164}" formatCode="${escapeXml(format)}"/>`),
      )}${list('cellXfs', ['<xf numFmtId="0"/>', ...formats.map((_, at) => `<xf numFmtId="${at + 164}"/>`)])}</styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<?xml version="1.0"?><sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ),
  });
}

/** A workbook whose one sheet, and list of shared strings, are these texts, whatever they are. */
export function oddXlsx(sheet: string, shared = ''): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns="${main}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/sharedStrings.xml': strToU8(shared),
  });
}
