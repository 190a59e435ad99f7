import type { Action, ProgressState, Target, Task } from '@fp-kit/sdk';
import { isTargetMet } from '@fp-kit/sdk/progress/rules';
import type { Messages } from '../../locales/zh-CN.js';
import { progressOfTarget, progressOfTask, stateOfAction, type PlanData } from '../../plan/plan-data.js';
import { amountWords } from '../../plan/plan-words.js';

export const standings = ['overdue', 'exceeded', 'dueSoon', 'inProgress', 'notReported', 'done', 'stopped'] as const;

/** A state as a reader is told it: due soon (临期) is what is still open and due within 30 days, exceeded (超过上限) a ceiling that is broken. */
export type StandingState = ProgressState | 'dueSoon' | 'exceeded';

/** How something stands, and the reason: the days left until its date or gone since, or by how much of what the ceiling is broken. */
export interface Standing {
  state: StandingState;
  days?: number;
  excess?: { value: number; unit: string | undefined };
}

/** The word for it. */
export const standingWord = (state: StandingState, { states, dueSoon, exceeded }: Messages): string =>
  state === 'dueSoon' ? dueSoon : state === 'exceeded' ? exceeded : states[state];

/** The reason in words, behind the word for the state; '' where there is none. */
export function reasonWords({ state, days, excess }: Standing, words: Messages): string {
  if (excess) return amountWords(excess.value, excess.unit, words);
  return days === undefined ? '' : state === 'overdue' ? words.daysOver(days) : words.daysLeft(days);
}

const soonDays = 30;

// Only a ledger has a day to judge from: where nobody reports, a date that has passed proves nothing.
function judge({ progress }: PlanData, state: ProgressState, due: string | undefined, broken: Standing | undefined): Standing {
  const days = due === undefined || progress === undefined ? NaN : daysBetween(progress.asOf, due);
  if (state === 'overdue' && days < 0) return { state, days: -days };
  if (!isOpen(state)) return { state };
  return broken ?? (days >= 0 && days <= soonDays ? { state: 'dueSoon', days } : { state });
}

export function standingOfAction(data: PlanData, action: Action, task: Task): Standing {
  return judge(data, stateOfAction(data, action.id), action.due ?? task.due, excessIn(data, action));
}

export function standingOfTarget(data: PlanData, target: Target, action: Action, task: Task): Standing {
  const { state } = progressOfTarget(data, target);
  const broken = excessOf(data, target);
  // It is the amount that is wrong, not the day.
  return state === 'overdue' && broken ? broken : judge(data, state, target.due ?? action.due ?? task.due, broken);
}

export function standingOfTask(data: PlanData, task: Task): Standing {
  const broken = data.progress && task.actions.map((action) => excessIn(data, action)).find(Boolean);
  return judge(data, progressOfTask(data, task).state, nextDue(data, task), broken);
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

/** The first broken ceiling of an action that is still open: what is over is as its report says. */
function excessIn(data: PlanData, { id, targets }: Action): Standing | undefined {
  return isOpen(stateOfAction(data, id)) ? targets.map((target) => excessOf(data, target)).find(Boolean) : undefined;
}

/** A ceiling (不超过5件) that the amount reached has broken. Two rates are not so many percent apart: there the amount says it. */
export function excessOf(data: PlanData, target: Target): Standing | undefined {
  const { comparator, max, unit } = target;
  const { reached } = progressOfTarget(data, target);
  if ((comparator !== 'atMost' && comparator !== 'lessThan') || reached === undefined || max === undefined || isTargetMet(target, reached))
    return undefined;
  return { state: 'exceeded', ...(reached === max || /[%％‰/]/.test(unit ?? '') ? {} : { excess: { value: reached - max, unit } }) };
}

const isOpen = (state: ProgressState): boolean => state === 'inProgress' || state === 'notReported';

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
