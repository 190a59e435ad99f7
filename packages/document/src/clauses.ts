import { classes, CLAUSE_END, CLOSE, indexIn, isDigit, OPEN, SENTENCE_END } from './characters.js';

/** A stretch of the view. */
export interface Range {
  start: number;
  end: number;
}

export interface Clause extends Range {
  /** Classes of the characters it holds, as their sum. */
  kinds: number;
}

/** Sentences of `[start, end)`, each with its closing mark. */
export function sentencesOf(view: string, start: number, end: number): Range[] {
  // A row of a table is one piece, whatever its cells hold.
  if (view[start] === '|') return [{ start, end }];
  const sentences: Range[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const code = view.charCodeAt(at);
    if (code === 40) {
      // （牵头单位：甲；配合单位：乙）: what stands in parentheses is not cut.
      const close = indexIn(view, ')', at, Math.min(end, at + 200));
      if (close > at) at = close;
      continue;
    }
    if (!(classes[code]! & SENTENCE_END)) continue;
    if (at > from) sentences.push({ start: from, end: code === 10 ? at : at + 1 });
    from = at + 1;
  }
  if (from < end) sentences.push({ start: from, end });
  return sentences;
}

/** Clauses of a sentence: between commas and colons that stand outside quotes and parentheses, and are not part of a number. */
export function clausesOf(view: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let depth = 0;
  let kinds = 0;
  for (let at = start; at < end; at++) {
    const kind = classes[view.charCodeAt(at)]!;
    kinds |= kind;
    if (!(kind & (SENTENCE_END | CLAUSE_END | OPEN | CLOSE))) continue;
    if (kind & OPEN) depth++;
    else if (kind & CLOSE) depth = Math.max(0, depth - 1);
    else if (kind & SENTENCE_END || view[at] === '|') depth = 0;
    if (depth > 0 || kind & (OPEN | CLOSE) || isInNumber(view, at)) continue;
    if (at > from) clauses.push({ start: from, end: at, kinds });
    from = at + 1;
    kinds = 0;
  }
  if (from < end) clauses.push({ start: from, end, kinds });
  return clauses;
}

/** 1,200 */
function isInNumber(view: string, at: number): boolean {
  return view[at] === ',' && isDigit(view[at - 1]) && isDigit(view[at + 1]);
}
