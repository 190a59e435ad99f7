import type { Span } from '@fp-kit/sdk';
import {
  ASTERISK,
  BAR,
  CharacterSet,
  CLOSING_QUOTE,
  COMMA,
  DASH,
  DOT,
  ENUMERATION,
  FULL_STOP,
  isDigitCode,
  isHan,
  isOneOf,
  LEFT_PARENTHESIS,
  NEWLINE,
  NUMBER_SIGN,
  PERCENT,
  QUESTION,
  RIGHT_PARENTHESIS,
  ZERO,
} from './characters.js';
import { readDocumentNumber } from './document-number.js';
import { fold, type Slice, sliceOf, stringOf } from './fold.js';
import { isFurniture } from './furniture.js';
import { mayBeMarker, readMarker, type Marker } from './markers.js';
import { isLabelAt } from './metadata.js';
import { Marks, type Marked, wordList } from './words.js';

/** What the repair had to do, for the reader to check. */
export interface Repair {
  code: 'page-number' | 'broken-line' | 'pinyin';
  span: Span;
}

/**
 * The document as the parser reads it: folded characters, paragraphs whole again, one paragraph a line. The source text is not
 * touched; `at` maps every position back to it.
 */
export interface View extends Marked {
  /** `at[i]` is the offset in the source of `text[i]`; `at[text.length]` is the source's length. */
  at: Uint32Array;
  /** The positions, but the first, that do not stand in the source right behind the one before; an end that no text reaches is the last. */
  gaps: number[];
  repairs: Repair[];
}

interface Line {
  start: number;
  end: number;
  /** Width in CJK characters. */
  width: number;
  /** Begins behind blanks. */
  isIndented: boolean;
  /** How many columns its tabs, or gaps of several blanks, part; a line of text has one. */
  columns: number;
  /** Ends where it does in the folded text. */
  marker: Marker | undefined;
  isRow?: boolean;
}

/** A long title without a full stop is not a broken line. */
const titleEnds = wordList('通知 意见 方案 要点 计划 总结 报告 协会 政府 小组');
/** What stands around a document is no part of a sentence. */
const matter = wordList('抄送 附件 主送 当前位置 您的位置 您现在的位置');
const sentenceEnds = new CharacterSet('。!?;:|');

/** Joins the lines that a page or a fixed width broke, drops page numbers and meaningless spaces, and keeps the way back. */
export function repair(source: string): View {
  // As numbers: a string of a whole document costs more than everything that is looked up in it here.
  const folded = fold(source);
  const slice = sliceOf(folded);
  const lines = splitLines(folded, slice, source);
  const rows = markRows(source, lines);
  const wrap = wrapOf(folded, lines);
  const pages = previewPages(folded, slice, lines, wrap);

  const repairs: Repair[] = [];
  const written = new Written(source.length + rows);
  let previous: Line | undefined;
  let wasPreview = false;
  /** Whether the paragraph that is being written begins behind blanks. */
  let isBehindBlanks = false;

  for (const line of lines) {
    if (isPageNumber(folded, line)) {
      repairs.push({ code: 'page-number', span: [line.start, line.end] });
      continue;
    }
    const preview: number | undefined = pages.get(line) ?? (previous && previewEnd(folded, previous, line, wrap, wasPreview));
    wasPreview = preview !== undefined;
    if (preview) repairs.push({ code: 'page-number', span: [line.start, preview] });
    if (previous && (!preview || (pages.has(line) && endsSentence(folded, previous)))) {
      if (!preview && continues(folded, slice, previous, line, wrap, isBehindBlanks)) {
        // A line that a fixed width broke is no news; one broken in the middle of a flowing document is.
        if (!wrap.fixed && !wrap.indented) repairs.push({ code: 'broken-line', span: [previous.end, line.start] });
        // 提升至2 / 5%: a number that the width of the page cut.
        const isCut = isDigitCode(folded[previous.end - 1]) && isDigitCode(folded[line.start]);
        if (!isCut && isWord(folded, previous.end - 1) && isWord(folded, line.start)) written.add(32, previous.end);
      } else {
        written.add(NEWLINE, previous.end);
        isBehindBlanks = line.isIndented;
      }
    }
    if (!previous) isBehindBlanks = line.isIndented;
    if (line.isRow) written.add(BAR, line.start);
    /** Where the emphasis closes that is open. */
    let closing = -1;
    for (let i = written.addRun(folded, preview ?? line.start, line.end); i < line.end; i = written.addRun(folded, i + 1, line.end)) {
      const c = folded[i]!;
      if (line.isRow && isBlank(c) && partsColumns(source, i)) {
        written.add(BAR, i);
        continue;
      }
      if (c === LEFT_PARENTHESIS) {
        const close = pinyinEnd(folded, slice, i, line.end);
        if (close > 0) {
          repairs.push({ code: 'pinyin', span: [i, close] });
          i = close - 1;
          continue;
        }
      }
      if (c === ASTERISK) {
        const close = i === closing ? -1 : emphasisEnd(folded, i, line.end);
        if (i === closing || close > 0) {
          closing = close;
          i++;
          continue;
        }
      }
      if (isBlank(c)) {
        // A space matters between two words or two numbers in Latin characters only.
        if (!isWord(folded, i - 1)) continue;
        let next = i + 1;
        while (next < line.end && isBlank(folded[next]!)) next++;
        if (next >= line.end || !isWord(folded, next)) continue;
      }
      written.add(c, i);
    }
    previous = line;
  }
  written.add(0, source.length);
  written.gaps.push(Infinity);
  const codes = written.codes.subarray(0, written.length - 1);
  return { text: stringOf(codes), codes, marks: new Marks(codes), at: written.at.subarray(0, written.length), gaps: written.gaps, repairs };
}

/** The view as it is being written: its characters, and where in the source each of them stands. */
class Written {
  readonly codes: Uint16Array;
  readonly at: Uint32Array;
  readonly gaps: number[] = [];
  length = 0;

  constructor(most: number) {
    this.codes = new Uint16Array(most + 1);
    this.at = new Uint32Array(most + 1);
  }

  add(code: number, from: number): void {
    if (this.length > 0 && this.at[this.length - 1] !== from - 1) this.gaps.push(this.length);
    this.codes[this.length] = code;
    this.at[this.length++] = from;
  }

  /** Adds what stands from `start` on as it is, up to a blank, a parenthesis, an asterisk or `end`; where that is. */
  addRun(folded: Uint16Array, start: number, end: number): number {
    const { codes, at } = this;
    let length = this.length;
    let i = start;
    for (; i < end; i++) {
      const c = folded[i]!;
      if (c <= ASTERISK || c === 0x200b) break;
      codes[length] = c;
      at[length++] = i;
    }
    if (i > start && this.length > 0 && at[this.length - 1] !== start - 1) this.gaps.push(this.length);
    this.length = length;
    return i;
  }
}

/** Whether the repair dropped blanks, and no line end, right before the position `at` of the view. */
export function hasGapBefore(source: string, view: View, at: number): boolean {
  if (at < 1 || view.at[at]! <= view.at[at - 1]! + 1) return false;
  return /^[ \t\u3000\u00a0]+$/.test(source.slice(view.at[at - 1]! + 1, Math.min(view.at[at]!, view.at[at - 1]! + 9)));
}

/** The span in the source of `[start, end)` in the view. */
export function toSource(view: View, start: number, end: number): Span {
  return end > start ? [view.at[start]!, view.at[end - 1]! + 1] : [view.at[start]!, view.at[start]!];
}

/** Non-blank lines, without the blanks at either end. */
function splitLines(folded: Uint16Array, slice: Slice, source: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= folded.length) {
    let narrow = 0;
    let gaps = 0;
    let to = from;
    for (; to < folded.length; to++) {
      const c = folded[to]!;
      if (c > 0x2029) continue;
      if (isLineEnd(c)) break;
      if (c >= 0x2000) continue;
      narrow++;
      if (c === DOT && isStop(folded, to)) folded[to] = FULL_STOP;
      if (c === BAR || (c === 32 && partsColumns(source, to))) gaps++;
    }
    let start = from;
    let end = to;
    for (; start < end && isBlank(folded[start]!); start++) {
      if (folded[start]! < 0x2000) narrow--;
      if (partsColumns(source, start)) gaps--;
    }
    for (; end > start && isBlank(folded[end - 1]!); end--) {
      if (folded[end - 1]! < 0x2000) narrow--;
      if (partsColumns(source, end - 1)) gaps--;
    }
    // ??一、: blanks that a page has lost.
    if (folded[start] === QUESTION && folded[start + 1] === QUESTION) while (folded[start] === QUESTION && start < end) start++;
    start += bulletLength(source, start);
    if (folded[start] === 0x66 && isResidue(folded, start)) start++;
    if (end > start)
      lines.push({
        start,
        end,
        width: end - start - narrow / 2,
        isIndented: start > from,
        columns: gaps + 1,
        marker: markerAt(folded, slice, start),
      });
    from = to + 1;
  }
  return lines;
}

/** 稳步推进.全镇现辖…: a dot behind a word ends a sentence. Behind a numeral it belongs to a marker, before a letter to the name of a file. */
function isStop(folded: Uint16Array, at: number): boolean {
  const before = folded[at - 1] ?? 0;
  const next = folded[at + 1] ?? 0;
  if (next === DOT || folded[at - 2] === DOT || (next >= 65 && isWord(folded, at + 1)) || inMarkers.has(before)) return false;
  if (before === RIGHT_PARENTHESIS) return !inMarkers.has(folded[at - 2] ?? 0) && !isDigitCode(folded[at - 2]);
  return before === PERCENT || before === CLOSING_QUOTE || isHan(before);
}

const inMarkers = new CharacterSet('一二三四五六七八九十');

/** What office programs set before the items of a list; ○ is a zero. */
const bullets = new CharacterSet('●■◆★▲▪◇☆□√➢➤');

/** f4、 f(二) f自抓: a form feed that was printed as its letter. */
function isResidue(folded: Uint16Array, at: number): boolean {
  const next = folded[at + 1] ?? 0;
  return next === LEFT_PARENTHESIS || isHan(next) || (isDigitCode(next) && folded[at + 2] === ENUMERATION);
}

/** How long the bullet is that begins at `at`: of an office program, or of a Markdown list with its checkbox and blanks. */
function bulletLength(source: string, at: number): number {
  if (bullets.has(source.charCodeAt(at))) return 1 + (source.slice(at + 1, at + 9).match(/^[ \t\u3000\u00a0]*/)?.[0].length ?? 0);
  // Most lines begin otherwise, and a pattern costs more than a look.
  if (!isOneOf(source, at, '-*+') || source[at + 1] !== ' ') return 0;
  return /^[-*+] +(?:\[[ xX]\] +)?/.exec(source.slice(at, at + 12))![0].length;
}

/** What a marker and the character behind it may take. */
const markerLength = 24;

function markerAt(folded: Uint16Array, slice: Slice, at: number): Marker | undefined {
  if (!mayBeMarker(folded[at] ?? 0)) return undefined;
  const marker = readMarker(slice(at, Math.min(at + markerLength, folded.length)), 0);
  return marker && { ...marker, end: at + marker.end };
}

/** A tab, or the last of several blanks. */
function partsColumns(source: string, at: number): boolean {
  if (source[at] === '\t') return true;
  const isSpace = (i: number) => source[i] === ' ' || source[i] === '\u3000';
  return isSpace(at) && isSpace(at - 1) && !isSpace(at + 1) && source[at + 1] !== '\t';
}

/** Two lines or more, one after another, of three columns or more are rows of a table. How many there are. */
function markRows(source: string, lines: Line[]): number {
  let rows = 0;
  // Of a row that begins with a bar the view has the edges already.
  const isTabular = (line: Line | undefined) =>
    line !== undefined && line.columns >= 3 && !line.marker && !isOneOf(source, line.start, '|｜');
  for (const [i, line] of lines.entries()) {
    if (!isTabular(line) || !(isTabular(lines[i - 1]) || isTabular(lines[i + 1]))) continue;
    line.isRow = true;
    // Empty cells before the first that is filled.
    while (source[line.start - 1] === '\t') line.start--;
    rows++;
  }
  return rows;
}

interface Wrap {
  /** Most lines end at the same width: the document was printed to text. */
  fixed: boolean;
  /** From this width on a line counts as full. */
  full: number;
  /** Paragraphs begin behind blanks: what does not goes on with the line above. */
  indented: boolean;
}

function wrapOf(folded: Uint16Array, lines: Line[]): Wrap {
  // How many lines have which width, in half characters; what is wider than any page counts as one.
  const counts = new Uint32Array(256);
  for (const { width } of lines) counts[Math.min(255, width * 2)]!++;
  const rank = Math.floor(lines.length * 0.85);
  let half = 0;
  for (let below = counts[0]!; half < 255 && below <= rank; below += counts[half]!) half++;
  const wide = half / 2;
  let near = 0;
  for (let at = Math.max(0, half - 8); at <= half + 4 && at < 256; at++) near += counts[at]!;
  let fixed = wide >= 15 && wide <= 60 && near >= 8 && near >= lines.length * 0.45;
  if (!fixed && wide >= 15 && wide <= 60 && near >= 8) {
    // Headings and addressees leave many lines short: then most of the long ones must break off in mid-sentence.
    const long = lines.filter(({ width }) => width >= wide / 2);
    const broken = long.filter((line) => line.width >= wide - 4 && !sentenceEnds.has(folded[line.end - 1]!)).length;
    fixed = near >= long.length * 0.5 && broken >= near * 0.6;
  }
  const marked = lines.filter(({ marker }) => marker);
  const indented = marked.length >= 5 && marked.every(({ isIndented }) => isIndented);
  return { fixed, full: fixed ? wide - 4 : 30, indented };
}

/**
 * Where the page number ends of each line that begins with one, where all of 1、 2、 3、 are given away: in 3、四、存在不足 the page of a
 * preview is numbered before whatever begins it, and a page of several sentences that breaks off in one is no item of a list.
 */
function previewPages(folded: Uint16Array, slice: Slice, lines: Line[], wrap: Wrap): Map<Line, number> {
  const pages = new Map<Line, number>();
  let isHeaded = false;
  let areBroken = true;
  for (const [i, line] of lines.entries()) {
    const { marker } = line;
    if (!marker || !isPageMarker(folded, marker)) continue;
    // Anything else than 1、 2、 3、 once each is a list.
    if (marker.value !== pages.size + 1) return new Map();
    if (pages.size > 0) areBroken &&= breaksOff(folded, lines[i - 1]!, wrap) && holdsSign(folded, lines[i - 1]!, FULL_STOP);
    pages.set(line, marker.end);
    isHeaded ||= (markerAt(folded, slice, marker.end)?.level ?? 3) < 3;
  }
  return isHeaded || (areBroken && pages.size > 1) ? pages : new Map<Line, number>();
}

/** 3、 */
function isPageMarker(folded: Uint16Array, { level, end }: Marker): boolean {
  return level === 3 && folded[end - 1] === ENUMERATION;
}

/** How many characters a line may be short of the others. */
const loose = 4;
/** No wrapped line is shorter than this, in characters. */
const shortest = 24;

function continues(folded: Uint16Array, slice: Slice, line: Line, next: Line, wrap: Wrap, isBehindBlanks: boolean): boolean {
  if (line.isRow || next.isRow || next.marker || endsSentence(folded, line) || isRule(folded, line) || isRule(folded, next)) return false;
  // 善。 alone is the rest of a sentence.
  if (line.width >= 10 && next.end - next.start === 2 && folded[next.end - 1] === FULL_STOP) return true;
  // 受训38 / 0人次: a number that the width of the page cut, behind a clause.
  if (isCutNumber(folded, line, next)) return true;
  if (wrap.indented && isBehindBlanks && !next.isIndented && line.width >= shortest) return true;
  if (line.width < wrap.full - loose) return false;
  // Lines are not all wrapped at one width: a comma in a shorter one tells that it breaks off, and is no title.
  const isSentence = holdsSign(folded, line, COMMA);
  if (line.width < wrap.full && !(wrap.fixed && isSentence)) return false;
  if (folded[next.start] === BAR || folded[next.start] === NUMBER_SIGN || isDocumentNumber(folded, slice, next)) return false;
  // A heading stands alone on its line unless the line is full to the brim.
  const isHeading = (line.marker !== undefined && !holdsSign(folded, line, FULL_STOP)) || endsInHeading(folded, slice, line);
  if (isHeading && !(wrap.fixed && (isSentence || line.width >= wrap.full + 3))) return false;
  if (titleEnds.at(slice(line.end - 2, line.end), 0)) return false;
  const text = slice(line.start, line.end);
  const following = slice(next.start, Math.min(next.end, next.start + 8));
  return !isLabelAt(text, 0) && !isLabelAt(following, 0) && !matter.at(following, 0) && !isFurniture(text);
}

/** …制定本方案。 二、起草过程: the next heading stands at the end of the line above its text. */
function endsInHeading(folded: Uint16Array, slice: Slice, { start, end }: Line): boolean {
  let at = end;
  while (at > start && end - at < 16 && folded[at - 1] !== FULL_STOP) at--;
  if (at === start || folded[at - 1] !== FULL_STOP) return false;
  while (isBlank(folded[at]!)) at++;
  const marker = markerAt(folded, slice, at);
  return marker !== undefined && marker.level <= 2 && marker.end < end;
}

function isCutNumber(folded: Uint16Array, line: Line, next: Line): boolean {
  return (
    folded[next.start] === ZERO &&
    isHan(folded[next.start + 1] ?? 0) &&
    isDigitCode(folded[line.end - 1]) &&
    (holdsSign(folded, line, COMMA) || holdsSign(folded, line, FULL_STOP))
  );
}

/** ————————, the line below a letterhead. */
function isRule(folded: Uint16Array, { start, end }: Line): boolean {
  return end - start > 4 && folded[start] === DASH && folded[start + 1] === DASH && folded[end - 1] === DASH;
}

/** 某计生协[2026]7号, which stands below a title that no sign ends. */
function isDocumentNumber(folded: Uint16Array, slice: Slice, { start, end }: Line): boolean {
  // Most lines end otherwise, and a string costs more than a look.
  if (folded[end - 1] !== 0x53f7 || end - start > 32) return false;
  return readDocumentNumber(slice(start, end).replaceAll(' ', '')) !== undefined;
}

/**
 * Sites that show a document page by page number the pages 1、 2、 3、 in the middle of a sentence: 取得理想 / 2、的效果. Where such a number ends,
 * or undefined.
 */
function previewEnd(folded: Uint16Array, line: Line, next: Line, wrap: Wrap, wasPreview: boolean): number | undefined {
  if (wrap.fixed || !breaksOff(folded, line, wrap)) return undefined;
  const before = line.marker;
  if (before !== undefined && !holdsSign(folded, line, FULL_STOP)) return undefined;
  const { marker } = next;
  // 6、 behind a line that begins with 5、 goes on with a list.
  if (!wasPreview && before?.level === 3 && before.value + 1 === marker?.value) return undefined;
  return marker && isPageMarker(folded, marker) && marker.end < next.end ? marker.end : undefined;
}

/** A full line that ends in the middle of a sentence. */
function breaksOff(folded: Uint16Array, line: Line, { full }: Wrap): boolean {
  return line.width >= full && !endsSentence(folded, line);
}

/** 。 at the end, or 。（责任单位：…）. */
function endsSentence(folded: Uint16Array, line: Line): boolean {
  const last = folded[line.end - 1]!;
  if (last !== RIGHT_PARENTHESIS) return sentenceEnds.has(last);
  let open = line.end - 1;
  while (open > line.start && folded[open] !== LEFT_PARENTHESIS) open--;
  return open > line.start && sentenceEnds.has(folded[open - 1]!);
}

function holdsSign(folded: Uint16Array, { start, end }: Line, sign: number): boolean {
  for (let at = start; at < end; at++) if (folded[at] === sign) return true;
  return false;
}

const aroundPageNumber = new CharacterSet(' -/·第页共');

/** `— 3 —`, `第 3 页 共 9 页`, a lone number: furniture of the page. */
function isPageNumber(folded: Uint16Array, line: Line): boolean {
  if (line.end - line.start > 24) return false;
  let digits = 0;
  for (let i = line.start; i < line.end; i++) {
    if (isDigitCode(folded[i])) digits++;
    else if (!aroundPageNumber.has(folded[i]!)) return false;
  }
  return digits > 0 && digits <= 6;
}

/** 鄉(xiāng)鎮(zhèn), 協(xie)會(hui): a reading aid that a page printed behind the character. Where it ends, or 0. */
function pinyinEnd(folded: Uint16Array, slice: Slice, open: number, end: number): number {
  let marked = false;
  for (let i = open + 1; i < end && i < open + 9; i++) {
    const c = folded[i]!;
    if (c === RIGHT_PARENTHESIS) return marked || isSyllable(folded, slice, open, i) ? i + 1 : 0;
    if (c >= 0xe0 && c <= 0x1dc) marked = true;
    else if (c < 97 || c > 122) return 0;
  }
  return 0;
}

/** Whether a syllable without its tone stands between the parentheses, behind a character; (app) is none. */
function isSyllable(folded: Uint16Array, slice: Slice, open: number, close: number): boolean {
  return isHan(folded[open - 1] ?? 0) && syllable.test(slice(open + 1, close));
}

const syllable =
  /^(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ong|ue)$|^(?:ai|ei|ao|ou|an|en|ang|er)$/;

/** What a mask stands for: **市, 20**年, 张**同志. */
const masked = new CharacterSet('省市县区州盟旗镇乡村街社年月日同先女');

/** **重点**: where the two asterisks stand that close what the two at `open` lay weight on in Markdown, or 0; in 20**年 they hide a figure. */
function emphasisEnd(folded: Uint16Array, open: number, end: number): number {
  const first = folded[open + 2]!;
  if (folded[open + 1] !== ASTERISK || isWord(folded, open - 1) || first === ASTERISK || isBlank(first) || masked.has(first)) return 0;
  for (let i = open + 3; i + 1 < end; i++) if (folded[i] === ASTERISK) return folded[i + 1] === ASTERISK ? i : 0;
  return 0;
}

function isLineEnd(c: number): boolean {
  return c === 10 || c === 13 || c === 12 || c === 0x2028 || c === 0x2029;
}

function isBlank(c: number): boolean {
  return c === 32 || c === 0x200b;
}

function isWord(folded: Uint16Array, i: number): boolean {
  const c = folded[i] ?? 0;
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}
