import type { Example } from '../../testing/example.js';
import { samplePlan, sampleSnapshot } from '../../testing/plans.js';

const tag = 'fp-target-meter';
const html = '<p>暖心家园：目标 3—5 个，已建成 2 个</p>';

export const targetMeterExamples: Example[] = [
  {
    name: 'attributes',
    zh: '只写属性',
    en: 'Plain attributes',
    tag,
    attributes: { label: '省级“暖心家园”', value: '2', min: '3', max: '5', unit: '个' },
    html,
  },
  {
    name: 'expected',
    zh: '按工作日应达到的数量',
    en: 'Expected by the working days gone',
    tag,
    attributes: { label: '健康讲座', value: '20', min: '48', unit: '场', from: '2026-01-01', due: '2026-12-31', 'as-of': '2026-07-15' },
    html,
  },
  { name: 'met', zh: '已达标', en: 'Met', tag, attributes: { label: '典型案例', value: '4', min: '3', unit: '个' }, html },
  { name: 'ceiling', zh: '不得超过', en: 'A ceiling', tag, attributes: { label: '会议经费', value: '8.5', max: '12', unit: '万元' }, html },
  {
    name: 'over-limit',
    zh: '超过上限',
    en: 'A ceiling that is broken',
    tag,
    attributes: { label: '会议经费', value: '14', max: '12', unit: '万元' },
    html,
  },
  { name: 'rate', zh: '比率', en: 'A rate', tag, attributes: { label: '指导服务覆盖率', value: '88', min: '95', unit: '%' }, html },
  {
    name: 'not-reported',
    zh: '未报送，不等于零',
    en: 'Not reported, which is not zero',
    tag,
    attributes: { label: '心理咨询师', min: '2', unit: '人' },
    html,
  },
  {
    name: 'of-plan',
    zh: '计划中的一个目标',
    en: 'A target of a plan',
    tag,
    attributes: { target: '2.4.1.t1' },
    properties: { plan: sampleSnapshot },
    html,
  },
  { name: 'each', zh: '每个市州', en: 'Each city', tag, attributes: { target: '2.3.2.t1' }, properties: { plan: sampleSnapshot }, html },
  {
    name: 'large',
    zh: '很大的数',
    en: 'Large amounts',
    tag,
    attributes: { target: '2.3.3.t1' },
    properties: { plan: sampleSnapshot },
    html,
  },
  {
    name: 'plan-only',
    zh: '只有计划',
    en: 'A plan without progress',
    tag,
    attributes: { target: '2.4.1.t1' },
    properties: { plan: samplePlan },
    html,
  },
  {
    name: 'refused',
    zh: '不可能的数值：保留自带内容',
    en: 'A value that can’t be: the page’s own content',
    tag,
    attributes: { label: '暖心家园', value: '-2', min: '3', unit: '个' },
    html,
  },
  { name: 'empty', zh: '没有这个目标', en: 'No such target', tag, attributes: { target: '9.9' }, properties: { plan: samplePlan }, html },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/plan.json' }, html },
];
