import CFB from 'cfb';
import type { Lang } from '@fp-kit/sdk';
import { MAX_DOCUMENT_BYTES } from '../decode.js';
import { DocumentError } from '../errors.js';
import { Counts, type Level, type List } from './numbering.js';
import { type DocumentText, Lines, pipeRow } from './text.js';

/**
 * Text of a Word 97–2003 document ([MS-DOC]; Word, and WPS in its own .wps): paragraphs in order, the numbers Word adds to them printed as
 * they are seen, deletions and hidden text out, tables as rows, then notes and text boxes. Headers, footers and comments stay out. Places
 * count the paragraphs of the text.
 *
 * @throws DocumentError where it needs a password, is of an older Word, or holds no text; other errors where it is damaged.
 */
// Asynchronous as every reader is.
// eslint-disable-next-line @typescript-eslint/require-await
export async function readDoc(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  const container = CFB.read(bytes, { type: 'array' });
  const main = streamOf(container, 'WordDocument');
  if (main.u16(0) !== 0xa5ec) throw new DocumentError('truncated-document', lang, 'DOC');
  if (main.u16(2) < 0xc1) throw new DocumentError('unsupported-format', lang, 'Word 6.0/95');
  const flags = main.u16(10);
  if (flags & 0x0100) throw new DocumentError('encrypted-document', lang, 'DOC');
  const word = new WordFile(main, streamOf(container, flags & 0x0200 ? '1Table' : '0Table'));
  const lines = word.read();
  if (lines.isEmpty) throw new DocumentError('empty-document', lang);
  return lines.toText('application/msword');
}

/** Little-endian bytes; whoever reads beyond the end gets a RangeError. */
class Bytes {
  readonly #view: DataView;

  constructor(content: Uint8Array) {
    this.#view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  }

  u8 = (at: number) => this.#view.getUint8(at);
  u16 = (at: number) => this.#view.getUint16(at, true);
  u32 = (at: number) => this.#view.getUint32(at, true);

  utf16(at: number, length: number): string {
    return new TextDecoder('utf-16le').decode(this.slice(at, length * 2));
  }

  slice(at: number, length: number): Uint8Array {
    if (at + length > this.#view.byteLength) throw new RangeError('beyond the end of the stream');
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length);
  }
}

function streamOf(container: CFB.CFB$Container, name: string): Bytes {
  const entry = CFB.find(container, name);
  if (!entry) throw new RangeError(`no stream ${name}`);
  const content = Uint8Array.from(entry.content);
  if (content.length < entry.size) throw new RangeError(`the stream ${name} breaks off`);
  return new Bytes(content);
}

/** Offsets in the FIB ([MS-DOC] 2.5): the lengths of the parts of the text, and where the tables are. */
const fib = { main: 0x4c, footnotes: 0x50, headers: 0x54, comments: 0x5c, endnotes: 0x60, boxes: 0x64 };
const tables = { styles: 0xa2, runs: 0xfa, paragraphs: 0x102, pieces: 0x1a2, lists: 0x2e2, overrides: 0x2ea };

/** Properties by their code ([MS-DOC] 2.6). */
const sprm = { inTable: 0x2416, rowEnd: 0x2417, level: 0x260a, list: 0x460b, deleted: 0x0800, hidden: 0x083c };

type Properties = Map<number, number>;

interface Range {
  from: number;
  to: number;
  style: number;
  properties: Properties;
}

class WordFile {
  readonly #main: Bytes;
  readonly #table: Bytes;
  /** The text with the offset in the stream of each character. */
  #text = '';
  readonly #offsets: number[] = [];
  readonly #paragraphs: Range[];
  readonly #runs: Range[];
  readonly #styles: { base: number; properties: Properties }[];
  readonly #lists: (List | undefined)[];
  readonly #counts = new Counts();
  readonly #lines = new Lines();
  #paragraph = 0;

  constructor(main: Bytes, table: Bytes) {
    this.#main = main;
    this.#table = table;
    this.#readPieces();
    this.#paragraphs = this.#readPages(tables.paragraphs, 13);
    this.#runs = this.#readPages(tables.runs, 1);
    this.#styles = this.#readStyles();
    this.#lists = this.#readLists();
  }

  read(): Lines {
    const lengths = Object.values(fib).map((at) => this.#main.u32(at));
    const [main = 0, footnotes = 0, headers = 0, comments = 0, endnotes = 0, boxes = 0] = lengths;
    if (main > this.#text.length) throw new RangeError('the text breaks off');
    const afterHeaders = main + footnotes + headers;
    this.#readText(0, main);
    this.#readText(main, main + footnotes);
    this.#readText(afterHeaders + comments, afterHeaders + comments + endnotes + boxes);
    return this.#lines;
  }

  /** Paragraphs end with U+000D, cells and rows with U+0007 ([MS-DOC] 2.4.3). */
  #readText(from: number, to: number): void {
    let text = '';
    let cell: string[] = [];
    let cells: string[] = [];
    /** Of each open field, whether it is still at its instruction. */
    const fields: boolean[] = [];
    for (let at = from; at < Math.min(to, this.#text.length); at++) {
      const c = this.#text[at]!;
      const offset = this.#offsets[at]!;
      if (c === '\r' || c === '\x07' || c === '\f') {
        const { style, properties } = find(this.#paragraphs, offset) ?? { style: 0, properties: new Map<number, number>() };
        this.#paragraph++;
        if (properties.get(sprm.rowEnd)) {
          this.#addRow(cells);
          cells = [];
        } else {
          const number = this.#numberOf(style, properties);
          if (text.trim() !== '') cell.push(number + text);
          if (c === '\x07') cells.push(cell.join('\n'));
          else if (!properties.get(sprm.inTable)) this.#lines.add(cell.join('\n'), { paragraph: this.#paragraph });
          if (c === '\x07' || !properties.get(sprm.inTable)) cell = [];
        }
        text = '';
      } else if (c === '\x13') fields.push(true);
      // Of a field the instruction is not shown, the result is.
      else if (c === '\x14') fields[fields.length - 1] = false;
      else if (c === '\x15') fields.pop();
      else if (!fields.includes(true) && !this.#isUnseen(offset)) text += shown[c] ?? (c < ' ' ? '' : c);
    }
    cell.push(text);
    this.#lines.add([...cells, ...cell].join('\n'), { paragraph: this.#paragraph + 1 });
  }

  #addRow(cells: string[]): void {
    // A table of one column is a frame around text.
    const row = cells.length > 1 ? pipeRow(cells) : (cells[0] ?? '');
    if (cells.some((cell) => cell.trim() !== '')) this.#lines.add(row, { paragraph: this.#paragraph });
  }

  #isUnseen(offset: number): boolean {
    const { properties } = find(this.#runs, offset) ?? {};
    return properties !== undefined && (properties.get(sprm.deleted) === 1 || properties.get(sprm.hidden) === 1);
  }

  /** By the paragraph's own properties, else by its style or one that this is based on. */
  #numberOf(style: number, own: Properties): string {
    let list = own.get(sprm.list);
    let level = own.get(sprm.level);
    for (let at = style, steps = 0; list === undefined && steps < 20; steps++) {
      const { base, properties } = this.#styles[at] ?? {};
      list = properties?.get(sprm.list);
      level ??= properties?.get(sprm.level);
      if (base === undefined) break;
      at = base;
    }
    const found = list === undefined || list === 0 ? undefined : this.#lists[list - 1];
    return found ? this.#counts.next(found, level ?? 0) : '';
  }

  /** The piece table: where in the stream the text of the document stands, in UTF-16 or in Windows-1252 ([MS-DOC] 2.8.35). */
  #readPieces(): void {
    const clx = this.#table;
    let at = this.#main.u32(tables.pieces);
    while (clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
    if (clx.u8(at) !== 2) throw new RangeError('no piece table');
    const count = (clx.u32(at + 1) - 4) / 12;
    at += 5;
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      const length = clx.u32(at + 4 * i + 4) - clx.u32(at + 4 * i);
      const place = clx.u32(at + 4 * (count + 1) + 8 * i + 2);
      const isPacked = (place & 0x40000000) !== 0;
      const start = isPacked ? (place & 0x3fffffff) / 2 : place;
      const text = isPacked ? windows1252.decode(this.#main.slice(start, length)) : this.#main.utf16(start, length);
      // Pieces may overlap in a forged file, and so come to any length.
      if (this.#offsets.length + text.length > MAX_DOCUMENT_BYTES) throw new RangeError('the pieces come to more than the file');
      parts.push(text);
      for (let c = 0; c < text.length; c++) this.#offsets.push(start + c * (isPacked ? 1 : 2));
    }
    this.#text = parts.join('');
  }

  /** Properties of paragraphs (13 bytes an entry) or of runs (1), kept in pages of 512 bytes ([MS-DOC] 2.9.33, 2.9.174). */
  #readPages(table: number, entrySize: 13 | 1): Range[] {
    const start = this.#main.u32(table);
    const count = (this.#main.u32(table + 4) - 4) / 8;
    const ranges: Range[] = [];
    for (let i = 0; i < count; i++) {
      const page = (this.#table.u32(start + 4 * (count + 1) + 4 * i) & 0x3fffff) * 512;
      const entries = this.#main.u8(page + 511);
      for (let entry = 0; entry < entries; entry++) {
        const offset = this.#main.u8(page + 4 * (entries + 1) + entry * entrySize) * 2;
        const range = { from: this.#main.u32(page + 4 * entry), to: this.#main.u32(page + 4 * entry + 4) };
        ranges.push({ ...range, ...this.#propertiesAt(page, offset, entrySize === 13) });
      }
    }
    return ranges.sort((a, b) => a.from - b.from);
  }

  #propertiesAt(page: number, offset: number, isParagraph: boolean): { style: number; properties: Properties } {
    if (offset === 0) return { style: 0, properties: new Map() };
    let at = page + offset;
    let length = this.#main.u8(at++);
    if (isParagraph) length = length === 0 ? this.#main.u8(at++) * 2 : length * 2 - 1;
    const style = isParagraph && length >= 2 ? this.#main.u16(at) : 0;
    return { style, properties: readProperties(this.#main, at + (isParagraph ? 2 : 0), at + length) };
  }

  /** [MS-DOC] 2.9.271 */
  #readStyles(): { base: number; properties: Properties }[] {
    const table = this.#table;
    let at = this.#main.u32(tables.styles);
    const count = table.u16(at + 2);
    const baseSize = table.u16(at + 4);
    at += 2 + table.u16(at);
    const styles: { base: number; properties: Properties }[] = [];
    for (let i = 0; i < count; i++) {
      const size = table.u16(at);
      const style = at + 2;
      at = style + size;
      const base = size === 0 ? 0xfff : table.u16(style + 2) >> 4;
      const isParagraph = size > 0 && (table.u16(style + 2) & 15) === 1;
      let update = style + baseSize;
      if (isParagraph) update += 2 + table.u16(update) * 2 + 2;
      const properties = isParagraph ? readProperties(table, update + 4, update + 2 + table.u16(update)) : new Map<number, number>();
      styles.push({ base, properties });
    }
    return styles;
  }

  /** The lists that paragraphs name, by position: definitions with their levels, and what each list overrides ([MS-DOC] 2.9.131, 2.9.150). */
  #readLists(): (List | undefined)[] {
    const table = this.#table;
    if (this.#main.u32(tables.lists + 4) === 0 || this.#main.u32(tables.overrides + 4) === 0) return [];
    const start = this.#main.u32(tables.lists);
    const count = table.u16(start);
    let at = start + 2 + 28 * count;
    const definitions = new Map<number, Level[]>();
    for (let i = 0; i < count; i++) {
      const definition = start + 2 + 28 * i;
      const levels: Level[] = [];
      for (let left = table.u8(definition + 26) & 1 ? 1 : 9; left > 0; left--) {
        const { level, end } = this.#readLevel(at, levels.length);
        levels.push(level);
        at = end;
      }
      definitions.set(table.u32(definition), levels);
    }

    const overrides = this.#main.u32(tables.overrides);
    const listCount = table.u32(overrides);
    let data = overrides + 4 + 16 * listCount;
    const lists: (List | undefined)[] = [];
    for (let i = 0; i < listCount; i++) {
      const override = overrides + 4 + 16 * i;
      const id = table.u32(override);
      const levels = definitions.get(id)?.slice();
      const starts = new Map<number, number>();
      data += 4;
      for (let left = table.u8(override + 12); left > 0; left--) {
        const flags = table.u32(data + 4);
        const index = flags & 15;
        if (flags & 16) starts.set(index, table.u32(data));
        data += 8;
        if (flags & 32) {
          const { level, end } = this.#readLevel(data, index);
          if (levels) levels[index] = level;
          data = end;
        }
      }
      lists.push(levels && { definition: String(id), levels, starts, hasBegun: new Set() });
    }
    return lists;
  }

  /** [MS-DOC] 2.9.146 */
  #readLevel(at: number, index: number): { level: Level; end: number } {
    const table = this.#table;
    const flags = table.u8(at + 5);
    const text = at + 28 + table.u8(at + 24) + table.u8(at + 25);
    const length = table.u16(text);
    const level: Level = {
      start: table.u32(at),
      format: formats[table.u8(at + 4)] ?? 'decimal',
      text: Array.from(table.utf16(text + 2, length), (c) => (c < '\t' ? `%${c.charCodeAt(0) + 1}` : c)).join(''),
      suffix: ['tab', 'space'][table.u8(at + 15)] ?? 'nothing',
      restart: flags & 8 ? table.u8(at + 26) : index,
      isLegal: (flags & 4) !== 0,
      style: undefined,
    };
    return { level, end: text + 2 + length * 2 };
  }
}

const windows1252 = new TextDecoder('windows-1252');

/** Characters with a meaning of their own; what is not shown is left out. */
const shown: Record<string, string> = { '\t': '\t', '\v': '\n', '\x1e': '-', '\x0e': '\n' };

/** Formats of numbers by their code (MSONFC, [MS-OSHARED] 2.2.1.3). */
const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** Sizes of operands by the three highest bits of a code; 6 says its own ([MS-DOC] 2.2.5.1). */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];

function readProperties(bytes: Bytes, from: number, to: number): Properties {
  const properties: Properties = new Map();
  for (let at = from; at + 2 < to;) {
    const code = bytes.u16(at);
    at += 2;
    let size = operandSizes[code >> 13]!;
    if (size === 0) size = code === 0xd608 ? bytes.u16(at) + 1 : bytes.u8(at) + 1;
    else properties.set(code, size === 1 ? bytes.u8(at) : bytes.u16(at));
    at += size;
  }
  return properties;
}

/** The range that holds an offset, of ranges in order. */
function find(ranges: readonly Range[], offset: number): Range | undefined {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ranges[middle]!.from <= offset) from = middle + 1;
    else to = middle;
  }
  const range = ranges[from - 1];
  return range && offset < range.to ? range : undefined;
}
