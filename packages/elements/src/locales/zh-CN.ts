import type { Area, Comparator, Force, ProgressState, RegionLevel } from '@fp-kit/sdk';
import { figuresZhCN } from './figures/zh-CN.js';
import { notesZhCN } from './notes/zh-CN.js';
import { siteTypes } from './site-types.js';

const states: Record<ProgressState, string> = {
  notReported: '未报送',
  inProgress: '进行中',
  done: '已完成',
  overdue: '已逾期',
  stopped: '已中止',
};

const areas: Record<Area, string> = {
  publicity: '宣传教育',
  'reproductive-health': '生殖健康',
  'early-development': '优生优育',
  'family-support': '计生家庭帮扶',
  rights: '权益维护',
  migrants: '流动人口',
  'family-health': '家庭健康',
  'youth-health': '青春健康',
  'party-building': '党建',
  organization: '组织建设',
  governance: '基层治理',
  contraceptives: '药具',
  safety: '安全',
  other: '其他',
};

const levels: Record<RegionLevel, string> = {
  country: '全国',
  province: '每个省份',
  city: '每个市州',
  county: '每个县（市、区）',
  township: '每个乡镇（街道）',
  village: '每个村（社区）',
};

const comparators: Record<Comparator, (amount: string) => string> = {
  atLeast: (amount) => `不少于 ${amount}`,
  moreThan: (amount) => `超过 ${amount}`,
  atMost: (amount) => `不超过 ${amount}`,
  lessThan: (amount) => `少于 ${amount}`,
  exactly: (amount) => amount,
  between: (amount) => amount,
  about: (amount) => `约 ${amount}`,
};

/** So many of a plan's items: a figure and its 项 stay on one line. */
const items = (count: number): string => `${count}\u00a0项`;

const forces: Record<Force, string> = { must: '', strive: '力争', encourage: '鼓励' };

export const zhCN = {
  ...figuresZhCN,
  ...notesZhCN,
  states,
  siteTypes: siteTypes['zh-CN'],
  levels,
  comparators,
  forces,
  date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  by: (date: string) => `${date}前`,
  asOf: (date: string) => `截至${date}`,
  year: (year: string) => `${year}年`,
  each: (place: string) =>
    /^[每各]/.test(place)
      ? place
      : /^([人户家所支名位次期村年月周天日]|季度?|半年|两年|三年|[千万])/.test(place)
        ? `每${place}`
        : `每个${place}`,
  list: (items: readonly string[]) => items.join('、'),

  tasks: (count: number) => `${count} 项任务`,
  actions: (count: number) => `${items(count)}举措`,
  actionsDone: (done: number) => `${items(done)}举措已完成`,
  reportedOf: (reported: number, total: number) =>
    reported === 0 ? `${items(total)}举措均未报送` : `${items(total)}举措中 ${items(reported)}已报送`,
  ongoing: '常态开展',
  goal: '目标',
  aim: (goal: string) => (/^\d/.test(goal) ? `目标 ${goal}` : `目标${goal}`),
  eachGoal: (each: string, goal: string) => each + goal,
  reached: '已达到',
  stated: '报告所述',
  unitsMet: '已达标',
  unitsReported: (reported: number, total: number | undefined) =>
    total === undefined ? `${reported} 个已报送` : `${total} 个中 ${reported} 个已报送`,
  sentence: '查看原文',
  quotedFrom: (title: string, number: string | undefined) =>
    `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》${number ? `（${number}）` : ''}`,
  assignees: '责任单位',
  partners: '联合单位',
  due: '完成时限',
  sites: '涉及阵地',

  ringHeard: (done: number, total: number) => `${total} 项举措中 ${done} 项已完成`,

  allTypes: '全部',
  dueSoon: '临期',
  paces: { overLimit: '超过上限', behind: '滞后', exceeded: '超额完成' },
  expectedByNow: (amount: string) => `应达到 ${amount}`,
  areas,
  daysLeft: (days: number) => (days === 0 ? '今天到期' : `还有 ${days} 天`),
  daysOver: (days: number) => `${days} 天`,
  actionsReported: (total: number, done: number, reported: number) =>
    reported === 0
      ? `${items(total)}举措，均未报送`
      : `${items(total)}举措，${done === 0 ? '' : `${items(done)}已完成，`}${items(reported)}已报送`,
  search: '搜索任务',
  searchHint: '搜索，可用拼音',
  filter: '筛选',
  filterCount: (count: number) => `筛选（${count}）`,
  facets: { status: '状态', area: '工作领域', section: '部分', unit: '责任单位', siteType: '涉及阵地' },
  order: '排序',
  orderOfDocument: '按文件顺序',
  orderByDue: '按完成时限',
  dueIn: (month: string | undefined) =>
    month === undefined ? '无时限或已办结' : `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  tasksFound: (found: number, total: number) =>
    found === 0 ? `没有符合条件的任务（共 ${total} 项）` : `找到 ${found} 项任务，共 ${total} 项`,
  clearFilter: '清除条件',
  copyLink: '复制本任务链接',
  copied: '已复制',
  reportAmount: '填报',
  report: '报送',
  notAnAmount: '请填数字，例如 12、3.5 或 286万',
  notWhole: (unit: string) => `请填整数：单位是“${unit}”`,
  tooMuch: (most: string) => `数字过大，最多 ${most}`,
  recordings: {
    pending: '正在保存…',
    recorded: '已记录',
    failed: '未能保存，已保留在本页',
    undoing: '正在撤销…',
    undoFailed: '未能撤销，记录仍有效',
  },
  undo: '撤销',
  keepEntry: '不撤销',

  unitsOf: (met: number, total: number | undefined) => (total === undefined ? String(met) : `${met} / ${total}`),
  expected: (date: string, amount: string) => `按工作日推算，截至${date}应达到 ${amount}`,
  clause: '，',
};

/** Every string and word order of the elements. */
export type Messages = typeof zhCN;
