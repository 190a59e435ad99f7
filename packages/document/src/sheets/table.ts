import type { Findings, Place } from './findings.js';
import { findHeader, lettersOf, type Rows } from './rows.js';

/** A cell of a column that is read. */
export interface Cell<Field extends string = string> {
  text: string;
  place: Place<Field>;
}

/** What the columns of a table are told by, and how its cells are read. */
export interface TableShape<Column extends string, Field extends string> {
  /** What a header names; columns that are about persons are never read. */
  columnOf: (header: string) => Column | 'personal' | undefined;
  /** Whether a row with these columns can be the header. */
  isHeader: (columns: ReadonlySet<Column>) => boolean;
  /** What a cell says, as it is printed. */
  textOf: (cell: string) => string;
  fieldOf?: (column: Column) => Field;
  /** Columns are named by their headers, not by letters: what was read is no spreadsheet. */
  isNamed?: boolean;
}

/** The columns of a table, and its rows that hold anything, below the header, one after the other. */
export interface Table<Column extends string, Field extends string> {
  columns: { column: Column | 'personal' | undefined; title: string; letters: string }[];
  rows: Iterable<{ cells: Partial<Record<Column, Cell<Field>>>; row: number }>;
}

type TableFindings<Field extends string> = Pick<Findings<'no-header' | 'personal-column' | 'not-read', Field>, 'add'>;

/** Finds the header of a table and says which columns are not read; undefined, and said, where there is no header. */
export function readTable<Column extends string, Field extends string>(
  rows: Rows,
  { columnOf, isHeader, textOf, fieldOf, isNamed = false }: TableShape<Column, Field>,
  findings: TableFindings<Field>,
): Table<Column, Field> | undefined {
  const header = findHeader(
    rows,
    (title) => {
      const column = columnOf(title);
      return column === 'personal' ? undefined : column;
    },
    isHeader,
  );
  if (header === undefined) {
    findings.add('no-header', { row: 1 });
    return undefined;
  }
  const columns = rows[header]!.map((text, at) => {
    const title = text.trim();
    return { column: columnOf(title), title, letters: isNamed ? title : lettersOf(at) };
  });
  // The first of two columns of one kind is the one that is read.
  const first = (column: Column) => columns.findIndex((one) => one.column === column);
  columns.forEach(({ column, title, letters }, at) => {
    const place = { row: header + 1, column: letters, header: title };
    if (column === 'personal') findings.add('personal-column', place, title);
    else if (title !== '' && !/^序号?$|^no\.?$/i.test(title) && (column === undefined || first(column) !== at)) {
      findings.add('not-read', place, title);
    }
  });

  function* body(from: number): Table<Column, Field>['rows'] {
    for (let at = from; at < rows.length; at++) {
      const row = rows[at]!;
      if (row.every((text) => text.trim() === '')) continue;
      const cells: Partial<Record<Column, Cell<Field>>> = {};
      columns.forEach(({ column, title, letters }, nth) => {
        if (column === undefined || column === 'personal' || first(column) !== nth) return;
        const place: Place<Field> = { row: at + 1, column: letters, header: title, ...(fieldOf && { field: fieldOf(column) }) };
        cells[column] = { text: textOf(row[nth] ?? ''), place };
      });
      yield { cells, row: at + 1 };
    }
  }
  return { columns, rows: body(header + 1) };
}
