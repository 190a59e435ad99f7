import type { Example } from '../../testing/example.js';
import { sampleSites } from '../../testing/sites.js';

const tag = 'fp-site-map';
const html = '<ul><li>清河街道暖心家园，解放路12号</li></ul>';

export const siteMapExamples: Example[] = [
  { name: 'sites', zh: '服务阵地', en: 'Service sites', tag, properties: { sites: sampleSites }, html },
  { name: 'one', zh: '只有一处', en: 'A single site', tag, properties: { sites: sampleSites.slice(0, 1) }, html },
  { name: 'empty', zh: '没有阵地', en: 'No sites', tag, properties: { sites: [] }, html },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/sites.json' }, html },
];
