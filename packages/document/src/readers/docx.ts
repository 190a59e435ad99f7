import type { Lang } from '@fp-kit/sdk';
import { DocumentError } from '../errors.js';
import { Archive } from './zip.js';
import { child, descendants, elementsOf, type Element, parseXml, textOf } from './markup.js';
import { Numbering } from './numbering.js';
import { type DocumentText, Lines, pipeRow, raised } from './text.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What Word keeps in the text but does not show, and what a reviewer has struck out or says about it. */
const unseen = new Set(['del', 'moveFrom', 'delText', 'instrText', 'rt', 'rPr', 'pPr', 'sdtPr', 'Fallback', 'fldData']);

/**
 * Text of a WordprocessingML document (ECMA-376; Word, WPS, LibreOffice): paragraphs in order, the numbers Word adds to them printed as
 * they are seen, insertions in and deletions out, tables as rows, text boxes after the paragraph they hang on, notes at the end. Headers
 * and footers belong to the page, comments to the draft: they stay out. Places count the paragraphs of the body.
 *
 * @throws DocumentError where the archive is encrypted, damaged or too large, or holds no text.
 */
// Asynchronous as every reader is.
// eslint-disable-next-line @typescript-eslint/require-await
export async function readDocx(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  const archive = new Archive(bytes, lang);
  archive.format = 'DOCX';
  const main = relations(archive, '').get('officeDocument') ?? 'word/document.xml';
  const body = child(child(readPart(archive, main), 'document'), 'body');
  if (!body) throw archive.error('truncated-document');
  const parts = relations(archive, main);
  const part = (kind: string) => readPart(archive, parts.get(kind));

  const walk = new Walk(new Numbering(part('numbering'), part('styles')));
  walk.blocks(body);
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of descendants(part(`${kind}s`) ?? { name: '', attributes: {}, children: [] }, kind)) {
      // The separators are notes of a type.
      if (note.attributes['type'] === undefined) walk.blocks(note);
    }
  }
  if (walk.lines.isEmpty) throw new DocumentError('empty-document', lang);
  return walk.lines.toText(mediaType);
}

function readPart(archive: Archive, name: string | undefined): Element | undefined {
  const bytes = name === undefined ? undefined : archive.read(name);
  return bytes && parseXml(bytes);
}

/** The parts that a part refers to, by the last word of their type; '' is the package itself. */
function relations(archive: Archive, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const root = child(readPart(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`), 'Relationships');
  const found = new Map<string, string>();
  for (const { attributes } of root ? elementsOf(root) : []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (mode !== 'External') found.set(type.slice(type.lastIndexOf('/') + 1), target.startsWith('/') ? target.slice(1) : folder + target);
  }
  return found;
}

class Walk {
  readonly lines = new Lines();
  readonly #numbering: Numbering;
  #paragraph = 0;
  /** Text of a paragraph whose end was deleted: the next one goes on with it. */
  #carried = '';

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  blocks(parent: Element): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'p') this.#addParagraph(element);
      else if (element.name === 'tbl') this.#addTable(element);
      else if (!unseen.has(element.name)) this.blocks(element);
    }
  }

  #addParagraph(paragraph: Element): void {
    this.#paragraph++;
    const place = { paragraph: this.#paragraph };
    const { text, boxes } = this.#read(paragraph);
    this.lines.add(text, place);
    for (const box of boxes) this.blocks(box);
  }

  #addTable(table: Element): void {
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row);
      // A table of one column is a frame around text.
      if (cells.length === 1) this.blocks(cells[0]!);
      else {
        const place = { paragraph: this.#paragraph + 1 };
        this.lines.add(pipeRow(cells.map((cell) => this.#cellText(cell))), place);
      }
    }
  }

  #cellText(cell: Element): string {
    const merge = child(child(cell, 'tcPr'), 'vMerge');
    const isContinued = merge !== undefined && merge.attributes['val'] !== 'restart';
    const texts: string[] = [];
    const collect = (parent: Element) => {
      for (const element of elementsOf(parent)) {
        if (element.name === 'p') {
          this.#paragraph++;
          const { text, boxes } = this.#read(element);
          texts.push(text);
          boxes.forEach(collect);
        } else if (!unseen.has(element.name)) collect(element);
      }
    };
    collect(cell);
    return isContinued ? '' : texts.filter((text) => text.trim() !== '').join(' ');
  }

  #read(paragraph: Element): { text: string; boxes: Element[] } {
    const { text, boxes } = readRuns(paragraph);
    const whole = this.#carried + text;
    // Accepting the deletion of a paragraph's end leaves one paragraph with the properties of the next.
    this.#carried = isEndDeleted(paragraph) ? whole : '';
    if (isEndDeleted(paragraph)) return { text: '', boxes };
    const number = this.#numbering.next(paragraph);
    return { text: whole.trim() === '' ? '' : number + whole, boxes };
  }
}

function readRuns(paragraph: Element): { text: string; boxes: Element[] } {
  let text = '';
  const boxes: Element[] = [];
  const walk = (parent: Element) => {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (name === 't') text += isRaised(parent) ? raised(textOf(element)) : textOf(element);
      else if (name === 'tab' || name === 'ptab') text += '\t';
      else if (name === 'br' || name === 'cr') text += '\n';
      else if (name === 'noBreakHyphen') text += '-';
      else if (name === 'txbxContent') boxes.push(element);
      else if (!unseen.has(name) && !isOn(child(child(element, 'rPr'), 'vanish'))) walk(element);
    }
  };
  walk(paragraph);
  return { text, boxes };
}

function isRaised(run: Element): boolean {
  return child(child(run, 'rPr'), 'vertAlign')?.attributes['val'] === 'superscript';
}

function rowsOf(table: Element): Element[] {
  return descendants(table, 'tr').filter((row) => child(child(row, 'trPr'), 'del') === undefined);
}

function cellsOf(row: Element): Element[] {
  return descendants(row, 'tc');
}

/** The mark at the end of a paragraph is deleted: accepting that joins it with the next. */
function isEndDeleted(paragraph: Element): boolean {
  return child(child(child(paragraph, 'pPr'), 'rPr'), 'del') !== undefined;
}

/** A property that is on by being there, unless it says otherwise. */
function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '');
}
