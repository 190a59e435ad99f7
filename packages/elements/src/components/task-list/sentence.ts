import type { Plan, Span, Task } from '@fp-kit/sdk';

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
  const before = text.slice(first <= start ? first : start, start);
  const after = text.slice(end, Math.max(end, last));
  const from = Math.max(...['。', '！', '？', '；'].map((mark) => before.lastIndexOf(mark))) + 1;
  const ended = /[。！？；]$/.test(text.slice(start, end).trimEnd());
  const to = ended ? 0 : after.search(/[。！？；]/) + 1 || after.length;
  return {
    before: unwrap(before.slice(from)).trimStart(),
    quote: unwrap(text.slice(start, end)),
    after: unwrap(after.slice(0, to)).trimEnd(),
  };
}

/** Joins wrapped lines: nothing between two Chinese characters, one space elsewhere. */
export function unwrap(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, (_, offset: number, whole: string) => {
    const next = /\S/.exec(whole.slice(offset))?.[0] ?? '';
    const latin = /[\w.,;:)]/;
    return latin.test(whole[offset - 1] ?? '') && latin.test(next) ? ' ' : '';
  });
}
