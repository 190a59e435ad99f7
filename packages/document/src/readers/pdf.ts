import { Unzlib } from 'fflate';
import type { Lang } from '@fp-kit/sdk';
// The build of pdf.js that unpdf makes: it runs without a worker, a canvas or the DOM. The newest whose pdf.js still supports Node 20.
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, Util } from 'unpdf/pdfjs';
import { DocumentError } from '../errors.js';
import { joinLines, type Line, linesOfPage, type Piece } from './layout.js';
import type { DocumentText } from './text.js';

/** Far beyond any plan; a damaged page tree may claim millions. */
const MAX_PAGES = 2000;

/** Of all streams but images: the fonts of a plan, embedded whole, come to less than half of it. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const CHUNK_BYTES = 65536;

/** Sine of some six degrees: a page may be scanned a little askew. */
const SLANT = 0.1;

/**
 * Text of a PDF (ISO 32000): its pages in order, of each the lines by the place of their glyphs, joined to
 * paragraphs. Nothing is fetched and no code of the
 * document runs. Places count pages.
 *
 * @throws DocumentError where it needs a password, breaks off, or where its pages hold no text.
 */
export async function readPdf(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  if (!endsWhole(bytes)) throw new DocumentError('truncated-document', lang, 'PDF');
  refuseBomb(bytes, lang);
  const task = getDocument({
    // A copy, because pdf.js keeps what it is given, and refuses a Buffer.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: true,
    cMapPacked: true,
    BinaryDataFactory: PackedCMaps,
    verbosity: 0,
  });
  try {
    return await readPages(await task.promise, lang);
  } catch (error) {
    // The class is not exported.
    if (error instanceof Error && error.name === 'PasswordException')
      throw new DocumentError('encrypted-document', lang, 'PDF', { cause: error });
    throw error;
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PDFDocumentProxy, lang: Lang): Promise<DocumentText> {
  const printed: Line[] = [];
  const wordless: number[] = [];
  const { numPages } = document;
  if (numPages > MAX_PAGES) throw new DocumentError('truncated-document', lang, 'PDF');
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number);
    const lines = linesOfPage(await piecesOf(page), number);
    if (!lines.some(({ text }) => /\p{L}/u.test(text))) wordless.push(number);
    printed.push(...lines);
    page.cleanup();
  }
  const lines = joinLines(printed);
  if (!lines.hasWords) throw new DocumentError('scanned-document', lang, String(numPages));
  return { ...lines.toText('application/pdf'), ...(wordless.length > 0 && { wordless }) };
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  // Turns the page upright, its origin at the top left.
  const { transform: upright } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [a, b, c, d, x, y] = Util.transform(upright, item.transform) as [number, number, number, number, number, number];
    // What runs aslant is a watermark.
    if (Math.min(Math.abs(a), Math.abs(b)) > SLANT * Math.hypot(a, b)) return [];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height }];
  });
}

/** A file that was cut has lost its table of objects; pdf.js would guess one and give half the document. */
function endsWhole(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');
}

/** pdf.js unpacks a stream whole, however large it turns out; so they are unpacked here first, a piece at a time, and counted. */
function refuseBomb(bytes: Uint8Array, lang: Lang): void {
  const file = new TextDecoder('latin1').decode(bytes);
  let unpacked = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const before = file.slice(Math.max(0, at - 1024), at);
    const dictionary = before.slice(before.lastIndexOf('obj') + 1);
    const start = at + (file[at + 6] === '\r' ? 8 : 7);
    const end = file.indexOf('endstream', start);
    if (end < 0) return;
    at = end + 9;
    if (!/\/Fl(?:ateDecode)?\b/.test(dictionary) || /\/Subtype\s?\/Image/.test(dictionary)) continue;
    const unzlib = new Unzlib((chunk) => {
      unpacked += chunk.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw new DocumentError('zip-bomb', lang, 'PDF');
    });
    try {
      for (let from = start; from < end; from += CHUNK_BYTES) unzlib.push(bytes.subarray(from, Math.min(from + CHUNK_BYTES, end)));
    } catch (error) {
      // A damaged stream is for pdf.js to judge.
      if (error instanceof DocumentError) throw error;
    }
  }
}

/** Gives pdf.js the character maps of Chinese fonts that a document does not embed. */
class PackedCMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const { cmaps } = await import('./cmaps.generated.js');
    const packed = cmaps[filename];
    if (packed === undefined) throw new Error(`no CMap ${filename}`);
    return Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  }
}
