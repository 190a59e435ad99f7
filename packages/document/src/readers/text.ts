import type { Lang, Place, Plan } from '@fp-kit/sdk';

/** The text of a document, a paragraph or a row of a table a line, and the way back to where each line stood. */
export type DocumentText = Pick<Plan['source'], 'text' | 'mediaType' | 'places'> & {
  /** Pages among others that hold no word, as one scanned does. */
  wordless?: number[];
};

/**
 * Turns the bytes of one format into text.
 *
 * @throws DocumentError where the bytes hold no text that can be read; nothing else.
 */
export type Reader = (bytes: Uint8Array, lang: Lang) => Promise<DocumentText>;

/** Gathers the lines of a document with the places they stood at. */
export class Lines {
  readonly #places: Place[] = [];
  #text = '';

  /** Adds a paragraph, in as many lines as it has; one without a visible character is left out. */
  add(paragraph: string, place: Omit<Place, 'at'>): void {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) return;
    if (this.#text !== '') this.#text += '\n';
    this.#mark(place);
    this.#text += lines.map((line) => line.trimEnd()).join('\n');
  }

  /** Goes on with the last line, at another place. */
  extend(text: string, place: Omit<Place, 'at'>): void {
    this.#mark(place);
    this.#text += text;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** A scan may hold page numbers, but no word. */
  get hasWords(): boolean {
    return /\p{L}/u.test(this.#text);
  }

  toText(mediaType: string): DocumentText {
    return { text: `${this.#text}\n`, mediaType, places: this.#places };
  }

  #mark(place: Omit<Place, 'at'>): void {
    const last = this.#places.at(-1);
    if (!last || last.page !== place.page || last.paragraph !== place.paragraph) this.#places.push({ at: this.#text.length, ...place });
  }
}

/** A row of a table in one line: `| a | b |`. */
export function pipeRow(cells: readonly string[]): string {
  return `| ${cells.map(inOneLine).join(' | ')} |`;
}

const inOneLine = (cell: string) =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

/** Digits printed above the line, a note's or a power's, as characters that are so: 95%¹ is not 95%1. */
export function raised(text: string): string {
  return text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);
}
