import type { Lang } from '../lang.js';
import type { Target } from '../model/plan.js';
import type { TargetProgress } from '../model/progress.js';
import type { SupervisionKind } from '../model/supervision.js';
import { amountWords, goalWords } from './amount-words.js';
import { progressWords } from './progress-words.js';

interface Facts {
  /** The time limit, in words. */
  due: string | undefined;
  days: number | undefined;
  /** Day of the newest report, in words. */
  reported: string | undefined;
  /** What the figures say, where they are the reason; '' where they say nothing. */
  figures: string;
}

interface Words {
  kinds: Readonly<Record<SupervisionKind, string>>;
  reason: Readonly<Record<SupervisionKind, (facts: Facts) => string>>;
  figures: (target: Target, progress: TargetProgress) => string;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

export const supervisionWords: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    kinds: { overdue: '逾期', overLimit: '超过上限', behind: '滞后', dueSoon: '临期', stagnant: '停滞' },
    reason: {
      overdue: ({ due, days, reported }) =>
        `${due === undefined ? '已过时限' : `应于${due}前完成，已逾期${days}天`}，${reported === undefined ? '至今未报送' : `最近报送截至${reported}`}`,
      overLimit: ({ figures }) => `已超过上限${figures ? `：${figures}` : ''}`,
      behind: ({ figures }) => `进度滞后${figures ? `：${figures}` : ''}`,
      dueSoon: ({ due, days, reported }) =>
        `应于${due}前完成，${days === 0 ? '今天到期' : `还剩${days}天`}，${reported === undefined ? '至今未报送' : '尚未完成'}`,
      stagnant: ({ days, reported }) =>
        reported === undefined ? `计划开始已${days}天，至今未报送` : `自${reported}起${days}天没有新的报送`,
    },
    figures: (target, { reached, expected, units }) =>
      [
        units === undefined
          ? reached === undefined
            ? ''
            : progressWords['zh-CN'].reached(amountWords(rounded(reached), target.unit, 'zh-CN'))
          : progressWords['zh-CN'].unitsMet(units.met, units.total),
        expected === undefined || units !== undefined ? '' : `按工作日应达到${amountWords(rounded(expected), target.unit, 'zh-CN')}`,
        progressWords['zh-CN'].goal(goalWords(target, 'zh-CN')),
      ]
        .filter(Boolean)
        .join('，'),
  },
  en: {
    kinds: { overdue: 'overdue', overLimit: 'over the limit', behind: 'behind', dueSoon: 'due soon', stagnant: 'stagnant' },
    reason: {
      overdue: ({ due, days, reported }) =>
        `${due === undefined ? 'its day is past' : `was due by ${due}, ${dayCount(days)} ago`}, ${reported === undefined ? 'nothing reported' : `last report as of ${reported}`}`,
      overLimit: ({ figures }) => `over its limit${figures ? `: ${figures}` : ''}`,
      behind: ({ figures }) => `behind${figures ? `: ${figures}` : ''}`,
      dueSoon: ({ due, days, reported }) =>
        `due by ${due}, ${days === 0 ? 'today' : `${dayCount(days)} left`}, ${reported === undefined ? 'nothing reported' : 'not yet done'}`,
      stagnant: ({ days, reported }) =>
        reported === undefined ? `nothing reported in ${dayCount(days)}` : `no report for ${dayCount(days)}, since ${reported}`,
    },
    figures: (target, { reached, expected, units }) =>
      [
        units === undefined
          ? reached === undefined
            ? ''
            : progressWords.en.reached(amountWords(rounded(reached), target.unit, 'en'))
          : progressWords.en.unitsMet(units.met, units.total),
        expected === undefined || units !== undefined ? '' : `expected by now ${amountWords(rounded(expected), target.unit, 'en')}`,
        progressWords.en.goal(goalWords(target, 'en')),
      ]
        .filter(Boolean)
        .join(', '),
  },
};

function dayCount(days: number | undefined): string {
  return days === 1 ? '1 day' : `${days} days`;
}
