import type { Plan, Progress, ProgressState, Snapshot, Tally, Target, TargetProgress, Task } from '@fp-kit/sdk';
import { assertShape } from '../shape/assert-shape.js';
import { plan as planShape, snapshot as snapshotShape } from '../shape/schemas.generated.js';

/** A plan with its progress, if anybody keeps a ledger for it, and where that is. Without one everything is not reported, which is not zero. */
export interface PlanData {
  plan: Plan;
  progress?: Progress | undefined;
  links?: Snapshot['links'];
}

/** Reads a plan or a snapshot. Throws `SourceError` naming the first place that does not fit. */
export function readPlan(raw: unknown): PlanData {
  const format = typeof raw === 'object' && raw !== null ? (raw as { format?: unknown }).format : undefined;
  if (format === 'fp-snapshot/1') {
    assertShape(raw, snapshotShape);
    const { plan, progress, links } = raw as Snapshot;
    return { plan, progress, links };
  }
  assertShape(raw, planShape);
  return { plan: raw as Plan };
}

const unreported = (total: number): Tally => ({ total, reported: 0, done: 0, inProgress: 0, overdue: 0, stopped: 0, notReported: total });

/** Actions of the whole plan by state. */
export function tallyOfPlan({ plan, progress }: PlanData): Tally {
  return progress?.total ?? unreported(plan.tasks.reduce((sum, task) => sum + task.actions.length, 0));
}

/** State of a task, and its actions by state. */
export function progressOfTask({ progress }: PlanData, task: Task): Progress['tasks'][string] {
  return progress?.tasks[task.id] ?? { state: 'notReported', tally: unreported(task.actions.length) };
}

export function stateOfAction({ progress }: PlanData, id: string): ProgressState {
  return progress?.actions[id]?.state ?? 'notReported';
}

export function progressOfTarget({ progress }: PlanData, target: Target): TargetProgress {
  return progress?.targets[target.id] ?? { state: 'notReported' };
}
