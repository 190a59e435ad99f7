import type { Action, Pace, ProgressState, Target, Task } from '@fp-kit/sdk';
import type { Messages } from '../../locales/zh-CN.js';
import { progressOfTarget, progressOfTask, stateOfAction, type PlanData } from '../../plan/plan-data.js';
import { amountWords, rounded } from '../../plan/plan-words.js';

/** In order of urgency. */
export const standings = ['overdue', 'overLimit', 'behind', 'dueSoon', 'inProgress', 'notReported', 'done', 'stopped'] as const;

/**
 * A state as a reader is told it: over its ceiling (超过上限) or behind what was to be expected (滞后) as the progress says, due soon (临期) what
 * is still open and due within 30 days.
 */
export type StandingState = (typeof standings)[number];

/** How something stands, and the reason: the days left until its date or gone since, or an amount, over the ceiling or to be expected by now. */
export interface Standing {
  state: StandingState;
  days?: number;
  amount?: { value: number; unit: string | undefined } | undefined;
  /** Done, and more than was asked for. */
  isExceeded?: boolean;
}

/** The word for it. */
export const standingWord = (state: StandingState, { states, paces, dueSoon }: Messages): string =>
  state === 'dueSoon' ? dueSoon : state === 'overLimit' || state === 'behind' ? paces[state] : states[state];

/** The reason in words, behind the word for the state; '' where there is none. */
export function reasonWords({ state, days, amount }: Standing, words: Messages): string {
  if (amount) {
    if (state === 'behind') return words.expectedByNow(amountWords(rounded(amount.value), amount.unit, words));
    return amountWords(amount.value, amount.unit, words);
  }
  return days === undefined ? '' : state === 'overdue' ? words.daysOver(days) : words.daysLeft(days);
}

const soonDays = 30;

interface Said {
  state: ProgressState;
  pace?: Pace | undefined;
}

// Only a ledger has a day to judge from: where nobody reports, a date that has passed proves nothing.
function judge({ progress }: PlanData, { state, pace }: Said, due: string | undefined, amount?: Standing['amount']): Standing {
  const days = due === undefined || progress === undefined ? NaN : daysBetween(progress.asOf, due);
  if (state === 'overdue') return days < 0 ? { state, days: -days } : { state };
  if (pace === 'overLimit' || pace === 'behind') return { state: pace, amount };
  if (state === 'done' && pace === 'exceeded') return { state, isExceeded: true };
  return isOpen(state) && days >= 0 && days <= soonDays ? { state: 'dueSoon', days } : { state };
}

export function standingOfAction(data: PlanData, action: Action, task: Task): Standing {
  const said = data.progress?.actions[action.id] ?? { state: 'notReported' };
  return judge(data, said, action.due ?? task.due, excessIn(data, action));
}

export function standingOfTarget(data: PlanData, target: Target, action: Action, task: Task): Standing {
  const said = progressOfTarget(data, target);
  const { pace, expected } = said;
  // Over a ceiling it is the amount that is wrong, not the day.
  if (pace === 'overLimit') return { state: pace, amount: excessOf(data, target) };
  return judge(
    data,
    said,
    target.due ?? action.due ?? task.due,
    expected === undefined ? undefined : { value: expected, unit: target.unit },
  );
}

export function standingOfTask(data: PlanData, task: Task): Standing {
  const said: Said = progressOfTask(data, task);
  const amount = said.pace === 'overLimit' ? task.actions.map((action) => excessIn(data, action)).find(Boolean) : undefined;
  return judge(data, said, nextDue(data, task), amount);
}

/** The first day that something of the task, not yet done or stopped, is due. */
export function nextDue(data: PlanData, task: Task): string | undefined {
  let next: string | undefined;
  for (const action of task.actions) {
    const due = action.due ?? task.due;
    const state = stateOfAction(data, action.id);
    if (due !== undefined && (isOpen(state) || state === 'overdue') && (next === undefined || due < next)) next = due;
  }
  return task.actions.length > 0 ? next : task.due;
}

/** By how much the first broken ceiling of an action is broken. */
const excessIn = (data: PlanData, { targets }: Action): Standing['amount'] => targets.map((target) => excessOf(data, target)).find(Boolean);

/** By how much a ceiling (不超过5件) is broken. Two rates are not so many percent apart: there the amount reached says it. */
function excessOf(data: PlanData, target: Target): Standing['amount'] {
  const { max, unit } = target;
  const { pace, reached } = progressOfTarget(data, target);
  if (pace !== 'overLimit' || reached === undefined || max === undefined || reached === max || /[%％‰/]/.test(unit ?? '')) return undefined;
  return { value: reached - max, unit };
}

const isOpen = (state: ProgressState): boolean => state === 'inProgress' || state === 'notReported';

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
