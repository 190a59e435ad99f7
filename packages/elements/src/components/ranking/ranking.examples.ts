import type { Example } from '../../testing/example.js';
import { sampleRanking, weightedRanking } from '../../testing/ledger.js';

const tag = 'fp-ranking';
const html = '<a href="/ranking.html">各市州进展通报</a>';
const once = { ...sampleRanking, since: undefined };

export const rankingExamples: Example[] = [
  {
    name: 'ranking',
    zh: '月度通报：并列、变化、迟报',
    en: 'A month: ties, changes, late reporters',
    tag,
    properties: { ranking: sampleRanking },
    html,
  },
  { name: 'weighted', zh: '年度评估：加权得分', en: 'A year: weighted scores', tag, properties: { ranking: weightedRanking }, html },
  {
    name: 'first',
    zh: '没有上期可比',
    en: 'Nothing to compare with',
    tag,
    attributes: { label: '2026年上半年各市州工作进展' },
    properties: { ranking: { ...once, late: [], rows: once.rows.map((row) => ({ ...row, previous: undefined })) } },
    html,
  },
  {
    name: 'nobody',
    zh: '尚无地区报送',
    en: 'Nobody has reported',
    tag,
    properties: {
      ranking: {
        ...once,
        rows: [],
        late: [],
        unranked: [...once.rows, ...once.unranked].map(({ region }) => ({ region, reason: 'notReported' })),
        coverage: { reported: 0, total: 6 },
      },
    },
    html,
  },
  { name: 'empty', zh: '没有地区', en: 'No regions', tag, properties: { ranking: { ...once, rows: [], late: [], unranked: [] } }, html },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/ranking.json' }, html },
];
