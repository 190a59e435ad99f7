import type { Lang } from '../lang.js';
import type { Pace, ProgressState } from '../model/progress.js';
import { dayWords } from './day-words.js';

interface Words {
  states: Readonly<Record<ProgressState, string>>;
  /** What the figures say within the state; said in its place. */
  paces: Readonly<Record<Pace, string>>;
  /** How many actions there are, and how many of them are done. */
  actions: (total: number, done: number) => string;
  reportedOf: (reported: number, total: number) => string;
  goal: (goal: string) => string;
  reached: (amount: string) => string;
  unitsMet: (met: number, total: number | undefined) => string;
  stated: (amount: string) => string;
  /** `date` is YYYY-MM-DD. */
  due: (date: string) => string;
  asOf: (date: string) => string;
  assignees: (names: string) => string;
  partners: (names: string) => string;
  list: (items: readonly string[]) => string;
  /** Between two pieces of a line. */
  gap: string;
  original: string;
  unsafeAddress: (address: string) => string;
}

export const progressWords: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    states: { notReported: '未报送', inProgress: '进行中', done: '已完成', overdue: '已逾期', stopped: '已中止' },
    paces: { onTrack: '按期', behind: '滞后', exceeded: '超额完成', overLimit: '超过上限' },
    actions: (total, done) => (done === 0 ? `${total}项举措` : `${total}项举措，${done}项已完成`),
    reportedOf: (reported, total) => (reported === 0 ? `${total}项举措均未报送` : `${total}项举措中${reported}项已报送`),
    goal: (goal) => `目标${goal}`,
    reached: (amount) => `已达到${amount}`,
    unitsMet: (met, total) => (total === undefined ? `已达标${met}个` : `${total}个中${met}个已达标`),
    stated: (amount) => `报告所述${amount}`,
    due: (date) => `${dayWords(date, 'zh-CN')}前`,
    asOf: (date) => `截至${dayWords(date, 'zh-CN')}`,
    assignees: (names) => `责任单位：${names}`,
    partners: (names) => `联合单位：${names}`,
    list: (items) => items.join('、'),
    gap: '，',
    original: '原文',
    unsafeAddress: (address) => `original：${address} 不能放进页面，请用相对地址或 http(s) 地址`,
  },
  en: {
    states: { notReported: 'not reported', inProgress: 'in progress', done: 'done', overdue: 'overdue', stopped: 'stopped' },
    paces: { onTrack: 'on track', behind: 'behind', exceeded: 'beyond the goal', overLimit: 'over the limit' },
    actions: (total, done) => (done === 0 ? actions(total) : `${actions(total)}, ${done} done`),
    reportedOf: (reported, total) => (reported === 0 ? `none of ${actions(total)} reported` : `${reported} of ${actions(total)} reported`),
    goal: (goal) => `goal ${goal}`,
    reached: (amount) => `reached ${amount}`,
    unitsMet: (met, total) => (total === undefined ? `met by ${met}` : `met by ${met} of ${total}`),
    stated: (amount) => `stated ${amount}`,
    due: (date) => `by ${dayWords(date, 'en')}`,
    asOf: (date) => `as of ${dayWords(date, 'en')}`,
    assignees: (names) => `Responsible: ${names}`,
    partners: (names) => `Together with: ${names}`,
    list: (items) => items.join(', '),
    gap: ', ',
    original: 'Original document',
    unsafeAddress: (address) => `original: ${address} has no place in a page; use a relative or an http(s) address`,
  },
};

/** The word for how something stands: what its figures say, else its state. */
export function standingWord({ state, pace }: { state: ProgressState; pace?: Pace | undefined }, lang: Lang): string {
  const { states, paces } = progressWords[lang];
  // What is past its day stays so, whatever its figures say.
  return pace === undefined || state === 'overdue' ? states[state] : paces[pace];
}

function actions(count: number): string {
  return count === 1 ? '1 action' : `${count} actions`;
}
