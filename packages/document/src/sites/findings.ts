import type { SheetFinding, Wordings } from '../sheets/findings.js';

/** What a finding is about; stable, for programs. */
export type SiteFindingCode =
  | 'no-header'
  | 'not-read'
  | 'personal-column'
  | 'empty'
  | 'invalid'
  | 'personal-data'
  | 'duplicate'
  | 'free-type'
  | 'type-from-name'
  | 'unknown-status'
  | 'no-crs'
  | 'swapped'
  | 'outside'
  | 'half-coordinate'
  | 'not-degrees'
  | 'sexagesimal'
  | 'scientific'
  | 'not-a-date'
  | 'unread-hours';

/** Something about one cell of a table of sites. */
export type SiteFinding = SheetFinding<SiteFindingCode>;

export const siteWordings: Wordings<SiteFindingCode> = {
  'no-header': [
    'error',
    '没有找到表头：要有一行写明名称、地址等列名',
    'No header was found: one row must name the columns, 名称 and 地址 among them',
  ],
  'not-read': ['info', '“{0}”这一列没有对应的项目，没有读入', 'The column “{0}” is none that a site has; it was not read'],
  'personal-column': [
    'warning',
    '“{0}”这一列是个人信息，没有读入；公开的表里请删去',
    'The column “{0}” is about persons; it was not read. Take it out of what is published',
  ],
  empty: ['error', '{0}为空，这一行没有读入：补上{0}', '{0} is empty, so the row was left out: fill it in'],
  invalid: ['error', '{0}', '{0}'],
  'personal-data': ['error', '{0}', '{0}'],
  duplicate: ['error', '与第 {0} 行重复，这一行没有读入', 'The same as row {0}, so the row was left out'],
  'free-type': ['info', '“{0}”不是已知类型，按原名保留', '“{0}” is no known type; it was kept as a type of its own'],
  'type-from-name': ['info', '没有写类型，按名称认作“{0}”', 'No type is given; by its name it was taken for “{0}”'],
  'unknown-status': ['warning', '看不懂状态“{0}”，按正常服务读入', 'The status “{0}” is not known; it was taken as open'],
  'no-crs': [
    'error',
    '坐标没有注明坐标系，坐标没有读入：加一列“坐标系”，或用 --crs 注明',
    'The coordinates do not say which system they are in, so they were left out: add a column 坐标系, or give --crs',
  ],
  swapped: ['warning', '经度和纬度写反了，已对调', 'Longitude and latitude stand in each other’s place; they were exchanged'],
  outside: ['error', '坐标 {0} 不在我国范围内，没有读入', 'The coordinate {0} is not in China; it was left out'],
  'half-coordinate': [
    'error',
    '只有经度或只有纬度，坐标没有读入：补上另一个',
    'Only one of longitude and latitude is given, so it was left out: give both',
  ],
  'not-degrees': ['error', '“{0}”不是经纬度，坐标没有读入', '“{0}” is no number of degrees, so the coordinate was left out'],
  sexagesimal: ['info', '“{0}”已换算为 {1}', '“{0}” was read as {1}'],
  scientific: [
    'error',
    '“{0}”是科学计数，后面的数字已经丢失，没有读入：把这一列设为文本格式后重新填写',
    '“{0}” is in scientific notation and has lost digits, so it was left out: make the column text and fill it in again',
  ],
  'not-a-date': ['error', '“{0}”不是日期，没有读入：按 2026-05-29 书写', '“{0}” is no date, so it was left out: write 2026-05-29'],
  'unread-hours': [
    'info',
    '开放时间“{0}”按原样保留，不能判断是否开放',
    'The opening hours “{0}” were kept as written; whether it is open cannot be told from them',
  ],
};
