import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/progress-ring/progress-ring.define.js';
import { progressRingExamples } from '../packages/elements/src/components/progress-ring/progress-ring.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default {
  title: '进展环 fp-progress-ring',
  component: 'fp-progress-ring',
  tags: ['autodocs'],
  parameters: {
    docs: {
      subtitle:
        'role=progressbar，读出的是整句话（“9，共 14”），名称取自 label 或计划标题；环内数字不重复读。状态以形状、图标和文字区分，不只靠颜色；只有系统允许动态效果时才转动。 A progress bar with a value in words; states differ by form, icon and word, never by colour alone; it turns only where motion is welcome.',
    },
  },
} satisfies Meta;

const state = statesOf(progressRingExamples);

export const Playground = playground(progressRingExamples, 'value');
export const Anatomy = anatomy(progressRingExamples, 'plan-with-progress');
export const Themes = themes(progressRingExamples, 'plan-with-progress');

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
export const Refused = state('refused');
export const Empty = state('empty');
export const Error = state('error');
