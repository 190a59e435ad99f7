import { unitIn, type Amount } from './amounts.js';
import { isOneOf } from './characters.js';
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
  /** The columns that are no part of what a row says: persons, whom the model does not hold, and the number of the row. */
  unsaid: Set<number>;
  /** The cell that names what the row is about; of merged cells the one they begin with. */
  name?: Range;
  /** The unit that a column of units gives to the numbers of the row. */
  unit?: Amount['unit'];
  /** Cells below a column that names what was before, or what was done: 2025年（基期）, 完成情况. */
  past: Range[];
  /** Cells below a column that names what is to be reached or done: 年度目标, 下步措施; of a report too. */
  planned: Range[];
  /** Cells below 一等奖, 奖金: how many are awarded, and what. */
  prizes: Range[];
  /** Cells that hold a bare number under a column that names what is to be reached, or its unit: 暖心家园(个) above 3. */
  bare: { cell: Range; unit: NonNullable<Amount['unit']>; measure?: Range }[];
}

/** Reads the rows of the tables in a task, one after another, and remembers the columns of the table it is in. */
export class TableReader {
  #columns: string[] | undefined;
  /** Where the names of the columns stand. */
  #heads: Range[] = [];
  #isBelowHeader = false;
  /** What 单位:万元、个 above a table says of its numbers, without money: the one unit that is left. */
  #stated: Amount['unit'];
  /** Of each column the last cell that was filled. */
  #above: Range[] = [];

  /** The sentence as a row; undefined for one that is none, which also ends the table. */
  read(view: string, sentence: Range): Row | undefined {
    if (view[sentence.start] !== '|') {
      if (this.#columns) {
        this.#columns = undefined;
        this.#above = [];
      }
      this.#stated = unitAbove(view, sentence);
      return undefined;
    }
    const ranges = rangesOf(view, sentence);
    const cells = ranges.map(({ start, end }) => view.slice(start, end).trim());
    const isFirst = this.#columns === undefined;
    const isRule = cells.every((cell) => /^[-: ]*$/.test(cell));
    const isHeader =
      isRule ||
      isHeaderRow(cells) ||
      (isFirst && this.#stated !== undefined && cells.every(namesColumn)) ||
      (this.#isBelowHeader && goesOnWithHeader(cells, this.#columns ?? []));
    const names =
      isHeader && !isRule && (this.#isBelowHeader || this.#stated !== undefined || cells.some((cell) => headerWords.isIn(cell)));
    // A header of several rows: 目标 above 数量 and 时限.
    if (names) this.#heads = ranges;
    if (names) this.#columns = cells.map((cell, i) => (this.#isBelowHeader ? (this.#columns?.[i] ?? '') : '') + cell);
    this.#columns ??= [];
    this.#isBelowHeader = isHeader;
    const unsaid = new Set(this.#columns.flatMap((column, i) => (isUnsaid.test(column) ? [i] : [])));
    if (isHeader) return { isFirst, isHeader, responsible: [], unsaid, past: [], planned: [], prizes: [], bare: [] };

    ranges.forEach((range, i) => {
      if (cells[i] !== '') this.#above[i] = range;
    });
    const responsible = cells.flatMap((cell, i) => (isRole(this.#columns?.[i]) ? `${this.#columns![i]}:${cell}` : []));
    const under = (names: RegExp) => ranges.filter((_, i) => names.test(this.#columns?.[i] ?? ''));
    const row: Row = {
      isFirst,
      isHeader,
      responsible,
      unsaid,
      past: under(wasBefore),
      planned: under(isAhead),
      prizes: under(/奖(?:金|项|励)?$/),
      bare: [],
    };
    const name = this.#nameOf(view, cells);
    if (name) row.name = name;
    const units = this.#columns.findIndex((column) => /^(计量)?单位$/.test(column));
    if (ranges[units]) row.unit = unitIn(view, ranges[units].start, ranges[units].end);
    // 覆盖率(%) in the cell that names what the row is about.
    else if (name && view[name.end - 1] === ')') row.unit = unitIn(view, view.lastIndexOf('(', name.end) + 1, name.end - 1);
    // A sum is no row of its own.
    if (!cells.some((cell) => /^(合计|总计|小计|总数)$/.test(cell))) row.bare = this.#bareOf(view, ranges, cells, row.unit);
    return row;
  }

  #bareOf(view: string, ranges: Range[], cells: string[], unit: Amount['unit']): Row['bare'] {
    const columns = this.#columns ?? [];
    // Of several years the last is the one to be reached.
    const latest = Math.max(...columns.map((column) => Number(/^[0-9]{4}(?=年)/.exec(column)?.[0] ?? 0)));
    return ranges.flatMap((cell, i): Row['bare'] => {
      const head = this.#heads[i];
      const column = columns[i] ?? '';
      if (!head || !/^[≥≤]?[0-9][0-9.,-]*(?:以[上下内]|左右)?$/.test(cells[i]!) || isNoGoal.test(column) || wasBefore.test(column))
        return [];
      const open = view.lastIndexOf('(', head.end);
      const own = open > head.start && view[head.end - 1] === ')' ? unitIn(view, open + 1, head.end - 1) : undefined;
      if (own) return [{ cell, unit: own, measure: { start: head.start, end: open } }];
      if (this.#stated) return [{ cell, unit: this.#stated, measure: head }];
      const isGoal = /指标值|目标|数量|任务|计划|名额/.test(column) || (latest > 0 && column.startsWith(String(latest)));
      return unit && isGoal ? [{ cell, unit }] : [];
    });
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

const wasBefore = /基期|基数|基准|基线|现状|上年|去年|现有|(?:完成|进展|落实)情况|完成率|^进度$|^实际|[0-9]{4}年度?实际|已完成/;
const isAhead = /目标|指标值|任务数|计划数|下一?步/;

/** The unit that 单位:万元、个 above a table leaves for what is no money; undefined where it names none, or several. */
function unitAbove(view: string, { start, end }: Range): Amount['unit'] {
  const label = isOneOf(view, start, '(单计') ? /^\(?(?:计量)?单位:/.exec(view.slice(start, start + 8))?.[0] : undefined;
  if (label === undefined || end - start > 20) return undefined;
  const units: NonNullable<Amount['unit']>[] = [];
  for (let from = start + label.length, at = from; at <= end; at++) {
    if (at < end && !isOneOf(view, at, '、/,)')) continue;
    const unit = unitIn(view, from, at);
    if (unit && !unit.text.includes('元')) units.push(unit);
    from = at + 1;
  }
  return units.length === 1 ? units[0] : undefined;
}

/** Columns of numbers that nobody is asked to reach. */
const isNoGoal = /序号|单价|奖|金额|经费|预算|资金|合计|完成|实际|权重|分值|得分/;

const isUnsaid = /领导|责任人|负责人|联系人|姓名|电话|^(序号|编号)$/;

const isRole = (column = '') => /责任|牵头|承办|配合|主办|协办/.test(column);

const none: ReadonlySet<number> = new Set();

/** A row reads as its cells, one after another, without those of the columns `unsaid`; any other text as it is. */
export function rowText(text: string, unsaid = none): string {
  if (!text.startsWith('|')) return text;
  return cellsOf(text)
    .filter((cell, i) => cell !== '' && !unsaid.has(i))
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
  '序号 编号 任务 项目 内容 指标 目标 责任 单位 时限 时间 备注 阵地 措施 名称 类别 领域 数量 牵头 配合 科室 领导 进度 事项 县区 市州',
);

const namesColumn = (cell: string) => cell !== '' && cell.length <= 10 && !/[0-9]/.test(cell);

/** 培训家庭健康指导员(名) */
const hasUnit = /\([^()]{1,4}\)$/;

function isHeaderRow(cells: string[]): boolean {
  return (
    cells.every((cell) => (cell.length <= 10 || (cell.length <= 24 && hasUnit.test(cell))) && !/[0-9](?![0-9]{0,4}年)/.test(cell)) &&
    cells.filter((cell) => headerWords.isIn(cell) || hasUnit.test(cell)).length >= 2
  );
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
