import type { Range } from './clauses.js';
import { wordList } from './words.js';

/** What a row of a table is to the task it stands in. */
export interface Row {
  /** The first of its table. */
  isFirst: boolean;
  /** It names the columns, or is the rule below them. */
  isHeader: boolean;
  /** What stands in the columns that name who is responsible, each with the column's name: 责任单位:宣传部. */
  responsible: string[];
  /** The columns that name persons, whom the model does not hold. */
  persons: Set<number>;
  /** The cell that names what the row is about; of merged cells the one they begin with. */
  name?: Range;
}

/** Reads the rows of the tables in a task, one after another, and remembers the columns of the table it is in. */
export class TableReader {
  #columns: string[] | undefined;
  #isBelowHeader = false;
  /** Of each column the last cell that was filled. */
  #above: Range[] = [];

  /** The sentence as a row; undefined for one that is none, which also ends the table. */
  read(view: string, sentence: Range): Row | undefined {
    if (view[sentence.start] !== '|') {
      this.#columns = undefined;
      this.#above = [];
      return undefined;
    }
    const ranges = rangesOf(view, sentence);
    const cells = ranges.map(({ start, end }) => view.slice(start, end).trim());
    const isFirst = this.#columns === undefined;
    const isHeader = isHeaderRow(cells) || (this.#isBelowHeader && goesOnWithHeader(cells, this.#columns ?? []));
    const names = isHeader && (this.#isBelowHeader || cells.some((cell) => headerWords.isIn(cell)));
    // A header of several rows: 目标 above 数量 and 时限.
    if (names) this.#columns = cells.map((cell, i) => (this.#isBelowHeader ? (this.#columns?.[i] ?? '') : '') + cell);
    this.#columns ??= [];
    this.#isBelowHeader = isHeader;
    const persons = new Set(this.#columns.flatMap((column, i) => (/领导|责任人|负责人|联系人|姓名|电话/.test(column) ? [i] : [])));
    if (isHeader) return { isFirst, isHeader, responsible: [], persons };

    ranges.forEach((range, i) => {
      if (cells[i] !== '') this.#above[i] = range;
    });
    const responsible = cells.flatMap((cell, i) => (isRole(this.#columns?.[i]) ? `${this.#columns![i]}:${cell}` : []));
    const row: Row = { isFirst, isHeader, responsible, persons };
    const name = this.#nameOf(view, cells);
    if (name) row.name = name;
    return row;
  }

  /** By the names of the columns, else the first cell that is no number, no time and nobody. */
  #nameOf(view: string, cells: string[]): Range | undefined {
    const columns = this.#columns ?? [];
    const isName = (column: number) => {
      const range = this.#above[column];
      return range !== undefined && !isRole(columns[column]) && !/^[0-9.%]*$/.test(view.slice(range.start, range.end).trim());
    };
    let named = columns.findIndex((column, i) => /名称|任务|项目|事项|阵地|指标|内容/.test(column) && isName(i));
    if (named < 0) named = cells.findIndex((_, i) => isName(i));
    return named < 0 ? undefined : this.#above[named];
  }
}

const isRole = (column = '') => /责任|牵头|承办|配合|主办|协办/.test(column);

const nobody: ReadonlySet<number> = new Set();

/** A row reads as its cells, one after another, without those of persons; any other text as it is. */
export function rowText(text: string, persons = nobody): string {
  if (!text.startsWith('|')) return text;
  return cellsOf(text)
    .filter((cell, i) => cell !== '' && !persons.has(i))
    .join(' · ');
}

/** Cells of a pipe row, without its edges. */
function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Where the cells of a row stand in the view. */
function rangesOf(view: string, { start, end }: Range): Range[] {
  const ranges: Range[] = [];
  const last = view[end - 1] === '|' && end - 1 > start ? end - 1 : end;
  let from = start + 1;
  for (let at = from; at <= last; at++) {
    if (at < last && view[at] !== '|') continue;
    ranges.push({ start: from, end: at });
    from = at + 1;
  }
  return ranges;
}

const headerWords = wordList(
  '序号 任务 项目 内容 指标 目标 责任 单位 时限 时间 备注 阵地 措施 名称 类别 领域 数量 牵头 配合 科室 领导 进度 事项 县区 市州',
);

function isHeaderRow(cells: string[]): boolean {
  if (cells.every((cell) => /^[-: ]*$/.test(cell))) return true;
  return cells.every((cell) => cell.length <= 10 && !/[0-9]/.test(cell)) && cells.filter((cell) => headerWords.isIn(cell)).length >= 2;
}

/** The second row of a header names columns below merged cells: blank where the first is not, words where it is. */
function goesOnWithHeader(cells: string[], columns: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.length < cells.length &&
    filled.every((cell) => cell.length <= 10 && !/[0-9]/.test(cell)) &&
    cells.some((cell, i) => cell !== '' && columns[i] === '') &&
    cells[0] === ''
  );
}
