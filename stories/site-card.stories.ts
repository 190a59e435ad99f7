import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/site-card/site-card.define.js';
import { siteCardExamples } from '../packages/elements/src/components/site-card/site-card.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default { title: '阵地卡片 fp-site-card', component: 'fp-site-card', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(siteCardExamples);

export const Playground = playground(siteCardExamples, 'site');
export const Anatomy = anatomy(siteCardExamples, 'site');
export const Themes = themes(siteCardExamples, 'site');

export const Site = state('site');
export const Suspended = state('suspended');
export const Bare = state('bare');
export const Empty = state('empty');
export const Error = state('error');
