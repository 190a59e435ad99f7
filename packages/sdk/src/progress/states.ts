import type { ProgressState, Tally } from '../model/progress.js';

/** The state of a task whose actions are in these states: overdue before all others, done or stopped only when all of them are over. */
export function stateOfTask(tally: Tally): ProgressState {
  if (tally.overdue > 0) return 'overdue';
  if (tally.stopped === tally.total) return 'stopped';
  if (tally.done + tally.stopped === tally.total) return 'done';
  return tally.notReported === tally.total ? 'notReported' : 'inProgress';
}
