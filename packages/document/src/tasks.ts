import type { Action, Area, Heading, Result, Target, Task } from '@fp-kit/sdk';
import { cutActions, isAction, isCaption, modeOf, partnersIn, readUnits, unitsInParentheses, type Units } from './actions.js';
import {
  BAR,
  BLANK,
  CharacterSet,
  CHINESE_NUMERAL,
  classes,
  DIGIT,
  FULL_STOP,
  indexIn,
  isOneOf,
  LEFT_BRACKET,
  LEFT_PARENTHESIS,
  NEWLINE,
  OPEN,
  RIGHT_BRACKET,
  RIGHT_PARENTHESIS,
  SEMICOLON,
  SPELT,
} from './characters.js';
import { clausesOf, sentencesOf, type Clause, type Range } from './clauses.js';
import { dueIn, timeOnly, yearsIn } from './dates.js';
import type { Diagnostics } from './diagnostics.js';
import { isBoxCaption, type Outline, type Section } from './outline.js';
import type { Paragraph } from './paragraphs.js';
import { toSource, type View } from './repair.js';
import {
  joinBounds,
  looksAhead,
  namesConditions,
  openingTime,
  quantitiesIn,
  quantityOfCell,
  tellsHowThingsAre,
  type Quantity,
  type Tense,
} from './targets.js';
import { areaOrder, areas, sites } from './vocabulary.js';
import { rowText, TableReader, type Row } from './tables.js';
import { TIME, TOGETHER, wordList, Words } from './words.js';

export interface Reading {
  source: string;
  view: View;
  kind: 'plan' | 'report';
  title: string;
  year: number | undefined;
  /** YYYY-MM-DD */
  issuedOn: string | undefined;
  diagnostics: Diagnostics;
}

/** The text of `[start, end)` in the view, in the characters of the source. */
export function printed(source: string, view: View, start: number, end: number): string {
  if (end <= start) return '';
  const from = view.at[start]!;
  const to = view.at[end - 1]! + 1;
  // Nothing was left out between: the common case.
  const isRow = view.codes[start] === BAR;
  if (to - from === end - start && !isRow) {
    const text = source.slice(from, to);
    return view.codes[start]! > BLANK && view.codes[end - 1]! > BLANK ? text : text.trim();
  }
  let text = '';
  if (isRow) {
    // The edges of cells are the view's own: the source may have tabs.
    for (let i = start; i < end; i++) text += view.text[i] === '|' ? '|' : source[view.at[i]!]!;
    return text;
  }
  const { at, gaps } = view;
  let run = start;
  for (let gap = firstAfter(gaps, start); gaps[gap]! < end; gap++) {
    text += source.slice(at[run], at[gaps[gap]! - 1]! + 1);
    run = gaps[gap]!;
  }
  return (text + source.slice(at[run], to)).trim();
}

/** The number of the first of these ascending positions that is behind `position`. */
function firstAfter(positions: number[], position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same with the pinyin that a page printed behind its characters: 網(wǎng)絡(luò). */
export function printedWithPinyin(source: string, view: View, start: number, end: number): string {
  let text = '';
  let run = start;
  for (let i = start + 1; i <= end; i++) {
    const gap = view.at[i - 1]! + 1;
    const pinyin = view.at[i]! > gap ? /^[(（][^)）]*[)）]/.exec(source.slice(gap, view.at[i])) : null;
    if (!pinyin) continue;
    text += printed(source, view, run, i) + pinyin[0];
    run = i;
  }
  return text + printed(source, view, run, end);
}

export function headingsOf({ source, view }: Reading, outline: Outline): Heading[] {
  return outline.sections.map((section) => {
    const heading: Heading = {
      id: section.path,
      level: section.level,
      ordinal: section.ordinal,
      marker: printed(source, view, section.start, section.titleStart),
      title: printedWithPinyin(source, view, section.titleStart, section.titleEnd),
      span: toSource(view, section.start, Math.max(section.titleEnd, section.start + 1)),
    };
    if (section.parent) heading.parent = section.parent.path;
    return heading;
  });
}

/** The rows of the checklist: every heading without headings below it, and whatever else binds somebody to a number. */
export function tasksOf(reading: Reading, outline: Outline): Task[] {
  const { view, source } = reading;
  const tasks: Task[] = [];
  let turn = firstTurn(reading);
  const isReport = turn.tense === 'report';
  /** The year of the last heading that looked back: behind 一、2025年工作回顾 a heading of 2026 looks ahead, whatever it says. */
  let lookedBackAt: number | undefined;
  let hasAimed = false;

  const add = (from: TaskSource) => {
    const { readings, turned } = readingsOf(reading, from);
    tasks.push(taskOf(reading, from, readings));
    turn = turned ?? turn;
  };
  const addAside = (from: TaskSource) => {
    const { readings, turned } = readingsOf(reading, from);
    turn = turned ?? turn;
    // Only a row of a table may count what its words alone do not tell.
    if (!readings.some(({ sentence, quantities }) => quantities.length > 0 || view.codes[sentence.start] === BAR)) return;
    const task = taskOf(reading, from, readings);
    const actions = task.actions.filter((action) => action.targets.length || action.results.length);
    if (actions.length === 0) return;
    const bound = actions.find((action) => action.targets.length);
    if (bound) reading.diagnostics.add('target-outside-tasks', bound.span, from.title);
    tasks.push({ ...task, actions });
  };

  if (outline.sections.length === 0) {
    if (outline.preamble.length) add({ id: '1', title: reading.title, body: outline.preamble, ...turn });
    return tasks;
  }
  addAside({ id: '0', title: reading.title, body: outline.preamble, ...turn });
  for (const section of outline.sections) {
    const title = printed(source, view, section.titleStart, section.titleEnd) || reading.title;
    const named = section.parent ? undefined : yearNamedBy(section, view.text);
    if (named !== undefined && turn.tense === 'report' && lookedBackAt !== undefined && named > lookedBackAt)
      turn = { tense: 'plan', year: named };
    // A page of samples begins anew with each 一、.
    if (!section.parent && section.value === 1) hasAimed = false;
    const tense = tenseOf(section, view.text, turn.tense, hasAimed);
    hasAimed ||= aims.isIn(view.text, section.titleStart, section.titleEnd);
    if (named !== undefined && tense === 'report') lookedBackAt = named;
    const year = yearAhead(section, view.text, turn, tense, isReport) ?? turn.year;
    // What comes behind 二、下一步打算 does not look back any more, unless its own heading does.
    if (tense === 'plan' && turn.tense === 'report' && !section.parent) turn = { tense, year };
    const { body, path: heading } = section;
    if (section.children.length) addAside({ id: `${heading}.0`, title, body, tense, year, heading, section });
    else add({ id: heading, title, body, tense, year, heading, section });
  }
  return tasks;
}

/** 2025年工作总结和2026年工作计划 looks back until a section looks ahead. */
function firstTurn({ kind, title, year }: Reading): Turn {
  const named = title.replaceAll('计划生育', '').replaceAll('計劃生育', '');
  if (kind === 'report' || !both.test(named)) return { tense: kind, year };
  return { tense: 'report', year: yearsIn(title)[0] ?? year };
}

/** 2008年工作总结暨2009年工作打算 */
const both = /(?:总结|總結|小结|情况|回顾).*(?:计划|計劃|要点|要點|安排|打算|思路|展望|谋划)/;

/** What a heading says, and what must not stand before it for it to say so. */
type Said = Words<RegExp | undefined>;
const said = (list: string, unless?: RegExp) => list.split(' ').map((word): [string, RegExp | undefined] => [word, unless]);
/** Tells what was done, but behind 二、工作目标 of a plan how it is to be done. */
const means = '主要做法';
const backWords: Said = new Words([
  ...said(
    '回顾 工作总结 年总结 年度总结 情况总结 总结报告 工作情况 开展情况 完成情况 基本情况 肯定成绩 总结成绩 取得的成绩 取得成绩 正视问题 主要成绩 工作成绩 主要成效 工作成效 主要进展 工作亮点 任务概述 背景 制定过程 起草过程 现状 存在问题 存在的问题 主要问题 不足',
  ),
  ...said(means),
  // 关于前七个月工作
  ...said('个月工作', /下/),
  // 三、积极应对人口形势变化
  ...said('形势', /应对|适应/),
  // 夯实工作基础
  ...said('现实基础 工作基础 发展基础', /[^的和及、与期]$/),
]);
const aheadWords: Said = new Words([
  ...said(
    '建议 打算 计划 思路 下一步 下步 明年 来年 今后 努力方向 展望 谋划 下半年 后半年 工作要求 有关要求 相关要求 整改要求 点要求 要点 目标任务 重点任务',
  ),
  ...said('主要任务', /完成/),
  // 加强领导,周密安排
  ...said('安排', /(?:周密|精心|统筹|合理|认真|科学|妥善|细致|部署)$/),
  // 计划生育 plans nothing.
  ...said('计划生育', /^/),
]);
const aims = wordList('目标 指导思想 总体要求 总体思路 工作思路');

/** A heading above may say 工作回顾 or 工作建议; the nearest one that does decides. */
function tenseOf(section: Section, text: string, tense: Tense, hasAimed: boolean): Tense {
  for (let at: Section | undefined = section; at; at = at.parent) {
    if (says(text, at, backWords, hasAimed ? means : undefined)) return 'report';
    if (tense === 'report' && says(text, at, aheadWords)) return 'plan';
  }
  return tense;
}

/** Whether the beginning of a heading says one of the words, `except` aside. */
function says(text: string, { titleStart, titleEnd }: Section, words: Said, except?: string): boolean {
  let isSaid = false;
  words.visit(text, titleStart, Math.min(titleEnd, titleStart + 16), (unless, at, word) => {
    isSaid ||= word !== except && !unless?.test(text.slice(titleStart, at));
  });
  return isSaid;
}

/** What a heading says first, where it names its year and how it stands to time. */
const beginningOf = ({ titleStart, titleEnd }: Section, text: string) => text.slice(titleStart, Math.min(titleEnd, titleStart + 16));

const yearNamedBy = (section: Section, text: string) => yearsIn(beginningOf(section, text)).at(-1);

/** 三、2027年工作打算 of a report for 2026, 下年计划: the year that its limits of time mean. */
function yearAhead(section: Section, text: string, turn: Turn, tense: Tense, isReport: boolean): number | undefined {
  if (tense !== 'plan' || !isReport) return undefined;
  for (let at: Section | undefined = section; at; at = at.parent) {
    const named = yearNamedBy(at, text);
    if (named !== undefined) return named;
    if (turn.tense === 'report' && turn.year !== undefined && /明年|下年|来年|下一年/.test(beginningOf(at, text))) return turn.year + 1;
  }
  return undefined;
}

/** One file may hold a report and, under a caption of its own or from some paragraph on, the plan for the next year. */
function turnOf(text: string, turn: Turn): Turn {
  if (text.length > 40 || isOneOf(text, text.length - 1, '。;,:'))
    return turn.tense === 'report' && opensAhead(text, 0, text.length) ? turnAhead(text, turn) : turn;
  if (both.test(text)) return { tense: 'report', year: yearsIn(text)[0] ?? turn.year };
  const year = yearsIn(text).at(-1);
  // Which year 来年 is, nobody says.
  if (year === undefined && turn.tense === 'report') {
    if (!captionAhead.test(text)) return turn;
    return { tense: 'plan', year: /[下后]半年/.test(text) ? turn.year : undefined };
  }
  if (year === undefined) return captionBack.test(text) ? { ...turn, tense: 'report' } : turn;
  if (/(要点|计划|安排|打算|思路|任务|展望|谋划)$/.test(text)) return { tense: 'plan', year };
  return /(总结|报告|汇报|情况|回顾)$/.test(text) ? { tense: 'report', year } : turn;
}

/** 2026年,我们将重点抓好…, 新的一年,我们将…, 今年将…: in a report of the year before. */
function turnAhead(text: string, turn: Turn): Turn {
  if (turn.tense === 'plan') return turn;
  const year = yearsIn(text.slice(0, 40)).at(-1);
  // Which year 下一步 is, or 今年, nobody says; 下半年 is of the same.
  if (text.startsWith('下半年')) return { tense: 'plan', year: turn.year };
  if (year === undefined) return { tense: 'plan', year: turn.year === undefined || isOneOf(text, 0, '下今') ? undefined : turn.year + 1 };
  return turn.year !== undefined && year > turn.year ? { tense: 'plan', year } : turn;
}

const beginsAhead =
  /^(?:(?:[0-9]{4}年|明年|来年|下一年|新的一年|下半年|下一?(?:步|阶段))[^。]{0,12}?,[^。,]{0,12}(?:将|要|拟|计划)|今年(?:将|拟|计划)|(?:再|最后|下面)?(?:说说?|谈谈?|讲讲?)?(?:明年|来年|下一?步)的?(?:工作)?(?:打算|计划|安排|设想|想法|思路)。)/;
const aheadBegins = new CharacterSet('0123456789明来下新今再最说谈讲');

/** Whether the paragraph or sentence in `[start, end)` begins with what is to come, behind signs that a forum may have strewn over it. */
function opensAhead(text: string, begin: number, end: number): boolean {
  let start = begin;
  while (start < end && text.charCodeAt(start) < 0x80) start++;
  if (start < begin + 6) start = begin;
  return aheadBegins.has(text.charCodeAt(start)) && beginsAhead.test(text.slice(start, Math.min(end, start + 40)));
}

const captionBack = /^.{0,10}(?:主要做法|主要成效|工作回顾|工作成效|工作亮点)$/;
const captionAhead = /^[^,]{0,6}(?:明年|来年|下一年|新的一年|[下后]半年|下一?步)|^(?:督办|整改|工作|有关|相关)要求$/;

interface Turn {
  tense: Tense;
  year: number | undefined;
}

/** What a task is read from: the text, and how it stands to time before any of its own paragraphs turns. */
interface TaskSource extends Turn {
  id: string;
  title: string;
  body: Paragraph[];
  heading?: string;
  section?: Section;
}

/** 会议指出,上半年…: minutes tell how things are before they say what was decided. 附表:…排名 tells it at the end. 过去的一年,… is over. */
function looksBackAt(text: string, year: number | undefined): boolean {
  if (opensWithYear(text, year)) return true;
  // Most paragraphs begin otherwise, and a pattern costs more than a look.
  if (!isOneOf(text, 0, '附会过同但也')) return false;
  if (/^(?:同时|但)?,?也?(?:应当?|要|必须|清醒地?)?也?看到/.test(text)) return true;
  if (/^过去的?[一这]年/.test(text)) return true;
  if (/^附表?[0-9一二三]?:.{0,20}排名/.test(text)) return true;
  if (!/^会议(?:指出|认为|听取|通报|肯定)/.test(text)) return false;
  return (
    /上半年|前[一二三]季度|1[-至][0-9]{1,2}月|今年以来|年初以来|去年|上年|已/.test(text) ||
    (year !== undefined && yearsIn(text).some((named) => named < year))
  );
}

/** 二〇〇四年,全县计生协会在…下,较好地发挥了作用。…, 2020年是极不平凡的一年。…, before a plan for 2005: the paragraph tells of the year before. */
function opensWithYear(text: string, year: number | undefined): boolean {
  if (year === undefined || text.length < 60 || text[4] !== '年' || !isOneOf(text, 5, ',是')) return false;
  const named = yearsIn(text.slice(0, 5))[0];
  return named !== undefined && named < year && /了|得到|取得|圆满|显著|明显|成效|平凡/.test(text.slice(5, text.indexOf('。') + 1));
}

/** A report on how far something has come: its headings name what was to be done. */
const tellsProgress = /(?:进展|进度|落实|完成|推进)(?:情况)?的?(?:通报|汇报|报告)/;

/**
 * The sentences of the text; before them the title where it is the task itself, or counts what the text does not. And how the text stands to
 * time from where it turned on, if it did.
 */
function readingsOf(reading: Reading, from: TaskSource): { readings: SentenceReading[]; turned: Turn | undefined } {
  const { view, title, issuedOn } = reading;
  const { body, section, tense, year } = from;
  const readings: SentenceReading[] = [];
  const before: Turn = { tense, year };
  let turn = before;
  for (const paragraph of body) {
    turn = turnOf(paragraph.text, turn);
    if (isBoxCaption(paragraph.text) || isCaption(paragraph.text)) continue;
    let own: Turn = looksBackAt(paragraph.text, turn.year) ? { ...turn, tense: 'report' } : turn;
    let last: SentenceReading | undefined;
    for (const sentence of sentencesOf(view, paragraph.start, paragraph.end)) {
      // …仍有不足。2010年,我们将认真解决,力争…: from there on a report looks ahead, and a plan again.
      if (own.tense === 'report' && opensAhead(view.text, sentence.start, sentence.end))
        own = turn = turnAhead(view.text.slice(sentence.start, sentence.end), turn);
      // …取得新进展。今年,要…: what the paragraph began with is over.
      else if (own !== turn && looksAhead(view.text, sentence)) own = turn;
      last = readSentence(view, sentence, own, issuedOn, last);
      readings.push(last);
    }
  }
  if (section && section.titleEnd > section.titleStart) {
    const { titleStart: start, titleEnd: end } = section;
    const isGoal = tense === 'report' && tellsProgress.test(title) && !/[已共完]/.test(view.text.slice(start, end));
    const heading = readSentence(
      view,
      { start, end, kinds: view.marks.kindsIn(start, end) },
      { tense: isGoal ? 'plan' : tense, year },
      issuedOn,
    );
    const quantities =
      heading.quantities.length === 0
        ? heading.quantities
        : unrepeated(heading.quantities, [...readings, ...readingsBelow(reading, from, section)]);
    const isAlone = readings.length === 0 && section.children.length === 0;
    if (isAlone || quantities.length > 0) readings.unshift({ ...heading, quantities });
  }
  return { readings, turned: turn === before ? undefined : turn };
}

function readingsBelow(reading: Reading, from: TaskSource, { children }: Section): SentenceReading[] {
  return children.flatMap((child) => readingsOf(reading, { ...from, body: child.body, section: child }).readings);
}

function taskOf(reading: Reading, from: TaskSource, readings: SentenceReading[]): Task {
  const { view, source } = reading;
  const units: Units = { assignees: [], partners: [] };
  const actions: Action[] = [];
  const table = new TableReader();
  for (const { sentence, turn, quantities } of readings) {
    const { kinds } = sentence;
    const row = table.read(view.text, sentence);
    if (row?.isFirst) reading.diagnostics.add('table', toSource(view, sentence.start, sentence.end));
    for (const named of row?.responsible ?? []) readUnits(named, units);
    if (row?.isHeader) continue;
    if (row?.name) nameFrom(view.text, row.name, quantities);
    if (row) fillIn(view, row, quantities, turn.tense);
    const aside = asideOf(view, sentence);
    if (aside !== undefined) {
      readUnits(aside, units);
      continue;
    }
    if (kinds & OPEN) unitsInParentheses(view, sentence, units);
    if (kinds & TOGETHER) partnersIn(view, sentence, units);
    const isTitle = from.section?.titleEnd === sentence.end;
    if (quantities.length === 0 && !isTitle && !isAction(view.text, sentence.start, sentence.end, kinds)) continue;
    const pieces = turn.tense === 'report' ? [sentence] : cutActions(view, sentence, quantities);
    let first = 0;
    for (const piece of pieces) {
      let last = first;
      while (last < quantities.length && quantities[last]!.start < piece.end) last++;
      const own = pieces.length === 1 ? quantities : quantities.slice(first, last);
      first = last;
      const action = actionOf(reading, `${from.id}.${actions.length + 1}`, piece, own, kinds, turn.year);
      actions.push(row ? { ...action, text: rowText(printed(source, view, piece.start, piece.end), row.unsaid) } : action);
    }
  }

  const start = from.section?.start ?? from.body[0]!.start;
  const end = from.body.at(-1)?.end ?? from.section!.titleEnd;
  const { area, siteTypes } = topicsOf(source, view, from.section, start, end);
  const task: Task = {
    id: from.id,
    title: from.title,
    area,
    span: toSource(view, start, end),
    actions,
    assignees: units.assignees,
    siteTypes,
    partners: units.partners.filter((name) => !units.assignees.includes(name)),
  };
  if (from.heading !== undefined) task.heading = from.heading;
  const due = from.section && dueIn(view.text.slice(from.section.titleStart, from.section.titleEnd), from.year)?.date;
  if (due) task.due = due;
  return task;
}

/** In a row the cell to the left may be anybody's; an amount whose own cell names nothing is of what the row is about. */
function nameFrom(view: string, name: Range, quantities: Quantity[]): void {
  for (const quantity of quantities) {
    const { measure, start } = quantity;
    if (isUnnamed(view, measure) || (measure && measure.end <= start)) quantity.measure = { ...name };
  }
}

/** What the columns of a table say of the numbers in a row: their unit, and what they count. */
function fillIn(view: View, { name, unit, bare, past, planned, prizes }: Row, quantities: Quantity[], tense: Tense): void {
  const isIn = (cells: Range[], at: number) => cells.some(({ start, end }) => at >= start && at < end);
  if (prizes.length > 0) quantities.splice(0, quantities.length, ...quantities.filter(({ start }) => !isIn(prizes, start)));
  for (const quantity of quantities)
    if (isIn(past, quantity.start)) quantity.kind = 'result';
    else if (isIn(planned, quantity.start)) quantity.kind = 'target';
  if (unit) for (const quantity of quantities) if (!quantity.amount.unit) quantity.amount = { ...quantity.amount, unit };
  const read = quantities.length;
  const add = (cell: Range, own: Quantity['amount']['unit'], measure: Range | undefined, of: Tense) => {
    if (quantities.some(({ start }) => start >= cell.start && start < cell.end)) return;
    const quantity = quantityOfCell(view, cell, own, measure, of);
    if (quantity) quantities.push(quantity);
  };
  for (const { cell, unit: own, measure = name } of bare) add(cell, own, measure, tense);
  // 2.5万小时, which elsewhere may say when.
  for (const cell of past) add(cell, undefined, name, 'report');
  for (const cell of planned) add(cell, undefined, name, 'plan');
  if (quantities.length > read) quantities.sort((a, b) => a.start - b.start);
}

const asideLabels = wordList(
  ['责任', '牵头', '配合', '承办', '主办', '主责', '协办']
    .flatMap((role) => ['单位', '部门', '科室', '处室', '人', '领导'].map((who) => `${role}${who}:`))
    .join(' '),
);

/** What stands in (责任单位：…), or 责任单位：…, alone; undefined for a sentence. */
function asideOf({ text, codes }: View, { start, end }: Range): string | undefined {
  const last = codes[end - 1] === FULL_STOP ? end - 1 : end;
  // 【责任单位:…】 as well.
  if (
    (codes[start] === LEFT_PARENTHESIS && codes[last - 1] === RIGHT_PARENTHESIS) ||
    (codes[start] === LEFT_BRACKET && codes[last - 1] === RIGHT_BRACKET)
  )
    return text.slice(start + 1, last - 1);
  return asideLabels.at(text, start) ? text.slice(start, end) : undefined;
}

interface SentenceReading {
  sentence: Clause;
  turn: Turn;
  /** The time it opens with, or that the one before a semicolon did. */
  opening: string;
  /** It tells of years that are over. */
  isPast: boolean;
  quantities: Quantity[];
}

const numerals = DIGIT | CHINESE_NUMERAL | SPELT;

const goesOn = wordList('同时, 此外, 另外, 与此同时, 其中');
const applicants = /^(?:申报|申请|报名|参评|参选)(?:单位|机构|项目|对象|者|人)(?:必须|须|应|需)/;

function readSentence(view: View, sentence: Clause, turn: Turn, issuedOn: string | undefined, previous?: SentenceReading): SentenceReading {
  const { year } = turn;
  // 到2025年,A达到90%;B达到80%: what stands behind the semicolon goes on.
  const before = sentence.start > 0 && view.codes[sentence.start - 1] === SEMICOLON ? previous : undefined;
  const { kinds } = sentence;
  const opening = (kinds & TIME && openingTime(view.text, sentence, year)) || (before?.opening ?? '');
  const quantities: Quantity[] = [];
  if (!(kinds & numerals)) return { sentence, turn, opening, isPast: false, quantities };
  // 2025年,新建小屋28家;走访1460户. “十四五”期间,…。同时,人口占比达到24.7%。
  const isPast =
    isOfYearBefore(view.text, sentence, year) ||
    (issuedOn !== undefined && isOver(view.text, sentence, issuedOn)) ||
    (before?.isPast === true &&
      !looksAhead(view.text, sentence) &&
      yearsIn(view.text.slice(sentence.start, sentence.start + 8)).length === 0) ||
    // 近年来,协会建成小屋118个;但3个乡镇无专职人员: both tell how things are.
    (before !== undefined && view.text[sentence.start] === '但' && tellsHowThingsAre(view.text, before.sentence)) ||
    (previous?.isPast === true && goesOn.at(view.text, sentence.start) !== undefined);
  // 申报单位须有特殊家庭30户以上,负责人年龄不超过60岁: who may apply.
  if (
    turn.tense === 'plan' &&
    isOneOf(view.text, sentence.start, '申报参') &&
    applicants.test(view.text.slice(sentence.start, sentence.start + 8))
  )
    return { sentence, turn, opening, isPast, quantities };
  const clauses = clausesOf(view, sentence.start, sentence.end);
  let tense: Tense = isPast ? 'report' : turn.tense;
  let hasTurned = tense === 'report';
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!;
    if (tense === 'plan' && i > 0 && namesConditions(view.text, clauses[i - 1]!)) break;
    if (!(clause.kinds & numerals)) continue;
    if (tense === 'report' && issuedOn !== undefined && clause.kinds & TIME && isToCome(view.text, clause, year, issuedOn)) tense = 'plan';
    // 新建4个，其中一季度已建成1个，11月20日前全部建成: what only tells of a part passes the time on.
    const next = clauses[i + 1] && view.text.startsWith('其中', clauses[i + 1]!.start) ? clauses[i + 2] : clauses[i + 1];
    // 参保率保持在99%，2025年为98.6%: the second tells what was.
    hasTurned ||= i > 0 && looksAhead(view.text, clause);
    const own = quantitiesIn(view, clause, {
      sentence,
      hasTurned,
      next,
      tense: tense === 'plan' && i > 0 && isOfYearBefore(view.text, clause, year) ? 'report' : tense,
      year,
      opening,
    });
    for (const [n, quantity] of own.entries()) {
      // 新增指导员3000名以上，每个县不少于20名: still the same thing is counted. In a table the cell before names it.
      if (isUnnamed(view.text, quantity.measure)) {
        const left = clauses[i - 1];
        const isTime = left !== undefined && timeOnly(view.text.slice(left.start, left.end), year) !== undefined;
        // 每个村1名、每个社区2名的标准配备指导员, 一支10人左右的宣传队: what both count stands behind the second.
        const following = own[n + 1];
        const isShared =
          following &&
          (following.amount.unit?.text === quantity.amount.unit?.text ||
            quantity.amount.end === (following.amount.before?.start ?? following.amount.start));
        const shared = isShared ? following.measure : undefined;
        const named =
          (isUnnamed(view.text, shared) ? quantities.at(-1)?.measure : shared) ??
          (isTime ? undefined : left) ??
          before?.quantities.at(-1)?.measure;
        // 慰问30户;培训2期 names another thing, 会员达300名，培训100名 does not.
        const counted = (quantities.at(-1) ?? before?.quantities.at(-1))?.amount.unit?.text;
        const isOther = counted !== undefined && counted !== quantity.amount.unit?.text && isTraining(view.text, quantity.measure);
        if (named && !isOther && named.end - named.start <= 24) quantity.measure = { start: named.start, end: named.end };
      }
      quantities.push(quantity);
    }
  }
  return { sentence, turn, opening, isPast, quantities: joinBounds(view.text, quantities) };
}

/** 已挂牌11个,另4个10月底前挂牌, in a report of 11 October: from there on it looks ahead. */
function isToCome(view: string, { start, end }: Range, year: number | undefined, issuedOn: string): boolean {
  // Most times in a report name when something was, and to read one costs more than a look.
  if (!isOneOf(view, start, '到') && indexIn(view, '前', start, end) < 0 && indexIn(view, '季', start, end) < 0) return false;
  const text = view.slice(start, end);
  const limit = dueIn(text, year);
  return limit !== undefined && limit.date > issuedOn && /前$|季度$|^到/.test(text.slice(limit.start, limit.end));
}

/** 2025年，全县建成暖心家园7个, in the plan for 2026: what was, not what is to be. */
function isOfYearBefore(view: string, { start, end }: Range, year: number | undefined): boolean {
  if (year === undefined) return false;
  // 截至检查时,进度应不低于75%
  if (view.startsWith('截至', start)) return !/^截至(?:检查|验收|评估|考核|督查|督导)/.test(view.slice(start, start + 4));
  // “十四五”期间 in the plan for 2026: the fourteenth ends with 2025.
  const plan = isOneOf(view, start, '“十') ? /^“?十([一二三四五])五”?(?:期间|时期|以来)/.exec(view.slice(start, start + 9)) : null;
  if (plan) return 2010 + 5 * '一二三四五'.indexOf(plan[1]!) < year;
  // 对2026年立项的项目开展评价 says which, and so does 2023年以来新建的小屋.
  if (!(classes[view.charCodeAt(start)]! & (DIGIT | CHINESE_NUMERAL)) && !isOneOf(view, start, '在自从')) return false;
  const opening = yearsIn(view.slice(start, Math.min(end, start + 8)))[0];
  if (opening !== undefined && foundedSince.test(view.slice(start, Math.min(end, start + 30)))) return false;
  // 2025年至2027年 goes on.
  return opening !== undefined && opening < year && !yearsIn(view.slice(start, Math.min(end, start + 14))).some((named) => named >= year);
}

/** 今年1-5月,组织活动96次, in a bulletin of June. */
function isOver(view: string, { start, end }: Range, issuedOn: string): boolean {
  if (!view.startsWith('今年1', start)) return false;
  const last = /^今年1月?[-~至]([0-9]{1,2})月(?!底|末|前)/.exec(view.slice(start, Math.min(end, start + 12)))?.[1];
  return last !== undefined && Number(last) <= Number(issuedOn.slice(5, 7));
}

const foundedSince =
  /^(?:在|自|从)?[0-9]{4}年(?:(?:以来|以后|后)?(?:新建|新增|建成|设立|成立|创建)的|(?:以来|以后)[^,已共取了0-9]{2,18}的[^,已共取了0-9]{1,6},)/;

const isTraining = (view: string, measure: Range | undefined) => measure !== undefined && view.slice(measure.start, measure.end) === '培训';

/** Whether a measure is missing, or is a scope or a verb alone. */
function isUnnamed(view: string, measure: Range | undefined): boolean {
  if (!measure) return true;
  if (measure.end - measure.start > 12) return false;
  return /^([每各](?![种类项])[^,补联配建举组开培报发募筹投落慰]*|全[省市县区年]|其中|(?:今年)?再[建增培创]|新建|建成|建设|建立|组建|打造|创建|举办|开展|培训|提升|完成|达到|力争|争取|确保|累计|共计|合计|累计建成|总数|总量|剩余|其余|改造|不少于|不低于|至少|[0-9]{4}年|有条件的(?:可以?)?[建设]?)$/.test(
    view.slice(measure.start, measure.end),
  );
}

function unrepeated(quantities: Quantity[], readings: SentenceReading[]): Quantity[] {
  const repeated = new Set<string>();
  for (const { quantities: others } of readings) for (const quantity of others) repeated.add(amountKey(quantity));
  return quantities.filter((quantity) => !repeated.has(amountKey(quantity)));
}

function amountKey({ amount }: Quantity): string {
  return `${amount.value} ${amount.unit?.text ?? ''}`;
}

function actionOf(
  { source, view }: Reading,
  id: string,
  sentence: Range,
  quantities: Quantity[],
  kinds: number,
  year: number | undefined,
): Action {
  const end = view.codes[sentence.end - 1] === NEWLINE ? sentence.end - 1 : sentence.end;
  const targets: Target[] = [];
  const results: Result[] = [];
  for (const quantity of quantities) {
    if (quantity.kind === 'target') targets.push(targetOf(source, view, `${id}-${targets.length + 1}`, quantity));
    else results.push(resultOf(source, view, `${id}-r${results.length + 1}`, quantity));
  }
  const action: Action = {
    id,
    text: rowText(printed(source, view, sentence.start, end)),
    span: toSource(view, sentence.start, end),
    mode: modeOf(view, sentence, kinds, targets.length + results.length > 0),
    targets,
    results,
  };
  const due = kinds & TIME && results.length === 0 ? dueIn(view.text.slice(sentence.start, end), year)?.date : undefined;
  if (due) action.due = due;
  return action;
}

function targetOf(source: string, view: View, id: string, quantity: Quantity): Target {
  const span = toSource(view, quantity.start, quantity.end);
  const target: Target = {
    id,
    quote: source.slice(...span),
    span,
    measure: measureText(source, view, quantity),
    comparator: quantity.comparator,
    force: quantity.force,
  };
  if (quantity.min !== undefined) target.min = quantity.min;
  if (quantity.max !== undefined) target.max = quantity.max;
  const unit = unitText(source, view, quantity);
  if (unit !== undefined) target.unit = unit;
  if (quantity.each !== undefined) target.scope = { each: quantity.each };
  if (quantity.due !== undefined) target.due = quantity.due;
  return target;
}

function resultOf(source: string, view: View, id: string, quantity: Quantity): Result {
  const span = toSource(view, quantity.start, quantity.end);
  const result: Result = {
    id,
    quote: source.slice(...span),
    span,
    measure: measureText(source, view, quantity),
    value: quantity.amount.value,
  };
  const unit = unitText(source, view, quantity);
  if (unit !== undefined) result.unit = unit;
  return result;
}

function measureText(source: string, view: View, quantity: Quantity): string {
  const { start, end } = quantity.measure ?? quantity;
  return printed(source, view, start, end) || printed(source, view, quantity.start, quantity.end);
}

/** As printed, but percent and per mille are always signs. */
function unitText(source: string, view: View, { amount }: Quantity): string | undefined {
  if (!amount.unit) return undefined;
  return ['%', '‰'].includes(amount.unit.text) ? amount.unit.text : printed(source, view, amount.unit.start, amount.unit.end);
}

/** Area and kinds of site of a task. The area is the title's, else the one that the text names most; sites stand in the order of the text. */
function topicsOf(
  source: string,
  view: View,
  section: Section | undefined,
  start: number,
  end: number,
): { area: Area; siteTypes: string[] } {
  const siteTypes: string[] = [];
  sites.visitMarked(view, start, end, (known, at, name) => {
    const type = known ?? printed(source, view, at, at + name.length);
    if (!siteTypes.includes(type)) siteTypes.push(type);
  });
  return { area: areaOrder[titledArea(view, section) ?? mostNamedArea(view, start, end)] ?? 'other', siteTypes };
}

/** Of the areas in a title not the one named first but the one that is first in order counts: 以高质量党建引领…组织… is 党建. */
function titledArea(view: View, section: Section | undefined): number | undefined {
  let first: number | undefined;
  if (section)
    areas.visitMarked(view, section.titleStart, section.titleEnd, (area) => {
      if (first === undefined || area < first) first = area;
    });
  return first;
}

function mostNamedArea(view: View, start: number, end: number): number {
  const counts = new Uint16Array(areaOrder.length);
  areas.visitMarked(view, start, end, (area) => counts[area]!++);
  let most = areaOrder.length;
  counts.forEach((count, area) => {
    if (count > (counts[most] ?? 0)) most = area;
  });
  return most;
}
