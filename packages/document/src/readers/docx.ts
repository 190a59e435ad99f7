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
 * and footers belong to the page and stay out, but for a letterhead or an imprint that stands nowhere else; so do comments, which belong to the draft. Places count the paragraphs of the body.
 *
 * @throws DocumentError where the archive is encrypted, damaged or too large, or holds no text.
 */
// Asynchronous as every reader is.
// eslint-disable-next-line @typescript-eslint/require-await
export async function readDocx(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  const archive = new Archive(bytes, lang);
  archive.format = 'DOCX';
  const main = relations(archive, '').get('officeDocument')?.[0] ?? 'word/document.xml';
  const body = child(child(readPart(archive, main), 'document'), 'body');
  if (!body) throw archive.error('truncated-document');
  const parts = relations(archive, main);
  const part = (kind: string) => readPart(archive, parts.get(kind)?.[0]);
  const margins = (kind: string) => (parts.get(kind) ?? []).flatMap((name) => linesOfMargin(readPart(archive, name)));

  const walk = new Walk(new Numbering(part('numbering'), part('styles')));
  const inBody = textOf(body).replace(/\s+/g, '');
  const isMissing = (line: string) => !inBody.includes(line.replace(/\s+/g, ''));
  for (const line of new Set(margins('header'))) if (letterhead.test(line) && isMissing(line)) walk.lines.add(line, { paragraph: 1 });
  walk.blocks(body);
  for (const line of new Set(margins('footer')))
    if (imprint.test(line) && isMissing(line)) walk.lines.add(line, { paragraph: walk.paragraph });
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

/** What of the margins belongs to the document: 某某协会文件, its number, and who printed it when. */
const letterhead = /^.{4,30}文\s*件$|^[^\s\d]{2,20}\s*[〔[(（]\d{4}[〕\])）]\s*(?:第\s*)?\d+\s*号$/;
const imprint = /\d{4}\s*年.{2,8}日\s*印发$/;

function linesOfMargin(margin: Element | undefined): string[] {
  return margin ? descendants(margin, 'p').map((paragraph) => readRuns(paragraph).text.trim()) : [];
}

/** The parts that a part refers to, by the last word of their type; '' is the package itself. */
function relations(archive: Archive, part: string): Map<string, string[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const root = child(readPart(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`), 'Relationships');
  const found = new Map<string, string[]>();
  for (const { attributes } of root ? elementsOf(root) : []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (mode !== 'External') found.set(kind, [...(found.get(kind) ?? []), target.startsWith('/') ? target.slice(1) : folder + target]);
  }
  return found;
}

class Walk {
  readonly lines = new Lines();
  readonly #numbering: Numbering;
  paragraph = 0;
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
    this.paragraph++;
    const place = { paragraph: this.paragraph };
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
        const place = { paragraph: this.paragraph + 1 };
        this.lines.add(pipeRow(cells.flatMap((cell) => [this.#cellText(cell), ...emptyCells(cell)])), place);
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
          this.paragraph++;
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

/** The columns that a cell spans beside its own, so that the cells behind it stand in theirs. */
function emptyCells(cell: Element): string[] {
  const span = Number.parseInt(child(child(cell, 'tcPr'), 'gridSpan')?.attributes['val'] ?? '1', 10);
  return Array<string>(Math.min(63, Math.max(0, span - 1 || 0))).fill('');
}

/** The mark at the end of a paragraph is deleted: accepting that joins it with the next. */
function isEndDeleted(paragraph: Element): boolean {
  return child(child(child(paragraph, 'pPr'), 'rPr'), 'del') !== undefined;
}

/** A property that is on by being there, unless it says otherwise. */
function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '');
}
