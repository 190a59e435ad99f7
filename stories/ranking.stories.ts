import type { Meta } from '@storybook/web-components-vite';
import '../packages/elements/src/components/ranking/ranking.define.js';
import { rankingExamples } from '../packages/elements/src/components/ranking/ranking.examples.js';
import { anatomy, playground, statesOf, themes } from './state.js';

export default { title: '地区排名 fp-ranking', component: 'fp-ranking', tags: ['autodocs'] } satisfies Meta;

const state = statesOf(rankingExamples);

export const Playground = playground(rankingExamples, 'ranking');
export const Anatomy = anatomy(rankingExamples, 'ranking');
export const Themes = themes(rankingExamples, 'ranking');

export const Ranking = state('ranking');
export const Weighted = state('weighted');
export const First = state('first');
export const Nobody = state('nobody');
export const Empty = state('empty');
export const Error = state('error');
