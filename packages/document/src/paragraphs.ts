import { isOneOf } from './characters.js';

/** A line of the view: a whole paragraph, or a line that stands alone. Positions are positions in the view. */
export interface Paragraph {
  start: number;
  end: number;
  text: string;
}

export function paragraphsOf(view: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  while (start <= view.length) {
    const newline = view.indexOf('\n', start);
    const end = newline < 0 ? view.length : newline;
    // Depth in Markdown is noise: the numbering is the truth.
    let from = start;
    while (from < end && isOneOf(view, from, '#>* ')) from++;
    if (end > from) paragraphs.push({ start: from, end, text: view.slice(from, end) });
    start = end + 1;
  }
  return paragraphs;
}
