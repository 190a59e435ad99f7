import {
  BAR,
  CLAUSE_END,
  CLOSE,
  COLON,
  COMMA,
  isDigitCode,
  LEFT_PARENTHESIS,
  NEWLINE,
  OPEN,
  RIGHT_PARENTHESIS,
  SENTENCE_END,
} from './characters.js';
import type { Marked, Marks } from './words.js';

/** A stretch of the view. */
export interface Range {
  start: number;
  end: number;
}

/** A sentence or a clause. */
export interface Clause extends Range {
  /** What may stand in it: the kinds of its marks, as their sum. What can't need not be looked for. */
  kinds: number;
}

/** Sentences of `[start, end)`, each with its closing mark. */
export function sentencesOf({ codes, marks }: Marked, start: number, end: number): Clause[] {
  // A row of a table is one piece, whatever its cells hold.
  if (codes[start] === BAR) return [{ start, end, kinds: marks.kindsIn(start, end) }];
  const sentences: Clause[] = [];
  let from = start;
  let kinds = 0;
  /** The mark up to which parentheses reach. */
  let closed = -1;
  for (let i = marks.from(start); marks.at[i]! < end; i++) {
    const kind = marks.kinds[i]!;
    kinds |= kind;
    if (i <= closed || !(kind & (SENTENCE_END | OPEN))) continue;
    const at = marks.at[i]!;
    if (kind & OPEN) {
      // （牵头单位：甲；配合单位：乙）: what stands in parentheses is not cut.
      if (codes[at] === LEFT_PARENTHESIS) closed = closeOf(codes, marks, i, Math.min(end, at + 200));
      continue;
    }
    if (at > from) sentences.push({ start: from, end: codes[at] === NEWLINE ? at : at + 1, kinds });
    from = at + 1;
    kinds = 0;
  }
  if (from < end) sentences.push({ start: from, end, kinds });
  return sentences;
}

/** The mark of the parenthesis that closes the one at the mark `open`; `open` where none does before `end`. */
function closeOf(codes: Uint16Array, marks: Marks, open: number, end: number): number {
  for (let i = open; marks.at[i]! < end; i++) if (codes[marks.at[i]!] === RIGHT_PARENTHESIS) return i;
  return open;
}

/** Clauses of a sentence: between commas and colons that stand outside quotes and parentheses, and are not part of a number. */
export function clausesOf({ codes, marks }: Marked, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let depth = 0;
  let kinds = 0;
  for (let i = marks.from(start); marks.at[i]! < end; i++) {
    const kind = marks.kinds[i]!;
    kinds |= kind;
    if (!(kind & (SENTENCE_END | CLAUSE_END | OPEN | CLOSE))) continue;
    const at = marks.at[i]!;
    if (kind & OPEN) depth++;
    else if (kind & CLOSE) depth = Math.max(0, depth - 1);
    else if (kind & SENTENCE_END || codes[at] === BAR) depth = 0;
    if (depth > 0 || kind & (OPEN | CLOSE) || isInNumber(codes, at)) continue;
    if (at > from) clauses.push({ start: from, end: at, kinds });
    from = at + 1;
    kinds = 0;
  }
  if (from < end) clauses.push({ start: from, end, kinds });
  return clauses;
}

/** 1,200 and 1:5 */
function isInNumber(codes: Uint16Array, at: number): boolean {
  return (codes[at] === COMMA || codes[at] === COLON) && isDigitCode(codes[at - 1]) && isDigitCode(codes[at + 1]);
}
