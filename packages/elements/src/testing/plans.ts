import type { Action, Heading, Plan, Progress, ProgressState, Snapshot, Span, Tally, Target, TargetProgress, Task } from '@fp-kit/sdk';

type TargetDraft = Omit<Target, 'id' | 'span' | 'force'> & Partial<Pick<Target, 'force'>>;
type ResultDraft = Omit<Action['results'][number], 'id' | 'span'>;
interface ActionDraft {
  text: string;
  ongoing?: boolean;
  due?: string;
  targets?: TargetDraft[];
  results?: ResultDraft[];
}
type TaskDraft = Pick<Task, 'title'> &
  Partial<Pick<Task, 'assignees' | 'due' | 'siteTypes' | 'partners' | 'area'>> & { actions: ActionDraft[] };
interface SectionDraft {
  title: string;
  tasks: TaskDraft[];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Writes a document and reads it as a plan in one go, so that every span stands where its quote is. Sections without a title are flat. */
export function buildPlan(head: Partial<Plan> & Pick<Plan, 'title'>, sections: readonly SectionDraft[]): Plan {
  let text = `${head.title}\n\n`;
  const headings: Heading[] = [];
  const tasks: Task[] = [];
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };

  sections.forEach((section, index) => {
    const ordinal = numerals[index]!;
    const parent = String(index + 1);
    if (section.title) {
      const span = write(`${ordinal}、${section.title}`);
      headings.push({ id: parent, level: 1, ordinal, marker: `${ordinal}、`, title: section.title, span });
      text += '\n\n';
    }
    for (const { title, actions, ...rest } of section.tasks) {
      const id = section.title ? `${parent}.${tasks.length + 1}` : String(tasks.length + 1);
      const own = numerals[tasks.length]!;
      const start = text.length;
      if (section.title) {
        const marker = `（${own}）`;
        headings.push({ id, level: 2, ordinal: own, marker, title, span: write(`${marker}${title}`), parent });
        text += '。';
      }
      const written = actions.map((action, at): Action => {
        const actionId = `${id}.${at + 1}`;
        const span = write(action.text);
        const find = (quote: string): Span => {
          const from = span[0] + action.text.indexOf(quote);
          return [from, from + quote.length];
        };
        return {
          id: actionId,
          text: action.text,
          span,
          mode: action.ongoing ? 'ongoing' : 'deliver',
          targets: (action.targets ?? []).map((target, t) => ({
            force: 'must',
            ...target,
            id: `${actionId}.t${t + 1}`,
            span: find(target.quote),
          })),
          results: (action.results ?? []).map((result, r) => ({ ...result, id: `${actionId}.r${r + 1}`, span: find(result.quote) })),
          ...(action.due ? { due: action.due } : {}),
        };
      });
      tasks.push({
        area: 'other',
        assignees: [],
        siteTypes: [],
        partners: [],
        ...rest,
        id,
        title,
        span: [start, text.length],
        actions: written,
        ...(section.title ? { heading: id } : {}),
      });
      text += '\n\n';
    }
  });

  return {
    format: 'fp-plan/1',
    id: 'sample',
    kind: 'plan',
    issuer: { name: '示例省计划生育协会', level: 'province' },
    period: { from: '2026-01-01', to: '2026-12-31' },
    observances: [],
    ...head,
    headings,
    tasks,
    source: { name: `${head.title}.txt`, mediaType: 'text/plain', sha256: '0'.repeat(64), text },
  };
}

export const samplePlan = buildPlan(
  { title: '示例省计划生育协会2026年工作要点', documentNumber: { text: '示计生协〔2026〕1号', prefix: '示计生协', year: 2026, serial: 1 } },
  [
    {
      title: '以党建引领协会工作',
      tasks: [
        {
          title: '开展党建引领基层实践活动',
          area: 'party-building',
          assignees: ['组织部', '各市州计生协'],
          actions: [
            {
              text: '总结各地经验做法，发现典型案例不少于3个，参加经验交流。',
              targets: [{ quote: '典型案例不少于3个', measure: '典型案例', comparator: 'atLeast', min: 3, unit: '个' }],
            },
            { text: '坚持每月一次集中学习。', ongoing: true },
          ],
        },
        { title: '加强政治建设', area: 'party-building', actions: [{ text: '落实意识形态工作责任制，防范化解各类风险。', ongoing: true }] },
      ],
    },
    {
      title: '落实六项重点任务，推动家庭友好型社会建设',
      tasks: [
        {
          title: '深化优生优育指导服务，推动向日葵亲子小屋进社区',
          area: 'early-development',
          assignees: ['家庭服务部'],
          partners: ['省妇联', '省教育厅'],
          due: '2026-11-30',
          siteTypes: ['parent-child-house', 'birth-guidance-center'],
          actions: [
            { text: '举办托育服务能力提升培训班。', due: '2026-06-30' },
            {
              text: '每个市州至少建成一个优生优育指导中心，指导服务覆盖率达到95%。',
              targets: [
                {
                  quote: '至少建成一个优生优育指导中心',
                  measure: '优生优育指导中心',
                  comparator: 'atLeast',
                  min: 1,
                  unit: '个',
                  scope: { each: 'city' },
                },
                { quote: '指导服务覆盖率达到95%', measure: '指导服务覆盖率', comparator: 'atLeast', min: 95, unit: '%', due: '2026-12-31' },
              ],
            },
            {
              text: '组织“优生优育进万家”活动，力争服务群众350万人次。',
              targets: [
                {
                  quote: '力争服务群众350万人次',
                  measure: '服务群众',
                  comparator: 'atLeast',
                  min: 3_500_000,
                  unit: '人次',
                  force: 'strive',
                },
              ],
            },
          ],
        },
        {
          title: '落实帮扶保障，持续开展暖心行动',
          area: 'family-support',
          siteTypes: ['warm-home'],
          actions: [
            {
              text: '统筹社会资源，新建省级“暖心家园”3—5\n\n个，鼓励有条件的县（市、区）配备心理咨询师不少于2人。',
              targets: [
                { quote: '新建省级“暖心家园”3—5\n\n个', measure: '省级“暖心家园”', comparator: 'between', min: 3, max: 5, unit: '个' },
                {
                  quote: '鼓励有条件的县（市、区）配备心理咨询师不少于2人',
                  measure: '心理咨询师',
                  comparator: 'atLeast',
                  min: 2,
                  unit: '人',
                  force: 'encourage',
                  scope: { each: '有条件的县（市、区）' },
                },
              ],
            },
            { text: '开展重要节日走访慰问，做到联系人、就医绿色通道、家庭医生签约三个全覆盖。', ongoing: true },
            { text: '召开帮扶工作现场会，通报进展情况。', due: '2026-09-30' },
          ],
        },
      ],
    },
    {
      title: '夯实基层基础',
      tasks: [
        {
          title: '加强队伍建设',
          area: 'organization',
          actions: [
            {
              text: '举办全省计生协干部培训班1期。',
              targets: [{ quote: '培训班1期', measure: '干部培训班', comparator: 'exactly', min: 1, max: 1, unit: '期' }],
            },
            { text: '修订会员管理办法。' },
          ],
        },
      ],
    },
  ],
);

/** A plan without numbering: no heading, one list. */
export const flatPlan = buildPlan({ title: '某村计划生育协会年度安排' }, [
  {
    title: '',
    tasks: [
      { title: '办好会员之家', actions: [{ text: '每季度开展一次会员活动。', ongoing: true }] },
      {
        title: '组织健康讲座',
        actions: [
          {
            text: '全年讲座不少于4场。',
            targets: [{ quote: '讲座不少于4场', measure: '健康讲座', comparator: 'atLeast', min: 4, unit: '场' }],
          },
        ],
      },
    ],
  },
]);

export const reportPlan = buildPlan(
  { title: '示例省计划生育协会2025年工作报告', kind: 'report', period: { from: '2025-01-01', to: '2025-12-31' } },
  [
    {
      title: '主要工作',
      tasks: [
        {
          title: '暖心行动',
          actions: [
            {
              text: '全省建成暖心家园128个，服务12.6万人次。',
              results: [
                { quote: '建成暖心家园128个', measure: '暖心家园', value: 128, unit: '个', asOf: '2025-12-31' },
                { quote: '服务12.6万人次', measure: '服务', value: 126_000, unit: '人次' },
              ],
            },
          ],
        },
      ],
    },
  ],
);

export const emptyPlan = buildPlan({ title: '空白工作要点' }, []);

const tallyOf = (states: readonly ProgressState[]): Tally => {
  const count = (state: ProgressState) => states.filter((one) => one === state).length;
  const notReported = count('notReported');
  return {
    total: states.length,
    reported: states.length - notReported,
    done: count('done'),
    inProgress: count('inProgress'),
    overdue: count('overdue'),
    stopped: count('stopped'),
    notReported,
  };
};

const worst = ({ total, done, overdue, stopped, notReported }: Tally): ProgressState =>
  overdue > 0 ? 'overdue' : notReported === total ? 'notReported' : done === total ? 'done' : stopped === total ? 'stopped' : 'inProgress';

/** A snapshot of `plan` in which the actions named have the states given, and every other one is not reported. */
export function buildSnapshot(
  plan: Plan,
  states: Record<string, ProgressState>,
  targets: Record<string, TargetProgress> = {},
  asOf = '2026-10-20',
): Snapshot {
  const stateOf = (id: string) => states[id] ?? 'notReported';
  const tasks = plan.tasks.map((task) => [task.id, tallyOf(task.actions.map(({ id }) => stateOf(id)))] as const);
  const all = plan.tasks.flatMap((task) => task.actions);
  const progress: Progress = {
    planId: plan.id,
    asOf,
    total: tallyOf(all.map(({ id }) => stateOf(id))),
    sections: {},
    tasks: Object.fromEntries(tasks.map(([id, tally]) => [id, { state: worst(tally), tally }])),
    actions: Object.fromEntries(all.filter(({ id }) => states[id]).map(({ id }) => [id, { state: stateOf(id), asOf: '2026-10-10' }])),
    targets,
  };
  return { format: 'fp-snapshot/1', plan, progress, generatedAt: '2026-10-21T08:00:00+08:00', links: {} };
}

export const sampleSnapshot = buildSnapshot(
  samplePlan,
  {
    '1.1.1': 'done',
    '1.1.2': 'inProgress',
    '2.3.1': 'done',
    '2.3.2': 'inProgress',
    '2.3.3': 'inProgress',
    '2.4.1': 'inProgress',
    '2.4.3': 'overdue',
    '3.5.1': 'done',
    '3.5.2': 'stopped',
  },
  {
    '1.1.1.t1': { state: 'done', reached: 4, asOf: '2026-08-12' },
    '2.3.2.t1': { state: 'inProgress', units: { met: 9, reported: 11, total: 14 }, asOf: '2026-10-15' },
    '2.3.2.t2': { state: 'inProgress', reached: 87.5, asOf: '2026-09-30' },
    '2.3.3.t1': { state: 'inProgress', reached: 2_860_000, asOf: '2026-09-30' },
    '2.4.1.t1': { state: 'inProgress', reached: 2, asOf: '2026-10-10' },
    '3.5.1.t1': { state: 'done', reached: 1, asOf: '2026-05-22' },
  },
);
