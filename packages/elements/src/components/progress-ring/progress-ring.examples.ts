import type { Example } from '../../testing/example.js';
import { buildSnapshot, emptyPlan, samplePlan, sampleSnapshot } from '../../testing/plans.js';

const tag = 'fp-progress-ring';
const html = '<p>12 项举措，3 项已完成</p>';
const everyAction = samplePlan.tasks.flatMap(({ actions }) => actions.map(({ id }) => id));
const allDone = buildSnapshot(samplePlan, Object.fromEntries(everyAction.map((id) => [id, 'done' as const])));

export const progressRingExamples: Example[] = [
  { name: 'plan-with-progress', zh: '按状态分段', en: 'Segments by state', tag, properties: { plan: sampleSnapshot }, html },
  {
    name: 'nothing-reported',
    zh: '均未报送，不等于零',
    en: 'Nothing reported, which is not zero',
    tag,
    properties: { plan: samplePlan },
    html,
  },
  { name: 'all-done', zh: '全部完成', en: 'All done', tag, properties: { plan: allDone }, html },
  { name: 'value', zh: '数值与总数', en: 'A value of a maximum', tag, attributes: { value: '9', max: '14', label: '市州已达标' }, html },
  { name: 'zero', zh: '零', en: 'Nought', tag, attributes: { value: '0', max: '5', label: '暖心家园' }, html },
  { name: 'beyond', zh: '超过总数', en: 'Beyond the maximum', tag, attributes: { value: '7', max: '5', label: '暖心家园' }, html },
  { name: 'percent', zh: '百分比', en: 'A percentage', tag, attributes: { value: '64', label: '年度进展' }, html },
  {
    name: 'range',
    zh: '目标区间',
    en: 'The range to be reached',
    tag,
    attributes: { value: '4', max: '8', least: '3', most: '5', label: '省级暖心家园' },
    html,
  },
  {
    name: 'indeterminate',
    zh: '正在进行，进度未知',
    en: 'Under way, nobody knows how far',
    tag,
    attributes: { indeterminate: '', label: '正在汇总' },
    html,
  },
  {
    name: 'center',
    zh: '环中由页面填写',
    en: 'The page’s own centre',
    tag,
    attributes: { value: '9', max: '14', label: '市州已达标' },
    html: `${html}<b slot="center">过半</b>`,
  },
  {
    name: 'large-number',
    zh: '很长的数字',
    en: 'A long number',
    tag,
    attributes: { value: '1284500', max: '3500000', label: '人次' },
    html,
  },
  {
    name: 'task',
    zh: '一项任务',
    en: 'One task',
    tag,
    attributes: { task: samplePlan.tasks[2]!.id },
    properties: { plan: sampleSnapshot },
    html,
  },
  {
    name: 'refused',
    zh: '不可能的数值：保留自带内容',
    en: 'A value that can’t be: the page’s own content',
    tag,
    attributes: { value: '-3', max: '12', label: '举措' },
    html,
  },
  { name: 'empty', zh: '没有举措', en: 'A plan without actions', tag, properties: { plan: emptyPlan }, html },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/plan.json' }, html },
];
