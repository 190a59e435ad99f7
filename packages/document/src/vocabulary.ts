import { type Area, freeSiteTypes, type KeyDate, type KnownSiteType, siteTypeAliases } from '@fp-kit/sdk';
import { AREA, MarkedWords, OBSERVANCE, SITE } from './words.js';

/** Work areas by the words that titles and texts use for them; the first list that a title touches wins. */
const wordsByArea: [area: Area, words: string[]][] = [
  [
    'party-building',
    ['党建', '党的建设', '党的领导', '政治建设', '政治引领', '党风', '党中央', '从严治党', '主题教育', '党史', '政治方向'],
  ],
  ['contraceptives', ['药具', '避孕']],
  ['safety', ['安全', '信访', '稳定防线']],
  ['migrants', ['流动人口', '新市民', '流動人口']],
  ['rights', ['权益', '维权', '法律援助']],
  ['youth-health', ['青春健康', '青少年', '青春']],
  ['reproductive-health', ['生殖健康', '生殖保健', '生育力']],
  ['early-development', ['优生优育', '亲子', '托育', '托幼', '婴幼儿', '早期发展', '优育']],
  ['family-support', ['帮扶', '暖心', '特殊家庭', '关爱', '关怀', '幸福工程', '惠民项目', '保险', '育儿补贴', '计生家庭']],
  ['family-health', ['家庭健康', '健康家庭', '好家风', '健康知识', '健康指导员', '健康湖南', '健康素养', '健康行动']],
  ['publicity', ['宣传', '婚育', '网上计生协', '新风', '倡导', '生育友好']],
  ['governance', ['基层治理', '社会治理', '群众自治', '村民自治', '公约', '自治']],
  ['organization', ['组织', '改革', '队伍', '能力建设', '换届', '基层基础', '网络', '班子', '会员']],
];

export const areaOrder = wordsByArea.map(([area]) => area);

/** Areas by their place in `areaOrder`. */
export const areas = new MarkedWords(
  AREA,
  wordsByArea.flatMap(([, words], order) => words.map((word) => [word, order] as const)),
);

/** Kinds of site by every name of theirs; those without an id are named as they are printed. */
export const sites = new MarkedWords<KnownSiteType | undefined>(SITE, [
  ...siteTypeAliases,
  ...freeSiteTypes.map((name) => [name, undefined] as const),
]);

export interface Observance {
  id: string;
  name: string;
  rule: KeyDate['rule'];
  words: string[];
}

/** Days that the genre names: by date in the text (5.29), or by name. */
export const observances: Observance[] = [
  { id: 'new-year', name: '元旦', rule: { month: 1, day: 1 }, words: ['元旦'] },
  { id: 'women-day', name: '国际妇女节', rule: { month: 3, day: 8 }, words: ['妇女节', '“三八”'] },
  { id: 'mothers-day', name: '母亲节', rule: { month: 5, weekday: 0, nth: 2 }, words: ['母亲节'] },
  { id: 'families-day', name: '国际家庭日', rule: { month: 5, day: 15 }, words: ['国际家庭日'] },
  { id: 'members-day', name: '会员活动日', rule: { month: 5, day: 29 }, words: ['会员活动日'] },
  { id: 'population-day', name: '世界人口日', rule: { month: 7, day: 11 }, words: ['世界人口日'] },
  { id: 'birth-defects-day', name: '预防出生缺陷日', rule: { month: 9, day: 12 }, words: ['预防出生缺陷日'] },
  { id: 'contraception-day', name: '世界避孕日', rule: { month: 9, day: 26 }, words: ['世界避孕日'] },
  { id: 'mens-health-day', name: '男性健康日', rule: { month: 10, day: 28 }, words: ['男性健康日'] },
  { id: 'aids-day', name: '世界艾滋病日', rule: { month: 12, day: 1 }, words: ['艾滋病日'] },
  { id: 'december-18', name: '12·18 宣传日', rule: { month: 12, day: 18 }, words: [] },
];

export const observanceWords = new MarkedWords(
  OBSERVANCE,
  observances.flatMap((observance) => observance.words.map((word) => [word, observance] as const)),
);
