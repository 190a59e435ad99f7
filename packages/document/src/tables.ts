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
}

/** Reads the rows of the tables in a task, one after another, and remembers the columns of the table it is in. */
export class TableReader {
  #columns: string[] | undefined;

  /** The sentence as a row; undefined for one that is none, which also ends the table. */
  read(view: string, sentence: Range): Row | undefined {
    if (view[sentence.start] !== '|') {
      this.#columns = undefined;
      return undefined;
    }
    const cells = cellsOf(view.slice(sentence.start, sentence.end));
    const isFirst = this.#columns === undefined;
    const isHeader = isHeaderRow(cells);
    if (isHeader && cells.some((cell) => headerWords.isIn(cell))) this.#columns = cells;
    this.#columns ??= [];
    const responsible = isHeader ? [] : cells.flatMap((cell, i) => (isRole(this.#columns?.[i]) ? `${this.#columns![i]}:${cell}` : []));
    return { isFirst, isHeader, responsible };
  }
}

const isRole = (column = '') => /责任|牵头|承办|配合|主办|协办/.test(column);

/** A row reads as its cells, one after another; any other text as it is. */
export function rowText(text: string): string {
  if (!text.startsWith('|')) return text;
  return cellsOf(text)
    .filter((cell) => cell !== '')
    .join(' · ');
}

/** Cells of a pipe row, without its edges. */
function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

const headerWords = wordList('序号 任务 项目 内容 指标 目标 责任 单位 时限 时间 备注 阵地 措施 名称');

function isHeaderRow(cells: string[]): boolean {
  if (cells.every((cell) => /^[-: ]*$/.test(cell))) return true;
  return cells.every((cell) => cell.length <= 10 && !/[0-9]/.test(cell)) && cells.filter((cell) => headerWords.isIn(cell)).length >= 2;
}
