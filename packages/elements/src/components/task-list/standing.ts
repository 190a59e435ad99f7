import type { Action, ProgressState, Target, Task } from '@fp-kit/sdk';
import type { Messages } from '../../locales/zh-CN.js';
import { progressOfTarget, progressOfTask, stateOfAction, type PlanData } from '../../plan/plan-data.js';

export const standings = ['overdue', 'dueSoon', 'inProgress', 'notReported', 'done', 'stopped'] as const;

/** A state as a reader is told it: due soon (临期) is what is still open and due within 30 days. */
export type StandingState = ProgressState | 'dueSoon';

/** How something stands, and where a date is the reason, the days left until it or gone since. */
export interface Standing {
  state: StandingState;
  days?: number;
}

/** The word for it. */
export const standingWord = (state: StandingState, { states, dueSoon }: Messages): string =>
  state === 'dueSoon' ? dueSoon : states[state];

const soonDays = 30;

// Only a ledger has a day to judge from: where nobody reports, a date that has passed proves nothing.
function judge({ progress }: PlanData, state: ProgressState, due: string | undefined): Standing {
  const days = due === undefined || progress === undefined ? NaN : daysBetween(progress.asOf, due);
  if (state === 'overdue' && days < 0) return { state, days: -days };
  if (isOpen(state) && days >= 0 && days <= soonDays) return { state: 'dueSoon', days };
  return { state };
}

export function standingOfAction(data: PlanData, action: Action, task: Task): Standing {
  return judge(data, stateOfAction(data, action.id), action.due ?? task.due);
}

export function standingOfTarget(data: PlanData, target: Target, action: Action, task: Task): Standing {
  return judge(data, progressOfTarget(data, target).state, target.due ?? action.due ?? task.due);
}

export function standingOfTask(data: PlanData, task: Task): Standing {
  return judge(data, progressOfTask(data, task).state, nextDue(data, task));
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

const isOpen = (state: ProgressState): boolean => state === 'inProgress' || state === 'notReported';

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
