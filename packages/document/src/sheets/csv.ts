import type { Rows } from './rows.js';

/**
 * Cells of a CSV file (RFC 4180) as spreadsheets write it: with a byte order mark, with `sep=;` in its first line, divided by commas, semicolons
 * or tabs, with line ends in quotes, with `="0731"` where Excel should keep a nought. Never throws: a quote that is not closed ends with the file.
 */
export function readCsv(text: string): Rows {
  const source = text.replace(/^\ufeff/, '');
  const told = /^"?sep=([,;\t|])"?\r?\n/i.exec(source);
  const rows: Rows = told ? [['sep=']] : [];
  const separator = told?.[1] ?? mostOf(source.slice(0, 4000));
  let row: string[] = [];
  let cell = '';
  let at = told?.[0].length ?? 0;
  const endCell = () => {
    row.push(/^="[^"]*"$/.test(cell) ? cell.slice(2, -1) : cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (at < source.length) {
    const character = source[at]!;
    if (character === '"' && cell.trim() === '') {
      const end = closingQuote(source, at + 1);
      cell = source.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      continue;
    }
    if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character === '\r') {
      if (source[at + 1] !== '\n') endRow();
    } else cell += character;
    at++;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

function closingQuote(source: string, from: number): number {
  for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 2)) if (source[at + 1] !== '"') return at;
  return source.length;
}

/** The separator of the first lines: whatever stands there most often outside of quotes. */
function mostOf(text: string): string {
  const bare = text.replace(/"[^"]*(?:"|$)/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [',', '\t', ';', '|'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
