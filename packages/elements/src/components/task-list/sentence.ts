import type { Plan, Span, Task } from '@fp-kit/sdk';
import { unwrap } from '@fp-kit/sdk/outline';

/** The sentence an amount stands in, cut in three. */
export interface Sentence {
  before: string;
  quote: string;
  after: string;
}

/**
 * Finds the sentence around a quote in the text of the document, within its task, and joins the lines that the page wrapped. Where the span
 * points outside the text, the quote alone is the sentence.
 */
export function sentenceAround({ span, quote }: { span: Span; quote: string }, task: Task, { source }: Plan): Sentence {
  const [start, end] = span;
  const { text } = source;
  if (!(start < end && end <= text.length)) return { before: '', quote, after: '' };
  const [first, last] = task.span;
  const before = text.slice(Math.max(first, start - reach), start);
  const after = text.slice(end, Math.min(last, end + reach));
  const from = Math.max(...['。', '！', '？', '；'].map((mark) => before.lastIndexOf(mark))) + 1;
  const ended = /[。！？；]$/.test(text.slice(start, end).trimEnd());
  const to = ended ? 0 : after.search(/[。！？；]/) + 1 || after.length;
  return {
    before: unwrap(before.slice(from)).trimStart(),
    quote: unwrap(text.slice(start, end)),
    after: unwrap(after.slice(0, to)).trimEnd(),
  };
}

// How far from the quote its sentence may begin and end, in UTF-16 units: officialese is long, but not longer.
const reach = 600;
