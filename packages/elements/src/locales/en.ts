import { figuresEn } from './figures/en.js';
import { notesEn } from './notes/en.js';
import { siteTypes } from './site-types.js';
import type { Messages } from './zh-CN.js';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Spans that a plan counts by, beside its places. */
const spans: Partial<Record<string, string>> = {
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
  年度: 'year',
  周: 'week',
  天: 'day',
  日: 'day',
};

const states = { notReported: 'Not reported', inProgress: 'In progress', done: 'Done', overdue: 'Overdue', stopped: 'Stopped' };

export const en: Messages = {
  ...figuresEn,
  ...notesEn,
  states,
  siteTypes: siteTypes.en,
  levels: {
    country: 'nationwide',
    province: 'each province',
    city: 'each city',
    county: 'each county',
    township: 'each township',
    village: 'each village',
  },
  comparators: {
    atLeast: (amount) => `at least ${amount}`,
    moreThan: (amount) => `more than ${amount}`,
    atMost: (amount) => `at most ${amount}`,
    lessThan: (amount) => `less than ${amount}`,
    exactly: (amount) => amount,
    between: (amount) => amount,
    about: (amount) => `about ${amount}`,
  },
  forces: { must: '', strive: 'to strive for', encourage: 'encouraged' },
  date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
  by: (date) => `by ${date}`,
  asOf: (date) => `as of ${date}`,
  year: (year) => year,
  each: (place) => `each ${spans[place.replace(/^[每各]/, '')] ?? `“${place}”`}`,
  list: (items) => items.join(', '),

  tasks: (total) => count(total, 'task', 'tasks'),
  actions: (total) => count(total, 'action', 'actions'),
  actionsDone: (done) => `${count(done, 'action', 'actions')} done`,
  reportedOf: (reported, total) =>
    reported === 0
      ? `None of ${count(total, 'action', 'actions')} reported`
      : `${reported} of ${count(total, 'action', 'actions')} reported`,
  ongoing: 'Ongoing',
  goal: 'Goal',
  aim: (goal) => `goal ${goal}`,
  eachGoal: (each, goal) => `${goal}, ${each}`,
  reached: 'Reached',
  stated: 'As stated in the report',
  unitsMet: 'Met by',
  unitsReported: (reported, total) => (total === undefined ? `${reported} reported` : `${reported} of ${total} reported`),
  sentence: 'Read the sentence',
  quotedFrom: (title, number) => (number ? `${title} (${number})` : title),
  assignees: 'Responsible',
  partners: 'Together with',
  due: 'Due',
  sites: 'Sites',

  ringHeard: (done, total) => `${done} of ${count(total, 'action', 'actions')} done`,

  allTypes: 'All',
  dueSoon: 'Due soon',
  paces: { overLimit: 'Over the limit', behind: 'Behind', exceeded: 'Exceeded' },
  expectedByNow: (amount) => `${amount} expected`,
  areas: {
    publicity: 'Publicity',
    'reproductive-health': 'Reproductive health',
    'early-development': 'Early development',
    'family-support': 'Family support',
    rights: 'Rights',
    migrants: 'Migrants',
    'family-health': 'Family health',
    'youth-health': 'Youth health',
    'party-building': 'Party building',
    organization: 'Organisation',
    governance: 'Local governance',
    contraceptives: 'Contraceptives',
    safety: 'Safety',
    other: 'Other',
  },
  daysLeft: (days) => (days === 0 ? 'today' : `in ${count(days, 'day', 'days')}`),
  daysOver: (days) => `by ${count(days, 'day', 'days')}`,
  actionsReported: (total, done, reported) =>
    `${count(total, 'action', 'actions')}, ${reported === 0 ? 'none reported' : `${done === 0 ? '' : `${done} done, `}${reported} reported`}`,
  search: 'Search the tasks',
  searchHint: 'Search, also by pinyin',
  filter: 'Filter',
  filterCount: (chosen) => `Filter (${chosen})`,
  facets: { status: 'State', area: 'Area', section: 'Section', unit: 'Responsible', siteType: 'Sites' },
  order: 'Order',
  orderOfDocument: 'As in the document',
  orderByDue: 'By due date',
  dueIn: (month) =>
    month === undefined ? 'No date, or over' : `${months[Number(month.slice(5)) - 1] ?? ''} ${Number(month.slice(0, 4))}`.trim(),
  tasksFound: (found, total) =>
    found === 0 ? `None of ${count(total, 'task', 'tasks')} found` : `${found} of ${count(total, 'task', 'tasks')} found`,
  clearFilter: 'Clear',
  copyLink: 'Copy link to this task',
  copied: 'Copied',
  reportAmount: 'Amount',
  report: 'Report',
  notAnAmount: 'Enter a number, such as 12 or 3.5',
  notWhole: (unit) => `Enter a whole number: the unit is “${unit}”`,
  tooMuch: (most) => `Too large; at most ${most}`,
  recordings: {
    pending: 'Saving…',
    recorded: 'Recorded',
    failed: 'Could not be saved; kept on this page',
    undoing: 'Undoing…',
    undoFailed: 'Could not be undone; it still stands',
  },
  undo: 'Undo',
  unitsOf: (met, total) => (total === undefined ? String(met) : `${met} / ${total}`),
  expected: (date, amount) => `${amount} expected by ${date}, going by working days`,
  clause: ', ',
  keepEntry: 'Keep it',
};
