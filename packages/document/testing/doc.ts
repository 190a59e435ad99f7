import CFB from 'cfb';

export interface Piece {
  text: string;
  /** What ends the paragraph: its mark, or that of a cell or row. */
  end?: '\r' | '\x07';
  /** Properties of the paragraph: codes with operands, as bytes. */
  properties?: number[];
}

export const inTable = [0x16, 0x24, 1];
export const rowEnd = [...inTable, 0x17, 0x24, 1];
/** Level `index` of the first list. */
export const numbered = (index: number) => [0x0a, 0x26, index, 0x0b, 0x46, 1, 0];

/** Where things are put in the stream of the document and in that of its tables. */
const place = {
  paragraphs: 0x400,
  runs: 0x600,
  text: 0x800,
  pieces: 0,
  styles: 0x100,
  paragraphTable: 0x140,
  runTable: 0x160,
  lists: 0x200,
  overrides: 0x600,
};

/**
 * A document of Word 97–2003: paragraphs in UTF-16, properties in one page of each kind, one list of three levels (一、 （一） 1.).
 * `deleted` is a range of characters that a reviewer struck out; `flags` are those of the FIB.
 */
export function doc(pieces: Piece[], { deleted = [0, 0] as [number, number], flags = 0 } = {}): Uint8Array {
  const text = pieces.map((piece) => piece.text + (piece.end ?? '\r')).join('');
  const main = new DataView(new ArrayBuffer(Math.max(0x1000, place.text + text.length * 2)));
  const table = new DataView(new ArrayBuffer(0x1000));
  const put = (view: DataView, at: number, bytes: readonly number[]) => bytes.forEach((byte, i) => view.setUint8(at + i, byte));
  const inMain = (character: number) => place.text + character * 2;

  main.setUint16(0, 0xa5ec, true);
  main.setUint16(2, 0xc1, true);
  main.setUint16(10, flags, true);
  main.setUint32(0x4c, text.length, true);
  for (let i = 0; i < text.length; i++) main.setUint16(inMain(i), text.charCodeAt(i), true);

  const point = (at: number, offset: number, length: number) => {
    main.setUint32(at, offset, true);
    main.setUint32(at + 4, length, true);
  };
  // One piece holds all.
  point(0x1a2, place.pieces, 21);
  put(table, place.pieces, [2, 16, 0, 0, 0]);
  table.setUint32(place.pieces + 9, text.length, true);
  table.setUint32(place.pieces + 15, place.text, true);
  // No style.
  point(0xa2, place.styles, 6);
  put(table, place.styles, [4, 0, 0, 0, 10, 0]);

  point(0x102, place.paragraphTable, 12);
  table.setUint32(place.paragraphTable + 8, place.paragraphs / 512, true);
  let character = 0;
  let free = 510;
  for (const [i, { text: line, properties = [] }] of pieces.entries()) {
    main.setUint32(place.paragraphs + 4 * i, inMain(character), true);
    character += line.length + 1;
    const entry = [0, 0, ...properties, ...(properties.length % 2 ? [0] : [])];
    free -= entry.length + 2;
    put(main, place.paragraphs + free, [0, entry.length / 2, ...entry]);
    main.setUint8(place.paragraphs + 4 * (pieces.length + 1) + 13 * i, free / 2);
  }
  main.setUint32(place.paragraphs + 4 * pieces.length, inMain(character), true);
  main.setUint8(place.paragraphs + 511, pieces.length);

  point(0xfa, place.runTable, 12);
  table.setUint32(place.runTable + 8, place.runs / 512, true);
  [0, ...deleted, text.length].forEach((at, i) => main.setUint32(place.runs + 4 * i, inMain(at), true));
  put(main, place.runs + 16, [0, 250, 0]);
  put(main, place.runs + 500, [3, 0x00, 0x08, 1]);
  main.setUint8(place.runs + 511, 3);

  const levels: [format: number, printed: string][] = [
    [37, '\0、'],
    [37, '（\x01）'],
    [0, '\x02.'],
  ];
  const level = ([format, printed]: [number, string]) => {
    const head = [1, 0, 0, 0, format, 0, ...Array.from({ length: 9 }, () => 0), 2, ...Array.from({ length: 12 }, () => 0)];
    return [...head, printed.length, 0, ...Array.from(printed).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])];
  };
  point(0x2e2, place.lists, 30);
  const definition = [7, 0, 0, 0, ...Array.from({ length: 24 }, () => 0)];
  put(table, place.lists, [1, 0, ...definition, ...Array.from({ length: 9 }, (_, i) => level(levels[i] ?? [0, ''])).flat()]);
  point(0x2ea, place.overrides, 24);
  put(table, place.overrides, [1, 0, 0, 0, 7, 0, 0, 0, ...Array.from({ length: 16 }, () => 0)]);

  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', new Uint8Array(main.buffer));
  CFB.utils.cfb_add(container, '/0Table', new Uint8Array(table.buffer));
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}
