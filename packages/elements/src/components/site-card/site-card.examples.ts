import type { Example } from '../../testing/example.js';
import { sampleSites } from '../../testing/sites.js';

const tag = 'fp-site-card';
const html = '<a href="/warm-home.html">清河街道暖心家园，解放路12号</a>';

export const siteCardExamples: Example[] = [
  { name: 'site', zh: '一处阵地', en: 'One site', tag, properties: { site: sampleSites[0] }, html },
  { name: 'suspended', zh: '暂停开放', en: 'Temporarily closed', tag, properties: { site: sampleSites[2] }, html },
  { name: 'bare', zh: '没有坐标和电话', en: 'Without position and phone', tag, properties: { site: sampleSites[4] }, html },
  {
    name: 'empty',
    zh: '文件中没有这处阵地',
    en: 'Not in the file',
    tag,
    attributes: { site: 'none' },
    properties: { sites: sampleSites },
    html,
  },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/sites.json' }, html },
];
