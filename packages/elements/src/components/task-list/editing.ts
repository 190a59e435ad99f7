import type { Action, LedgerEntry, Progress, ProgressState, Target, Task } from '@fp-kit/sdk';
import { isTargetMet, stateOfTask } from '@fp-kit/sdk/progress/rules';
import { progressOfTarget, progressOfTask, tallyOfPlan, type PlanData } from '../../plan/plan-data.js';

/** `detail` of `fp-task-toggle` and `fp-progress-report`. */
export interface ProgressReport {
  /** The line of the ledger to be written. An undo is an entry that supersedes another and states nothing. */
  entry: LedgerEntry;
  /**
   * Says that the entry is on its way: the list shows it as pending until `saved` resolves, and as failed, kept and to be tried again if it
   * rejects. To be called while the event is dispatched. Where nobody calls it the entry counts as recorded at once.
   */
  settle: (saved: Promise<unknown>) => void;
}

export type RecordingState = 'pending' | 'recorded' | 'failed' | 'undoing' | 'undoFailed';

/** An entry that the reader made here, and how far it has come. */
export interface Recording {
  entry: LedgerEntry;
  state: RecordingState;
  /** The one that it corrects, which stands if this one cannot be saved. */
  before?: Recording | undefined;
}

/** Sends an entry to the page. False if the page refused it, else what the page promised about it. */
export type Send = (type: 'fp-task-toggle' | 'fp-progress-report', entry: LedgerEntry) => false | Promise<unknown> | undefined;

/** Who reports, for which region, and what then happens. */
interface Ledger {
  reporter: string;
  region: string | undefined;
  send: Send;
  /** Called whenever something of a task has changed. */
  onChange: (taskId: string) => void;
}

/**
 * What a reader records in the list, laid over the progress that was loaded: an entry shows at once, and is taken back if the page refuses it.
 */
export class Editing {
  #loaded!: PlanData & { progress: Progress };
  #data!: PlanData & { progress: Progress };
  #ledger: () => Ledger;
  #recordings = new Map<string, Recording>();

  constructor(loaded: PlanData, ledger: () => Ledger) {
    this.#ledger = ledger;
    this.load(loaded);
  }

  /** The plan with the progress loaded and the entries made since. */
  get data(): PlanData & { progress: Progress } {
    return this.#data;
  }

  /** Goes on with newer progress of the plan: what was recorded is in it, what was not lies over it again. */
  load(loaded: PlanData): void {
    const { plan, progress = unreported(loaded) } = loaded;
    const { total, tasks, actions, targets } = progress;
    // What is not written here is read through from what was loaded, so that an entry costs the same in a plan of any length.
    const over = <T extends object>(below: T) => Object.create(below) as T;
    this.#loaded = { ...loaded, progress };
    this.#data = {
      ...loaded,
      progress: { ...progress, total: { ...total }, tasks: over(tasks), actions: over(actions), targets: over(targets) },
    };
    for (const [id, { entry, state }] of this.#recordings) {
      const task = plan.tasks.find((one) => one.id === entry.taskId);
      const action = task?.actions.find((one) => one.id === entry.actionId);
      if (state === 'recorded' || !task || !action) this.#recordings.delete(id);
      else this.#derive(task, action);
    }
  }

  /** Whether it is ticked: also by an entry that could not be saved, and so is counted nowhere. */
  isDone(action: Action): boolean {
    const made = this.ofAction(action);
    return (made?.state === 'failed' ? made.entry.status : this.data.progress.actions[action.id]?.state) === 'done';
  }

  ofAction({ id }: Action): Recording | undefined {
    return this.#recordings.get(id);
  }

  ofTarget({ id }: Target): Recording | undefined {
    return this.#recordings.get(id);
  }

  /** Ticks an action, or takes the tick back: one made here is undone, one from before is followed by a newer report. */
  tick(task: Task, action: Action): void {
    const made = this.ofAction(action);
    if (isUnderWay(made)) return;
    if (made?.state === 'failed') this.drop(task, action);
    else if (made) this.undo(task, action);
    else
      this.#submit(task, action, undefined, this.#entry(task, action, undefined, { status: this.isDone(action) ? 'inProgress' : 'done' }));
  }

  /** Reports an amount as reached, in the unit of the target. Returns whether the page took it: what it refused stays in the field. */
  report(task: Task, action: Action, target: Target, value: number): boolean {
    const made = this.ofTarget(target);
    if (isUnderWay(made)) return false;
    const before = made?.state === 'failed' ? made.before : made;
    return this.#submit(
      task,
      action,
      target,
      this.#entry(task, action, target, { value, ...(before && { supersedes: before.entry.id }) }),
      before,
    );
  }

  /** Takes back an entry that was recorded, by one that supersedes it and states nothing. */
  undo(task: Task, action: Action, target?: Target): void {
    const made = this.#recordings.get((target ?? action).id);
    if (!made) return;
    const entry = this.#entry(task, action, target, { supersedes: made.entry.id });
    const show = (state?: RecordingState) => this.#show(task, action, target, state && { ...made, state });
    this.#send(
      target,
      entry,
      () => show('undoing'),
      () => show(),
      () => show('undoFailed'),
    );
  }

  /** Sends again what failed: the same entry, so that one that did arrive is not recorded twice. */
  retry(task: Task, action: Action, target?: Target): void {
    const made = this.#recordings.get((target ?? action).id);
    if (made?.state === 'failed') this.#submit(task, action, target, made.entry, made.before);
    if (made?.state === 'undoFailed') this.undo(task, action, target);
  }

  /** Gives up what failed: an entry that never arrived, or the wish to take one back. */
  drop(task: Task, action: Action, target?: Target): void {
    const made = this.#recordings.get((target ?? action).id);
    this.#show(task, action, target, made?.state === 'undoFailed' ? { ...made, state: 'recorded' } : made?.before);
  }

  #submit(task: Task, action: Action, target: Target | undefined, entry: LedgerEntry, before?: Recording): boolean {
    const show = (state: RecordingState) => this.#show(task, action, target, { entry, state, before });
    return this.#send(
      target,
      entry,
      () => show('pending'),
      () => this.#show(task, action, target, { entry, state: 'recorded' }),
      () => show('failed'),
    );
  }

  /** Whether the page took the entry. */
  #send(target: Target | undefined, entry: LedgerEntry, onWay: () => void, onSaved: () => void, onFailed: () => void): boolean {
    const answer = this.#ledger().send(target ? 'fp-progress-report' : 'fp-task-toggle', entry);
    if (answer === false) return false;
    if (answer) {
      onWay();
      answer.then(onSaved, onFailed);
    } else onSaved();
    return true;
  }

  #entry(task: Task, action: Action, target: Target | undefined, says: Partial<LedgerEntry>): LedgerEntry {
    const { reporter, region } = this.#ledger();
    return {
      id: uuidv7(),
      planId: this.data.plan.id,
      taskId: task.id,
      actionId: action.id,
      ...(target ? { targetId: target.id } : {}),
      ...(region ? { region } : {}),
      ...says,
      evidence: [],
      reporter,
      asOf: today(),
      recordedAt: new Date().toISOString(),
    };
  }

  #show(task: Task, action: Action, target: Target | undefined, recording: Recording | undefined): void {
    const { id } = target ?? action;
    if (recording) this.#recordings.set(id, recording);
    else this.#recordings.delete(id);
    this.#derive(task, action);
    this.#ledger().onChange(task.id);
  }

  /** The entry of an action or target that counts: not one that is being taken back, nor one that could not be saved. */
  #standing(id: string): LedgerEntry | undefined {
    const recording = this.#recordings.get(id);
    return recording?.state === 'undoing' ? undefined : recording?.state === 'failed' ? recording.before?.entry : recording?.entry;
  }

  /** Progress of one action from what was loaded and what stands since, and the sums above it. */
  #derive(task: Task, action: Action): void {
    const { progress, plan } = this.data;
    let isReported = false;
    for (const target of action.targets) {
      const entry = this.#standing(target.id);
      const before = progressOfTarget(this.#loaded, target);
      isReported ||= entry !== undefined;
      // What one region reports is part of a sum that only the ledger knows.
      const isWhole = entry?.value !== undefined && (entry.region === undefined || entry.region === plan.issuer.region);
      progress.targets[target.id] = isWhole
        ? {
            ...before,
            reached: entry.value!,
            // What is asked of each of some is not met by a sum.
            state:
              !target.scope && isMet(target, entry.value!) ? 'done' : late('inProgress', target.due ?? action.due ?? task.due, progress),
            pace: isOverLimit(target, entry.value!) ? 'overLimit' : undefined,
            asOf: entry.asOf,
          }
        : before;
    }
    const was = this.#loaded.progress.actions[action.id] ?? { state: 'notReported' as const };
    const tick = this.#standing(action.id);
    const reached = action.targets.length > 0 && action.targets.every(({ id }) => progress.targets[id]?.state === 'done');
    const state = tick?.status ?? (isReported ? (reached ? 'done' : was.state === 'notReported' ? 'inProgress' : was.state) : was.state);
    // What was behind may no longer be: until the ledger has summed up nobody knows.
    const pace =
      state !== 'stopped' && action.targets.some(({ id }) => progress.targets[id]?.pace === 'overLimit') ? 'overLimit' : undefined;
    this.#move(task, action, {
      ...was,
      state: late(state, action.due ?? task.due, progress),
      pace,
      ...(tick || isReported ? { asOf: today() } : {}),
    });
  }

  #move(task: Task, { id }: Action, to: Progress['actions'][string]): void {
    const { progress } = this.data;
    const from = progress.actions[id] ?? { state: 'notReported' };
    const tally = { ...progressOfTask(this.data, task).tally };
    for (const sum of [tally, progress.total]) {
      sum[from.state]--;
      sum[to.state]++;
      sum.reported += Number(isHeard(to)) - Number(isHeard(from));
    }
    progress.actions[id] = to;
    const pace = task.actions.some((one) => progress.actions[one.id]?.pace === 'overLimit') ? 'overLimit' : undefined;
    progress.tasks[task.id] = { state: stateOfTask(tally), pace, tally };
  }
}

/** Progress of a plan that nobody has reported on, as of the reader's day. Only what is overdue is written down: all else is not reported. */
function unreported(data: PlanData): Progress {
  const { plan } = data;
  const total = { ...tallyOfPlan(data) };
  const progress: Progress = { planId: plan.id, asOf: today(), total, sections: {}, tasks: {}, actions: {}, targets: {} };
  const isLate = (due: string | undefined) => late('notReported', due, progress) === 'overdue';
  for (const task of plan.tasks) {
    const { state, tally } = progressOfTask(data, task);
    for (const { id, due, targets } of task.actions) {
      for (const target of targets) if (isLate(target.due ?? due ?? task.due)) progress.targets[target.id] = { state: 'overdue' };
      if (!isLate(due ?? task.due)) continue;
      progress.actions[id] = { state: 'overdue' };
      for (const sum of [tally, total]) {
        sum.notReported--;
        sum.overdue++;
      }
    }
    if (tally.overdue > 0) progress.tasks[task.id] = { state: 'overdue', tally };
    else if (tally.total === 0) progress.tasks[task.id] = { state: late(state, task.due, progress), tally };
  }
  return progress;
}

/** What is still open is overdue behind its day. */
const late = (state: ProgressState, due: string | undefined, { asOf }: Progress): ProgressState =>
  due !== undefined && due < asOf && (state === 'inProgress' || state === 'notReported') ? 'overdue' : state;

const isUnderWay = (recording: Recording | undefined): boolean => recording?.state === 'pending' || recording?.state === 'undoing';

// A ceiling that holds today may still be broken: only the ledger says when its time is over.
const isMet = (target: Target, value: number): boolean => !isCeiling(target) && isTargetMet(target, value);

// What is counted for each of some is over the limit in one of them, and only that one knows.
const isOverLimit = (target: Target, value: number): boolean => isCeiling(target) && !target.scope && !isTargetMet(target, value);

const isCeiling = ({ comparator }: Target): boolean => comparator === 'atMost' || comparator === 'lessThan';

const isHeard = ({ state, asOf }: { state: ProgressState; asOf?: string | undefined }): boolean =>
  asOf !== undefined || (state !== 'notReported' && state !== 'overdue');

/** The reader's day, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then chance. */
function uuidv7(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (40 - 8 * index)) & 255;
  bytes[6] = 0x70 | (bytes[6]! & 15);
  bytes[8] = 0x80 | (bytes[8]! & 63);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
