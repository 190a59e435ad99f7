import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './docx.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Letters of a column, A for 0. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A workbook as Excel writes it, strings shared, numbers as numbers, empty cells and rows left out; a hidden sheet stands first. */
export function xlsx(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | number, row: number, column: number) => {
    if (value === '') return '';
    const reference = `r="${letters(column)}${row + 1}"`;
    return typeof value === 'number'
      ? `<c ${reference}><v>${value}</v></c>`
      : `<c ${reference} t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const body = rows
    .map((cells, row) => cells.map((value, column) => cell(value, row, column)).join(''))
    .map((cells, row) => (cells === '' ? '' : `<row r="${row + 1}">${cells}</row>`))
    .join('');
  const sheet = (data: string) => strToU8(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`);
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="选项" sheetId="1" state="hidden" r:id="r1"/><sheet name="阵地" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'worksheet', 'worksheets/sheet2.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    'xl/worksheets/sheet2.xml': sheet(body),
    'xl/sharedStrings.xml': strToU8(
      `<?xml version="1.0"?><sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ),
  });
}
