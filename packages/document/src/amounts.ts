import type { Comparator } from '@fp-kit/sdk';
import {
  CHINESE_NUMERAL,
  CLOSE,
  DIGIT,
  indexIn,
  isDigitAt,
  isOneOf,
  LEFT_PARENTHESIS,
  OPEN,
  RIGHT_PARENTHESIS,
  SPELT,
} from './characters.js';
import { BOUND, mark, MarkedWords, Words, type Marked } from './words.js';
import { isNumeralAt, magnitudes, parseChineseNumber } from './numerals.js';

/** A number with its unit, as it stands in a clause of the view. Each has all fields: of one shape they are read faster. */
export interface Amount {
  /** Positions in the view, from the first digit to the end of the unit. */
  start: number;
  end: number;
  value: number;
  /** Upper end of a range. */
  upTo: number | undefined;
  unit: { start: number; end: number; text: string } | undefined;
  /** 余, 多, 近, 约 stand at the number. */
  approximate: boolean;
  chinese: boolean;
  /** 三分之一, 九成, 一半: a share of the whole, in percent; 翻一番: a change, whose measure names it. */
  spelt: 'share' | 'half' | 'change' | undefined;
  /** Cue before the number and where it begins, cue right behind it. */
  before: { comparator: Comparator; start: number } | undefined;
  after: { comparator: Comparator; end: number } | undefined;
}

const units = (
  '个百分点 个千分点 件套 台套 个工作日 个小时 百分点 千分点 件次 项次 条次 篇次 班次 家次 人天 厘米 公顷 人次 场次 例次 户次 车次 台次 批次 轮次 期次 人份 课时 学时 小时 分钟 周岁 周年 公里 千米 平方米 平方公里 立方米 公斤 毫克 个月 ' +
  '% ‰ 个 名 人 家 所 场 期 篇 户 处 条 道 件 项 套 台 份 册 元 岁 天 年 月 日 号 米 亩 组 支 对 例 类 种 堂 幅 块 辆 张 本 部 集 只 盒 片 枚 升 克 吨 ' +
  '批 次 轮 回 遍 届 级 间 栋 座 面 件 宗 字 页 分 周 倍 桌 床 村 点 科 编 板 粒 ㎡ 位 节 门 首 封 株 棵 瓶 袋 款 起 则 箱 包 笔 双 讲 副 趟 站'
).split(' ');
/** 6000人/台, 500元/月: one character behind the stroke. */
const unitBegins = new Set(units.map((unit) => unit[0]));

/** 第七次, 每千人口, 唯一: the character before says that this is no amount. */
const notAmount = '第每唯统届+几';
/** 17部门, 3场所: the unit is the beginning of another word. */
const continued: Partial<Record<string, string>> = {
  部: '门队',
  家: '庭长',
  场: '所',
  条: '件例',
  次: '性',
  类: '率',
  米: '服圈',
  公里: '服圈',
  个: '人性',
  份: '额',
  篇: '一',
  站: '点式台长位岗区',
  人: '口群员民',
  村: '民规',
  点: '击',
  面: '向',
  节: '日点约能气目育',
  门: '户诊类',
  首: '次席批届',
  位: '一于置数',
  回: '事头访应顾收归复落家乡',
  起: '来到点步草诉',
  包: '保干扶容联',
  笔: '记试',
  双: '岗月方向减',
  讲: '座师话解',
  副: '会主职',
};

/** Each unit with the characters that make another word of it. */
const unitWords = new Words(units.map((unit) => [unit, continued[unit] ?? ''] as const));

const rangeSigns = '-~至到';

/** Amounts in a clause `[start, end)`, left to right. Numbers in “” and 《》 are names and are passed over. */
export function amountsIn(marked: Marked, start: number, end: number): Amount[] {
  const { text: view, codes, marks } = marked;
  const amounts: Amount[] = [];
  let quoted = 0;
  let from = start;
  let kinds = 0;
  for (let i = marks.from(start); marks.at[i]! < end; i++) {
    const kind = marks.kinds[i]!;
    const at = marks.at[i]!;
    kinds |= kind;
    if (at < from || !(kind & (DIGIT | CHINESE_NUMERAL | OPEN | CLOSE | SPELT))) continue;
    if (kind & CHINESE_NUMERAL && view.startsWith('分之', at + 1) && isOneOf(view, at, '百千')) {
      const rate = quoted > 0 ? undefined : readRate(view, at, end);
      if (rate) amounts.push(rate);
      from = rate?.end ?? at + 3;
      continue;
    }
    if (kind & (OPEN | CLOSE)) {
      if (codes[at] !== LEFT_PARENTHESIS && codes[at] !== RIGHT_PARENTHESIS) quoted = kind & OPEN ? quoted + 1 : Math.max(0, quoted - 1);
      continue;
    }
    const isName =
      quoted > 0 ||
      isOneOf(view, at - 1, notAmount) ||
      isListedOrdinal(view, at) ||
      (view[at - 1] === ':' && isDigitAt(view, at - 2)) ||
      (kind & DIGIT ? isLatin(codes[at - 1] ?? 0) : kind & CHINESE_NUMERAL && isOneOf(view, at - 1, '数'));
    const number = isName || kind & SPELT ? undefined : readNumber(view, at, end);
    const amount = isName ? undefined : (readSpelt(view, at, end, number) ?? (number && readAmount(view, at, end, number)));
    if (amount) amounts.push(amount);
    from = amount?.end ?? skipNumber(view, at, end);
  }
  if (amounts.length > 0) readCues(marked, start, end, amounts, (kinds & BOUND) !== 0);
  if (amounts.length > 1) shareLast(view, start, amounts);
  return amounts;
}

/** 第3、8、9项: the ordinal counts for all of them. */
function isListedOrdinal(view: string, at: number): boolean {
  if (!isOneOf(view, at - 1, '、和')) return false;
  let from = at - 1;
  while (from > at - 16 && isOneOf(view, from, '0123456789、和')) from--;
  return view[from] === '第';
}

function readAmount(view: string, at: number, end: number, first: NumberRead): Amount | undefined {
  let { value, approximate } = first;
  let unit = readUnit(view, first.end, end);
  // 1/3 is a fraction and 1:5 a ratio, no amount.
  if (!unit && (view[first.end] === '/' || (view[first.end] === ':' && isDigitAt(view, first.end + 1)))) return undefined;
  // 再降2个点, but 不少于3个点
  if (unit?.text === '个' && view[unit.end] === '点' && unit.end < end && '降升高低涨'.includes(view[at - 1] ?? ' '))
    unit = { start: unit.start, end: unit.end + 1, text: '个点' };
  let stop = unit?.end ?? first.end;
  let upTo = first.upTo;
  if (isOneOf(view, stop, rangeSigns) && stop + 1 < end && (isDigitAt(view, stop + 1) || (first.chinese && isNumeralAt(view, stop + 1)))) {
    const second = readNumber(view, stop + 1, end);
    const secondUnit = second && readUnit(view, second.end, end);
    if (second && second.chinese === first.chinese && (!unit || unit.text === secondUnit?.text)) {
      // 3-5万人: the magnitude behind the range counts for both ends.
      if (!first.magnitude && second.magnitude && value < second.bare!) value *= second.magnitude;
      upTo = second.value;
      unit = secondUnit;
      stop = unit?.end ?? second.end;
      approximate = false;
    }
  }
  if (upTo !== undefined && upTo < value) return undefined;
  return amountOf(at, stop, value, upTo, unit, approximate, first.chinese);
}

function amountOf(
  start: number,
  end: number,
  value: number,
  upTo: number | undefined,
  unit: Amount['unit'],
  approximate: boolean,
  chinese: boolean,
  spelt?: Amount['spelt'],
): Amount {
  return { start, end, value, upTo, unit, approximate, chinese, spelt, before: undefined, after: undefined };
}

/** By their value. */
const hundredths = '零一二三四五六七八九';

/** 百分之九十五, 百分之95, 千分之三. */
function readRate(view: string, at: number, end: number): Amount | undefined {
  const number = readNumber(view, at + 3, end);
  if (!number || number.end === at + 3) return undefined;
  const unit = { start: at, end: at + 3, text: view[at] === '百' ? '%' : '‰' };
  return amountOf(at, number.end, number.value, undefined, unit, number.approximate, false);
}

/** 成立, 成员, 三成功: 成 begins another word. */
const notTenths = '立员功效果本为长熟绩人都分年品形';

/** 三分之一, 1/3, 九成, 一半, 半数, 翻一番: shares and changes in percent, to two decimals. */
function readSpelt(view: string, at: number, end: number, number: NumberRead | undefined): Amount | undefined {
  const first = view[at];
  const next = view[at + 1];
  if (first === '翻') {
    const times = next === '番' ? 1 : view[at + 2] === '番' ? parseChineseNumber(view, at + 1, at + 2) : undefined;
    return times === undefined ? undefined : percent(at, next === '番' ? at + 2 : at + 3, end, (2 ** times - 1) * 100, 'change');
  }
  if (first === '半') return next === '数' ? percent(at, at + 2, end, 50, 'half') : undefined;
  if (first === '一' && next === '半') return isOneOf(view, at + 2, '年个天月小') ? undefined : percent(at, at + 2, end, 50, 'half');
  if (!number || number.approximate || number.magnitude) return undefined;
  const { value } = number;
  const behind = view[number.end];
  if (behind === '成' && value > 0 && value <= 10 && !isOneOf(view, number.end + 1, notTenths)) {
    // 九成五: the second numeral counts hundredths.
    const more = number.upTo === undefined && value < 10 ? hundredths.indexOf(view[number.end + 1] ?? ' ') : -1;
    if (more > 0) return percent(at, number.end + 2, end, value * 10 + more, 'share');
    return percent(at, number.end + 1, end, value * 10, 'share', number.upTo === undefined ? undefined : number.upTo * 10);
  }
  const sign = number.chinese ? '分之' : '/';
  if (behind !== sign[0] || !view.startsWith(sign, number.end)) return undefined;
  const below = readNumber(view, number.end + sign.length, end);
  if (!below || below.end === number.end + sign.length) return undefined;
  // 三分之一 names the whole first, 1/3 last; 5/29 is a day, 11/10万 a rate.
  const [part, whole] = number.chinese ? [below.value, value] : [value, below.value];
  if (part < 1 || part >= whole || whole > 10 || below.magnitude) return undefined;
  return percent(at, below.end, end, Math.round((part / whole) * 1e4) / 100, 'share');
}

function percent(
  start: number,
  stop: number,
  end: number,
  value: number,
  spelt: NonNullable<Amount['spelt']>,
  upTo?: number,
): Amount | undefined {
  return stop > end ? undefined : amountOf(start, stop, value, upTo, { start, end: stop, text: '%' }, false, false, spelt);
}

interface NumberRead {
  value: number;
  /** 两三: the greater of two neighbours. */
  upTo: number | undefined;
  /** The number before its magnitude. */
  bare: number | undefined;
  magnitude: number | undefined;
  end: number;
  approximate: boolean;
  chinese: boolean;
}

function readNumber(view: string, at: number, end: number): NumberRead | undefined {
  let i = at;
  if (!isDigitAt(view, at)) {
    while (i < end && i < at + 12 && isNumeralAt(view, i)) i++;
    const [low, high] = (i - at > 1 ? neighbours(view.slice(at, i)) : undefined) ?? [];
    const value = low === undefined ? parseChineseNumber(view, at, i) : parseChineseNumber(low);
    if (value === undefined) return undefined;
    const approximate = isOneOf(view, i, '余多几');
    // 八千四百多万
    const times = approximate && i + 1 < end ? (magnitudes.get(view.charCodeAt(i + 1)) ?? 1) : 1;
    const upTo = high === undefined ? undefined : parseChineseNumber(high);
    const stop = times > 1 ? i + 2 : approximate ? i + 1 : i;
    return { value: value * times, upTo, bare: undefined, magnitude: undefined, end: stop, approximate, chinese: true };
  }
  let separators = 0;
  for (; i < end; i++) {
    if (isDigitAt(view, i)) continue;
    if (!isSeparator(view, i) || i - at - separators > 12) break;
    separators++;
  }
  if (view[i] === '.' && isDigitAt(view, i + 1)) {
    i++;
    while (i < end && isDigitAt(view, i)) i++;
    // 1.2.3 is a number of another kind.
    if (view[i] === '.' && isDigitAt(view, i + 1)) return undefined;
  }
  if (i - at - separators > 15) return undefined;
  const digits = view.slice(at, i);
  const bare = Number(separators > 0 ? digits.replaceAll(',', '') : digits);
  let value = bare;
  let approximate = false;
  let magnitude = 1;
  for (let pass = 0; pass < 4 && i < end; pass++, i++) {
    const times = magnitudes.get(view.charCodeAt(i));
    if (times !== undefined) magnitude *= times;
    else if (isOneOf(view, i, '余多几')) approximate = true;
    else break;
  }
  if (magnitude > 1) value = Math.round(bare * magnitude * 1e6) / 1e6;
  // 2万3千: each part smaller than the one before.
  for (let last = magnitude; last > 1 && !approximate && isDigitAt(view, i);) {
    let stop = i;
    while (stop < end && stop < i + 4 && isDigitAt(view, stop)) stop++;
    const next = magnitudes.get(view.charCodeAt(stop));
    if (next === undefined || next >= last || stop >= end) break;
    value += Number(view.slice(i, stop)) * next;
    last = next;
    i = stop + 1;
  }
  return { value, upTo: undefined, bare, magnitude: magnitude > 1 ? magnitude : undefined, end: i, approximate, chinese: false };
}

const counted = '一二三四五六七八九';

/** 两三, 三五, 十七八, 二三十: two neighbours are from the one to the other, not 23. */
function neighbours(text: string): [low: string, high: string] | undefined {
  const value = (i: number) => (text[i] === '两' ? 2 : counted.indexOf(text[i] ?? ' ') + 1);
  for (let i = 0; i + 1 < text.length; i++) {
    const [a, b] = [value(i), value(i + 1)];
    if (a < 1 || (b !== a + 1 && !(a === 3 && b === 5)) || value(i - 1) > 0 || value(i + 2) > 0) continue;
    return [text.slice(0, i + 1) + text.slice(i + 2), text.slice(0, i) + text.slice(i + 1)];
  }
  return undefined;
}

/** The unit that a cell of a table holds, and nothing else. */
export function unitIn(view: string, start: number, end: number): Amount['unit'] {
  const unit = readUnit(view, start, end);
  return unit?.end === end ? unit : undefined;
}

function readUnit(view: string, at: number, end: number): Amount['unit'] {
  const char = view[at];
  if (char === undefined || at >= end) return undefined;
  if (char === '/') {
    // 11/10万: per hundred thousand.
    let i = at + 1;
    while (i < end && isDigitAt(view, i)) i++;
    // 90/万 as well, but not 500/万元.
    const isRate = i > at + 1 ? isOneOf(view, i, '万千') : view[i] === '万' && !isOneOf(view, i + 1, '元人次份户');
    if (isRate && i < end) return { start: at, end: i + 1, text: view.slice(at, i + 1) };
    return undefined;
  }
  const found = unitWords.at(view, at);
  if (found === undefined) return undefined;
  const [unit, others] = found;
  let stop = at + unit.length;
  if (isOneOf(view, stop, others)) return undefined;
  if (view[stop] === '/' && unitBegins.has(view[stop + 1])) stop += 2;
  return stop <= end ? { start: at, end: stop, text: stop - at === unit.length ? unit : view.slice(at, stop) } : undefined;
}

/** 1,200 */
function isSeparator(view: string, at: number): boolean {
  return (
    view[at] === ',' &&
    isDigitAt(view, at - 1) &&
    isDigitAt(view, at + 1) &&
    isDigitAt(view, at + 2) &&
    isDigitAt(view, at + 3) &&
    !isDigitAt(view, at + 4)
  );
}

function skipNumber(view: string, at: number, end: number): number {
  let i = at + 1;
  if (isNumeralAt(view, at)) while (i < end && isNumeralAt(view, i)) i++;
  while (i < end && (isDigitAt(view, i) || (isOneOf(view, i, './') && isDigitAt(view, i + 1)))) i++;
  return i;
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** How far a cue may stand before its amount, in characters: 至少打造一个, but 降至5%; further before a share: 不高于同类机构标准的90%. */
const cuesBefore = new MarkedWords<{ comparator: Comparator; reach: number }>(BOUND, [
  ...cues('不得少于 不得低于 不能少于 不能低于 不少于 不低于 不小于 不短于 最少', 'atLeast', 12),
  ...cues('不下', 'atLeast', 1),
  ...cues(
    '不下于 达到 提高到 提高至 提升到 提升至 增加到 增加至 增至 升至 升到 增长到 增长至 扩大到 扩大至 上升到 上升至 发展到 发展至 壮大到 覆盖到',
    'atLeast',
    6,
  ),
  ...cues('至少', 'atLeast', 24),
  ...cues('不得突破 不突破 不得超过 不得高于 不能超过 不超过 不高于 不多于 不大于 最多 至多', 'atMost', 8),
  ...cues('控制在 下降到 下降至 降低到 降低至 减少到 减少至 压减到 压减至 压缩到 压缩至 缩短到 缩短至 减至 减到 降至 降到', 'atMost', 4),
  ...cues('超过 高于 多于 大于', 'moreThan', 6),
  ...cues('突破', 'moreThan', 4),
  ...cues('超 逾', 'moreThan', 0),
  ...cues('低于 小于 少于', 'lessThan', 6),
  ...cues('不足 不到 不满', 'lessThan', 4),
  ...cues('稳定在 保持在', 'exactly', 4),
  ...cues('≥ ≧ >=', 'atLeast', 1),
  ...cues('≤ ≦ <=', 'atMost', 1),
  ...cues('>', 'moreThan', 1),
  ...cues('<', 'lessThan', 1),
  ...cues('达', 'atLeast', 1),
  ...cues('约 近', 'about', 0),
  ...cues('左右', 'about', 0),
]);

function cues(words: string, comparator: Comparator, reach: number): [string, { comparator: Comparator; reach: number }][] {
  return words.split(' ').map((word) => [word, { comparator, reach }]);
}

const cuesAfter = new Words<Comparator>([
  ['及以上', 'atLeast'],
  ['以上', 'atLeast'],
  ['及以下', 'atMost'],
  ['以下', 'atMost'],
  ['以内', 'atMost'],
  ['之内', 'atMost'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['+', 'atLeast'],
]);

// 保证每村都有2名: a bound whose cue stands anywhere before it.
mark(BOUND, '都有');

/**
 * What the words around each amount make of it; `hasCue` says whether a word may stand there that bounds one. In 分别达到A、B、C the cue of
 * the first counts for all.
 */
function readCues(marked: Marked, start: number, end: number, amounts: Amount[], hasCue: boolean): void {
  const view = marked.text;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    const previous = i > 0 ? amounts[i - 1] : undefined;
    const from = previous ? (previous.after?.end ?? previous.end) : start;
    const near = Math.max(from, amount.start - 40);
    amount.before =
      (hasCue ? lastCue(marked, Math.max(near, amount.start - 32), amount.start) : undefined) ??
      roundCue(view, near, amount.start) ??
      (previous?.before && goesOn(view, previous.before, near, amount.start) ? { ...previous.before } : undefined);
    // 3个(含)以上, 50人(含50人)以上, 60条(次)以上
    const included = view[amount.end] === '(' ? indexIn(view, ')', amount.end, Math.min(end, amount.end + 10)) + 1 : 0;
    const behind = included || amount.end;
    const after = cuesAfter.at(view, behind);
    if (after && behind + after[0].length <= end) amount.after = { comparator: after[1], end: behind + after[0].length };
    // 误差率在1%内, but 5天内 says when.
    else if (isOneOf(view, behind, '内') && behind < end && isOneOf(view, behind - 1, '%‰'))
      amount.after = { comparator: 'atMost', end: behind + 1 };
    if (!amount.before && hasCue) {
      const left = view.slice(near, amount.start);
      const at = left.includes('都有') ? Math.max(left.lastIndexOf('保证'), left.lastIndexOf('确保'), left.lastIndexOf('都有')) : -1;
      if (at >= 0) amount.before = { comparator: 'atLeast', start: near + at };
    }
  }
}

/** 分别保持在93%、92%以上: the word behind the last counts for all. */
function shareLast(view: string, start: number, amounts: Amount[]): void {
  let cue: number | undefined;
  for (let i = amounts.length - 1; i > 0; i--) {
    const [amount, last] = [amounts[i - 1]!, amounts[i]!];
    const areAlike = amount.unit?.text === last.unit?.text || (hasRateUnit(amount) && hasRateUnit(last));
    if (!last.after || amount.after || !areAlike || last.start - amount.end !== 1) continue;
    cue ??= view.slice(start, last.start).indexOf('分别');
    if (cue < 0) return;
    if (isOneOf(view, amount.end, '、和及') && start + cue < amount.start)
      amount.after = { comparator: last.after.comparator, end: amount.end };
  }
}

/** 3.5‰, 9.5/10万 */
export const hasRateUnit = ({ unit }: Amount) => unit !== undefined && /[%‰/]/.test(unit.text);

/** Whether what stands between an amount and the next only goes on with a list, so that the cue before the one counts for the other. */
function goesOn(view: string, { comparator, start }: NonNullable<Amount['before']>, from: number, to: number): boolean {
  if (to - from === 1 && isOneOf(view, from, '、和及与或,')) return true;
  return comparator === 'atLeast' && view.startsWith('至少', start) && to - from < 16 && /^[^,。]*[和、及]/.test(view.slice(from, to));
}

/** 过百场, 上千人, 过半数: before a round number these are cues, elsewhere parts of other words (通过, 网上). */
function roundCue(view: string, start: number, end: number): Amount['before'] {
  const at = end - 1;
  if (at < start || !isOneOf(view, end, '百千万半')) return undefined;
  if (view[at] === '过') return isOneOf(view, at - 1, '通经') ? undefined : { comparator: 'moreThan', start: at };
  return view[at] === '上' && !isOneOf(view, at - 1, '网线会以') ? { comparator: 'about', start: at } : undefined;
}

/** The cue in `[start, end)` that ends nearest to `end`. */
function lastCue({ text: view, marks }: Marked, start: number, end: number): Amount['before'] {
  let best: Amount['before'];
  let bestEnd = 0;
  for (let i = marks.from(start); marks.at[i]! < end; i++) {
    const at = marks.at[i]!;
    const cue = marks.kinds[i]! & BOUND ? cuesBefore.at(view, at) : undefined;
    if (!cue) continue;
    const [word, { comparator, reach }] = cue;
    const stop = at + word.length;
    // 不少于 holds 少于: of two that end together the longer, earlier one counts.
    if (stop > end || stop <= bestEnd || end - stop > (reach >= 4 && isOneOf(view, end - 1, '的') ? 16 : reach)) continue;
    // 签约100户, 公约3条
    if (word === '约' && isOneOf(view, at - 1, '签公民规节契违预合履')) continue;
    best = { comparator, start: at };
    bestEnd = stop;
  }
  return best;
}
