import type { LedgerWords } from './zh-CN.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const count = (value: number, one: string) => `${value} ${one}${value === 1 ? '' : 's'}`;

export const ledgerEn: LedgerWords = {
  date: (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
  asOf: (date) => `as of ${date}`,
  list: (items) => items.join(', '),
  percent: (rate) => `${Number((rate * 100).toFixed(1))}%`,
  regionsReported: ({ reported, total }) =>
    total === undefined ? `${count(reported, 'region')} reported` : `${reported} of ${count(total, 'region')} reported`,
  actionsHeard: (reported, total) => `${reported} of ${count(total, 'action')} reported`,
  isGone: 'no longer among them',

  ranking: 'Regions by rank',
  columns: { rank: 'Rank', region: 'Region', score: 'Weighted score', change: 'Change', asOf: 'Last report' },
  rank: (rank) => String(rank),
  tied: 'tied',
  score: (score) => `${Number((score * 100).toFixed(1))} points`,
  share: (percent) => `weight ${percent}`,
  ofActions: (done, total) => `${done} of ${total} actions`,
  ofAmount: (part, total) => `${part} / ${total}`,
  since: (date) => `since ${date}`,
  moved: (places) => (places === 0 ? 'rank unchanged' : places > 0 ? `up ${places}` : `down ${-places}`),
  gained: (points) => `${points} percentage points`,
  wasUnranked: 'not ranked before',
  late: (closesOn) => `Reported late (due by ${closesOn})`,
  lateOn: (region, date) => (date === undefined ? `${region}: nothing yet` : `${region}: ${date}`),
  unranked: 'Not ranked',
  unrankedBecause: { notReported: 'not reported', noDenominator: 'no denominator' },
  nobodyRanked: 'No region can be ranked yet.',
  method: 'Method',
  reorder: 'Ranks have changed: put in order',
  ranksMoved: (moved) => (moved === 0 ? 'Updated; ranks are unchanged' : `Updated; ${count(moved, 'region')} changed rank`),

  supervision: 'To be followed up',
  kinds: { overdue: 'Overdue', overLimit: 'Over the limit', behind: 'Behind', dueSoon: 'Due soon', stagnant: 'Stagnant' },
  toChase: (chased, total) =>
    chased === 0 ? `None of ${count(total, 'action')} needs following up` : `${chased} of ${count(total, 'action')} to be followed up`,
  ofKind: (kind, number) => `${kind} ${number}`,
  units: 'Responsible',
  silent: 'Not reported',
  lastReport: (date) => `last report as of ${date}`,
  noUnit: 'not stated',
  task: (id, title) => `${id} ${title}`,
  reorderItems: 'The list has changed: put in order',
  chaseChanged: (come, gone) => ['List updated', come > 0 ? `${come} new` : '', gone > 0 ? `${gone} gone` : ''].filter(Boolean).join(', '),
};
