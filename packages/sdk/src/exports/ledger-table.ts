import type { LedgerEntry } from '../model/ledger.js';
import type { Action, Plan, Target, Task } from '../model/plan.js';
import type { Region } from '../model/region.js';

export interface LedgerTableOptions {
  /** The regions that exist; with them a row names its region. */
  regions?: readonly Region[] | undefined;
}

/** A column of the table of a ledger: a field of the entry, or what one of its ids stands for. */
export type LedgerColumn = Exclude<keyof LedgerEntry, 'planId'> | 'taskTitle' | 'actionText' | 'measure' | 'regionName' | 'unit';

/** What stands in a column. A code is a text that a spreadsheet would take for a number: 3.10, 990100. */
export type LedgerCellKind = 'code' | 'text' | 'number' | 'day';

interface Row {
  entry: LedgerEntry;
  task: Task | undefined;
  action: Action | undefined;
  target: Target | undefined;
  region: string | undefined;
}

/** How a table writes the states of an entry. */
export const ledgerStates: Readonly<Record<NonNullable<LedgerEntry['status']>, string>> = {
  inProgress: '进行中',
  done: '已完成',
  stopped: '已中止',
};

const columns: readonly { column: LedgerColumn; header: string; kind: LedgerCellKind; of: (row: Row) => string | number | undefined }[] = [
  { column: 'taskId', header: '任务', kind: 'code', of: ({ entry }) => entry.taskId },
  { column: 'taskTitle', header: '任务名称', kind: 'text', of: ({ task }) => task?.title },
  { column: 'actionId', header: '举措', kind: 'code', of: ({ entry }) => entry.actionId },
  { column: 'actionText', header: '举措内容', kind: 'text', of: ({ action }) => action?.text },
  { column: 'targetId', header: '量化目标', kind: 'code', of: ({ entry }) => entry.targetId },
  { column: 'measure', header: '目标名称', kind: 'text', of: ({ target }) => target?.measure },
  { column: 'region', header: '行政区划代码', kind: 'code', of: ({ entry }) => entry.region },
  { column: 'regionName', header: '地区', kind: 'text', of: ({ region }) => region },
  { column: 'status', header: '状态', kind: 'text', of: ({ entry }) => entry.status && ledgerStates[entry.status] },
  { column: 'value', header: '数值', kind: 'number', of: ({ entry }) => entry.value },
  { column: 'unit', header: '单位', kind: 'text', of: ({ target }) => target?.unit },
  { column: 'numerator', header: '分子', kind: 'number', of: ({ entry }) => entry.numerator },
  { column: 'denominator', header: '分母', kind: 'number', of: ({ entry }) => entry.denominator },
  { column: 'note', header: '说明', kind: 'text', of: ({ entry }) => entry.note },
  { column: 'evidence', header: '佐证', kind: 'text', of: ({ entry }) => entry.evidence.map(evidenceLine).join('\n') },
  { column: 'reporter', header: '报送单位', kind: 'text', of: ({ entry }) => entry.reporter },
  { column: 'asOf', header: '数据截至', kind: 'day', of: ({ entry }) => entry.asOf },
  { column: 'recordedAt', header: '记录时间', kind: 'text', of: ({ entry }) => entry.recordedAt },
  { column: 'id', header: '台账编号', kind: 'text', of: ({ entry }) => entry.id },
  { column: 'supersedes', header: '更正', kind: 'text', of: ({ entry }) => entry.supersedes },
];

/** The columns of the table of a ledger from the left, by the headers that clerks know. */
export const ledgerColumns: readonly { column: LedgerColumn; header: string; kind: LedgerCellKind }[] = columns;

/**
 * How an entry is written as a row, one cell for each of `ledgerColumns`: a number where the column holds numbers, else a text, `''` where the
 * entry says nothing. A text that a spreadsheet would run as a formula stands behind an apostrophe.
 *
 * Equal rows are equal entries, but for line ends in the title and blanks in the address of an evidence, which become blanks and %20.
 */
export function ledgerRows(plan: Plan, { regions = [] }: LedgerTableOptions = {}): (entry: LedgerEntry) => (string | number)[] {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return (entry) => {
    const task = tasks.get(entry.taskId);
    const action = task?.actions.find(({ id }) => id === entry.actionId);
    const target = task?.actions.flatMap(({ targets }) => targets).find(({ id }) => id === entry.targetId);
    const row: Row = { entry, task, action, target, region: entry.region === undefined ? plan.issuer.name : names.get(entry.region) };
    return columns.map(({ of }) => {
      const cell = of(row);
      return typeof cell === 'number' ? cell : plain(cell);
    });
  };
}

/**
 * A ledger as a table for a spreadsheet, every entry a row, in the order given: CSV (RFC 4180) in UTF-8 with the byte order mark by which Excel
 * knows it. Ids and codes are written so that Excel keeps 3.10 and leading noughts; a text that Excel would run as a formula is made text. Pure.
 */
export function renderLedgerCsv(plan: Plan, entries: Iterable<LedgerEntry>, options: LedgerTableOptions = {}): string {
  const rowOf = ledgerRows(plan, options);
  return header + Array.from(entries, (entry) => line(rowOf(entry))).join('');
}

/** As `renderLedgerCsv`, piece by piece while the entries come: the ledger need not be in memory as a whole. */
export async function* streamLedgerCsv(
  plan: Plan,
  entries: Iterable<LedgerEntry> | AsyncIterable<LedgerEntry>,
  options: LedgerTableOptions = {},
): AsyncGenerator<string> {
  const rowOf = ledgerRows(plan, options);
  let piece = header;
  for await (const entry of entries) {
    piece += line(rowOf(entry));
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** In UTF-16 units. */
const pieceLength = 65_536;

const header = `\ufeff${line(columns.map((column) => column.header))}`;

function line(cells: readonly (string | number)[]): string {
  return `${cells.map((cell, at) => quote(columns[at]!.kind === 'code' ? asText(String(cell)) : String(cell))).join(',')}\r\n`;
}

function evidenceLine({ title, href }: LedgerEntry['evidence'][number]): string {
  return `${title.replace(/[\r\n]+/g, ' ')} ${href.replace(/\s/g, encodeURIComponent)}`;
}

/** What begins like a formula, or like what has been so marked, stands behind an apostrophe, by which spreadsheets know a text. */
function plain(text = ''): string {
  return /^'*(?:\s*[=+\-@]|[\t\r])/.test(text) ? `'${text}` : text;
}

/** An id or a code: Excel would make 3.1 of 3.10 and a day of 1.2.3 or 2-1. What is more than digits and what parts them is a text already. */
function asText(id: string): string {
  return /^\d[\d.-]*$/.test(id) ? `="${id}"` : id;
}

/** Whoever guesses what parts the cells counts it outside of quotes. */
function quote(cell: string): string {
  return /[",;|\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
