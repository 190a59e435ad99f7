import type { Lang, Place, Plan } from '@fp-kit/sdk';

/** The text of a document, a paragraph or a row of a table a line, and the way back to where each line stood. */
export type DocumentText = Pick<Plan['source'], 'text' | 'mediaType' | 'places'>;

/**
 * Turns the bytes of one format into text.
 *
 * @throws DocumentError where the bytes hold no text that can be read; nothing else.
 */
export type Reader = (bytes: Uint8Array, lang: Lang) => Promise<DocumentText>;

/** Gathers the lines of a document with the places they stood at. */
export class Lines {
  readonly #lines: string[] = [];
  readonly #places: Place[] = [];
  #length = 0;

  /** Adds a paragraph, in as many lines as it has; one without a visible character is left out. */
  add(paragraph: string, place: Omit<Place, 'at'>): void {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) return;
    this.#places.push({ at: this.#length, ...place });
    for (const line of lines) {
      this.#lines.push(line.trimEnd());
      this.#length += line.trimEnd().length + 1;
    }
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  toText(mediaType: string): DocumentText {
    return { text: this.#lines.map((line) => `${line}\n`).join(''), mediaType, places: this.#places };
  }
}

/** A row of a table in one line: `| a | b |`. */
export function pipeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.trim().replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}
