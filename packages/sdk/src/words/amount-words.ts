import type { Lang } from '../lang.js';
import type { Comparator, Force, Target } from '../model/plan.js';
import type { RegionLevel } from '../model/region.js';

interface Words {
  comparators: Readonly<Record<Comparator, (amount: string) => string>>;
  forces: Readonly<Record<Force, string>>;
  levels: Readonly<Record<RegionLevel, string>>;
  each: (scope: string) => string;
  goal: (each: string, goal: string) => string;
  force: (force: string, goal: string) => string;
}

/** 每人, 每季度, 每千人: what needs no 个 to be counted. */
const countsItself = /^(?:[人户家所支名位次期村年月周天日]|季度?|半年|两年|三年|[千万])/;

const same = (amount: string): string => amount;

const wordsIn: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    comparators: {
      atLeast: (amount) => `不少于${amount}`,
      moreThan: (amount) => `超过${amount}`,
      atMost: (amount) => `不超过${amount}`,
      lessThan: (amount) => `低于${amount}`,
      exactly: same,
      between: same,
      about: (amount) => `约${amount}`,
    },
    forces: { must: '', strive: '力争', encourage: '鼓励' },
    levels: { country: '国家', province: '省', city: '市州', county: '县市区', township: '乡镇街道', village: '村（社区）' },
    each: (scope) => (/^[每各]/.test(scope) ? scope : countsItself.test(scope) ? `每${scope}` : `每个${scope}`),
    goal: (each, goal) => each + goal,
    force: (force, goal) => force + goal,
  },
  en: {
    comparators: {
      atLeast: (amount) => `at least ${amount}`,
      moreThan: (amount) => `more than ${amount}`,
      atMost: (amount) => `at most ${amount}`,
      lessThan: (amount) => `less than ${amount}`,
      exactly: same,
      between: same,
      about: (amount) => `about ${amount}`,
    },
    forces: { must: '', strive: 'strive for', encourage: 'encourage' },
    levels: { country: 'country', province: 'province', city: 'city', county: 'county', township: 'township', village: 'village' },
    each: (scope) => `each ${scope}`,
    goal: (each, goal) => `${goal} in ${each}`,
    force: (force, goal) => `${force} ${goal}`,
  },
};

/** What is to be reached, in one phrase: 力争不少于350万人次, 每个市州1个; `at least 1 个 in each city`. Units stay as the document prints them. */
export function goalWords({ comparator, min, max, unit, scope, force }: Target, lang: Lang): string {
  const words = wordsIn[lang];
  const isCeiling = comparator === 'atMost' || comparator === 'lessThan';
  const [low, high] = [min ?? max, max ?? min];
  const bound = isCeiling ? high : low;
  const figure =
    comparator === 'between' && low !== undefined && high !== undefined && low !== high
      ? withUnit(`${numberWords(low, lang)}–${numberWords(high, lang)}`, unit, lang)
      : bound === undefined
        ? ''
        : amountWords(bound, unit, lang);
  const bare = words.comparators[comparator](figure);
  const goal = scope === undefined ? bare : words.goal(scopeWords(scope.each, lang), bare);
  return words.forces[force] === '' ? goal : words.force(words.forces[force], goal);
}

/** What a target is asked of each of: 每个市州, `each city`. */
export function scopeWords(scope: string, lang: Lang): string {
  const { levels, each } = wordsIn[lang];
  return each((levels as Partial<Record<string, string>>)[scope] ?? scope);
}

/** An amount with its unit: 350万人次, `3,500,000 人次`, `95%`. */
export function amountWords(value: number, unit: string | undefined, lang: Lang): string {
  return withUnit(numberWords(value, lang), unit, lang);
}

function withUnit(figure: string, unit: string | undefined, lang: Lang): string {
  if (unit === undefined) return figure;
  return lang === 'en' && !/^[%％‰/]/.test(unit) ? `${figure} ${unit}` : figure + unit;
}

/** Large numbers as the documents write them, in 万 and 亿, where no digit is lost by it. */
function numberWords(value: number, lang: Lang): string {
  if (lang === 'en') return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);
  for (const [size, word] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    const scaled = Number((value / size).toPrecision(12));
    if (Math.abs(scaled) >= 1 && /^-?\d+(?:\.\d{1,2})?$/.test(String(scaled))) return `${scaled}${word}`;
  }
  return String(value);
}
