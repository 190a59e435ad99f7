import type { Lang } from '@fp-kit/sdk';
import { DocumentError } from '../errors.js';
import { joinLines, type Line, linesOfPage, type Piece } from './layout.js';
import { child, descendants, type Element, elementsOf, parseXml, textOf } from './markup.js';
import type { DocumentText } from './text.js';
import { Archive } from './zip.js';

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * Text of a fixed-layout document (GB/T 33190-2016, OFD): its pages in order, of each the lines by the place of their glyphs,
 * joined to paragraphs. What a
 * template prints (a letterhead) is read on the first page that uses it. Places count pages.
 *
 * @throws DocumentError where the archive is encrypted, damaged or too large, or where its pages hold no text.
 */
// Asynchronous as every reader is.
// eslint-disable-next-line @typescript-eslint/require-await
export async function readOfd(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  const archive = new Archive(bytes, lang);
  archive.format = 'OFD';
  // GM/T 0099 keeps the keys of an encrypted document beside its root.
  if (archive.names.some((name) => /(^|\/)(Encryptions?|Decrypt\w*|Encrypt\w*)\.xml$/i.test(name)))
    throw archive.error('encrypted-document');
  const root = part(archive, 'OFD.xml', 'OFD');
  const printed: Line[] = [];
  let page = 0;
  for (const body of elementsOf(root).filter(({ name }) => name === 'DocBody')) {
    const path = resolve('', textOf(child(body, 'DocRoot') ?? root).trim());
    const document = part(archive, path, 'Document');
    const templates = new Map(
      descendants(document, 'TemplatePage').map(({ attributes: { ID: id = '', BaseLoc: at = '' } }) => [id, resolve(path, at)]),
    );
    for (const { attributes } of descendants(child(document, 'Pages') ?? document, 'Page')) {
      page++;
      const content = part(archive, resolve(path, attributes['BaseLoc'] ?? ''), 'Page');
      const pieces = piecesOf(content);
      for (const { attributes: used } of descendants(content, 'Template')) {
        const template = templates.get(used['TemplateID'] ?? '');
        if (template === undefined) continue;
        templates.delete(used['TemplateID'] ?? '');
        pieces.push(...piecesOf(part(archive, template, 'Page')));
      }
      printed.push(...linesOfPage(pieces, page));
    }
  }
  const lines = joinLines(printed);
  if (page === 0) throw archive.error('truncated-document');
  if (!lines.hasWords) throw new DocumentError('scanned-document', lang, String(page));
  return lines.toText('application/ofd');
}

/** The root of a part; without it the document is not whole. */
function part(archive: Archive, name: string, root: string): Element {
  const bytes = archive.read(name);
  const element = bytes && child(parseXml(bytes), root);
  if (!element) throw archive.error('truncated-document');
  return element;
}

/** An ST_Loc: from the root of the archive where it begins with a slash, else from the folder of the part that names it. */
function resolve(from: string, location: string): string {
  const path = location.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of location.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function piecesOf(page: Element): Piece[] {
  return descendants(child(page, 'Content') ?? page, 'TextObject').flatMap((object) => {
    const { attributes } = object;
    if (attributes['Visible'] === 'false') return [];
    const [left = 0, top = 0] = numbers(attributes['Boundary']);
    const ctm = numbers(attributes['CTM']);
    const matrix: Matrix = ctm.length === 6 ? (ctm as Matrix) : [1, 0, 0, 1, 0, 0];
    const size = numbers(attributes['Size'])[0] ?? 4;
    // A code without X or Y goes on where the one before it began.
    let x = 0;
    let y = 0;
    return elementsOf(object)
      .filter(({ name }) => name === 'TextCode')
      .flatMap((code) => {
        x = numbers(code.attributes['X'])[0] ?? x;
        y = numbers(code.attributes['Y'])[0] ?? y;
        return runsOf(code, x, y, size).map((piece) => place(piece, matrix, left, top));
      });
  });
}

/** The glyphs of a code; it is cut where the text jumps, as between the columns of a table or from line to line. */
function runsOf(code: Element, x: number, y: number, size: number): Piece[] {
  const glyphs = Array.from(textOf(code));
  const across = deltas(code.attributes['DeltaX'], glyphs.length);
  const down = deltas(code.attributes['DeltaY'], glyphs.length);
  const runs: Piece[] = [];
  let run: Piece | undefined;
  for (const [i, glyph] of glyphs.entries()) {
    const step = across[i] ?? (down[i] ? 0 : advance(glyph, size));
    if (run) {
      run.text += glyph;
      run.width = x - run.x + Math.min(Math.abs(step), size);
    } else {
      run = { text: glyph, x, y, width: Math.min(Math.abs(step), size), size };
      runs.push(run);
    }
    if (step < 0 || step > 1.9 * size || down[i]) run = undefined;
    x += step;
    y += down[i] ?? 0;
  }
  return runs;
}

const advance = (glyph: string, size: number) => (glyph < '\u2000' ? size / 2 : size);

/** `3 g 2 4` is 3 4 4: `g n v` is n times v (GB/T 33190-2016, TextCode). */
function deltas(list: string | undefined, limit: number): number[] {
  const words = list?.trim().split(/\s+/) ?? [];
  const values: number[] = [];
  for (let i = 0; i < words.length && values.length < limit; i++) {
    if (words[i] !== 'g') values.push(finite(words[i]));
    else {
      const times = Math.min(finite(words[i + 1]), limit - values.length);
      for (let n = 0; n < times; n++) values.push(finite(words[i + 2]));
      i += 2;
    }
  }
  return values;
}

function place({ text, x, y, width, size }: Piece, [a, b, c, d, e, f]: Matrix, left: number, top: number): Piece {
  return {
    text,
    x: left + a * x + c * y + e,
    y: top + b * x + d * y + f,
    width: width * Math.hypot(a, b),
    size: size * Math.hypot(c, d) || size,
  };
}

const numbers = (list: string | undefined) => (list?.trim() ? list.trim().split(/\s+/).map(finite) : []);

function finite(word: string | undefined): number {
  const value = Number(word);
  return Number.isFinite(value) ? value : 0;
}
