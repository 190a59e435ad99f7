import type { Lang } from '../lang.js';
import type { Ranking } from '../model/ranking.js';
import { dayWords } from './day-words.js';

interface Words {
  completion: string;
  reporting: string;
  method: (ranking: { measures: Ranking['measures']; asOf: string; ranked: number; total: number }) => string;
  unknownTarget: (id: string) => string;
  noDenominator: (id: string, measure: string) => string;
  mixedDirections: (label: string) => string;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;

export const rankingWords: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    completion: '举措完成率',
    reporting: '举措报送率',
    method: ({ measures, asOf, ranked, total }) => {
      const [only] = measures;
      const by =
        measures.length === 1 && only !== undefined
          ? `按${only.label}${only.lowerIsBetter ? '从低到高' : '从高到低'}排列，比率为分子除以分母`
          : `按加权得分从高到低排列，权重：${measures.map(({ label, share }) => `${label}${percent(share)}`).join('、')}`;
      return `${by}；数据截至${dayWords(asOf, 'zh-CN')}，${total}个地区中${ranked}个参与排名；比率相同者名次并列，未报送或缺分母的地区单列，不作零计。`;
    },
    unknownTarget: (id) => `没有 id 为 ${JSON.stringify(id)} 的量化目标：请从计划的 targets 中选一个`,
    noDenominator: (id, measure) => `${id}（${measure}）不是比率，不能按总数排名：请在 allotted 中给出各地区应完成的数量`,
    mixedDirections: (label) => `${label}越低越好，不能与其他比率加权：请单独排名`,
  },
  en: {
    completion: 'actions done',
    reporting: 'actions reported on',
    method: ({ measures, asOf, ranked, total }) => {
      const [only] = measures;
      const by =
        measures.length === 1 && only !== undefined
          ? `By ${only.label}, ${only.lowerIsBetter ? 'lowest' : 'highest'} first, as numerator over denominator`
          : `By weighted score, highest first; weights: ${measures.map(({ label, share }) => `${label} ${percent(share)}`).join(', ')}`;
      return `${by}. As of ${dayWords(asOf, 'en')}; ${ranked} of ${total} regions are ranked. Equal rates share a rank; regions that did not report, or without a denominator, are named apart and never counted as zero.`;
    },
    unknownTarget: (id) => `No target has the id ${JSON.stringify(id)}: choose one of the plan's targets`,
    noDenominator: (id, measure) =>
      `${id} (${measure}) is no rate and cannot be ranked by count: give what each region was to reach in allotted`,
    mixedDirections: (label) => `${label} is better when it is lower and cannot be weighed with other rates: rank by it alone`,
  },
};
