/** A stretch of the view. */
export interface Range {
  start: number;
  end: number;
}

const sentenceEnds = '。！!？?；;\n';

/** Sentences of `[start, end)`, each with its closing mark. */
export function sentencesOf(view: string, start: number, end: number): Range[] {
  return split(view, start, end, (at) => sentenceEnds.includes(view[at]!), true);
}

/** Clauses of a sentence: between commas and colons that stand outside quotes and parentheses, and are not part of a number. */
export function clausesOf(view: string, start: number, end: number): Range[] {
  let depth = 0;
  return split(
    view,
    start,
    end,
    (at) => {
      const char = view[at]!;
      if ('“《('.includes(char)) depth++;
      else if ('”》)'.includes(char)) depth = Math.max(0, depth - 1);
      if (sentenceEnds.includes(char)) depth = 0;
      if (depth > 0) return false;
      return sentenceEnds.includes(char) || char === ':' || (char === ',' && !(isDigit(view[at - 1]) && isDigit(view[at + 1])));
    },
    false,
  );
}

function split(view: string, start: number, end: number, ends: (at: number) => boolean, keepEnd: boolean): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!ends(at)) continue;
    if (at > from) ranges.push({ start: from, end: keepEnd && view[at] !== '\n' ? at + 1 : at });
    from = at + 1;
  }
  if (from < end) ranges.push({ start: from, end });
  return ranges;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}
