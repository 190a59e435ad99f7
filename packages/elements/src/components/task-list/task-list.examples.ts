import type { Example } from '../../testing/example.js';
import { buildPlan, buildSnapshot, emptyPlan, flatPlan, reportPlan, samplePlan, sampleSnapshot } from '../../testing/plans.js';

const tag = 'fp-task-list';
const dueSoonSnapshot = buildSnapshot(samplePlan, { '2.3.1': 'done', '2.3.2': 'inProgress', '2.4.3': 'overdue' }, {}, '2026-11-18');
const overLimit = { state: 'inProgress', pace: 'overLimit' } as const;
const overLimitSnapshot = buildSnapshot(
  buildPlan({ title: '示例省计划生育协会2026年信访工作安排' }, [
    {
      title: '',
      tasks: [
        {
          title: '办好群众来信来访',
          area: 'rights',
          actions: [
            {
              text: '信访积案不超过5件。',
              targets: [{ quote: '信访积案不超过5件', measure: '信访积案', comparator: 'atMost', max: 5, unit: '件' }],
            },
          ],
        },
        { title: '开展普法宣传', area: 'rights', actions: [{ text: '组织普法宣传活动。' }] },
      ],
    },
  ]),
  { '1.1': 'inProgress' },
  { '1.1.t1': { ...overLimit, reached: 7, asOf: '2026-10-10' } },
);
for (const part of [overLimitSnapshot.progress!.tasks['1']!, overLimitSnapshot.progress!.actions['1.1']!]) Object.assign(part, overLimit);

const markup = '<img src=x onerror=alert(1)>';
const long = `${'W'.repeat(300)}${markup}`;
const extremePlan = buildPlan({ title: long, issuer: { name: `javascript:${markup}` } }, [
  {
    title: `h${long}`,
    tasks: [
      {
        title: '暖'.repeat(5000),
        due: '1999-01-01',
        assignees: [long],
        partners: [markup],
        siteTypes: [long],
        actions: [
          {
            text: `${long}9007199254740991件`,
            ongoing: true,
            due: '2999-12-31',
            targets: [{ quote: long, measure: long, comparator: 'atLeast', min: 9007199254740991, unit: long }],
          },
        ],
      },
      { title: markup, actions: [] },
    ],
  },
]);
const extremeSnapshot = buildSnapshot(extremePlan, { '1.1.1': 'overdue' }, { '1.1.1.t1': { state: 'overdue', reached: 1234567890123 } });
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
  {
    name: 'several-states',
    zh: '同时看已逾期和临期',
    en: 'Overdue and due soon together',
    tag,
    attributes: { status: 'overdue due-soon' },
    properties: { plan: dueSoonSnapshot },
    html,
  },
  { name: 'over-limit', zh: '超过上限', en: 'A ceiling that is broken', tag, properties: { plan: overLimitSnapshot }, html },
  { name: 'editable', zh: '可填报', en: 'To be edited', tag, attributes: { editable: '' }, properties: { plan: sampleSnapshot }, html },
  {
    name: 'report',
    zh: '工作报告：数字是已完成情况',
    en: 'A report: its numbers are results',
    tag,
    properties: { plan: reportPlan },
    html,
  },
  {
    name: 'extreme',
    zh: '极长、无处可断、满是标记：照样显示',
    en: 'Without end, without a place to break, full of markup: shown all the same',
    tag,
    attributes: { editable: '' },
    properties: { plan: extremeSnapshot },
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
