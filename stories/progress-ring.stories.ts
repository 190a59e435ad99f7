import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/progress-ring/progress-ring.define.js';
import { progressRingExamples } from '../packages/elements/src/components/progress-ring/progress-ring.examples.js';
import { statesOf } from './state.js';

export default { title: '进展环 fp-progress-ring', component: 'fp-progress-ring', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(progressRingExamples);

export const PlanWithProgress = state('plan-with-progress');
export const NothingReported = state('nothing-reported');
export const AllDone = state('all-done');
export const Value = state('value');
export const Zero = state('zero');
export const Beyond = state('beyond');
export const Percent = state('percent');
export const Range = state('range');
export const Indeterminate = state('indeterminate');
export const Center = state('center');
export const LargeNumber = state('large-number');
export const Task = state('task');
export const Empty = state('empty');
export const Error = state('error');
