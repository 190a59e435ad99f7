import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/supervision/supervision.define.js';
import { supervisionExamples } from '../packages/elements/src/components/supervision/supervision.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default { title: '督办清单 fp-supervision', component: 'fp-supervision', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(supervisionExamples);

export const Playground = playground(supervisionExamples, 'supervision');
export const Anatomy = anatomy(supervisionExamples, 'supervision');
export const Themes = themes(supervisionExamples, 'supervision');

export const Supervision = state('supervision');
export const One = state('one');
export const Nothing = state('nothing');
export const Error = state('error');
