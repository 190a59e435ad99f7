import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { sampleSites } from '../examples/data/sample-sites.mjs';
import '../packages/elements/src/components/site-map/site-map.define.js';
import { siteMapExamples } from '../packages/elements/src/components/site-map/site-map.examples.js';
import { render, type Example } from '../packages/elements/src/testing/example.js';
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

const province: Example = { name: 'province', zh: '全省三千处', en: 'Three thousand sites of a province', tag: 'fp-site-map', html: '' };

/** A province as a clerk's spreadsheet lists it: search, filter, clusters that come apart. */
export const Province: StoryObj = {
  parameters: { docs: { description: { story: `${province.zh} · ${province.en}` } } },
  render: (_, { globals }) => render({ ...province, properties: { sites: sampleSites(3000).sites } }, globals),
};
