import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/site-map/site-map.define.js';
import { siteMapExamples } from '../packages/elements/src/components/site-map/site-map.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default { title: '服务阵地 fp-site-map', component: 'fp-site-map', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(siteMapExamples);

export const Playground = playground(siteMapExamples, 'sites');
export const Anatomy = anatomy(siteMapExamples, 'sites');
export const Themes = themes(siteMapExamples, 'sites');

export const Sites = state('sites');
export const One = state('one');
export const Empty = state('empty');
export const Error = state('error');
