import type { Lang } from '../lang.js';
import { siteTypeNames } from '../model/site.js';
import { scopeWords } from '../words/amount-words.js';
import type { MatchReason, ResultMatch } from './match-results.js';

interface Words {
  shared: Readonly<Record<MatchReason['sharedIn'], (words: string) => string>>;
  alike: (percent: number) => string;
  unit: Readonly<Record<MatchReason['unit'], string>>;
  siteType: (name: string) => string;
  area: string;
  each: (scope: string) => string;
  region: (name: string) => string;
  years: (plan: string, report: string) => string;
  stock: string;
  met: (isMet: boolean) => string;
  sure: (percent: number) => string;
  separator: string;
}

const wordsIn: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    shared: { measure: (words) => `都说“${words}”`, clause: (words) => `原句提到“${words}”` },
    alike: (percent) => `用词相近 ${percent}%`,
    unit: { same: '单位相同', compatible: '单位相通', missing: '有一方没写单位' },
    siteType: (name) => `同是${name}`,
    area: '同一工作领域',
    each: (scope) => `目标按${scope}计，总数看不出是否都有`,
    region: (name) => `只是${name}的数字，不能代表全部`,
    years: (plan, report) => `计划是${plan}年的，数字是${report}年的`,
    stock: '目标要求新增，数字没说是不是新增的',
    met: (isMet) => (isMet ? '已达到' : '未达到'),
    sure: (percent) => `把握 ${percent}%`,
    separator: '，',
  },
  en: {
    shared: { measure: (words) => `both say “${words}”`, clause: (words) => `the sentence mentions “${words}”` },
    alike: (percent) => `worded ${percent}% alike`,
    unit: { same: 'same unit', compatible: 'compatible units', missing: 'one of them prints no unit' },
    siteType: (name) => `both about ${name}`,
    area: 'same work area',
    each: (scope) => `the target is for ${scope}, which a total does not show`,
    region: (name) => `the figure of ${name} alone, not of the whole`,
    years: (plan, report) => `the plan is for ${plan}, the figure from ${report}`,
    stock: 'new ones are asked for, and the figure does not say that these are new',
    met: (isMet) => (isMet ? 'target met' : 'target not met'),
    sure: (percent) => `${percent}% sure`,
    separator: ', ',
  },
};

/** Why a result was matched with a target, in one line: 都说“暖心家园”，同是暖心家园，单位相同，已达到，把握 92%. */
export function describeMatch({ score, reason, met }: ResultMatch, lang: Lang = 'zh-CN'): string {
  const words = wordsIn[lang];
  return [
    reason.shared === '' ? words.alike(Math.round(reason.measure * 100)) : words.shared[reason.sharedIn](reason.shared),
    reason.siteType === undefined || reason.shared === siteTypeNames[reason.siteType] ? '' : words.siteType(siteTypeNames[reason.siteType]),
    words.unit[reason.unit],
    reason.area === undefined ? '' : words.area,
    reason.each === undefined ? '' : words.each(scopeWords(reason.each, lang)),
    reason.region === undefined ? '' : words.region(reason.region),
    reason.years === undefined ? '' : words.years(reason.years.plan, reason.years.report),
    reason.stock ? words.stock : '',
    met === undefined ? '' : words.met(met),
    words.sure(Math.round(score * 100)),
  ]
    .filter((part) => part !== '')
    .join(words.separator);
}
