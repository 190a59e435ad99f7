import type { Example } from '../../testing/example.js';
import { buildSnapshot, emptyPlan, flatPlan, reportPlan, samplePlan, sampleSnapshot } from '../../testing/plans.js';

const tag = 'fp-task-list';
const dueSoonSnapshot = buildSnapshot(samplePlan, { '2.3.1': 'done', '2.3.2': 'inProgress', '2.4.3': 'overdue' }, {}, '2026-11-18');
const html = '<p><a href="#plan">示例省计划生育协会2026年工作要点（全文）</a></p>';

export const taskListExamples: Example[] = [
  { name: 'with-progress', zh: '有进展的工作要点', en: 'A plan with progress', tag, properties: { plan: sampleSnapshot }, html },
  { name: 'plan-only', zh: '只有工作要点，均未报送', en: 'A plan alone: nothing reported', tag, properties: { plan: samplePlan }, html },
  { name: 'flat', zh: '没有编号的文件', en: 'A document without numbering', tag, properties: { plan: flatPlan }, html },
  {
    name: 'searched',
    zh: '按拼音首字母搜索，标出所在',
    en: 'Searched by pinyin initials, matches marked',
    tag,
    attributes: { query: 'nxjy' },
    properties: { plan: sampleSnapshot },
    html,
  },
  {
    name: 'filtered',
    zh: '只看已逾期',
    en: 'Only what is overdue',
    tag,
    attributes: { status: 'overdue' },
    properties: { plan: sampleSnapshot },
    html,
  },
  {
    name: 'none-found',
    zh: '没有符合条件的任务',
    en: 'Nothing found',
    tag,
    attributes: { query: '无此任务' },
    properties: { plan: sampleSnapshot },
    html,
  },
  {
    name: 'by-due',
    zh: '按完成时限排列，含临期',
    en: 'By due date; one is due soon',
    tag,
    attributes: { sort: 'due' },
    properties: { plan: dueSoonSnapshot },
    html,
  },
  { name: 'editable', zh: '可填报', en: 'To be edited', tag, attributes: { editable: '' }, properties: { plan: sampleSnapshot }, html },
  {
    name: 'report',
    zh: '工作报告：数字是已完成情况',
    en: 'A report: its numbers are results',
    tag,
    properties: { plan: reportPlan },
    html,
  },
  { name: 'empty', zh: '没有任务', en: 'A plan without tasks', tag, properties: { plan: emptyPlan }, html },
  { name: 'idle', zh: '没有数据：显示页面自带内容', en: 'No data: the page’s own content', tag, html },
  {
    name: 'error',
    zh: '取不到数据：保留自带内容，可重试',
    en: 'Data can’t be had: the page’s own content, and another try',
    tag,
    attributes: { src: 'missing/plan.json' },
    html,
  },
];
