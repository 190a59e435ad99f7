import {
  BLANK,
  CHINESE_NUMERAL,
  classes,
  COLON,
  DIGIT,
  FULL_STOP,
  holds,
  indexIn,
  isDigitAt,
  isHan,
  isOneOf,
  LEFT_PARENTHESIS,
  withoutEnd,
} from './characters.js';
import { mayBeMarker, readMarker, type Marker, type MarkerLevel } from './markers.js';
import type { Paragraph } from './paragraphs.js';
import { HEADING, mark, type Marked } from './words.js';

/** A numbered heading and the text that belongs to it, in positions of the view. */
export interface Section {
  level: MarkerLevel;
  style: Marker['style'];
  ordinal: string;
  value: number;
  start: number;
  titleStart: number;
  titleEnd: number;
  /** Own text, up to the next heading of any level. */
  body: Paragraph[];
  parent?: Section;
  children: Section[];
  /** Ordinals from the root: '3.13'. Unique: a doubled 三、 becomes '3b'. */
  path: string;
}

export interface Outline {
  sections: Section[];
  /** Text before the first heading that is not the document's header. */
  preamble: Paragraph[];
  irregular: { section: Section; kind: 'doubled' | 'skipped' }[];
}

/**
 * Headings by their numbering, wherever they stand: the numbering is the truth, indentation and Markdown depth are noise. `isGap` says
 * whether blanks of the source stand before a position: where line breaks were lost, they alone part a title from its text.
 */
export function readOutline(view: Marked, paragraphs: Paragraph[], matter: Set<Paragraph>, isGap: (at: number) => boolean): Outline {
  const outline: Outline = { sections: [], preamble: [], irregular: [] };
  const open: Section[] = [];
  const paths = new Map<string, number>();
  const lastByStyle = new Map<Marker['style'], Section>();
  const text = withoutContents(paragraphs.filter((p) => !matter.has(p)));
  const leading = withoutPoints(text.map((p) => readMarker(p.text, 0)));
  const headed = new Set(leading.map((marker) => marker?.level));
  const thirdsAfter = followingThirds(leading);
  let current: Section | undefined;
  /** How many sections are open around the box that the text is in, and whether it has no item yet. */
  let around: number | undefined;
  let begun = false;

  for (const [index, paragraph] of text.entries()) {
    let from = 0;
    let run: Marker | undefined;
    if (isBoxCaption(paragraph.text)) {
      if (around !== undefined) open.length = around;
      around = open.length;
      begun = true;
    }
    /** Where a list begins that stands right behind a title: 二、存在的问题 一是队伍不稳。… */
    let list: number | undefined;
    for (let at = 0; at < paragraph.text.length; at = list ?? nextCandidate(view, paragraph, at)) {
      list = undefined;
      const marker = at > 0 ? readMarker(paragraph.text, at) : leading[index];
      if (!marker || marker.end >= paragraph.text.length) continue;
      // 首先,… 其次,… 第三,…: no run that began with a heading.
      if (marker.style === '第一' && marker.value > 1 && lastByStyle.get('第一')?.value !== marker.value - 1) continue;
      if (at > 0 ? !isInlineHeading(paragraph, at, marker, run) : isListOfClauses(paragraph.text, marker)) continue;
      if (at > 0 || marker.level < 5 || isRunOfItems(paragraph.text, 0)) run = marker;
      // 一、工作措施（一）坚持领导。 on one line: the second heading ends the title of the first.
      if (current && current.titleEnd > paragraph.start + at)
        current.titleEnd = paragraph.start + withoutClosing(paragraph.text, current.titleStart - paragraph.start, at);
      keep(paragraph, from, at);
      current = addSection(paragraph, at, marker, thirdsAfter[index]);
      // A heading that is a whole sentence leaves what follows as its text; the sentence itself is the title.
      from = current.titleEnd - paragraph.start;
      if ('。:'.includes(paragraph.text[from] ?? '')) from++;
      else if (paragraph.text.startsWith('一是', from)) list = from;
    }
    keep(paragraph, from, paragraph.text.length);
  }
  return outline;

  function keep(paragraph: Paragraph, from: number, to: number): void {
    if (to <= from) return;
    const part = { start: paragraph.start + from, end: paragraph.start + to, text: paragraph.text.slice(from, to) };
    (current?.body ?? outline.preamble).push(part);
  }

  /** In a document that was poured into one line, headings stand in the middle of it; elsewhere a marker there is an enumeration. */
  function isInlineHeading({ text, start }: Paragraph, at: number, marker: Marker, run: Marker | undefined): boolean {
    const before = text[at - 1]!;
    if (marker.level <= 2) {
      const sibling = open.find(({ style }) => style === marker.style);
      if (sibling) return '。:'.includes(before) && marker.value === sibling.value + 1;
      return before !== '第' && marker.value === 1 && (!headed.has(marker.level) || isGap(start + at));
    }
    if (run?.style === marker.style && marker.value > 1)
      return marker.value === run.value + 1 && (before === '。' || (isListed(text, at, text.length) && text[marker.end - 1] === '、'));
    if (marker.value !== 1) return false;
    // 二、下年计划1、完善…。2、开展…。 has a list of sentences, 指标:1、深化…;2、加强… an enumeration.
    if (
      marker.style === '1.' &&
      !headed.has(3) &&
      (before === '。' || (current && current.titleEnd > start + at && isHan(text.charCodeAt(at - 1))))
    )
      return hasSecond(text, at);
    // 重点抓好以下工作: 1.抓班子。选优配强…。2.抓示范。…, in a text that was poured into one line.
    if (marker.style === '1.' && !headed.has(3) && before === ':' && isGap(start + at)) return text.slice(at, at + 3000).includes('。2.');
    const follows = '。:'.includes(before) || current?.titleEnd === start + at;
    return marker.style === '一是' && follows && isRunOfItems(text, at);
  }

  function addSection(paragraph: Paragraph, at: number, marker: Marker, nextThird: number | undefined): Section {
    const parent = parentOf(marker, nextThird);
    begun = false;
    if (around !== undefined && open.length < around) around = undefined;
    const previous = lastByStyle.get(marker.style);
    const section: Section = {
      level: marker.level,
      style: marker.style,
      ordinal: marker.ordinal,
      value: marker.value,
      start: paragraph.start + at,
      titleStart: paragraph.start + marker.end,
      titleEnd: paragraph.start + titleEnd(paragraph, marker.end, isGap),
      body: [],
      children: [],
      path: uniquePath(parent, marker.value, paths),
    };
    if (parent) {
      section.parent = parent;
      parent.children.push(section);
    }
    lastByStyle.set(marker.style, section);
    open.push(section);
    outline.sections.push(section);
    // Numbering that runs on over sections is a habit of the genre; only its gaps and doubles are worth a word.
    if (previous && previous.parent === parent && marker.value === previous.value) outline.irregular.push({ section, kind: 'doubled' });
    else if (marker.value > (previous?.value ?? 0) + 1) outline.irregular.push({ section, kind: 'skipped' });
    return section;
  }

  function parentOf(marker: Marker, nextThird: number | undefined): Section | undefined {
    const { level, style, value } = marker;
    if (value > 1) {
      // A run that is open goes on, whatever has been nested in it since: first the one that this numeral continues.
      let at = lastOf(open, (section) => section.style === style && section.value + 1 === value);
      if (at < 0) at = lastOf(open, (section) => section.style === style && section.value < value);
      if (at >= 0) {
        open.length = at;
        return at > 0 ? open[at - 1] : undefined;
      }
    } else if (begun && open.some((section) => section.style === style)) {
      // The items of a box are counted anew, below the section that the box stands in.
      return open.at(-1);
    }
    while (open.length) {
      const top = open.at(-1)!;
      if (top.level < level || nests(top, marker, nextThird)) return top;
      open.pop();
    }
    return undefined;
  }

  /** Whether a run begins below a section whose marker does not stand above it by the standard. */
  function nests(top: Section, { level, style, value }: Marker, nextThird: number | undefined): boolean {
    if (value !== 1 || open.some((section) => section.style === style)) return false;
    // 1. below 一是, ① below 一是, 1) below (1).
    if (level >= 3 && (top.level === 5 || (top.level === level && top.style !== style))) return true;
    // (一) below 1. in a document that counts the other way round: 2. follows, not 1. again.
    return level === 2 && top.level === 3 && nextThird === top.value + 1;
  }
}

/** 第一，领导要到位。…: the points of a speech head nothing, unless nothing else does. */
function withoutPoints(leading: (Marker | undefined)[]): (Marker | undefined)[] {
  const isPoint = (marker: Marker | undefined) => marker?.style === '第一';
  return leading.some((marker) => marker && !isPoint(marker)) ? leading.map((marker) => (isPoint(marker) ? undefined : marker)) : leading;
}

function lastOf(sections: Section[], is: (section: Section) => boolean): number {
  let at = sections.length - 1;
  while (at >= 0 && !is(sections[at]!)) at--;
  return at;
}

/** For each line the value of the next 1. 2. 3. that begins a line below it. */
function followingThirds(leading: (Marker | undefined)[]): (number | undefined)[] {
  const after: (number | undefined)[] = [];
  let next: number | undefined;
  for (let i = leading.length - 1; i >= 0; i--) {
    after[i] = next;
    if (leading[i]?.style === '1.') next = leading[i]!.value;
  }
  return after;
}

/** 专栏1 重点项目: what is boxed stands in a section and belongs to no run of it. */
export function isBoxCaption(text: string): boolean {
  return text.length < 40 && /^\|?专栏[0-9一二三四五六七八九十]{1,2}(?![0-9个类])/.test(text) && !/[。;]/.test(text);
}

/** Whether 2. or 2、 follows behind a sentence or a word. */
function hasSecond(text: string, at: number): boolean {
  return /[。一-鿿%)]2[.、](?![0-9])/.test(text.slice(at, at + 3000));
}

/** 一是加强领导。各级要…。二是深化改革。要…。: items that are closed by 。 and have a text of their own are headings, a list of clauses is none. */
function isRunOfItems(text: string, at: number): boolean {
  const rest = text.slice(at, at + 3000);
  let from = 0;
  for (let value = 1; value <= 10; value++) {
    const stop = rest.indexOf('。', from);
    if (stop < 0 || stop - from > 40 || stop + 1 >= rest.length) return false;
    const next = rest.indexOf(`。${'一二三四五六七八九十'.charAt(value)}是`, stop);
    if (next === stop) return false;
    if (next < 0) return value > 1;
    from = next + 1;
  }
  return true;
}

/** 一是重视不够;二是经费不足。 or 一要…,二要… on a line of its own lists clauses, as it would inside one. */
function isListOfClauses(text: string, { style, value }: Marker): boolean {
  if ((style !== '一是' && style !== '一要') || value !== 1) return false;
  const stop = text.indexOf('。');
  const second = text.indexOf(style.replace('一', '二'));
  return second > 0 && (stop < 0 || second < stop) && isOneOf(text, second - 1, ';,');
}

for (let code = 0; code < classes.length; code++) {
  const next = String.fromCharCode(code);
  if (mayBeMarker(code)) for (const sign of '。:') mark(HEADING, sign + next);
  if (classes[code]! & (DIGIT | CHINESE_NUMERAL) || code === BLANK) mark(HEADING, `(${next}`);
}
for (const digit of '0123456789') for (const next of '0123456789.、') mark(HEADING, digit + next);

/** The next place after `at` where a heading inside a line may begin: behind the end of a sentence or a colon, at a bracket, or at a 1. */
function nextCandidate({ text, codes, marks }: Marked, { start, end }: Paragraph, at: number): number {
  for (let next = marks.from(start + at); marks.at[next]! < end; next++) {
    if (!(marks.kinds[next]! & HEADING)) continue;
    const i = marks.at[next]!;
    const sign = codes[i];
    if (sign === FULL_STOP || sign === COLON) {
      if (i + 1 < end && mayBeMarker(codes[i + 1]!)) return i + 1 - start;
    } else if (i > start + at && (sign === LEFT_PARENTHESIS || isListed(text, i, end))) {
      return i - start;
    }
  }
  return end - start;
}

/** 1. and 1、 behind a word; 达95%以上2、 where every sign between the items is lost. */
function isListed(text: string, at: number, end: number): boolean {
  if (isDigitAt(text, at - 1) || !(isHan(text.charCodeAt(at - 1)) || isOneOf(text, at - 1, '%)'))) return false;
  const stop = isDigitAt(text, at + 1) ? at + 2 : at + 1;
  return stop < end && isOneOf(text, stop, '.、');
}

function titleEnd({ text, start }: Paragraph, from: number, isGap: (at: number) => boolean): number {
  let end = text.indexOf('。', from);
  if (end < 0) end = text.length;
  const colon = text.indexOf(':', from);
  if (colon >= 0 && colon < end && (colon === text.length - 1 || text.startsWith('一是', colon + 1))) return colon;
  const gap = gapIn(text, from, end, (at) => isGap(start + at));
  return withoutClosing(text, from, gap ?? bodyIn(text, from, end) ?? end);
}

/** 一、行动目标 到2025年,…达到28%以上。: the blank ends the title where a sentence of several clauses follows; in a slogan it means nothing. */
function gapIn(text: string, from: number, end: number, isGap: (at: number) => boolean): number | undefined {
  if (end >= text.length) return undefined;
  for (let at = from + 2; at < Math.min(end - 12, from + 24); at++) {
    if (isOneOf(text, at, ',;:')) return undefined;
    // 安排资金 180 万元: blanks around a number part nothing.
    if (isGap(at) && (isDigitAt(text, at - 1) || isSpaced(text, at, isGap))) continue;
    if (isGap(at)) return indexIn(text, ',', at, end) > 0 && holds(text, at, end, DIGIT) ? at : undefined;
  }
  return undefined;
}

/** Whether a number begins at `at` that has a blank behind it. */
function isSpaced(text: string, at: number, isGap: (at: number) => boolean): boolean {
  let end = at;
  while (end < at + 8 && (isDigitAt(text, end) || text[end] === '.')) end++;
  return end > at && isGap(end);
}

/** What a text begins with that runs on from its title without a sign between them. */
const runsOn =
  /([^在对向于由是使让织动导,、:;|]|导(?=xx))(今年以来|一年来|近年来|年初以来|截至[0-9今目]|为(?=贯彻|落实|深入|进一步|切实|确保|认真)|全[省市县区镇乡村](?=共|已|举办|召开|累计)|[省市县区](?:计划生育协会|计生协|卫生计生委|卫健委)(?=[^,]{0,14}(?:下发|印发|出台|部署)后?,)|xx[省市县区镇乡](?=党委|政府)|\?\?)/;

/** Where the text begins in a title that has no end: at the list that follows it (一是…二是…), or where a sentence of its own begins. */
function bodyIn(text: string, from: number, end: number): number | undefined {
  const title = text.slice(from, Math.min(end, from + 200));
  const list = title.indexOf('一是', 4);
  if (list > 0 && isHan(title.charCodeAt(list - 1)) && text.slice(from + list, from + list + 400).includes('二是')) return from + list;
  if (title.length <= 24) return undefined;
  const match = runsOn.exec(title);
  return match && match.index >= 3 ? from + match.index + match[1]!.length : undefined;
}

function withoutClosing(text: string, from: number, end: number): number {
  while (end > from && isOneOf(text, end - 1, ',。:;?')) end--;
  return end;
}

function uniquePath(parent: Section | undefined, value: number, taken: Map<string, number>): string {
  const path = parent ? `${parent.path}.${value}` : String(value);
  const times = taken.get(path) ?? 0;
  taken.set(path, times + 1);
  if (times === 0) return path;
  return times < 26 ? path + String.fromCharCode(97 + times) : `${path}-${times + 1}`;
}

/** 目录 lists the headings before the text does; its lines are left out, and so is a line of it that stands elsewhere. */
function withoutContents(paragraphs: Paragraph[]): Paragraph[] {
  const from = paragraphs.findIndex((p) => p.text === '目录' || p.text === '目次');
  const first = paragraphs[from + 1];
  if (from < 0 || !first) return paragraphs.filter((p) => !hasLeader(p.text));
  const name = withoutPage(first.text);
  let to = paragraphs.findIndex((p, i) => i > from + 1 && withoutPage(p.text) === name);
  if (to < 0) for (to = from + 1; hasPage(paragraphs[to]?.text ?? '');) to++;
  return [...paragraphs.slice(0, from), ...paragraphs.slice(to)];
}

const hasPage = (text: string) => isDigitAt(text, text.length - 1) && !/[。,;]/.test(text);

/** 一、总体要求……3 */
function hasLeader(text: string): boolean {
  let end = text.length;
  while (isDigitAt(text, end - 1)) end--;
  return end < text.length && (text[end - 1] === '…' || text.endsWith('...', end) || text.endsWith('···', end));
}

/** A line of contents without its dots and page number. */
const withoutPage = (text: string) => withoutEnd(text, '.…·0123456789- ');
