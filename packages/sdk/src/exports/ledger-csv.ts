import type { LedgerEntry } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import type { Region } from '../model/region.js';

export interface LedgerCsvOptions {
  /** The regions that exist; with them a row names its region. */
  regions?: readonly Region[] | undefined;
}

const states: Record<NonNullable<LedgerEntry['status']>, string> = { inProgress: '进行中', done: '已完成', stopped: '已中止' };

/** What a row says of an entry, by the headers that clerks know. */
const columns: readonly [header: string, of: (row: Row) => string][] = [
  ['任务', ({ entry }) => asText(entry.taskId)],
  ['任务名称', ({ task }) => plain(task?.title)],
  ['举措', ({ entry }) => asText(entry.actionId)],
  ['举措内容', ({ action }) => plain(action?.text)],
  ['量化目标', ({ entry }) => asText(entry.targetId)],
  ['目标名称', ({ target }) => plain(target?.measure)],
  ['行政区划代码', ({ entry }) => asText(entry.region)],
  ['地区', ({ region }) => plain(region)],
  ['状态', ({ entry }) => (entry.status === undefined ? '' : states[entry.status])],
  ['数值', ({ entry }) => figure(entry.value)],
  ['单位', ({ target }) => plain(target?.unit)],
  ['分子', ({ entry }) => figure(entry.numerator)],
  ['分母', ({ entry }) => figure(entry.denominator)],
  ['说明', ({ entry }) => plain(entry.note)],
  ['佐证', ({ entry }) => plain(entry.evidence.map(({ title, href }) => `${title} ${href}`).join('\n'))],
  ['报送单位', ({ entry }) => plain(entry.reporter)],
  ['数据截至', ({ entry }) => entry.asOf],
  ['记录时间', ({ entry }) => entry.recordedAt],
  ['台账编号', ({ entry }) => entry.id],
  ['更正', ({ entry }) => plain(entry.supersedes)],
];

interface Row {
  entry: LedgerEntry;
  task: Plan['tasks'][number] | undefined;
  action: Plan['tasks'][number]['actions'][number] | undefined;
  target: Plan['tasks'][number]['actions'][number]['targets'][number] | undefined;
  region: string | undefined;
}

/**
 * A ledger as a table for a spreadsheet, every entry a row, in the order given: CSV (RFC 4180) in UTF-8 with the byte order mark by which Excel
 * knows it. Ids and codes are written so that Excel keeps 3.10 and leading noughts; a text that Excel would run as a formula is made text. Pure.
 */
export function renderLedgerCsv(plan: Plan, entries: readonly LedgerEntry[], { regions = [] }: LedgerCsvOptions = {}): string {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const rows = entries.map((entry): string[] => {
    const task = tasks.get(entry.taskId);
    const action = task?.actions.find(({ id }) => id === entry.actionId);
    const target = task?.actions.flatMap(({ targets }) => targets).find(({ id }) => id === entry.targetId);
    const row: Row = { entry, task, action, target, region: entry.region === undefined ? plan.issuer.name : names.get(entry.region) };
    return columns.map(([, of]) => of(row));
  });
  return `\ufeff${[columns.map(([header]) => header), ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`;
}

/** What begins like a formula stands behind an apostrophe, by which spreadsheets know a text. */
function plain(text = ''): string {
  return /^[\s]*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text;
}

/** An id or a code: Excel would make 3.1 of 3.10 and a day of 1.2.3. What is more than digits, letters and their points is plain text. */
function asText(id = ''): string {
  return /^[\d.]+$/.test(id) ? `="${id}"` : plain(id);
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
