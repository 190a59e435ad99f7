import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/target-meter/target-meter.define.js';
import { targetMeterExamples } from '../packages/elements/src/components/target-meter/target-meter.examples.js';
import { statesOf } from './state.js';

export default { title: '目标量尺 fp-target-meter', component: 'fp-target-meter', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(targetMeterExamples);

export const Attributes = state('attributes');
export const Expected = state('expected');
export const Met = state('met');
export const Ceiling = state('ceiling');
export const Rate = state('rate');
export const NotReported = state('not-reported');
export const OfPlan = state('of-plan');
export const Each = state('each');
export const Large = state('large');
export const PlanOnly = state('plan-only');
export const Empty = state('empty');
export const Error = state('error');
