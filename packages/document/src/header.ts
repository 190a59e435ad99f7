import type { DocumentNumber, Plan, RegionLevel } from '@fp-kit/sdk';
import { DIGIT, holds, isOneOf } from './characters.js';
import { readDate, readFigures, yearsIn } from './dates.js';
import { readDocumentNumber } from './document-number.js';
import { isFurniture } from './furniture.js';
import { readMarker } from './markers.js';
import { readMetadata, type Metadata } from './metadata.js';
import type { Paragraph } from './paragraphs.js';

/** What stands around the plan: letterhead, number, title, signature, date. */
export interface Header {
  kind: Plan['kind'];
  /** As printed on one line; the importer tidies it from the source. */
  title: Paragraph[];
  issuer: Plan['issuer'];
  documentNumber?: DocumentNumber;
  issuedOn?: string;
  years: number[];
  /** Paragraphs that are not part of the plan's text. */
  matter: Set<Paragraph>;
}

const titleEnds =
  '通知 意见 方案 要点 计划 规划 纲要 报告 汇报 总结 小结 办法 细则 规则 规定 决定 决议 函 批复 公告 通报 责任书 责任状 任务书 协议书 合同 决算 决算公开 预算 预算公开 清单 分解表 安排 打算 思路 设想 倡议书 章程 纪要 综述 展望 谋划 讲话 发言'.split(
    ' ',
  );
const orgEnds = [
  '协会',
  '政府',
  '委员会',
  '办公室',
  '小组',
  '专班',
  '局',
  '厅',
  '委',
  '会',
  '中心',
  '处',
  '站',
  '部',
  '中学',
  '小学',
  '学校',
  '学院',
  '大学',
  '医院',
  '卫生院',
];

/** `isGap` says whether blanks stand before a position: they part the names of those who issue it together. */
export function readHeader(paragraphs: Paragraph[], isGap: (at: number) => boolean): Header {
  const firstHeading = paragraphs.findIndex((p) => readMarker(p.text, 0));
  const top = paragraphs.slice(0, firstHeading < 0 ? paragraphs.length : firstHeading);
  const matter = new Set<Paragraph>();

  for (const p of paragraphs) if (isFurniture(p.text)) matter.add(p);
  cutLists(paragraphs, matter);
  const metadata: Metadata = {};
  for (const p of top) {
    const fields = readMetadata(p.text);
    if (!fields) continue;
    matter.add(p);
    Object.assign(metadata, { ...fields, ...metadata });
  }
  const documentNumber = findNumber(top, matter) ?? (metadata.number === undefined ? undefined : readDocumentNumber(metadata.number));
  const letterhead = top.find((p) => p.text.length < 40 && p.text.endsWith('文件') && isOrganisation(p.text.slice(0, -2)));
  if (letterhead) matter.add(letterhead);
  const runIn = readRunIn(top, isGap);
  const dated = runIn ?? findDate(paragraphs, top.length, matter, isGap);
  const issuedOn = dated?.date ?? metadata.writtenOn;
  const { title, notice } = runIn ? { title: [runIn.title], notice: '' } : findTitle(top, matter);
  const [first] = title;
  const numbered = first ? titleAfterNumber(first.text) : 0;
  if (first && numbered > 0) title[0] = { ...first, start: first.start + numbered, text: first.text.slice(numbered) };
  const titleText = title.map((p) => p.text).join('');

  for (const p of top.slice(0, 40))
    if (p.text.length < 80 && p.text.endsWith(':') && !p.text.includes('。') && (documentNumber || dated)) matter.add(p);

  const name =
    dated?.signature ??
    (letterhead ? letterhead.text.slice(0, -2) : undefined) ??
    dated?.printedBy ??
    (metadata.issuer !== undefined && isOrganisation(metadata.issuer) ? metadata.issuer : undefined) ??
    partyAbove(top) ??
    organisationBefore(titleText, top) ??
    organisationBefore(notice, []) ??
    '';
  const issuer: Plan['issuer'] = { name };
  const level = levelOf(name);
  if (level) issuer.level = level;

  const header: Header = {
    kind: kindOf(titleText, paragraphs),
    title,
    issuer,
    years: planYears(titleText, notice, paragraphs, top, documentNumber, issuedOn),
    matter,
  };
  if (documentNumber) header.documentNumber = documentNumber;
  if (issuedOn !== undefined) header.issuedOn = issuedOn;
  return header;
}

/** A line that is nothing but a document number; one inside a sentence is only cited. */
function findNumber(top: Paragraph[], matter: Set<Paragraph>): DocumentNumber | undefined {
  for (const p of top) {
    const number = readDocumentNumber(p.text);
    if (number) {
      matter.add(p);
      return number;
    }
    const titled = readDocumentNumber(p.text.slice(0, titleAfterNumber(p.text)));
    if (titled) return titled;
  }
  return undefined;
}

/** Where the title begins of a line that has the number before it: 某计生协[2026]3号关于…的通知; 0 where it has none. */
function titleAfterNumber(text: string): number {
  const at = text.indexOf('号关于');
  return at > 0 && at < 40 ? at + 1 : 0;
}

interface Dated {
  date?: string;
  signature?: string;
  /** Whose office printed it, which says less than a letterhead. */
  printedBy?: string;
}

/**
 * 成文日期 under the signature, else the 印发日期 of the last lines; never the page's own 发布时间. Before the text, which begins at `from`, a day in
 * figures alone is the page's.
 */
function findDate(paragraphs: Paragraph[], from: number, matter: Set<Paragraph>, isGap: (at: number) => boolean): Dated | undefined {
  let signed: Dated | undefined;
  let printed: Dated | undefined;
  for (const [i, p] of paragraphs.entries()) {
    // Most short lines are headings, and patterns cost more than a look.
    if (p.text.length > 40 || !(p.text.includes('年') || holds(p.text, 0, p.text.length, DIGIT))) continue;
    const isEnclosed = p.text.startsWith('(') && p.text.endsWith(')');
    const bare = isEnclosed ? p.text.slice(1, -1) : p.text.replace(/\(共印[0-9]{1,5}份\)$/, '');
    const contracted = signedOn.exec(bare)?.[1];
    const dateAt = contracted === undefined ? dateStart(bare) : 0;
    const signer = withoutEditor(bare.slice(0, Math.max(0, dateAt)));
    if (dateAt === 0 || isOrganisation(signer)) {
      const date = readDate(contracted ?? bare.slice(dateAt));
      if (!date || signed) continue;
      matter.add(p);
      const signature = dateAt > 0 ? signer : (signatureAbove(paragraphs, i, matter, isGap) ?? signatureBelow(i));
      signed = signature === undefined ? { date } : { date, signature };
    } else if (isEnclosed && /^[^日]{6,14}日.{0,28}(通过|公布|发布)$/.test(bare)) {
      // (2009年7月6日区人民政府第五次常务会议通过) below the title
      const date = readDate(bare);
      if (!date || signed) continue;
      matter.add(p);
      signed = { date };
    } else if (i >= from && bare.length <= 10 && /^[0-9〇一二].*[0-9月]$/.test(bare)) {
      // 2026.2.27, and 2026年2月, which names no day.
      const date = readFigures(bare);
      const signature = date !== undefined || /^.{4}年.{1,3}月$/.test(bare) ? signatureAbove(paragraphs, i, matter, isGap) : undefined;
      if (date !== undefined || signature !== undefined) matter.add(p);
      if (signature === undefined || signed) continue;
      signed = date === undefined ? { signature } : { date, signature };
    } else if (bare.endsWith('印发')) {
      const at = bare.search(/[0-9〇二]/);
      const date = at < 0 ? undefined : readDate(bare.slice(at));
      if (!date) continue;
      matter.add(p);
      const own = bare.slice(0, at);
      // 县政府办公室2026年4月18日印发 names no body in full.
      const isShort = /^[省市县区镇乡]/.test(own) && isOrganisation(own);
      const signature = isShort ? undefined : isOrganisation(own) ? own : signatureAbove(paragraphs, i, matter, isGap);
      printed = signature === undefined ? { date } : { date, printedBy: signature };
    }
  }
  return signed ?? printed ?? signedWithin(paragraphs.at(-1)?.text ?? '');

  /** Somebody dates first and signs below, where nothing else follows. */
  function signatureBelow(i: number): string | undefined {
    const below = paragraphs[i + 1];
    if (!below || i < from || i + 2 < paragraphs.length || !isOrganisation(below.text)) return undefined;
    matter.add(below);
    return below.text;
  }
}

/** …落到实处。石埠镇计生协2026年1月5日, at the end of a document that was poured into one line. */
function signedWithin(text: string): Dated | undefined {
  const end = text.slice(text.lastIndexOf('。') + 1);
  const dateAt = end.length < text.length && end.length <= 40 ? dateStart(end) : 0;
  const name = end.slice(0, Math.max(0, dateAt));
  const date = isOrganisation(name) || name.endsWith('计生协') ? readDate(end.slice(dateAt)) : undefined;
  if (date === undefined) return undefined;
  return isOrganisation(name) ? { date, signature: name } : { date };
}

/** 签订日期:2026年3月26日 of a contract; what the page has beside it may follow. */
const signedOn = /^(?:签订|签署|签约)(?:日期|时间):([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)/;

/** A title that runs into who issued it, the day, and the text: …工作汇报某县卫生局(2026年1月5日)今年以来,…. */
function readRunIn(top: Paragraph[], isGap: (at: number) => boolean): (Dated & { title: Paragraph }) | undefined {
  for (const { start, text } of top.slice(0, 8)) {
    const open = text.slice(0, 200).search(/\([0-9〇一二]{4}年[^()]{1,3}月[^()]{1,3}日\)/);
    const date = open > 0 ? readDate(text.slice(open + 1, text.indexOf(')', open))) : undefined;
    if (date === undefined || text.indexOf(')', open) === text.length - 1) continue;
    const before = withoutField(text.slice(0, open));
    const end = Math.max(...titleEnds.map((word) => (before.lastIndexOf(word) < 0 ? -1 : before.lastIndexOf(word) + word.length)));
    const signature = text.slice(end, open);
    if (end < 6 || !isOrganisation(signature)) continue;
    let from = end - 1;
    while (from > 0 && end - from < 60 && !isGap(start + from)) from--;
    return { date, signature, title: { start: start + from, end: start + end, text: text.slice(from, end) } };
  }
  return undefined;
}

/** 计划生育 and its bodies are no 计划; one character for one. */
const withoutField = (text: string) => text.replaceAll('计划生育', '计生··');

/** 某县计划生育协会编 2026年6月12日, above a bulletin. */
const withoutEditor = (name: string) => name.replace(/编印?$/, '');

/** Where a date begins that runs to the end of the line; -1 where none does. */
function dateStart(text: string): number {
  if (!text.endsWith('日')) return -1;
  let start = text.length;
  while (start > 0 && '0123456789〇零一二三四五六七八九十廿卅元年月日'.includes(text[start - 1]!)) start--;
  return text.length - start >= 8 ? start : -1;
}

function signatureAbove(
  paragraphs: Paragraph[],
  index: number,
  matter: Set<Paragraph>,
  isGap: (at: number) => boolean,
): string | undefined {
  const names: string[] = [];
  for (let i = index - 1; i >= Math.max(0, index - 3); i--) {
    const p = paragraphs[i]!;
    if (p.text.startsWith('(') && p.text.endsWith(')')) {
      matter.add(p);
      continue;
    }
    const sealed = partyOf(p.text);
    if (sealed) {
      matter.add(p);
      return sealed;
    }
    // 负责人:____ stands between the parties of a contract and its date.
    if (/^(负责人|镇长|主任|代表|书记|签字|法人)[^,。;]{0,40}$/.test(p.text)) {
      matter.add(p);
      continue;
    }
    if (!isOrganisation(p.text)) break;
    matter.add(p);
    // Of those who issue it together, and sign one below the other, the first leads.
    names.unshift(firstOf(p, isGap));
  }
  return names[0];
}

/** 某市计划生育协会 某市财政局 on one line: the first of them. */
function firstOf({ start, text }: Paragraph, isGap: (at: number) => boolean): string {
  for (let at = 4; at < text.length - 3; at++)
    if (isGap(start + at) && isOrganisation(text.slice(0, at)) && isOrganisation(text.slice(at))) return text.slice(0, at);
  return text;
}

/** 石埠镇人民政府(盖章) 村委会(盖章), 甲方(盖章):石埠镇人民政府 乙方(盖章):…: who signs a contract first sets it. */
function partyOf(text: string): string | undefined {
  const seal = /\((?:盖?章|公章|印章|签章)\)/.exec(text);
  if (!seal) return undefined;
  const before = text.slice(0, seal.index);
  const name = before === '甲方' ? text.slice(seal.index + seal[0].length + 1).split('乙方')[0]! : before.replace(/^甲方:/, '');
  return isOrganisation(name) ? name : undefined;
}

/** 甲方:石埠镇人民政府 above the text of a contract. */
function partyAbove(top: Paragraph[]): string | undefined {
  const party = top.find((p) => p.text.length < 40 && p.text.startsWith('甲方:'));
  const name = party?.text.slice(3).replace(/\(.{1,8}\)$/, '') ?? '';
  return isOrganisation(name) ? name : undefined;
}

function isOrganisation(text: string): boolean {
  // ____镇人民政府 in a form, **镇 and xx镇 on a page name nobody; 在全县计划生育协会 says where, 我市计划生育协会 whose.
  if (isOneOf(text, 0, '_*×xX在') || text.includes('我') || /^[省市县区乡镇村]级/.test(text)) return false;
  // 北辰轴承(澄河)有限公司计划生育协会
  const bare = text.replace(/\([一-鿿]{2,6}\)(?=有限|股份|集团)/, '');
  return text.length >= 4 && text.length <= 40 && !/[,。:;、|()]|关于/.test(bare) && orgEnds.some((end) => text.endsWith(end));
}

/** The body that a title begins with: 某某人民政府关于…. It may stand on a line of its own above the title. */
function organisationBefore(title: string, top: Paragraph[]): string | undefined {
  const about = title.search(/关于|[0-9]{4}年/);
  const before = about > 0 ? title.slice(0, about) : undefined;
  if (before && isOrganisation(before)) return before;
  if (isCollection(title)) return top.find((p) => isOrganisation(p.text))?.text;
  // 某市计划生育协会事业发展“十五五”规划
  const named = /^([^0-9]{2,20}(?:计划生育协会|人民政府|委员会))(?:事业|工作|发展|“)/.exec(title)?.[1];
  if (named !== undefined && isOrganisation(named)) return named;
  return top.slice(0, 3).find((p) => isOrganisation(p.text))?.text;
}

/** The plan's own title: what a notice issues between 《》, else the first lines up to a word that titles end with. */
function findTitle(top: Paragraph[], matter: Set<Paragraph>): { title: Paragraph[]; notice: string } {
  const free = top.filter((p) => !matter.has(p));
  const noticeAt = free.findIndex((p) => p.text.includes('关于') || (p.text.includes('《') && p.text.endsWith('通知')));
  const notice = noticeAt < 0 ? undefined : titleFrom(free, noticeAt);
  if (notice) {
    const text = notice.map((p) => p.text).join('');
    const open = text.indexOf('《');
    const close = text.lastIndexOf('》');
    const issued = text.includes('印发') || text.includes('下发');
    const inner = issued && open >= 0 && close > open ? text.slice(open + 1, close) : undefined;
    for (const p of notice) matter.add(p);
    const after = issued ? free.slice(free.indexOf(notice.at(-1)!) + 1) : [];
    const issuedTitle = titleIssued(after, inner ?? text, /要点|计划/.test(text));
    if (issuedTitle) {
      for (const line of issuedTitle) matter.add(line);
      return { title: issuedTitle, notice: text };
    }
    if (inner) {
      // The title is printed in the notice only; it may run over its lines.
      const first = notice[0]!;
      const last = notice.at(-1)!;
      const from = first.text.includes('《') ? first.start + first.text.indexOf('《') + 1 : undefined;
      const to = last.text.includes('》') ? last.start + last.text.lastIndexOf('》') : undefined;
      if (from !== undefined && to !== undefined && first === last) return { title: [{ start: from, end: to, text: inner }], notice: text };
    }
    return { title: notice, notice: text };
  }
  let collection: Paragraph[] | undefined;
  for (const [i, { text }] of free.entries()) {
    const run = namesPiece.test(text) || namesPart.test(text) ? undefined : titleFrom(free, i);
    if (!run) continue;
    for (const p of run) matter.add(p);
    if (!isCollection(run[0]!.text)) return { title: run, notice: '' };
    collection ??= run;
  }
  if (collection) return { title: collection, notice: '' };
  for (const p of top.slice(0, 8)) {
    const within = titleWithin(p);
    if (within) return { title: [within], notice: '' };
  }
  const first = free.find((p) => p.text.length <= 60 && p.text[0] !== '|' && !/^(第.{1,3}篇|附件?[0-9一二三]?:?)$/.test(p.text));
  if (first && free.length > 1 && !first.text.includes('。')) matter.add(first);
  return { title: first ? [first] : [], notice: '' };
}

/** 企业计划生育协会工作计划(精选5篇): the page of samples, not the first of them. */
const isCollection = (title: string) => /[0-9一二三四五六七八九十]篇\)?$/.test(title);
/** 下一步打算: a caption inside the text. */
const namesPart = /^(?:下一?步|今后|明年|来年|下半年).{0,3}(?:打算|安排|思路|设想|计划|展望)$/;
/** 工作计划 篇1, 第一篇 */
const namesPiece = /篇[0-9一二三四五六七八九十]{1,2}$|^第.{1,3}篇/;

const namesPlan =
  /[0-9〇零一二三四五六七八九]{4}年(?:度)?[^,。;:|]{2,24}?(?:要点|工作计划|工作安排|总结(?:[暨和及与][^,。;:|]{2,20}?(?:计划|打算|思路|安排|要点|设想))?|工作报告|实施方案|行动方案|责任书|任务书)|解读《([^》]{6,60})》/;

/** A title that stands in a line with other text: 2016年计生协活动总结今年5月29日…, 解读《…行动方案》. */
function titleWithin({ start, text }: Paragraph): Paragraph | undefined {
  const match = namesPlan.exec(text.slice(0, 80));
  if (!match) return undefined;
  const name = match[1] ?? match[0];
  const from = start + match.index + match[0].indexOf(name);
  return { start: from, end: from + name.length, text: name };
}

/**
 * The title below a notice of what it issues: one that the notice names, else one that ends as a plan does. A notice may issue last year's
 * report together with this year's plan; the file is then read as the plan.
 */
function titleIssued(lines: Paragraph[], notice: string, issuesPlan: boolean): Paragraph[] | undefined {
  let likely: Paragraph[] | undefined;
  for (const [i] of lines.entries()) {
    const run = titleFrom(lines, i);
    const joined = run?.map((line) => line.text).join('') ?? '';
    if (!run || joined.length < 6 || joined.endsWith('通知') || (issuesPlan && /总结|报告/.test(joined))) continue;
    if (joined.length > 8 && notice.includes(joined)) return run;
    if (/(要点|计划|方案|规划|意见)(\(.{1,12}\))?$/.test(joined)) likely ??= run;
  }
  return likely;
}

/** Up to three lines from `at` on that together end as a title does. */
function titleFrom(lines: Paragraph[], at: number): Paragraph[] | undefined {
  const run: Paragraph[] = [];
  for (const p of lines.slice(at, at + 3)) {
    if (p.text.length > 90 || /[。;]|\|./.test(p.text) || p.text.endsWith(':') || p.text.startsWith('(') || readDocumentNumber(p.text))
      return undefined;
    // A letterhead stands above a title that begins with the same body, and is no part of it; nor is 会议纪要 below a body's name.
    if ((run[0] && p.text.startsWith(run[0].text)) || p.text === '会议纪要') return undefined;
    run.push(p);
    // …《2026年工作要点》的通知-某市卫生健康委员会: the page's title names the site, too.
    const text = p.text.includes('》') ? p.text.replace(/-[^-》]{2,20}(?:委员会|政府|协会|网站?|局)$/, '') : p.text;
    const bare = text.replace(/[》”)|]{1,90}$/, '').replace(/(?:\([^()]{0,20}|(?:范本|范文|模板)?[0-9一二三四五六七八九十]{1,3}篇)$/, '');
    if (titleEnds.some((end) => bare.endsWith(end))) return run;
  }
  return undefined;
}

/** 附件：1.…, 相关文章：1.… and the numbered lines under them are lists of names, not headings; other pages are named without numbers, too. */
function cutLists(paragraphs: Paragraph[], matter: Set<Paragraph>): void {
  let inside = false;
  let areOthers = false;
  for (const p of paragraphs) {
    if (p.text.length < 80 && beginsList(p.text)) {
      inside = true;
      areOthers = !p.text.startsWith('附');
    } else if (inside && !/^[0-9]{1,2}[.、]/.test(p.text)) {
      inside = areOthers && p.text.length < 60 && !/[。;]/.test(p.text) && !readMarker(p.text, 0);
    }
    if (inside) matter.add(p);
  }
}

function beginsList(text: string): boolean {
  if (text.startsWith('附')) return /^附件?:/.test(text);
  return isOneOf(text, text.length - 1, '章读荐接档文:') && /^[^。]{0,40}(?:相关|推荐|热门)(?:文章|阅读|推荐|链接|文档|范文):?$/.test(text);
}

const backward = ['已', '共', '累计', '举行', '截至', '以来', '了'];
const forward = ['要', '确保', '不少于', '力争', '推进', '加强', '年底前'];

/** By the words of the title; by those of the text where the title has none of them. */
function kindOf(title: string, paragraphs: Paragraph[]): Plan['kind'] {
  if (/(?:情况|进展|进度)的?(?:通报|汇报|报告)$/.test(title)) return 'report';
  if (/要点|工作计划|方案|规划|责任书|意见|通知/.test(title)) return 'plan';
  if (/总结|报告|汇报|决算|回顾|简报|综述/.test(title)) return 'report';
  const text = paragraphs
    .map((p) => p.text)
    .join('\n')
    .slice(0, 20_000);
  if (/总结报告如下|情况汇报如下/.test(text)) return 'report';
  const count = (words: string[]) => words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
  return count(backward) > count(forward) ? 'report' : 'plan';
}

function planYears(
  title: string,
  notice: string,
  paragraphs: Paragraph[],
  top: Paragraph[],
  number: DocumentNumber | undefined,
  issuedOn: string | undefined,
): number[] {
  // 2016年总结和2017年要点: the year that stands before the plan's own word.
  const both = [title, notice].map(yearOfPlanIn).find((year) => year !== undefined);
  if (both !== undefined) return [both];
  const titled = yearsIn(title);
  if (titled.length) return titled;
  const announced = yearsIn(notice);
  if (announced.length) return announced;
  const first = top.find((p) => p.text.length > 30 && !isFurniture(p.text));
  const opening = first ? yearsIn(first.text.slice(0, 16)) : [];
  if (opening.length) return opening;
  for (const [i, p] of paragraphs.entries()) {
    if (p.text.length > 40 && i >= top.length) continue;
    const planned = yearsIn(/[0-9〇一二三四五六七八九]{4}年(?=度?工作(?:要点|计划|打算|安排|思路))/.exec(p.text)?.[0] ?? '');
    if (planned.length) return planned;
  }
  if (number) return [number.year];
  if (issuedOn !== undefined) return [Number(issuedOn.slice(0, 4))];
  // (2013年9月) below the title of a speech, 承接2025年度优生优育指导服务 in a contract that nobody dated.
  return yearsIn(top.map(({ text }) => undated.exec(text)?.[0] ?? '').join(' ')).slice(0, 1);
}

const undated = /^\([0-9]{4}年(?=[^)]{1,6}\)$)|[0-9]{4}年(?=度)/;

function yearOfPlanIn(title: string): number | undefined {
  if (!/总结|报告|回顾/.test(title)) return undefined;
  const named = withoutField(title);
  const last = Math.max(...['要点', '打算', '思路', '安排', '设想', '计划', '方案', '展望', '谋划'].map((word) => named.lastIndexOf(word)));
  return last > 0 ? yearsIn(title.slice(0, last)).at(-1) : undefined;
}

/** Level of the region that a body's name begins with. */
function levelOf(name: string): RegionLevel | undefined {
  const body = name.search(/计划生育|人口|卫生|人民政府|办公室/);
  const region = body > 0 ? name.slice(0, body) : '';
  if (name.startsWith('中国') || name.startsWith('国家')) return 'country';
  if (/(村|社区|嘎查)$/.test(region)) return 'village';
  if (/(乡|镇|街道|苏木)$/.test(region)) return 'township';
  if (/(县|区|旗)$/.test(region) && !region.endsWith('自治区')) return 'county';
  if (/(市|州|盟|地区)$/.test(region)) return 'city';
  if (/(省|自治区)$/.test(region)) return 'province';
  return undefined;
}
