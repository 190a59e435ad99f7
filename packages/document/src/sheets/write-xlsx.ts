import { strToU8, Zip, ZipDeflate } from 'fflate';
import { lettersOf } from './rows.js';

/** What a column of a sheet holds, and how wide it is, in characters. */
export interface SheetColumn {
  header: string;
  /** Days stand in cells as `2026-11-03`. What is no day, and no number, is written as text. */
  kind: 'text' | 'number' | 'day';
  width: number;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kindOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes into `cellXfs` of the styles below. */
const styles = { header: 1, text: 2, number: 3, day: 4 } as const;

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kindOf}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kindOf}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kindOf}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // 49 is text: what is typed into such a cell stays as it was typed.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`,
};

/**
 * An Excel workbook (ECMA-376) of one sheet, piece by piece while its rows come: the header row stays in sight, texts are texts, numbers are
 * numbers, days are days. No more of it is in memory than what was asked for and not yet taken.
 *
 * @param rows a cell for each column; `''` is an empty one.
 */
export async function* writeXlsx(
  name: string,
  columns: readonly SheetColumn[],
  rows: Iterable<readonly (string | number)[]> | AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    if (failure) throw failure;
    const ready = chunks;
    chunks = [];
    return ready;
  };
  const add = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    // The same table is the same bytes, whenever it is written; 1980 is when the time of zip begins.
    file.mtime = '1980-01-02T00:00:00';
    zip.add(file);
    return file;
  };
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [path, text] of Object.entries({ ...parts, 'xl/workbook.xml': workbook })) add(path).push(strToU8(xml + text), true);

  const sheet = add('xl/worksheets/sheet1.xml');
  // The style is that of the cells which nobody has written yet: a new row keeps 3.10 as well.
  const widths = columns
    .map(({ kind, width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styles[kind]}" customWidth="1"/>`)
    .join('');
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  const head = columns.map(({ header }, at) => textCell(`${lettersOf(at)}1`, header, styles.header)).join('');
  let text = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${head}</row>`;
  let number = 1;
  for await (const row of rows) {
    number++;
    text += `<row r="${number}">${columns.map((column, at) => cell(`${lettersOf(at)}${number}`, row[at] ?? '', column)).join('')}</row>`;
    if (text.length < pieceLength) continue;
    sheet.push(strToU8(text));
    text = '';
    yield* taken();
  }
  sheet.push(strToU8(`${text}</sheetData></worksheet>`), true);
  zip.end();
  yield* taken();
}

/** So much text is deflated at a time. */
const pieceLength = 65_536;

function cell(reference: string, value: string | number, { kind }: SheetColumn): string {
  if (value === '') return kind === 'number' ? '' : `<c r="${reference}" s="${styles[kind]}"/>`;
  if (typeof value === 'number') return `<c r="${reference}" s="${styles.number}"><v>${value}</v></c>`;
  const day = kind === 'day' ? serialOf(value) : undefined;
  return day === undefined ? textCell(reference, value, styles.text) : `<c r="${reference}" s="${styles.day}"><v>${day}</v></c>`;
}

function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days since 1899-12-30; before March 1900 Excel miscounts, and before 1900 it has no days. */
function serialOf(day: string): number | undefined {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : undefined;
}

/** What XML cannot hold stands as `_x0001_`, and so does the beginning of what would be read as such (ST_Xstring). */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]/g, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
