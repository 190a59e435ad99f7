import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/target-meter/target-meter.define.js';
import { targetMeterExamples } from '../packages/elements/src/components/target-meter/target-meter.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default {
  title: '目标量尺 fp-target-meter',
  component: 'fp-target-meter',
  tags: ['autodocs'],
  parameters: {
    docs: {
      subtitle:
        'role=meter，读出已达到、目标和按工作日应达到的数量；未报送时没有进度条，也不会读成零。 A meter that says what is reached, the goal and what is expected; where nothing is reported there is no meter and no nought.',
    },
  },
} satisfies Meta;

const state = statesOf(targetMeterExamples);

export const Playground = playground(targetMeterExamples, 'expected');
export const Anatomy = anatomy(targetMeterExamples, 'of-plan');
export const Themes = themes(targetMeterExamples, 'of-plan');

export const Attributes = state('attributes');
export const Expected = state('expected');
export const Met = state('met');
export const Ceiling = state('ceiling');
export const OverLimit = state('over-limit');
export const Rate = state('rate');
export const NotReported = state('not-reported');
export const OfPlan = state('of-plan');
export const Each = state('each');
export const Large = state('large');
export const PlanOnly = state('plan-only');
export const Refused = state('refused');
export const Empty = state('empty');
export const Error = state('error');
