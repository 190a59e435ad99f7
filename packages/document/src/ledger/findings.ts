import type { LedgerEntry } from '@fp-kit/sdk';
import type { SheetFinding, Wordings } from '../sheets/findings.js';

/** What a finding is about; stable, for programs. */
export type LedgerFindingCode =
  | 'no-header'
  | 'not-read'
  | 'personal-column'
  | 'empty'
  | 'nothing-said'
  | 'unknown-task'
  | 'unknown-action'
  | 'unknown-target'
  | 'ambiguous'
  | 'other-name'
  | 'name-differs'
  | 'unknown-region'
  | 'unknown-status'
  | 'not-a-number'
  | 'shortened'
  | 'unit'
  | 'unit-scaled'
  | 'no-target'
  | 'share'
  | 'half-rate'
  | 'not-a-date'
  | 'future'
  | 'outside-period'
  | 'not-a-time'
  | 'not-an-id'
  | 'no-link'
  | 'duplicate'
  | 'contradiction'
  | 'id-taken'
  | 'corrected-before'
  | 'corrected-twice'
  | 'nothing-to-correct'
  | 'not-in-region'
  | 'personal-data'
  | 'no-text'
  | 'invalid';

/** Something about one cell of the table of a ledger, or a row of it. An error leaves the whole row out. */
export type LedgerFinding = SheetFinding<LedgerFindingCode, keyof LedgerEntry>;

export const ledgerWordings: Wordings<LedgerFindingCode> = {
  'no-header': [
    'error',
    '没有找到表头：要有一行写明“任务”（或“量化目标”）、“数据截至”等列名',
    'No header was found: one row must name the columns, 任务 (or 量化目标) and 数据截至 among them',
  ],
  'not-read': ['info', '“{0}”这一列没有对应的项目，没有读入', 'The column “{0}” is none that a ledger has; it was not read'],
  'personal-column': [
    'warning',
    '“{0}”这一列是个人信息，没有读入；报送的表里请删去',
    'The column “{0}” is about persons; it was not read. Take it out of what is sent',
  ],
  empty: [
    'error',
    '{0}为空，这一行没有读入：补上{0}（合并的单元格只算第一格，每一行都要写）',
    '{0} is empty, so the row was left out: fill it in (of merged cells only the first counts; write it in every row)',
  ],
  'nothing-said': [
    'info',
    '没有填状态，也没有填数，按未报送处理，这一行没有读入',
    'Neither a status nor a figure is given; that is not reported, so the row was left out',
  ],
  'unknown-task': [
    'error',
    '计划里没有任务“{0}”，这一行没有读入：填写计划里的任务编号，例如 {1}',
    'The plan has no task “{0}”, so the row was left out: write the id of one, such as {1}',
  ],
  'unknown-action': [
    'error',
    '任务 {1} 里没有举措“{0}”，这一行没有读入：核对举措和任务的编号，或空着',
    'Task {1} has no action “{0}”, so the row was left out: check both ids, or leave it empty',
  ],
  'unknown-target': [
    'error',
    '{1} 里没有量化目标“{0}”，这一行没有读入：核对目标、举措和任务的编号，或空着',
    '{1} has no target “{0}”, so the row was left out: check the ids of target, action and task, or leave it empty',
  ],
  ambiguous: [
    'error',
    '叫“{0}”的不止一个，看不出是哪一个，这一行没有读入：填写编号或代码（{1}）',
    'More than one is called “{0}”, so the row was left out: give the id or code ({1})',
  ],
  'other-name': [
    'error',
    '{0} 是“{1}”，而名称写的是 {2} 的“{3}”，这一行没有读入：核对编号（Excel 会把 3.10 变成 3.1，请把这一列设为文本）',
    '{0} is “{1}”, but the name is “{3}”, that of {2}, so the row was left out: check the id (Excel makes 3.1 of 3.10; make the column text)',
  ],
  'name-differs': [
    'warning',
    '{0} 在计划里是“{1}”，表里写的是“{2}”，按编号读入，请核对',
    '{0} is “{1}” in the plan and “{2}” here; it was read by its id. Check it',
  ],
  'unknown-region': [
    'error',
    '行政区划里没有“{0}”，这一行没有读入：填写 6 位代码，县级以下 12 位；本级的数据空着',
    'There is no region “{0}”, so the row was left out: write its code of 6 digits, 12 below the county; leave it empty for the issuer itself',
  ],
  'unknown-status': [
    'error',
    '看不懂状态“{0}”，这一行没有读入：写进行中、已完成或已中止（未报送、滞后、逾期由系统算出，不用填）',
    'The status “{0}” is not known, so the row was left out: write 进行中, 已完成 or 已中止 (late and not reported are derived)',
  ],
  'not-a-number': [
    'error',
    '{0}“{1}”不是一个数，这一行没有读入：只写数，例如 1200 或 0.12万；没有就空着',
    '{0} “{1}” is no number, so the row was left out: write the number alone, such as 1200 or 0.12万, or leave it empty',
  ],
  shortened: [
    'error',
    '“{0}”是科学计数，后面的数字已经丢失，这一行没有读入：把这一列设为文本格式后重新填写',
    '“{0}” is in scientific notation and has lost digits, so the row was left out: make the column text and fill it in again',
  ],
  unit: [
    'error',
    '单位是“{0}”，而目标的单位是“{1}”，这一行没有读入：换算后填写',
    'The unit is “{0}”, that of the target “{1}”, so the row was left out: convert the amount',
  ],
  'unit-scaled': ['info', '{0}{1} 按 {2}{3} 读入', '{0} {1} was read as {2} {3}'],
  'no-target': [
    'warning',
    '有数值而没有写是哪个量化目标，已读入，但汇总时不计：补上量化目标',
    'A figure is given but no target; it was taken, and no sum counts it: name the target',
  ],
  share: ['warning', '“{0}”按 {0}% 读入；如果是 {1}%，请写 {1}', '“{0}” was read as {0}%; if {1}% is meant, write {1}'],
  'half-rate': [
    'error',
    '只有分子或只有分母，这一行没有读入：两个都填',
    'Only one of 分子 and 分母 is given, so the row was left out: give both',
  ],
  'not-a-date': [
    'error',
    '“{0}”不是日期，这一行没有读入：按 2026-05-29 书写，要有年份',
    '“{0}” is no date, so the row was left out: write 2026-05-29, with the year',
  ],
  future: [
    'error',
    '{0} 还没有到，这一行没有读入：填写 {1} 或更早的日期',
    '{0} is a day to come, so the row was left out: write {1} or an earlier day',
  ],
  'outside-period': [
    'warning',
    '{0} 在计划的时间（{1}至{2}）之外，已读入，请核对年份',
    '{0} is outside of the period of the plan ({1} to {2}); it was taken. Check the year',
  ],
  'not-a-time': [
    'error',
    '“{0}”不是时间，这一行没有读入：按 2026-05-29T09:30:00+08:00 书写，新写的一行空着',
    '“{0}” is no time, so the row was left out: write 2026-05-29T09:30:00+08:00, and leave it empty in a new row',
  ],
  'not-an-id': [
    'error',
    '“{0}”不是台账编号，这一行没有读入：编号由系统给出，照原样复制；新写的一行“台账编号”空着',
    '“{0}” is no id of an entry, so the row was left out: copy it as the export has it; leave 台账编号 empty in a new row',
  ],
  'no-link': [
    'warning',
    '“{0}”不是网址，没有作为佐证读入，这一行的其他内容已读入：佐证写“标题 https://…”，没有网址的写在“说明”里',
    '“{0}” is no web address and was not read as evidence; the rest of the row was taken: write a title and https://…, and put what has no address into 说明',
  ],
  duplicate: ['warning', '与第 {0} 行相同，只算一次', 'The same as row {0}; it counts once'],
  contradiction: [
    'error',
    '与第 {0} 行说的是同一件事、同一地区、同一天，而状态或数不同，这一行没有读入：只留对的一行',
    'It speaks of the same thing, region and day as row {0}, with another status or figure, so the row was left out: keep the right one',
  ],
  'id-taken': [
    'error',
    '台账里已有这个编号的记录，内容与这一行不同，这一行没有读入：台账只增不改，要更正就新写一行，“台账编号”空着，“更正”填 {0}',
    'The ledger has an entry of this id that says something else, so the row was left out: an entry is never changed; to correct it, write a new row with 台账编号 empty and {0} in 更正',
  ],
  'corrected-before': [
    'error',
    '要更正的记录已由{0}在 {1} 更正过，这一行没有读入：看过那一条（{2}）后，如仍要更正，“更正”填它的编号',
    'The entry was corrected before, by {0} at {1}, so the row was left out: look at that correction ({2}), and name its id in 更正 if it needs correcting',
  ],
  'corrected-twice': [
    'error',
    '与第 {0} 行更正的是同一条记录，这一行没有读入：只留一行',
    'It corrects the same entry as row {0}, so the row was left out: keep one of them',
  ],
  'nothing-to-correct': [
    'error',
    '台账里没有要更正的记录 {0}，这一行没有读入：从导出的表里复制它的台账编号',
    'The ledger has no entry {0} to correct, so the row was left out: copy its id from an export',
  ],
  'not-in-region': [
    'error',
    '{0}不在可以报送的地区之内，这一行没有读入：由当地报送，或换用该地区的令牌',
    '{0} is outside of the region that may be reported for, so the row was left out: let the region report it, or use a token of that region',
  ],
  'personal-data': ['error', '{0}，这一行没有读入：{1}', '{0}, so the row was left out: {1}'],
  'no-text': [
    'error',
    '里面有不能显示的字符，这一行没有读入：删去这一格的内容，重新填写',
    'It holds a character that cannot be shown, so the row was left out: clear the cell and fill it in again',
  ],
  invalid: ['error', '{0}，这一行没有读入：{1}', '{0}, so the row was left out: {1}'],
};
