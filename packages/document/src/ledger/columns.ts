import { type LedgerColumn, ledgerColumns, type LedgerEntry, ledgerStates } from '@fp-kit/sdk';
import { bareHeader } from '../sheets/rows.js';

/** Headers by which clerks name the columns, beside those that the kit writes and the names of the fields; as `bareHeader` makes them. */
const aliases: Record<LedgerColumn, readonly string[]> = {
  taskId: ['任务编号', '任务id', '工作任务', 'task'],
  taskTitle: ['任务标题', '工作任务名称'],
  actionId: ['举措编号', '举措id', '措施', '措施编号', 'action'],
  actionText: ['举措名称', '具体举措', '措施内容'],
  targetId: ['目标', '目标编号', '目标id', '指标', '指标编号', '量化指标', 'target'],
  measure: ['指标名称', '量化目标名称', '量化指标名称'],
  region: ['区划代码', '行政区划编码', '行政区划', '区划', '地区代码', 'adcode'],
  regionName: ['地区名称', '行政区划名称', '市州', '县市区', '市县', '区域'],
  status: ['进展', '进展状态', '完成状态', '工作状态'],
  value: ['完成数', '完成值', '完成数量', '实际完成', '实际完成数', '累计完成', '累计完成数', '数量'],
  unit: ['计量单位'],
  numerator: ['分子数'],
  denominator: ['分母数'],
  note: ['备注', '情况说明', '进展情况', '工作进展'],
  evidence: ['佐证材料', '证明材料', '佐证链接', '网址', '链接'],
  reporter: ['填报单位', '上报单位', '报送部门'],
  asOf: ['截至日期', '截止日期', '数据截止', '截至', '截止', '数据日期', '统计日期', '截至时间', '截止时间'],
  recordedAt: ['登记时间', '录入时间'],
  id: ['记录编号', '台账id'],
  supersedes: ['更正编号', '更正记录', '更正的编号', '被更正的编号'],
};

const columnByHeader = new Map(
  ledgerColumns.flatMap(({ column, header }) => [header, column, ...aliases[column]].map((word) => [bareHeader(word), column] as const)),
);

/** Columns that name persons: they are never read. */
const personal = /姓名|联系人|联系电话|负责人|管理员|身份证|手机|负责同志|责任人|填报人|经办人|审核人|签字/;

/** What a header names. */
export function columnOf(header: string): LedgerColumn | 'personal' | undefined {
  const word = bareHeader(header);
  return columnByHeader.get(word) ?? (personal.test(word) ? 'personal' : undefined);
}

/** The field of an entry that a column gives, or helps to find. */
export function fieldOf(column: LedgerColumn): keyof LedgerEntry {
  const helped: Partial<Record<LedgerColumn, keyof LedgerEntry>> = {
    taskTitle: 'taskId',
    actionText: 'actionId',
    measure: 'targetId',
    regionName: 'region',
    unit: 'value',
  };
  return helped[column] ?? (column as keyof LedgerEntry);
}

const states: Record<NonNullable<LedgerEntry['status']>, readonly string[]> = {
  inProgress: [ledgerStates.inProgress, 'inprogress', 'in progress', '推进中', '实施中', '正在进行', '正在推进', '正在实施', '部分完成'],
  done: [ledgerStates.done, 'done', 'completed', '完成', '办结', '已办结', '全部完成'],
  stopped: [ledgerStates.stopped, 'stopped', '中止', '停止', '已停止', '取消', '已取消', '终止', '已终止'],
};

const stateByWord = new Map(Object.entries(states).flatMap(([state, words]) => words.map((word) => [word, state as keyof typeof states])));

/** The state that a word names; undefined for 未报送, 滞后, 逾期, which are derived, and for what is none. */
export function stateIn(text: string): LedgerEntry['status'] | undefined {
  return stateByWord.get(text.toLowerCase());
}
