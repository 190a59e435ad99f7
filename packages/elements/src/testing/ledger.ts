import type { Ranking, Region, Supervision } from '@fp-kit/sdk';

const cities: Region[] = ['青溪市', '白鹭市', '云屏市', '石湖市', '望岳市', '松岭州'].map((name, index) => ({
  code: `990${index + 1}00`,
  name,
  level: 'city',
}));
const [qingxi, bailu, yunping, shihu, wangyue, songling] = cities as [Region, Region, Region, Region, Region, Region];

const row = (
  rank: number,
  region: Region,
  numerator: number,
  denominator: number,
  rest: Partial<Ranking['rows'][number]> = {},
): Ranking['rows'][number] => ({
  rank,
  tied: false,
  region,
  score: numerator / denominator,
  parts: [{ numerator, denominator, rate: numerator / denominator }],
  ...rest,
});

/** A month's ranking with a tie, a change, somebody late and somebody who is not ranked. */
export const sampleRanking: Ranking = {
  planId: 'sample',
  planTitle: '示例省计划生育协会2026年工作要点',
  asOf: '2026-06-30',
  since: '2026-05-31',
  closesOn: '2026-07-05',
  measures: [{ by: 'completion', label: '举措完成率', share: 1, lowerIsBetter: false }],
  rows: [
    row(1, bailu, 36, 48, { asOf: '2026-06-30', previous: { rank: 2, score: 0.625 } }),
    row(2, qingxi, 32, 48, { tied: true, asOf: '2026-06-28', previous: { rank: 1, score: 0.6458 } }),
    row(2, wangyue, 32, 48, { tied: true, asOf: '2026-06-30', previous: { rank: 2, score: 0.625 } }),
    row(4, yunping, 21, 48, { asOf: '2026-06-15' }),
  ],
  unranked: [
    { region: songling, reason: 'notReported' },
    { region: shihu, reason: 'noDenominator' },
  ],
  late: [{ region: yunping, recordedOn: '2026-07-09' }, { region: songling }],
  coverage: { reported: 5, total: 6 },
  method:
    '按举措完成率从高到低排列，比率为分子除以分母；数据截至2026年6月30日，6个地区中4个参与排名；比率相同者名次并列，未报送或缺分母的地区单列，不作零计。',
};

const rate = (numerator: number, denominator: number) => ({ numerator, denominator, rate: numerator / denominator });

/** A year's evaluation: a score of several rates with their weights. */
export const weightedRanking: Ranking = {
  planId: 'sample',
  planTitle: '示例省计划生育协会2026年工作要点',
  asOf: '2026-12-31',
  measures: [
    { by: 'completion', label: '举措完成率', share: 0.5, lowerIsBetter: false },
    { by: 'target', targetId: '2.3.2.t2', label: '指导服务覆盖率', share: 0.3, lowerIsBetter: false },
    { by: 'reporting', label: '举措报送率', share: 0.2, lowerIsBetter: false },
  ],
  rows: [
    { rank: 1, tied: false, region: bailu, score: 0.931, parts: [rate(45, 48), rate(18_430, 20_480), rate(46, 48)] },
    { rank: 2, tied: false, region: qingxi, score: 0.848, parts: [rate(40, 48), rate(33_120, 38_210), rate(41, 48)] },
  ],
  unranked: [{ region: songling, reason: 'noDenominator' }],
  late: [],
  coverage: { reported: 3, total: 3 },
  method: '按加权得分从高到低排列，权重：举措完成率50%、指导服务覆盖率30%、举措报送率20%；数据截至2026年12月31日，3个地区中2个参与排名。',
};

/** What is to be chased in the middle of a year. */
export const sampleSupervision: Supervision = {
  planId: 'sample',
  planTitle: '示例省计划生育协会2026年工作要点',
  asOf: '2026-07-03',
  soonDays: 30,
  stagnantDays: 60,
  total: 48,
  reported: 31,
  items: [
    {
      kind: 'overdue',
      taskId: '2.3',
      actionId: '2.3.1',
      title: '深化优生优育指导服务',
      text: '举办托育服务能力提升培训班。',
      due: '2026-06-30',
      days: 3,
      units: ['家庭服务部'],
      coverage: { reported: 4, total: 6 },
      silent: [yunping, songling],
      reason: '应于2026年6月30日前完成，已逾期3天，至今未报送',
    },
    {
      kind: 'overLimit',
      taskId: '1.2',
      actionId: '1.2.1',
      title: '严格控制会议',
      text: '全年召开全省性会议不超过4次。',
      asOf: '2026-06-30',
      units: ['办公室'],
      reason: '已超过上限：已达到5次，目标不超过4次',
    },
    {
      kind: 'behind',
      taskId: '2.4',
      actionId: '2.4.1',
      title: '落实帮扶保障，持续开展暖心行动',
      text: '统筹社会资源，新建省级“暖心家园”3—5个。',
      due: '2026-12-31',
      asOf: '2026-06-28',
      units: ['家庭服务部', '各市州计生协'],
      reason: '进度滞后：已达到1个，按工作日应达到1.5个，目标3–5个',
    },
    {
      kind: 'dueSoon',
      taskId: '3.5',
      title: '加强队伍建设',
      due: '2026-07-15',
      days: 12,
      units: ['示例省计划生育协会'],
      reason: '应于2026年7月15日前完成，还剩12天，至今未报送',
    },
    {
      kind: 'stagnant',
      taskId: '1.1',
      actionId: '1.1.2',
      title: '开展党建引领基层实践活动',
      text: '坚持每月一次集中学习。',
      days: 94,
      asOf: '2026-03-31',
      units: ['组织部'],
      reason: '自2026年3月31日起94天没有新的报送',
    },
  ],
};
