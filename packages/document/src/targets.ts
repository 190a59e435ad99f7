import type { Comparator, Force, RegionLevel } from '@fp-kit/sdk';
import { amountsIn, hasRateUnit, type Amount } from './amounts.js';
import { CharacterSet, DIGIT, holds, indexIn, isDigitAt, isOneOf } from './characters.js';
import type { Clause, Range } from './clauses.js';
import { dueIn, timeOnly } from './dates.js';
import { readMarker } from './markers.js';
import { EACH, ENCOURAGING, FORWARD, mark, markedList, PAST, RULE, STRIVING, TIME, Words, wordList, type Marked } from './words.js';

/** Whether the text plans or looks back: the same words are a target in one and a result in the other. */
export type Tense = 'plan' | 'report';

/** A quantity found in a clause, in positions of the view. Each has all fields: of one shape they are read faster. */
export interface Quantity extends Range {
  kind: 'target' | 'result';
  amount: Amount;
  measure: Range | undefined;
  comparator: Comparator;
  min: number | undefined;
  max: number | undefined;
  each: RegionLevel | string | undefined;
  force: Force;
  due: string | undefined;
}

/** Units that count time, order or size of writing, never something to be reached. */
const nameUnits = new Set('月 日 号 届 级 周年 分 页 批 点 周 科 编'.split(' '));
const timeUnits = new Set('小时 个小时 分钟 个工作日 天 个月'.split(' '));
/** 一个目标, 两个重点, 四项措施: lists counted by their items. */
const listUnits = new Set(
  '项 种 类 大 支 套 条 道 面 批 本 部 点 位 科 编 村 分 字 页 号 级 届 年 月 日 天 周 元 人 家 户 组 张 台 层 轮 倍 对 宗 块 起 则 包 笔 双'.split(
    ' ',
  ),
);
const listNouns = wordList(
  '任务 措施 工作 内容 指标 要求 目标 重点 方面 意识 维护 确立 自信 覆盖 结合 环节 机制 体系 主题 突破 坚持 不变 到位 进一步 制度 阶段 层面 中心 主体 清单 关键 抓手 平台',
);
const planVerbs = wordList(
  '举办 召开 开展 组织 建成 新建 创建 打造 培训 建设 设立 评选 培育 筹划 策划 建立 完成 实施 承办 扶持 培养 配备 拍摄 制作 更新 订阅 新增 宣传 编印 开设 组建 表彰 推出 发放 走访 慰问 评估 检查 督导 督查 巡查 调研 轮训 体检 创作 选树 开放 服务 改造 扩建 派出 演出 撰写 办好 办成 创办 报送 上报',
);
const shortPlanVerbs = wordList('配 设 建 办 开 查 做 搞');
const pastCues = markedList(
  PAST,
  '共有 现有 共开展 共举办 共组织 共培训 共发放 共建成 共出动 共落实 共投入 共募集 共救助 共慰问 共走访 共签订 截至 截止 去年 上年 以来',
);
const nowCues = wordList(
  '目前 当前 现在 近年来 近几年 近两年 近三年 近五年 多年来 去年 上年 今年以来 年初以来 一年来 两年来 三年来 五年来 据调查 据统计 据测算 调查显示 统计显示',
);
const forwardCues = markedList(
  FORWARD,
  '维持 由现有 从现有 在现有 由上年 由去年 从上年 从去年 比上年 较上年 比去年 较去年 同比 争取 力争 力求 确保 保证 不少于 不低于 至少 新增 要 应 将',
);
const baselines = wordList('由 从');
const penaltyCues = wordList(
  '漏 错报 瞒 核减 扣 罚 一式 每查 每少 每低 每缺 每迟 每超 每降 每增 每差 每下降 每有 每拖 每逾期 每延 每推迟 每出现 每发生 每发现 违约金 滞纳金 加付 加收',
);
const striveCues = markedList(STRIVING, '争取 力争 力求 努力实现 努力达到');
const encourageCues = markedList(ENCOURAGING, '鼓励 支持 倡导 提倡 有条件');
const completionCues = wordList('全覆盖 验收 建成 投入使用 全部完成');

/** 提高1倍 is a change to be reached, 倍 elsewhere a manner of speaking. */
const growths = wordList('提高 增长 增加 提升 扩大');

/** How far before an amount the words stand that speak of it. */
const reach = 40;

export interface ClauseContext {
  sentence: Range;
  next: Clause | undefined;
  tense: Tense;
  year: number | undefined;
  /** Whether the sentence has begun to look ahead before. */
  hasTurned: boolean;
  /** The time that the sentence opens with and that all of it means: 到2030年; `''` where it opens with none. */
  opening: string;
}

/** Targets and results of the clause `clause`, which stands in the sentence that begins at `sentence.start`. */
export function quantitiesIn(marked: Marked, clause: Clause, context: ClauseContext): Quantity[] {
  const view = marked.text;
  const amounts = amountsIn(marked, clause.start, clause.end).filter((amount) => mayCount(amount) || isRatio(view, clause, amount));
  if (amounts.length === 0 || saysWhatItConsistsOf(view, clause)) return [];
  const isNow = !context.hasTurned && tellsHowThingsAre(view, context.sentence);
  const kind = kindOf(marked, clause, context.tense, isNow);
  const isTaken = kind === 'result' ? isResult : isTarget;
  const taken = amounts.filter((amount) => isTaken(marked, clause, amount, wordsBefore(view, clause, amount)));
  if (taken.length === 0) return [];
  const limit = clause.kinds & TIME ? dueIn(view.slice(clause.start, clause.end), context.year) : undefined;
  const due = limit?.date ?? dueOf(view, context);
  const yearly = yearlyDues(view, clause, context.opening, taken);
  // 5月1日至10月31日开展…: the time is no part of what is counted.
  const timeEnd = yearly?.end ?? (limit && limit.start <= 2 ? limit.end : 0);
  const timed: Clause = { start: clause.start + timeEnd, end: clause.end, kinds: clause.kinds };
  const force = striveCues.isIn(context.opening) ? 'strive' : forceOf(marked, clause, taken[0]!.start);
  const shares = sharesOf(view, timed, taken, yearly !== undefined);
  let staged = due;
  return taken.map((amount, i) => {
    const left = wordsBefore(view, clause, amount);
    const previous = i > 0 ? taken[i - 1] : undefined;
    const from = previous ? endOf(previous) : amount.start < timed.start ? clause.start : timed.start;
    // 10月底前2个、年底前5个: each amount has the time that stands before it, else that of the one before.
    const own =
      taken.length > 1 && clause.kinds & TIME ? dueIn(view.slice(i === 0 ? clause.start : from, amount.start), context.year) : undefined;
    if (own) staged = own.date;
    const measure = shares?.[i] ?? measureOf(view, clause, own && i > 0 ? from + own.end : from, amount, i === 0, taken[i + 1]);
    const comparator = comparatorOf(amount, left, sharedBound(view, previous, amount));
    const { min, max } = boundsOf(comparator, amount);
    return {
      start: clause.start,
      end: clause.end,
      kind: isStart(view, clause, amount, left) ? 'result' : kind,
      amount,
      measure,
      comparator,
      min,
      max,
      each: clause.kinds & EACH ? scopeOf(left) : undefined,
      force,
      due: yearly?.dues[i] ?? staged,
    };
  });
}

/** 在前三批36个示范点的基础上再遴选15个: what there is already. */
function isStart(view: string, clause: Range, { end, unit }: Amount, left: string): boolean {
  // 安排经费45万元,比上年增加7万元: by how much more than what was.
  if (unit?.text === '元' && /^[较比](?:上年|去年|[0-9]{4}年)[^,]{0,4}增加$/.test(left)) return true;
  const at = view[end] === ',' ? -1 : indexIn(view, '基', end, Math.min(clause.end, end + 14));
  return at > 0 && view.startsWith('基础上', at) && left.includes('在') && !holds(view, end, at, DIGIT);
}

/** 申报单位应当具备下列条件: what follows such a clause says who may apply, not what is to be reached. */
export function namesConditions(view: string, { start, end }: Range): boolean {
  if (!isOneOf(view, end - 1, '件') || !isOneOf(view, end, ':,')) return false;
  return /(?:具备|符合|满足)(?:下列|以下|如下)?(?:基本)?条件$/.test(view.slice(Math.max(start, end - 8), end));
}

/** 目前已建成22个,其中省级7个; 新政策实施以来,…: all of the sentence tells how things are, until it looks ahead. */
export function tellsHowThingsAre(view: string, sentence: Range): boolean {
  if (nowCues.at(view, sentence.start) !== undefined || saysWhatIs(view, sentence)) return true;
  const comma = indexIn(view, ',', sentence.start, Math.min(sentence.end, sentence.start + 24));
  return comma > 0 && view.startsWith('以来', comma - 2);
}

/** 目前已建成22个,今年再建6个: from there on it is to be. */
export function looksAhead(view: string, { start }: Range): boolean {
  return isOneOf(view, start, '今年再到力争') && ahead.test(view.slice(start, start + 6));
}

const ahead = /^(?:今年(?!以来|已)|年内|年底前|再[建新增培打创发]|到[0-9]{4}年|力争|争取)/;

/** 全市现有会员12万人, 我县总人口32万人: what a region has. 今年上半年,全市共新建6个, 前两届活动累计收到4800件: what has been done. */
function saysWhatIs(view: string, { start }: Range): boolean {
  if (isOneOf(view, start, '全我本'))
    return /^.[省市县区镇乡村州](?:现有|共有|目前|总人口|常住人口|户籍人口)/.test(view.slice(start, start + 6));
  return isOneOf(view, start, '今上前一二三1') && untilNow.test(view.slice(start, start + 16));
}

const untilNow =
  /^(?:(?:今年)?(?:上半年|前?[一二三]季度|1[-至][0-9]{1,2}月份?),[全我本].共|(?:前[一二三四五六七八九两0-9]{1,2}|上一?)[届期批轮年][^,]{0,6}(?:累计|共))/;

/** 我村有5个村民小组、486户, 全镇辖18个行政村: how a region is made up is neither planned nor reached. */
function saysWhatItConsistsOf(view: string, { start }: Range): boolean {
  return (
    isOneOf(view, start, '全我本') &&
    /^.[省市县区镇乡村州](?:(?:[现下共]?辖有?|有)[0-9]|现有[0-9]{1,3}个(?:村民小?组|自然[村组]|网格))/.test(view.slice(start, start + 14))
  );
}

/** A name is nothing that a plan or a report counts, nor is a bare number unless a cue or its size says so. */
function mayCount({ unit, before, after, value, chinese }: Amount): boolean {
  // 保存期不少于90日
  if (unit?.text === '日') return (before ?? after)?.comparator === 'atLeast';
  // 形成初稿30万字, but not 不超过2000字
  if (unit?.text === '字') return value >= 1e4 && before?.comparator !== 'atMost';
  return unit === undefined ? before !== undefined || (value >= 1e4 && !chinese) : !nameUnits.has(unit.text);
}

/** 出生人口性别比114.9, 总和生育率为1.8: ratios without a unit. */
function isRatio(view: string, { start }: Range, { unit, start: at }: Amount): boolean {
  if (unit !== undefined || !isOneOf(view, at - 1, '比率为达至到降升在')) return false;
  return /(?:性别比|生育率)(?:由[^,]{1,12})?(?:为|是|达|达到|降至|降到|下降到|下降至|升至|保持在|稳定在)?$/.test(
    view.slice(Math.max(start, at - 20), at),
  );
}

/** The number that a cell of a table holds and nothing else, with the unit, unless it has one, and the name that the table prints elsewhere. */
export function quantityOfCell(
  view: Marked,
  cell: Range,
  unit: Amount['unit'],
  measure: Range | undefined,
  tense: Tense,
): Quantity | undefined {
  const [amount, ...others] = amountsIn(view, cell.start, cell.end);
  if (!amount || others.length > 0 || (amount.before?.start ?? amount.start) !== cell.start || endOf(amount) !== cell.end) return undefined;
  const counted = { ...amount, unit: unit ?? amount.unit };
  if (!counted.unit || !mayCount(counted)) return undefined;
  const comparator = comparatorOf(amount, '');
  return {
    ...cell,
    kind: tense === 'report' ? 'result' : 'target',
    amount: counted,
    measure,
    comparator,
    ...boundsOf(comparator, amount),
    each: undefined,
    force: 'must',
    due: undefined,
  };
}

/** 不少于3个,不超过5个: a floor and a ceiling of one thing, with nothing but their cues between them, are one range. */
export function joinBounds(view: string, quantities: Quantity[]): Quantity[] {
  if (quantities.length < 2) return quantities;
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const last = joined.at(-1);
    if (!last || !isOtherBound(view, last, quantity)) {
      joined.push(quantity);
      continue;
    }
    const [floor, ceiling] = last.comparator === 'atLeast' ? [last, quantity] : [quantity, last];
    const unit = floor.amount.unit ?? ceiling.amount.unit;
    const named = quantity.measure && quantity.measure.start >= quantity.amount.end ? quantity.measure : last.measure;
    joined[joined.length - 1] = {
      ...last,
      end: quantity.end,
      comparator: 'between',
      measure: named,
      min: floor.min!,
      max: ceiling.max!,
      amount: unit ? { ...last.amount, unit } : last.amount,
    };
  }
  return joined;
}

function isOtherBound(view: string, { kind, amount, comparator, min, max }: Quantity, next: Quantity): boolean {
  const pair = comparator + next.comparator;
  if (kind !== 'target' || (pair !== 'atLeastatMost' && pair !== 'atMostatLeast')) return false;
  if ((min ?? next.min)! >= (max ?? next.max)!) return false;
  const [unit, other] = [amount.unit?.text, next.amount.unit?.text];
  if (unit !== other && unit !== undefined && other !== undefined) return false;
  return /^[,、且并但]{0,2}$/.test(view.slice(endOf(amount), next.amount.before?.start ?? next.amount.start));
}

/** With the cue behind it. */
const endOf = ({ after, end }: Amount) => after?.end ?? end;

function wordsBefore(view: string, clause: Range, amount: Amount): string {
  return view.slice(Math.max(clause.start, amount.start - reach), amount.start);
}

/** 已, but not 已婚; 三类协会仍占13.5% tells how things are as well. */
function isDone(view: string, start: number, end: number): boolean {
  const at = indexIn(view, '已', start, end);
  if (at >= 0 && !'婚育孕'.includes(view[at + 1] ?? ' ')) return true;
  const still = indexIn(view, '仍', start, end);
  return still >= 0 && isOneOf(view, still + 1, '占为');
}

function kindOf(view: Marked, { start, end, kinds }: Clause, tense: Tense, isNow: boolean): 'target' | 'result' {
  if (tense === 'report' || (isOneOf(view.text, start, '但仍还尚有') && stillLacks.test(view.text.slice(start, Math.min(end, start + 28)))))
    return 'result';
  const isPast = isNow || (kinds & PAST && pastCues.isMarkedIn(view, start, end)) || isDone(view.text, start, end);
  if (!isPast)
    return isOneOf(view.text, end - 1, '%') && fallingShort.test(view.text.slice(Math.max(start, end - 20), end)) ? 'result' : 'target';
  if (isNow && !wanted.test(view.text.slice(start, end))) return 'result';
  // 新增 looks ahead, 已新增 does not.
  return kinds & FORWARD && forwardCues.isMarkedIn(view, start, end) && !view.text.slice(start, end).includes('已新增')
    ? 'target'
    : 'result';
}

/** 知晓率不足60% */
const fallingShort = /(?:不足|不到)[^,的]{0,8}?[0-9.]+%$/;

/** 但仍有3个村零上报, 有2个县全年采用量为零 */
const stillLacks = /^但?[仍还尚]有[0-9]|^有[0-9]{1,3}个[^,、]{1,16}(?:为零|未|没有|不足|不到|偏[低少])/;

/** 同比增长21.6% is no wish where a sentence tells how things are. */
const wanted = /争取|力争|力求|确保|保证|不少于|不低于|至少|新增|[要应将]/;

/** 低于82的实行一票否决: a case with its consequence, not something to be reached. */
const sanction =
  /^不[得予计记]|^(?:方可|方能|才能)|^以[上下](?:不[得计记]分|扣|一票否决|约谈|通报批评)|^(?:以[上下])?的[^,]{1,12}(?:约谈|通报批评|不得|一票否决)|^(以上|以下)?的,?(实行|予以|给予|取消|不予|不得|不能|一律|再?奖|一票否决|进行|通报|黄牌|约谈|责令|评为|评定|为|扣|核减|视为|按比例|不?[得计记]|加分|减分)/;

function isTarget({ text: view }: Marked, clause: Range, amount: Amount, left: string): boolean {
  const unit = amount.unit?.text;
  if (
    (unit === '年' && !(amount.before && cycles.test(left))) ||
    isQualifier(view, clause, amount) ||
    isPenalty(view, amount, left) ||
    isTerm(view, amount, left) ||
    isGrant(amount, left) ||
    isScored(view, clause, amount, left) ||
    isBaseline(view, clause, amount, left) ||
    left.endsWith('连续')
  )
    return false;
  // 每新增1个托位补助5000元
  if (!amount.before && amount.value === 1 && left.includes('每') && rated.test(left)) return false;
  // 考核前3名, 一等奖2名. A pattern tries every place of the words before it; their end is one look.
  if ((left.endsWith('前') && !/[底末月日度]前$/.test(left)) || left.endsWith('等奖') || left.endsWith('未完成')) return false;
  // 应到15人,实到13人: who was there is nothing to be reached.
  if (left.endsWith('应到') || left.endsWith('实到')) return false;
  // 对后2名进行约谈; 达不到30%的得3分
  if ((unit === '名' && left.endsWith('后')) || left.endsWith('达不到')) return false;
  // 随机电话访问50人 is how it is checked, 12条(上半年已采用5条) how far it has come.
  if ((left.includes('随机') && samples.test(left)) || (left.includes('(') && /\((?:目前|现|上半年|前|已)[^()]*$/.test(left))) return false;
  const cue = amount.before && amount.before.comparator !== 'about' ? amount.before : undefined;
  // 不发生1起责任事故; 发生1起…案件,取消评先资格: what may happen is nobody's goal.
  if (!cue && isOneOf(left, left.length - 1, '生现席勤到') && /(?:发生|出现|缺席|缺勤|迟到)$/.test(left)) return false;
  // 发展一个、教育一个、巩固一个
  if (amount.chinese && amount.value === 1 && oneByOne.test(view.slice(Math.max(clause.start, amount.start - 5), amount.end + 5)))
    return false;
  if (isCase(view, clause) || isForm(amount, left)) return false;
  if (!cue && isOneOf(left, left.length - 1, '设构制编员工部职休车正') && establishment.test(left) && !/[增核][^,]{0,6}编制$/.test(left))
    return false;
  // 进度滞后30%的项目
  if (cue ? view[amount.end] === '的' && selects(view, amount, cue) : view[endOf(amount)] === '的' && /(?:滞后|落后)$/.test(left))
    return false;
  if (!cue && isGroup(view, clause, amount, left)) return false;
  if ('的以不方才'.includes(view[amount.end] ?? ' ') && sanction.test(view.slice(amount.end, Math.min(clause.end, amount.end + 20))))
    return false;
  // 把百分之百的热情倾注到…
  if (view[amount.end] === '的' && zeal.at(view, amount.end + 1)) return false;
  // 过半, 一半 are manners of speaking until a cue makes a bound of them.
  if (amount.spelt === 'half') return cue !== undefined || amount.after !== undefined;
  if (unit === '位') return planVerbs.at(left, left.length - 2) !== undefined || /(?:表[彰扬]|评选|选树|推选|聘请)[^,、]{1,8}$/.test(left);
  if (unit === undefined) return cue !== undefined && amount.value < 1e6 && !isPlainNoun(view, clause, amount);
  if (unit === '岁' || unit === '周岁') return isAge(left);
  // 增长1倍, 达到2025年的1.5倍
  if (unit === '倍') return growths.at(left, left.length - 2) !== undefined || /达到[^,]{1,8}年的$/.test(left);
  if (isItemCount(view, clause, amount)) return false;
  // 24小时热线 and 5个工作日内办结 say when, 不少于35小时 says how much.
  // 每周开放5天, 每人每月8小时, 服务时长12小时以上
  if (
    timeUnits.has(unit) &&
    (/每[周月天日](?:开放|播出|安排)(?:时间)?$|每(?:期|批|班|站)(?:培训|展期)?$|每[人户]每[年月周天日]$|(?:缩短|压缩)[为到至]$/.test(
      left,
    ) ||
      (amount.after && /(?:每[周月天日](?:[^,]{0,12}开[放门])?|时长)$/.test(left)))
  )
    return true;
  // 住院津贴全年累计不超过180天 limits what is paid.
  if (unit === '天' && cue?.comparator === 'atMost' && /累计[^,]{0,5}$/.test(left)) return false;
  if (timeUnits.has(unit)) return cue !== undefined && !'内前后'.includes(view[amount.end] ?? ' ');
  // 按3000元/户的标准 cites a rule, 按每村1名的标准配备 sets a number.
  if (view[amount.end] === '的' && (unit.includes('元') || unit.includes('/'))) {
    const at = indexIn(view, '标', amount.end, Math.min(clause.end, amount.end + 8));
    if (at > 0 && view[at + 1] === '准') return cue !== undefined || left.endsWith('人均');
  }
  if (amount.chinese) return isChineseTarget(view, clause, amount, left);
  return true;
}

/** 内设5个部室, 编制28名, 领导职数1正2副: what a body consists of. */
const establishment = /(?:内设(?:机构)?|下设|编制|在编|(?:在职|退休|离休)(?:人员|职工|干部)?|公务用车|职数(?:[0-9]正)?)$/;

/** 轮训周期控制在3年以内 */
const cycles = /周期(?:控制在|不超过|不得超过|缩短到|缩短至|缩短为)$/;

const oneByOne = /一个、[一-鿿]{2}一个(?![一-鿿])/;

const samples = /随机(?:电话|入户)?(?:访问|回访|询问|调查|走访)$/;

const zeal = wordList('热情 努力 信心 决心 热忱 精力 干劲 投入 诚意 耐心 爱心');

/** For each of what is done something is given. */
const rated = /每(?:新增|新建|建成|建|创建|打造|培训|发展|培育|举办|完成|办|增加|招收|救助|帮扶|发放|成功[一-鿿]{2})$/;

/** 少于2人的,要…: a clause that ends so names the case. */
function isCase(view: string, { start, end }: Range): boolean {
  return view[end - 1] === '的' && view[end] === ',' && end - start > 2;
}

/**
 * 人数超过50人的乡镇, 超1万元的支出, 完成率低于60%的市州, 未达到80%的单位: the bound says which of them. 超过80%的乡镇 says how many, 不低于90%的水平
 * how much.
 */
function selects(view: string, amount: Amount, { comparator, start }: { comparator: Comparator; start: number }): boolean {
  if (isOneOf(view, start - 1, '未没')) return true;
  return comparator === 'lessThan' ? !isOneOf(view, amount.end + 1, '水标') : comparator === 'moreThan' && !isShare(amount);
}

/** 健康素养66条 is a name, 照片2张 a matter of form. */
function isForm({ unit }: Amount, left: string): boolean {
  if (unit?.text === '条') return /(素养|国|办法|意见)$/.test(left);
  return unit?.text === '张' && /(照片|图片)[^,]{0,4}$/.test(left);
}

/** 在全区36个社区中遴选…, 全县11个乡镇均…, 较2025年的6个…, 发挥1.2万名志愿者的作用: of how many, or what there is. */
function isGroup(view: string, clause: Range, amount: Amount, left: string): boolean {
  const end = Math.min(clause.end, amount.end + 16);
  if (
    amount.after === undefined &&
    !isShare(amount) &&
    '全本我'.includes(left.at(-2) ?? '-') &&
    '省市县区镇乡村国州盟旗系'.includes(left.at(-1)!)
  )
    // 设立服务站,全市60处; 覆盖全县12所中学
    return amount.end < clause.end && !/[为对给向]|覆盖..$/.test(left);
  // 全县14个乡镇、3个街道
  if (isOneOf(left, left.length - 1, '、和') && /[全本我][省市县区镇乡村国州盟旗系][0-9]+个[^,、0-9]{1,6}[、和]$/.test(left)) return true;
  if (
    '较比的由'.includes(left.at(-1) ?? '-') &&
    !isMakeUp(view, clause, amount) &&
    /(?:^|[^占])[较比由](上年|去年|[0-9]{4}年)?(的|底的)?$/.test(left)
  )
    return true;
  // 已建成的6个小屋各开放不少于3天, 对新增的5个示范点每个奖补3万元, 设托育专业的3所院校年招生不低于260人
  if (
    left.endsWith('的') &&
    (/已(?![婚孕育])[^,的]{1,6}的$/.test(left) ||
      /^(?:[^,0-9]{1,8}[每各]|[^,0-9]{2,14}(?:不低于|不少于|不超过|达到))/.test(
        view.slice(amount.end, Math.min(clause.end, amount.end + 20)),
      ))
  )
    return true;
  if (
    '加长高少降'.includes(left.at(-1) ?? '-') &&
    amount.unit?.text !== '%' &&
    holds(left, 0, left.length, DIGIT) &&
    /[较比][^,]{1,14}(增加|增长|提高|减少|下降)$/.test(left)
  )
    return left.lastIndexOf('年的') > 0;
  // 科学育儿等8个专题 counts what it lists; 收入预算386万元 is what there is.
  // In 在师范学院等4所高校设立… it says in how many.
  if (left.endsWith('等')) return !left.includes('在') || !foundedIn.test(view.slice(amount.end, end));
  if (left.endsWith('预算') || left.endsWith('现有')) return true;
  if (view.startsWith('的实际', amount.end) || view.startsWith('的现状', amount.end)) return true;
  if (left.includes('发挥') && view.slice(amount.end, Math.min(clause.end, amount.end + reach)).includes('作用')) return true;
  if (!/[在从](?!校|线|岗|职|册|编)/.test(left)) return false;
  const among = indexIn(view, '中', amount.end, end);
  // 在20个流动人口集中的园区, 在32所初中 says where.
  if (isOneOf(view, among - 1, '集初高')) return false;
  return among > amount.end && !'心央医学小国药秋期层'.includes(view[among + 1] ?? ' ') && !holds(view, amount.end, among, DIGIT);
}

const foundedIn = /^[^,、]{1,6}(?:设立|开办|开设|建立|成立|布设|举办|开展)/;

/** 平均预期寿命78.8岁, but not 年龄不超过50周岁. */
const isAge = (left: string) => /寿命|(平均|初婚|初育|结婚)[^,]{0,6}年龄/.test(left);

/** What happens so often; its items are never listed: 通报一次工作进展. */
const occasionUnits = new Set('次 回 趟 场 期 批次 场次 轮次 遍'.split(' '));

/** A Chinese numeral counts only where the words around it order something to be done so many times. */
const works = wordList('改造 工程 建设 项目 扩建 装修');

function isChineseTarget(view: string, clause: Range, amount: Amount, left: string): boolean {
  const unit = amount.unit!.text;
  const after = view[amount.end] === '“' ? amount.end + 1 : amount.end;
  // 指导中心二期改造
  if (unit === '期' && works.at(view, after)) return false;
  // 三个100%, but 一支10人左右的宣传队
  if (
    after < clause.end &&
    ((isDigitAt(view, after) && /^[0-9.]+%/.test(view.slice(after, after + 6))) ||
      (listNouns.at(view, after) &&
        !view.startsWith('中心户', after) &&
        !occasionUnits.has(unit) &&
        !(isBuilt(unit) && view.startsWith('中心', after))))
  )
    return false;
  // 三至五家, 两个以上: nobody names things so.
  const isBound = [amount.before, amount.after].some((cue) => cue !== undefined && cue.comparator !== 'about');
  if (isBound || amount.upTo !== undefined) return unit !== '级' && unit !== '批';
  // 办好五件实事
  if (view.startsWith('实事', after)) return false;
  // 五百名, 三百余人次, 一万二千份: nobody names things by so large a number; 千家万户 and 百年 are words.
  if (isCountedOut(view, amount) && (!listUnits.has(unit) || '人户元支张套台条组'.includes(unit))) return true;
  // 置办一台血压仪和两台体重秤
  if (/(?:购置|置办|添置|采购|购买)(?:[一二三两四五六七八九十]{1,3}[台套辆张][^,、和]{1,8}[、和])?$/.test(left)) return true;
  // 建成文化广场一座: what ends its clause counts the noun before it.
  const isLast = amount.end === clause.end || '、()'.includes(view[amount.end]!);
  // 开展两轮督导, 各督导一轮, 全年四轮, but 新一轮
  if (
    unit === '轮' &&
    (((amount.value > 1 || isLast || left.at(-3) === '各') && planVerbs.at(left, left.length - 2)) || /[全每一]年$/.test(left))
  )
    return true;
  // 文艺晚会一台
  if (unit === '台' && isLast && /(?:晚会|演出|节目|戏)$/.test(left)) return true;
  // 拍摄专题片一部
  if (unit === '部' && isLast && planVerbs.isIn(left)) return true;
  // 每个区建设一条文化街、三个文化大院; 每户送上一份慰问品、一封慰问信
  if (builtByEach.test(left)) return true;
  // 村村有一所
  if (/([省市县区旗乡镇街村社户])\1有$/.test(left)) return true;
  // 每个乡镇抓好示范村协会两个
  if (isLast && amount.value > 1 && /每个?[省市州县区旗乡镇街村社][^,]{2,14}$/.test(left)) return true;
  // 在每个乡镇各建设文化长廊一条, 协会设会长一人
  if (isLast && /各(?:建设?|建成|新建|设立?|创建|打造)[^,、]{2,10}$|[会组站室]设[^,、设]{2,6}$/.test(left)) return true;
  // 三级干部每人帮扶一户
  if (unit === '户' && /每[人名][^,]{0,4}(?:帮扶|联系|结对|包保|走访)$/.test(left)) return true;
  if (listUnits.has(unit)) return false;
  if (/每(年|(?:[两三四六半]|[0-9]{1,2})?个?月|季度?|半年|[两三]?周|两年)[^,]{0,12}$/.test(left) || left.endsWith('一年')) return true;
  // 由七个调整为九个
  if (/由[一二三四五六七八九十两]{1,3}[个名家所支][^,]{1,4}[为到至]$/.test(left)) return true;
  // 孕期、产后各上门一次; 上、下半年各一次
  if (occasionUnits.has(unit) && /各[一-鿿]{1,4}$|[年季度月]各$/.test(left)) return true;
  // 普查两年一遍, 例会一季度一次
  if (occasionUnits.has(unit) && /(?:[一两二三半](年|个?月|季度?|周)|每[组村户人班校])$/.test(left)) return true;
  // 每户落实两名联系人, 一户两名联系人
  if (unit === '名' && /(?:每个?|(?:^|[^各])一)(?:[户村组社镇乡县校人楼]|栋楼|单元|网格|小区)[^,]{0,4}$/.test(left))
    return amount.value > 1 || left.includes('每');
  if (occasionUnits.has(unit) && left.endsWith('进行')) return true;
  if (planVerbs.at(left, left.length - 2) || shortPlanVerbs.at(left, left.length - 1)) return true;
  if (/[对同再进这]$/.test(left)) return false;
  // 召开换届大会一次,理事会两次: an event needs no verb.
  if (
    isLast &&
    occasionUnits.has(unit) &&
    /(会|会议|活动|培训|检查|讲座|督导|体检|竞赛|大赛|座谈|演出|巡查|走访|义诊|考核|评估|抽查|监测|筛查|普查|随访|访视)$/.test(left)
  )
    return true;
  // 建青春健康小屋一间
  if (isLast && clause.start === amount.start - left.length && shortPlanVerbs.at(left, 0)) return true;
  return (isLast || occasionUnits.has(unit)) && planVerbs.isIn(left, isLast ? 0 : Math.max(0, left.length - 14));
}

const builtByEach =
  /每个?[省市州县区旗乡镇街村社户人][^,]{0,4}(?:建设|建成|建立|新建|组建|打造|创建|创作|设立|送上|送去|赠送|发放)(?:[一二三四五六七八九十两][个条处座所家间份封部][^,、]{2,10}、)?$/;

/** 七所中心 are built, 三个中心 may be a list. */
const isBuilt = (unit: string) => '所家处座'.includes(unit);

/** 五百名, 百余场, but not 千家, 百年. */
function isCountedOut(view: string, amount: Amount): boolean {
  return amount.approximate ? amount.value >= 10 : amount.value >= 20 && !'十百千万亿'.includes(view[amount.start]!);
}

const goalEnds = wordList('年度计划 年度目标 年度任务 全年任务 全年目标');
const earlierCues = wordList('改革前 此前 原来 原先 原有');
const ruleCues = markedList(RULE, '确保 要求 规定 明确 力争');

function isResult(marked: Marked, clause: Range, amount: Amount, left: string): boolean {
  const view = marked.text;
  const unit = amount.unit?.text;
  // 连续4年突破5000万: where an amount follows, the years only say since when.
  if (unit === '年' && (!left.endsWith('连续') || holds(view, amount.end, clause.end, DIGIT))) return false;
  if (isPenalty(view, amount, left) || isPointedAt(view, clause, amount)) return false;
  // 年度计划15个, 原计划建设6个, 距60%的要求还有差距: what was to be.
  if (
    (left.includes('计划') && /原计划[^,]{0,6}$/.test(left)) ||
    goalEnds.at(left, left.length - 4) ||
    (view[amount.end] === '的' && /^的(?:年度)?(?:要求|目标|任务)/.test(view.slice(amount.end, clause.end)))
  )
    return false;
  // 前3名, 后2名
  if (unit === '名' && isOneOf(left, left.length - 1, '前后')) return false;
  // 确保有2名, 明确1人: what a rule asks for that is told of; 改革前不到3个: what was before.
  if (ruleCues.isMarkedIn(marked, Math.max(clause.start, amount.start - 2 * reach), amount.start)) return false;
  if (earlierCues.isIn(left, Math.max(0, left.length - 6)) && /(不到|不足|仅|只有|前|来|先|有)$/.test(left)) return false;
  // A result is one amount: 1000元至2000元 is none, nor is 超过三分之一.
  // Neither is 不足2人; shares that are spelt (三成左右, 七分之五) are prose.
  if (
    amount.upTo !== undefined ||
    (amount.before?.comparator === 'lessThan' && !fallsShort(view, amount)) ||
    (amount.spelt && amount.spelt !== 'change')
  )
    return false;
  if (unit === '年') return true;
  if (unit === '岁' || unit === '周岁') return isAge(left);
  if (isQualifier(view, clause, amount)) return false;
  // 突破百万, but not 均过百万
  if (unit === undefined && isRatio(view, clause, amount)) return true;
  if (unit === undefined)
    return (
      amount.value >= 1e4 &&
      (!amount.chinese || (amount.before !== undefined && amount.start - amount.before.start > 1)) &&
      // 12355青少年服务台 is a name, 阅读量15万 is not.
      !(isDigitAt(view, amount.end - 1) && isPlainNoun(view, clause, amount))
    );
  if (unit === '倍') return left.endsWith('的') || growths.at(left, left.length - 2) !== undefined;
  if (unit === '位') return false;
  // 78个县中已有65个完成, 1750个村已有1590个修订
  if (
    /^[^,、0-9]{1,10}(?:中(?:,|[^,、0-9]{0,6})(?:已|仅|只)?有|已有)[0-9]/.test(
      view.slice(amount.end, Math.min(clause.end, amount.end + 16)),
    )
  )
    return false;
  if (!amount.chinese) return true;
  // 送到千家万户
  if (unit === '户' || unit === '人' || unit === '名') return amount.value >= 100 && !left.endsWith('千家');
  if (isCountedOut(view, amount)) return true;
  if (unit === '所' || unit === '家')
    return amount.value > 1 && !'十百千万亿'.includes(view[amount.start]!) && !'第同前'.includes(left.at(-1) ?? ' ');
  return '场次期轮'.includes(unit) && amount.value > 1 && !'第同'.includes(left.at(-1) ?? '第');
}

/** 知晓率不足40%: a share that falls short is told of; 不足2人 is not, nor what a share selects (不足40%的). */
function fallsShort(view: string, { before, start, end, unit }: Amount): boolean {
  return unit?.text === '%' && isOneOf(view, start - 1, '足到的') && /[足到]/.test(view.slice(before!.start, start)) && view[end] !== '的';
}

const isMakeUp = (view: string, clause: Range, { unit, end }: Amount) =>
  (unit?.text === '名' || unit?.text === '人') && /^[^,、0-9]{0,8}组成/.test(view.slice(end, Math.min(clause.end, end + 10)));

/** A part of the whole. */
const isShare = ({ unit }: Amount) => unit?.text === '%' || unit?.text === '‰';

/** 由12个增加到20个, 从上年的56%提高到68%: where it comes from. */
function isBaseline(view: string, clause: Range, amount: Amount, left: string): boolean {
  // 由60名专家组成的讲师团 starts from nothing.
  if (baselines.at(left, left.length - 1)) return !isMakeUp(view, clause, amount);
  return (
    baselines.isIn(left, Math.max(0, left.length - 8)) &&
    /[由从](每[村镇乡县人户年月]|[人户]均|上年|去年|今年|目前|现在|现有|当前|原来|原有|[0-9]{4}年)(底|末)?的?$/.test(left) &&
    /^[^,0-9]{0,4}[到至为]/.test(view.slice(amount.end, Math.min(clause.end, amount.end + 6)))
  );
}

/** 14个市州中有7个, 预算过100万的县, 按人均2元的标准: the amount says among how many, of which, or by what rule. */
function isPointedAt(view: string, clause: Range, amount: Amount): boolean {
  const end = Math.min(clause.end, amount.end + 16);
  const after = view.slice(amount.end, end);
  if (amount.unit === undefined && after.startsWith('的') && holds(view, amount.end, clause.end, DIGIT)) return true;
  if (after.startsWith('标准') || after.startsWith('的标准')) return true;
  const among = after.includes('中') ? /^[^0-9、(]{1,14}?中(?=有|,|$)/.exec(after)?.[0] : undefined;
  return among !== undefined && (amount.end + among.length < end || end === clause.end);
}

/** 提出5个方面、18项任务: parts of a text. */
const parts = wordList('方面 部分 环节 层面 阶段 章节 步骤 维度 板块 篇章 一级指标 二级指标 三级指标');

/** 19项主要任务, 8类措施: a list counted by its items, unless a cue says that so many are to be reached. */
function isItemCount(view: string, clause: Range, amount: Amount): boolean {
  const unit = amount.unit!.text;
  if (unit === '个' && parts.at(view, amount.end)) return true;
  // 1.5元落实工作经费 counts money, whatever for.
  if (amount.before || !listUnits.has(unit) || (unit === '元' && !amount.chinese)) return false;
  // 享受8项免费服务
  if (unit === '项' && /享受[^,]{0,6}$/.test(view.slice(clause.start, amount.start))) return true;
  // 12家中心
  if (unit === '家' && view.startsWith('中心', amount.end)) return false;
  // 3支队伍、5项机制: the noun of the next is not this one's.
  const stop = Math.min(clause.end, amount.end + 8);
  const next = indexIn(view, '、', amount.end, stop);
  return listNouns.isIn(view, amount.end, next < 0 ? stop : next);
}

const moves = wordList('容纳 支持 引导 发动 带动 吸引 动员 扶持');
const placings = wordList('在 于 覆盖 选择 选取');

/** 65岁以上老年人, 100人以上的企业: the amount says which, not how many. */
function isQualifier(view: string, clause: Range, amount: Amount): boolean {
  if (!amount.after || amount.after.comparator === 'about' || isShare(amount)) return false;
  const next = view[amount.after.end];
  if (amount.after.end >= clause.end || next === undefined || '、()“得'.includes(next) || isDigitAt(view, amount.after.end)) return false;
  // 组织1次以上应急演练 is an order all the same, and so is 在3所以上高校….
  // 可同时容纳50人以上开展活动, 支持10家以上幼儿园开设托班
  if (amount.before || planVerbs.at(view, amount.start - 2) || moves.at(view, amount.start - 2)) return false;
  const selects = indexIn(view, '的', amount.after.end, Math.min(clause.end, amount.after.end + 16)) >= 0;
  // 每个乡镇设1个以上宣传点, 每人每年提1条以上建议
  if (isOneOf(view, amount.start - 1, '设建办提写') && indexIn(view, '每', clause.start, amount.start) >= 0 && !selects) return false;
  // 每年办一件以上实事, 每个家园有3名以上能独立辅导的骨干
  if (isOneOf(view, amount.start - 1, '办有') && isOneOf(view, clause.start, '每力争确')) return false;
  // 建宣传街1条、3块以上宣传栏; 提供一次体检、4次以上巡诊
  if (isOneOf(view, amount.start - 1, '、和') && /[建设配办供]/.test(view.slice(clause.start, amount.start))) return false;
  // 2名以上专职人员 counts them, 3名以上党员的村 says which.
  if (amount.unit?.text === '名' && !selects) return false;
  return !('个所家'.includes(amount.unit?.text ?? '-') && placings.isIn(view, amount.start - 4, amount.start));
}

const fines = wordList('违约金 滞纳金 罚款 罚金');

function isPenalty(view: string, amount: Amount, left: string): boolean {
  // 漏报率低于1% is a rate to be reached.
  if (isShare(amount) && left.includes('率')) return false;
  return (
    penaltyCues.isIn(left, Math.max(0, left.length - 6)) ||
    (left.endsWith('的') && /扣(?:除|发|减)[^,]{0,8}的$/.test(left)) ||
    (left.includes('核减') && /核减[^,]{1,14}$/.test(left)) ||
    fines.isIn(view, amount.end, amount.end + 8) ||
    left.endsWith('终奖') ||
    left.endsWith('奖金') ||
    (amount.unit?.text === '元' && isReward(withoutAmounts(left))) ||
    ((isShare(amount) || amount.unit?.text.includes('元') === true) && /(减免|优惠)[0-9%、]*$/.test(left))
  );
}

/** 立项后拨付60%, 按年利率4.35%计息, 按每课时300元发放: how money is paid. */
function isTerm(view: string, amount: Amount, left: string): boolean {
  if (isShare(amount) && /(?:(?:拨付|预拨|预付|支付)(?:资金|经费|总额的)?|按[^,]{0,8}(?:费|额|资金|收入)的)$/.test(left)) return true;
  if ((isShare(amount) || amount.unit?.text === '元') && premiums.test(left)) return true;
  return isOneOf(view, amount.end, '发计收支结核的') && /按[^,]{0,12}$/.test(left) && terms.isIn(view, amount.end, amount.end + 5);
}

/** 每份保费60元(特殊家庭120元), 免赔额100元, 赔付比例80%: what an insurance asks and pays. */
const premiums = /(?:保费|保额|保险金|免赔额|医疗费用?|津贴(?:每[天日])?|(?:赔付|给付|报销)比例)(?:为|最高|[0-9.万]+元\([^()]{1,8})?$/;

const terms = wordList('发放 计息 计算 计发 收取 支付 结算 核算 核定');

/** 每户500元, 对每个社区补助5000元, 给予一次性补助3万元: what each gets or pays; 人均不低于2元 is a floor to keep. */
function isGrant({ unit, value, before, after }: Amount, left: string): boolean {
  if (unit?.text !== '元' || [before, after].some((cue) => cue !== undefined && cue.comparator !== 'about')) return false;
  const words = withoutAmounts(left);
  if (!mayGrant.test(words)) return false;
  return grants.test(words) || (value < 1e5 && /(?:给予[^,0-9]{0,8}|补助|补贴|奖补|补|交|缴)$/.test(words));
}

/** 分别奖励2000元、: without the amounts that stand before the next of a list. */
function withoutAmounts(left: string): string {
  let end = left.length;
  if (isOneOf(left, end - 1, '、和')) while (isOneOf(left, end - 1, '0123456789.万千元、和')) end--;
  return left.slice(0, end);
}

/** Most amounts stand behind other words, and the patterns try every place. */
const mayGrant = /[每给补赔交缴]/;
const grants =
  /每(?:[户人名个对例天月日次场台张份]|课时|人每?[年月])$|每(?!个?[省市县区州盟旗镇乡村街])[^年,]{1,12}(?:补助|补贴|奖补|发放|给予|资助|救助|赠送)[^,0-9]{0,8}$|(?:给付|赔付|一次性补助|一次性补贴)$/;

/** 各奖励5万元, but 独女户奖励3000元 is what a family is promised. */
const isReward = (left: string) => /奖(?!补)励?(?:[^,费扶金]{0,5}|[^,费扶金]{0,4}经费)$/.test(left) && !families.isIn(left);
const families = wordList('夫妇 夫妻 家庭 子女 父母 独女 双女 女儿户 女户 考生 学生 大学生');

/** 少开1次扣2分, 两次成绩分别占40%和60%: how points are given. */
function isScored(view: string, clause: Range, amount: Amount, left: string): boolean {
  if (
    isShare(amount) &&
    /(?:成绩|考核|考评|评估|测评|督查|得分|分值|权重|结果|投票|评审|评分|日常|平时|年终)[^,]{0,6}占(?:[^,]{0,6}(?:考核|考评|总分)[^,]{0,3}的)?[0-9%、和]*$/.test(
      left,
    )
  )
    return true;
  const at = indexIn(view, '分', amount.end, Math.min(clause.end, amount.end + 20));
  const points = at > 0 ? /([扣加减得计记])[0-9.]+(-[0-9.]+)?$/.exec(view.slice(amount.end, at)) : null;
  // 不少于6场得8分 asks for six, 4-5场得5分 for none.
  return points !== null && ('扣加减'.includes(points[1]!) || !(amount.before ?? amount.after));
}

/** 17部门, 230余项…: a number right before a noun that no unit list knows. */
function isPlainNoun(view: string, clause: Range, amount: Amount): boolean {
  const stop = endOf(amount);
  const next = view[stop];
  return stop < clause.end && next !== undefined && !'、,的和以)+'.includes(next);
}

/** 不少于15个县、90个村: what bounds the first bounds the second. */
function sharedBound(view: string, first: Amount | undefined, { unit, start, before }: Amount): Amount['before'] {
  if (!first?.before || before || !isOneOf(view, start - 1, '、和') || first.unit?.text !== unit?.text) return undefined;
  return /^[一-鿿]{1,4}[、和]$/.test(view.slice(endOf(first), start)) ? first.before : undefined;
}

/** `shared` is the bound of the amount before it where that holds for both. */
function comparatorOf(amount: Amount, left: string, shared?: Amount['before']): Comparator {
  if (amount.upTo !== undefined) return 'between';
  // 配备标准要达到6000人/台 is a standard to meet, neither a floor nor a ceiling.
  if (amount.unit?.text.includes('/') && left.includes('标准')) return 'exactly';
  const after = amount.after?.comparator;
  const before = (amount.before ?? shared)?.comparator;
  // 降至…以下, 控制在…以内, 达到…以上, 保持在…左右: the word behind decides.
  return after ?? before ?? (amount.approximate ? 'about' : 'exactly');
}

function boundsOf(comparator: Comparator, { value, upTo }: Amount): Pick<Quantity, 'min' | 'max'> {
  return {
    min: comparator === 'atMost' || comparator === 'lessThan' ? undefined : value,
    max: comparator === 'atLeast' || comparator === 'moreThan' ? undefined : (upTo ?? value),
  };
}

function forceOf(view: Marked, { start, end, kinds }: Clause, first: number): Force {
  if (kinds & STRIVING && striveCues.isMarkedIn(view, start, end)) return 'strive';
  // 给予经费支持 behind the amount encourages nobody.
  return kinds & ENCOURAGING && encourageCues.isMarkedIn(view, start, first) ? 'encourage' : 'must';
}

const levelNouns = new Words<RegionLevel>([
  ['省', 'province'],
  ['市', 'city'],
  ['州', 'city'],
  ['盟', 'city'],
  ['地区', 'city'],
  ['县', 'county'],
  ['区', 'county'],
  ['旗', 'county'],
  ['乡', 'township'],
  ['镇', 'township'],
  ['街道', 'township'],
  ['苏木', 'township'],
  ['村', 'village'],
  ['社区', 'village'],
  ['嘎查', 'village'],
]);
const periods = wordList('年 月 季度 季 半年 周 天 日 两年 三年');
const occasions = wordList('次 逢');

for (const word of ['每', '各', '人均', '户均']) mark(EACH, word);

/** 每个市州, 每村, 各县(市、区), 人均, 每千人口, else 每月, 每季度: what the amount is for each of. */
function scopeOf(words: string): RegionLevel | string | undefined {
  // 每个市州1个以上、全省30个以上
  const left = words.slice(Math.max(...['全省', '全市', '全县', '全区'].map((whole) => words.lastIndexOf(whole)), 0));
  let often: string | undefined;
  if (left.includes('人均') && !left.includes('人均预期')) return '人';
  if (left.includes('户均')) return '户';
  const ratio = /每([百千万]人口?)/.exec(left);
  if (ratio) return ratio[1];
  const every = /(?:^|,)各(?=.)/.exec(left);
  const among = every && levelNouns.at(left, every.index + every[0].length)?.[1];
  if (among) return among;
  for (let at = left.lastIndexOf('每'); at >= 0; at = at > 0 ? left.lastIndexOf('每', at - 1) : -1) {
    const from = left[at + 1] === '个' ? at + 2 : at + 1;
    if (occasions.at(left, from)) continue;
    const period = periods.at(left, from)?.[0];
    if (period) {
      often ??= period;
      continue;
    }
    const level = levelNouns.at(left, from)?.[1];
    if (level) return level;
    if ('户人场期对所家组班'.includes(left[from] ?? ' ')) return left[from];
    const noun =
      /^(?![不最至超])[名位间]?(?!每)[一-鿿]{1,4}?(?=至少|每|面积|室内|不少于|不低于|要|均|应|都|联系|确定|明确|落实|配|拥有|建|新|培|至|开|给|投|补|奖|限|推荐|报送|$)/.exec(
        left.slice(from),
      )?.[0];
    if (noun && !/^(补助|奖励|给予|投入|资助)/.test(noun)) return noun;
  }
  return often;
}

const yearList = /^[到至]?[0-9]{4}年底?([、和及][0-9]{4}年底?)+/;

/** What a sentence opens with, up to its first comma or colon, where that is nothing but a time: 到2030年, 今年年底前, 到2022年和2030年. */
export function openingTime(view: string, sentence: Range, year: number | undefined): string {
  // 总体目标:到2027年,…: behind a colon it may as well begin.
  let from = sentence.start;
  for (let at = from; at < sentence.end && at < from + 27; at++) {
    if (view[at] !== ',' && view[at] !== ':') continue;
    const opening = view.slice(from, at);
    if (timeOnly(opening, year) !== undefined || yearList.exec(opening)?.[0] === opening) return opening;
    if (view[at] === ',') break;
    from = at + 1;
  }
  return '';
}

/** The limit of time of a clause that names none: that of the sentence's opening, else that of a completion behind the clause. */
function dueOf(view: string, { opening, next, year }: ClauseContext): string | undefined {
  const leading = timeOnly(opening, year);
  if (leading !== undefined) return leading;
  if (next && next.kinds & TIME) {
    const passed = dueIn(view.slice(next.start, next.end), year);
    if (passed && completionCues.isIn(view, next.start + passed.end, next.end) && !isDone(view, next.start, next.end)) return passed.date;
  }
  return undefined;
}

/** 到2022年和2030年,…分别不低于22%和30%, …达到37%和40%: a year for each amount; where the clause itself names them, also where they end. */
function yearlyDues(view: string, clause: Clause, opening: string, amounts: Amount[]): { dues: string[]; end: number } | undefined {
  if (amounts.length < 2) return undefined;
  const words = view.slice(clause.start, amounts[0]!.start);
  if (!words.includes('分别') && !areListed(view, amounts)) return undefined;
  const own = yearList.exec(words)?.[0];
  const years = (own ?? opening).match(/[0-9]{4}(?=年)/g);
  if (years?.length !== amounts.length) return undefined;
  return { dues: years.map((year) => `${year}-12-31`), end: own?.length ?? 0 };
}

/** 37%及以上和40%及以上: nothing but a sign stands between them. */
function areListed(view: string, amounts: Amount[]): boolean {
  return amounts.every((amount, i) => {
    const last = amounts[i - 1];
    return !last || (amount.start === endOf(last) + 1 && isOneOf(view, endOf(last), '和、'));
  });
}

/** Characters that `leads` may begin with: most texts begin otherwise, and a pattern costs more than a look. */
const leadBegins = new CharacterSet(
  '“准拟再明按由从一二三四五六七八九其在到0123456789今年全本力争确保努要应将各累每拥至两分月春元国中节已共先',
);
const leads =
  /^(按照?|(由|从)[^增提扩升降,]{1,12}(?=增|提|扩|升|降)|[一二三四五六七八九]是|其中|在(?![线岗册校职编建读孕外])|分[一二三四五六七八九十两0-9]{1,2}[期批次轮]|(月底|春节|元旦|国庆节?|中秋节?|两节|节日)[前后]?(?:期间)?|到?(?:[0-9]{4}|明)年底?前?|今年(?:以?来)?|年内|年底前|全年|本年度|[0-9]{1,2}月底?前|力争|争取|确保|保证|努力|要(?![点求])|应(?!急)|将|各级计生协会?|累计|各(?:地|(?:[省市县区州乡镇村组]|街道|社区|、|\((?:市、区|社区)\)){1,6}[要均]?(?=[一-鿿“]{3}))|至少|已(?=[建完举开培新])(?:[^,的]{1,6}的[0-9.]+万?[个名户家所处])?|共(?![青同])|先后|[一二三四五两0-9]{1,2}年内|每[千万]人口?|每[户人场期对所家](?=[一-鿿]{2})|每(?:年度?|个?月(?:[底末]前?)?|个?季度?末?前?|半年|周|两年|三年)|每(?![年月季周半天日两三])[个名户千万]?[^至不最,]{1,10}?(?=至少|不少于|不低于|最少|不超过|培|配备|建|新|拥有|联系|帮扶|举办|开展|打造|组织|创建|设立|选树|评选|报送)|拥有|分别(?=[一-鿿]{3})|再(?:建(?!设)|(?=[建发新培创打]))|准备|拟|“(?:七一|八一|十一|五一|六一)”前|“?十[一二三四五六]五”?(?:期间|时期))+/;
const verbs =
  /^(全[省市县区])?(组织开展|组织举办|改造(?:升级|提升)?|扩建|至少新建|至少打造|至少建成|至少建设|走访慰问|发现一批|创建|建设|打造|新建|建成|建立|举办|召开|组织|开展|培训|发放|新增|培养|配备|发现|筹划|策划|完成|实施|推出|评选|表彰|编印|制作|拍摄|设立|帮扶|走访|慰问|报送|刊播|投入|印制|赠送|募集|筹集|救助|遴选|签订|发展|培育|选树|开设|创作|印发|更新|张贴|悬挂|形成|订阅|提供|设(?![备施计立置想定])|建(?![议制成造档立会]))?了?(?:[和、]?(?:提升|改造|扩建|巩固|完善)(?=[省市县区乡镇村“]))?(全[省市县区])?/;

/** 每天, 每个村: for each of what, and nothing else. */
const isScope = (words: string) => words.length <= 8 && words.startsWith('每');

/** What is counted: the noun behind the amount, else the words before it. */
function measureOf(
  view: string,
  clause: Range,
  from: number,
  amount: Amount,
  isFirst: boolean,
  next: Amount | undefined,
): Range | undefined {
  const isRate = amount.unit === undefined || hasRateUnit(amount);
  const stop = endOf(amount);
  // 低于1%的水平 names nothing.
  const isFollowed = view[stop] === '的' && !(isRate && /^(?:水平|目标|要求)/.test(view.slice(stop + 1, stop + 3)));
  // 可容纳50人以上开展活动 counts who is held.
  if ((!isRate || isFollowed) && !view.endsWith('容纳', amount.start)) {
    const start = !isFollowed ? stop : view.startsWith('标准', stop + 1) ? stop + 3 : stop + 1;
    let end = next ? next.start : clause.end;
    if (next) for (let at = end - 1; at > start; at--) if (view[at] === '、' || view[at] === '和') end = at;
    const paren = indexIn(view, '(', start, end);
    // 村(社区)设立: the parentheses belong to the noun.
    if (paren >= 0 && paren !== start + 1) end = paren;
    if (
      end - start >= 2 &&
      !/^([并且以用、。得务须]|安排|列入|列支|投入|拨付|纳入|执行|落实|计算|标准|组成)/.test(view.slice(start, start + 2))
    )
      return trim(view, start, end, false);
  }
  // 翻一番: what changes, and how.
  if (amount.spelt === 'change') return trim(view, from, amount.end, true);
  const end = amount.before ? Math.max(amount.before.start, from) : amount.start;
  // 分别不低于22%和30%: nothing of its own stands before the second amount.
  // 每天至少运动30分钟: between cue and amount.
  const between =
    amount.before && amount.start - amount.before.start > 3 ? trim(view, amount.before.start, amount.start, isRate) : undefined;
  if (end > from) {
    const before = trim(view, from, end, isRate);
    return between && (!before || before.start === from) && isScope(view.slice(from, end)) ? between : before;
  }
  return isRate && isFirst && clause.end - stop >= 2 ? trim(view, stop, clause.end, false) : undefined;
}

/**
 * In A率、B率分别达到X、Y each amount belongs to one of the rates that stand before the cue; in A率分别达到X和Y, and
 * where each year has its amount, to the one. */
function sharesOf(view: string, clause: Range, amounts: Amount[], isOne: boolean): Range[] | undefined {
  const cue = amounts[0]?.before;
  if (!cue || amounts.length < 2 || !view.startsWith('分别', cue.start - 2)) return undefined;
  const end = cue.start - 2;
  const rates: Range[] = [];
  let from = Math.max(clause.start, end - 5 * reach);
  for (let at = from; at <= end; at++) {
    if (at < end && view[at] !== '、' && view[at] !== '和') continue;
    if (at > from) rates.push({ start: from, end: at });
    from = at + 1;
  }
  if (rates.length === amounts.length && !isOne) return rates;
  const whole = trim(view, Math.max(clause.start, end - 5 * reach), end, true);
  return whole && amounts.map(() => whole);
}

/** What may stand between a measure and its amount. */
const closings =
  '做 全年 每季度 每半年 每个月 每月 每年 两年 三年 一年 每周 每组 每人 每户 每名 每县 每村 每镇 每乡 每市 每区 每个 共计 累计 合计 各 共有 拥有 有 新增 新建 的 要在 争取 力争 保证 确保 保持 实现 始终 一般 要达到 要占到 占到 要到 提高到 要 应 均 都 须 需 由 、 ,'.split(
    ' ',
  );

/** By the code of the last character. */
const closingsByEnd = new Map<number, string[]>();
for (const word of closings) {
  const end = word.charCodeAt(word.length - 1);
  closingsByEnd.set(end, [...(closingsByEnd.get(end) ?? []), word]);
}

/** The closing that stands before `to`; 人均 is no such word. */
function closingAt(view: string, from: number, to: number): string | undefined {
  const words = closingsByEnd.get(view.charCodeAt(to - 1));
  if (!words || view.endsWith('人均', to)) return undefined;
  return words.find((word) => view.endsWith(word, to) && to - word.length > from);
}

/** 完成率年底前达到95%: when, between what is counted and its amount. */
const timeEnd = /(?:(?:[0-9]{1,2}月|年)(?:底|末|中|[上中下]旬)|[0-9]{1,2}月[0-9]{1,2}日)(?:前|以前)?$|[0-9]{1,2}月前$/;
const timeEnds = new CharacterSet('底末中旬前');

/** Without the words that say when, how firmly and by what verb; a rate keeps its verb: 慰问计生特殊家庭率. */
const dimensions = wordList('标准 人数 次数 金额 比例 时间 质量');

function trim(view: string, clauseStart: number, end: number, isRate: boolean): Range | undefined {
  // (1)新建家园2个;(2)… within a sentence
  const marker = readMarker(view, clauseStart);
  let start = marker && marker.level >= 4 && marker.end < end ? marker.end : clauseStart;
  while (start < end && isOneOf(view, start, '、,和及的(') && !view.startsWith('及时', start)) start++;
  const whole = view.slice(start, end);
  const afterLead = leadBegins.has(view.charCodeAt(start)) ? whole.replace(leads, '') : whole;
  const afterVerb = isRate ? afterLead : afterLead.replace(verbs, '');
  // 慰问标准, 培训人数: what the verb makes a measure of.
  const bare =
    afterVerb.length > 2 || (afterVerb.length === 2 && !dimensions.at(afterVerb, 0))
      ? afterVerb
      : afterLead.length >= 2
        ? afterLead
        : whole;
  let from = end - bare.length;
  let to = end - 2 >= from && view.startsWith('分别', end - 2) ? end - 2 : end;
  // 上报率在95%以上
  if (isRate && isOneOf(view, to - 1, '在') && isOneOf(view, to - 2, '率比例重度')) to--;
  for (let word = closingAt(view, from, to); word; word = closingAt(view, from, to)) to -= word.length;
  if (timeEnds.has(view.charCodeAt(to - 1))) {
    const time = timeEnd.exec(view.slice(from, to))?.[0].length ?? 0;
    if (to - time - from >= 2) to -= time;
  }
  const base = baselines.isIn(view, from, to)
    ? (/[由从](?:(?:上年|去年|现有|目前|每[村镇乡县人户年月]|[0-9])[^,由从]{0,12}|[一二三四五六七八九十两]{1,3}[个名家所支][^,由从]{1,4}[为到至])$/.exec(
        view.slice(from, to),
      )?.[0].length ?? 0)
    : 0;
  if (to - base - from >= 2) to -= base;
  while (from < to && isOneOf(view, from, '的了是、,')) from++;
  return to - from >= 2 ? { start: from, end: to } : undefined;
}
