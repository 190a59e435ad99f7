import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/task-list/task-list.define.js';
import { taskListExamples } from '../packages/elements/src/components/task-list/task-list.examples.js';
import { statesOf } from './state.js';

export default { title: '任务清单 fp-task-list', component: 'fp-task-list', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(taskListExamples);

export const WithProgress = state('with-progress');
export const PlanOnly = state('plan-only');
export const Flat = state('flat');
export const Report = state('report');
export const Empty = state('empty');
export const Idle = state('idle');
export const Error = state('error');
