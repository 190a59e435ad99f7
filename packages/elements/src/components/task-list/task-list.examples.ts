import type { Example } from '../../testing/example.js';
import { emptyPlan, flatPlan, reportPlan, samplePlan, sampleSnapshot } from '../../testing/plans.js';

const tag = 'fp-task-list';
const html = '<p><a href="#plan">示例省计划生育协会2026年工作要点（全文）</a></p>';

export const taskListExamples: Example[] = [
  { name: 'with-progress', zh: '有进展的工作要点', en: 'A plan with progress', tag, properties: { plan: sampleSnapshot }, html },
  { name: 'plan-only', zh: '只有工作要点，均未报送', en: 'A plan alone: nothing reported', tag, properties: { plan: samplePlan }, html },
  { name: 'flat', zh: '没有编号的文件', en: 'A document without numbering', tag, properties: { plan: flatPlan }, html },
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
