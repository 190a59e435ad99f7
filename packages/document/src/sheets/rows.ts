/** Cells as a sheet shows them, row by row; the first row of the file is row 1 there. */
export type Rows = string[][];

/** A table with more rows is refused: a year of a province's reports stays far below. */
export const MAX_ROWS = 100_000;

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  return (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A header without spaces, brackets and marks, in lower case. */
export function bareHeader(header: string): string {
  return header
    .replace(/[（(【[][^（(【[）)】\]]*[）)】\]]/g, '')
    .replace(/[\s*＊:：_-]/g, '')
    .toLowerCase();
}

/** A header may stand below a title, a note and who filled the table in. */
const maxTitleRows = 30;

/**
 * Where the header is: the row that names most columns, and enough of them to be one.
 *
 * @param columnOf what a header names, if anything.
 * @param isEnough whether a row with these columns can be the header.
 */
export function findHeader<Column>(
  rows: Rows,
  columnOf: (header: string) => Column | undefined,
  isEnough: (columns: ReadonlySet<Column>) => boolean,
): number | undefined {
  let best: number | undefined;
  let most = 1;
  rows.slice(0, maxTitleRows).forEach((row, at) => {
    const columns = new Set<Column>();
    for (const text of row) {
      const column = columnOf(text.trim());
      if (column !== undefined) columns.add(column);
    }
    if (columns.size <= most || !isEnough(columns)) return;
    best = at;
    most = columns.size;
  });
  return best;
}

/** A number of more than 15 digits that Excel has shortened: 9.90101E+11. What it left out is lost. */
export function isShortened(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/.test(text);
}

/**
 * A day as clerks write it: 2026-05-29, 2026/5/29, 2026.5.29, 2026年5月29日, 20260529, with a time behind it or not, and what Excel keeps for a
 * day: how many have gone since 1899-12-30. Undefined for what is none.
 */
export function dayIn(text: string): string | undefined {
  const parts = /^((?:19|20|21)\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[\sT].*)?$/.exec(text);
  const day = parts
    ? `${parts[1]}-${(parts[2] ?? parts[4]!).padStart(2, '0')}-${(parts[3] ?? parts[5]!).padStart(2, '0')}`
    : /^[2-6]\d{4}(?:\.\d+)?$/.test(text)
      ? new Date((Math.floor(Number(text)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
      : '';
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
