import type { Action } from '@fp-kit/sdk';
import { classes, CLAUSE_END, CharacterSet, COPULA, indexIn, isOneOf, LEFT_PARENTHESIS } from './characters.js';
import { clausesOf, type Clause, type Range } from './clauses.js';
import { timeOnly } from './dates.js';
import { CUT, DELIVERY, markedList, TOGETHER, wordList, type Marked } from './words.js';

const deliverVerbs = markedList(
  DELIVERY,
  '举办 召开 举行 建成 新建 创建 打造 印发 出台 制定 制订 编印 编写 完成 评选 表彰 开发 拍摄 成立 修订 组建 发布 上报 报送 升级 推出 筹备 换届',
);
const workVerbs = wordList(
  '加强 推进 推动 开展 落实 完善 建立 健全 做好 抓好 强化 深化 提升 提高 组织 引导 指导 宣传 普及 倡导 巩固 发挥 争取 鼓励 支持 参与 融入 实施 协调 联合 依托 利用 围绕 聚焦 坚持 贯彻 学习 执行 优化 扩大 拓展 探索 构建 营造 培育 培树 培养 统筹 关注 总结 推广 定期 建设 加大 加快 保障 维护 服务 促进 配合 配备 动员 履行 重视 密切 织密 严格 规范 夯实 壮大 立足 按照 根据 结合 通过 采取 突出 注重 挖掘 提供 降低 监督 管理 检查 督导 走访 慰问 发放 扎实 切实 积极 持续 继续 大力 深入 广泛 认真 不断 进一步 全面 主动 牢固 牢牢 充分 及时 适时 逐步 稳步 确保 保证 力争 打通 抓住 推荐 吸纳 整合 借助 针对 面向 对标 理顺 补齐 办好 用好 管好 配强 延伸 结对 每 全年 年内 年底前',
);
const duties = wordList('要 应 须 必须 各级');

/**
 * Whether the sentence `[start, end)` of the view, which holds `kinds`, orders something to be done; 党的领导是…根本保证 only says how things
 * are.
 */
export function isAction(view: string, start: number, end: number, kinds: number): boolean {
  while (start < end && isOneOf(view, start, '“（(、,')) start++;
  if (end - start < 5) return false;
  if (!(kinds & COPULA)) return true;
  let clauseEnd = start;
  while (clauseEnd < end && !(classes[view.charCodeAt(clauseEnd)]! & CLAUSE_END)) clauseEnd++;
  if (!isStatement(view.slice(start, clauseEnd))) return true;
  for (let at = start; at < end; at++)
    if ((at === start || classes[view.charCodeAt(at - 1)]! & CLAUSE_END) && duties.at(view, at)) return true;
  return false;
}

/** 工作举措, 行动目标:, 2027年工作要点: a line that names what follows and orders nothing. */
export function isCaption(line: string): boolean {
  if (line.length > 30) return false;
  if (line.endsWith(':')) return /^-*[^,。;!?|-]{1,16}:$/.test(line);
  if (/[,。;:!?|]|[0-9](?![0-9]{0,30}年)/.test(line) || workVerbs.at(line, 0) || deliverVerbs.at(line, 0)) return false;
  return /(举措|措施|要求|目标|任务|安排|要点|计划|总结|报告|情况|附表|附件|第[一二三四五六七八九十]{1,3}(篇|部分|章|节))$/.test(line);
}

function isStatement(clause: string): boolean {
  const at = clause.indexOf('是');
  return (
    at > 1 &&
    at < 26 &&
    clause[at - 1] !== '不' &&
    clause[at + 1] !== '否' &&
    !clause.slice(0, at).includes('要') &&
    !workVerbs.at(clause, at + 1) &&
    !deliverVerbs.at(clause, at + 1) &&
    !clause.includes('尤其是') &&
    !clause.includes('特别是')
  );
}

/** deliver: it can be finished; ongoing: it is kept up. A counted target can be reached, so it is to be delivered. */
export function modeOf(view: Marked, { start, end }: Range, kinds: number, hasAmount: boolean): Action['mode'] {
  return hasAmount || (kinds & DELIVERY && deliverVerbs.isMarkedIn(view, start, end)) ? 'deliver' : 'ongoing';
}

const cutVerbs = markedList(CUT, '举办 召开 举行 建成 新建 创建 打造 印发 出台 制定 制订 编印 评选 表彰 开发 拍摄 成立 组建 签订 开通');
const adverbs = wordList('联合 会同 围绕 依托 按照 根据 结合 通过 采取 利用 以 在 为 面向 针对 借助 立足 聚焦 对 坚持 与 将 把 到');
const completions = wordList('验收 全覆盖 投入使用 自查 整改');
/** When, how firmly and for each of whom: what may stand before the verb of a clause. */
const lead =
  /^(今年|年内|年底前|全年|上半年|下半年|第?[一二三四]季度[末底]?前?|[0-9]{1,2}月?[-至][0-9]{1,2}月|[0-9]{1,2}月底?前|[0-9]{1,2}月[0-9]{1,2}日前|力争|争取|确保|每[^,至]{1,10}至少)/;

// Most clauses begin otherwise, and a pattern costs more than a look.
const leadBegins = new CharacterSet('今年全上下第一二三四力争确每0123456789');

function leadOf(view: string, { start, end }: Range): number {
  return leadBegins.has(view.charCodeAt(start)) ? (lead.exec(view.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0) : 0;
}

/**
 * A sentence cut as a clerk would cut it: 加强队伍建设，举办培训2期 is two things to do, 联合有关部门，举办培训2期 is one. A clause begins a new
 * action where it names something to deliver, or gives a time or force of its own to a number of its own.
 */
export function cutActions(marked: Marked, sentence: Clause, counted: readonly Range[]): Range[] {
  if (counted.length === 0 && !(sentence.kinds & CUT)) return [sentence];
  const view = marked.text;
  const clauses = clausesOf(marked, sentence.start, sentence.end);
  const actions: Range[] = [];
  let start = sentence.start;
  let next = 0;
  for (let i = 1; i < clauses.length; i++) {
    const clause = clauses[i]!;
    const words = leadOf(view, clause);
    while (next < counted.length && counted[next]!.start < clause.start) next++;
    const begins = cutVerbs.at(view, clause.start + words) ?? (words > 0 && counted[next]?.start === clause.start);
    if (!begins || view[clause.start - 1] !== ',' || completions.isIn(view, clause.start, clause.end)) continue;
    // One clause that only says when, how, with whom or for whom is no action of its own.
    if (start === clauses[i - 1]!.start && (adverbs.at(view, start) || namesTimeOnly(view, clauses[i - 1]!))) continue;
    // 以…为阵地，打造…: what says how belongs to what follows it.
    let first = i;
    while (first > 0 && clauses[first - 1]!.start > start && adverbs.at(view, clauses[first - 1]!.start)) first--;
    actions.push({ start, end: clauses[first]!.start - 1 });
    start = clauses[first]!.start;
  }
  actions.push({ start, end: sentence.end });
  return actions;
}

/** Which year does not matter here. */
function namesTimeOnly(view: string, { start, end }: Range): boolean {
  return timeOnly(view.slice(start, end), 2000) !== undefined;
}

export interface Units {
  assignees: string[];
  partners: string[];
}

/** Responsible units in parentheses: (责任单位：A、B)、(牵头单位：A；配合单位：B)、(A牵头，B、C配合). */
export function unitsInParentheses({ text, codes, marks }: Marked, { start, end }: Range, units: Units): void {
  for (let i = marks.from(start); marks.at[i]! < end; i++) {
    const open = marks.at[i]!;
    if (codes[open] !== LEFT_PARENTHESIS) continue;
    const close = indexIn(text, ')', open, Math.min(end, open + 200));
    if (close >= 0) readUnits(text.slice(open + 1, close), units);
  }
}

/** 责任单位: 牵头科室: 配合部门: 责任人: 分管领导: 责任单位及责任人: */
const roles =
  /(牵头|主责|责任|承办|主办|主管|实施|落实|分管|包联|配合|协办|协同|参与)(?:(?:单位|部门|科室|处室|股室|机构|领导|人员|人)(?:[及和、](?:责任|分管)?(?:领导|人员|人))?)?:/g;
const helping = /配合|协办|协同|参与/;
const speaksOfRoles = /责任|牵头|负责|配合|承办|主办|主责|协办|协同|参与|分管|包联|主管|实施|落实/;

/** The line or parenthesis that names who is responsible; leaves `units` alone where it names nobody, or a person. */
export function readUnits(text: string, units: Units): void {
  if (!speaksOfRoles.test(text)) return;
  // A label ends with a colon, and most texts hold none.
  const labels = text.includes(':') ? [...text.matchAll(roles)] : [];
  labels.forEach((label, i) => {
    const into = helping.test(label[1]!) ? units.partners : units.assignees;
    const names = text.slice(label.index + label[0].length, labels[i + 1]?.index);
    for (const name of names.split(/[、,;。和及/|]/)) addUnit(name, into, /人|领导/.test(label[0]));
  });
  if (labels.length > 0) return;
  for (const part of text.split(/[;,。]/)) {
    const names = part.replace(/(等?(部门|单位)?按职责(分工)?负责|牵头负责|牵头|负责|配合|参与)$/, '');
    if (names === part) continue;
    const into = /(配合|参与)$/.test(part) ? units.partners : units.assignees;
    for (const name of names.replace(/^由/, '').split(/[、和]/)) addUnit(name, into, part.endsWith('负责'));
  }
}

const togetherWith = markedList(TOGETHER, '联合 会同');

/** Units that something is done together with: 联合省卫生健康委…，会同教育、团委等部门…. */
export function partnersIn(view: Marked, sentence: Range, units: Units): void {
  togetherWith.visitMarked(view, sentence.start, sentence.end, (_, at) => {
    const rest = view.text
      .slice(at + 2, Math.min(at + 42, sentence.end))
      .split(/[,。;:(等]|开展|举办|召开|下发|印发|建设|共同|组织|推动|推进|制定|实施/)[0]!;
    for (const name of rest.split(/[、和与]/))
      if (/^(省|市|县|区|国家|中国|团|.{2,}(局|委|厅|会|院|校|公司|处|中心|联)$)/.test(name)) addUnit(name, units.partners);
  });
}

const organisationEnds = '局委厅部会社院校处室办司联县市区州镇乡村团所站中心单位机构公司政府协会科股队';
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const officeEnds =
  /(局|委|厅|部|办|协会|计生协|办公室|委员会|政府|中心|公司|学校|医院|工会|妇联|团委|联合会|基金会|居委会|村委会|支部|街道|科室|科|股|处|站|所|院)$/;

/**
 * Keeps a name that is a unit's. Where a person may be named (责任人: 负责), what could be one is left out: a unit there ends as offices do, and
 * is none of two or three characters that begin with a surname (张科, 李建委).
 */
function addUnit(name: string, into: string[], mayBePerson = false): void {
  const bare = name.trim();
  if (bare.length < 2 || bare.length > 30 || !organisationEnds.includes(bare.at(-1)!) || into.includes(bare)) return;
  const isShort = bare.length <= (mayBePerson ? 3 : 2) && surnames.includes(bare[0]!);
  if (isShort || (mayBePerson && !officeEnds.test(bare) && !/^[各市县区省镇乡村]/.test(bare))) return;
  into.push(bare);
}
