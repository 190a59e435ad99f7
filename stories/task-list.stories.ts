import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../packages/elements/src/components/task-list/task-list.define.js';
import { taskListExamples } from '../packages/elements/src/components/task-list/task-list.examples.js';
import type { ProgressReport } from '../packages/elements/src/components/task-list/editing.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default { title: '任务清单 fp-task-list', component: 'fp-task-list', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(taskListExamples);

export const Playground = playground(taskListExamples, 'with-progress');
export const Anatomy = anatomy(taskListExamples, 'with-progress');
export const Themes = themes(taskListExamples, 'with-progress');

export const WithProgress = state('with-progress');
export const PlanOnly = state('plan-only');
export const Flat = state('flat');
export const Searched = state('searched');
export const Filtered = state('filtered');
export const SeveralStates = state('several-states');
export const OverLimit = state('over-limit');
export const NoneFound = state('none-found');
export const ByDue = state('by-due');
export const Editable = state('editable');
export const Report = state('report');
export const Extreme = state('extreme');
export const Empty = state('empty');
export const Idle = state('idle');
export const Error = state('error');

/** An entry that has just been made, and what the page answers to it. */
const ticked = (answer?: () => Promise<unknown>): StoryObj => ({
  ...Editable,
  play: ({ canvasElement }) => {
    const list = canvasElement.querySelector('fp-task-list')!;
    list.addEventListener('fp-task-toggle', (event) => {
      if (answer) (event as CustomEvent<ProgressReport>).detail.settle(answer());
    });
    list.shadowRoot!.querySelector('summary')!.click();
    list.shadowRoot!.querySelectorAll<HTMLElement>('[type=checkbox]')[1]!.click();
  },
});

export const Saving = ticked(() => new Promise(() => undefined));
export const Recorded = ticked();
export const NotSaved = ticked(() => Promise.reject(new globalThis.Error('offline')));
