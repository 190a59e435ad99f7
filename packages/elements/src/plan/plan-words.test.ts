import type { Target } from '@fp-kit/sdk';
import { expect } from 'chai';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import { amountWords, dateWords, goalWords, reachedWords, termsOf } from './plan-words.js';

const target = (rest: Partial<Target>): Target => ({
  id: 't',
  quote: 'q',
  span: [0, 1],
  measure: 'm',
  comparator: 'exactly',
  force: 'must',
  ...rest,
});
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('words for a plan', () => {
  const goals: [draft: Partial<Target>, chinese: string, english: string][] = [
    [{ comparator: 'atLeast', min: 3, unit: '个' }, '不少于 3 个', 'at least 3 个'],
    [{ comparator: 'moreThan', min: 3_500_000, unit: '人次' }, '超过 350 万人次', 'more than 3,500,000 人次'],
    [{ comparator: 'atMost', max: 5, unit: '%' }, '不超过 5%', 'at most 5%'],
    [{ comparator: 'lessThan', max: 0.5, unit: '‰' }, '少于 0.5‰', 'less than 0.5‰'],
    [{ comparator: 'atMost', max: 10, unit: '/10万' }, '不超过 10/10万', 'at most 10/10万'],
    [{ comparator: 'exactly', min: 1, max: 1, unit: '期' }, '1 期', '1 期'],
    [{ comparator: 'between', min: 3, max: 5, unit: '个' }, '3–5 个', '3–5 个'],
    [{ comparator: 'about', min: 200, max: 200 }, '约 200', 'about 200'],
    [{ comparator: 'atLeast', min: 1, unit: '个', scope: { each: 'city' } }, '每个市州不少于 1 个', 'at least 1 个, each city'],
    [{ comparator: 'atLeast', min: 1, unit: '个', scope: { each: '示范县' } }, '每个示范县不少于 1 个', 'at least 1 个, each “示范县”'],
    [{ comparator: 'atLeast', min: 1, unit: '次', scope: { each: '月' } }, '每月不少于 1 次', 'at least 1 次, each month'],
    [{ comparator: 'between', min: 3, max: 5, unit: '户', scope: { each: '名会员' } }, '每名会员3–5 户', '3–5 户, each “名会员”'],
    [{ comparator: 'atLeast' }, '', ''],
  ];
  for (const [draft, chinese, english] of goals) {
    it(chinese || 'a target without an amount', () => {
      expect(plain(goalWords(target(draft), zhCN))).to.equal(chinese);
      expect(plain(goalWords(target(draft), en))).to.equal(english);
    });
  }

  it('never lets a figure part from its unit', () => {
    expect(goalWords(target({ comparator: 'between', min: 3, max: 5, unit: '个' }), zhCN)).not.to.match(/ /);
  });

  const amounts: [value: number, chinese: string][] = [
    [0, '0 人'],
    [9999, '9,999 人'],
    [10_000, '1 万人'],
    [10_225, '10,225 人'],
    [126_000, '12.6 万人'],
    [120_000_000, '1.2 亿人'],
    [120_340_000, '12,034 万人'],
  ];
  for (const [value, chinese] of amounts) {
    it(`${value} → ${chinese}`, () => {
      expect(plain(amountWords(value, '人', zhCN))).to.equal(chinese);
    });
  }

  const rates: [value: number, goal: Partial<Target>, words: string][] = [
    [88.3137, { min: 90, unit: '%' }, '88.3%'],
    [89.9612, { min: 90, unit: '%' }, '89.96%'],
    [89.9999, { min: 90, unit: '%' }, '89.9999%'],
    [12.004, { max: 12, unit: '‰' }, '12.004‰'],
    [95, { min: 95, unit: '%' }, '95%'],
    [1.62, { min: 1.5, unit: '元' }, '1.62 元'],
  ];
  for (const [value, goal, words] of rates) {
    it(`${value} of ${goal.min ?? goal.max} → ${words}`, () => {
      expect(plain(reachedWords(value, target(goal), zhCN))).to.equal(words);
    });
  }

  it('says force and due', () => {
    expect(termsOf(target({ force: 'strive', due: '2026-09-30' }), zhCN)).to.deep.equal(['力争', '2026年9月30日前']);
    expect(termsOf(target({}), zhCN)).to.deep.equal([]);
    expect(termsOf(target({ force: 'encourage', due: '2026-09-30' }), en)).to.deep.equal(['encouraged', 'by 30 Sep 2026']);
  });

  it('leaves what is not a date as it is', () => {
    expect(dateWords('年底', zhCN)).to.equal('年底');
  });
});
