import { Lines, raised } from './text.js';

/** A piece of text where it stands on a page, in units of the page. */
export interface Piece {
  text: string;
  x: number;
  /** Of the baseline, from the top. */
  y: number;
  width: number;
  /** Height of the font. */
  size: number;
}

/** Of the height of the font: pieces whose baselines lie closer stand on one line (a raised number, digits of another font). */
const SAME_LINE = 0.5;
/** Of the height of the font: from this gap on a space was meant. Between letters or digits it is narrow; between Chinese and
 * those a program leaves a quarter on its own. */
const WORD_GAP = 0.15;
const CHARACTER_GAP = 0.4;
/** Of the height of the font: so wide a gap parts the columns of a table. */
const COLUMN_GAP = 1.5;
/** Of the height of the font: how far from the edge a full line may end, and one that breaks off in a sentence. */
const TIGHT = 0.3;
const RAGGED = 4;

/** In characters: a page whose lines are all shorter shows no edge. */
const NARROW = 18;

/** A printed line, its edges in units of the page. */
export interface Line {
  text: string;
  left: number;
  right: number;
  size: number;
  page: number;
}

/** The lines of a page of one column, from top to bottom, each from left to right. */
export function linesOfPage(pieces: readonly Piece[], page: number): Line[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y);
  const lines: Piece[][] = [];
  let base: Piece | undefined;
  for (const piece of sorted) {
    const isSame = base && piece.y - base.y < SAME_LINE * Math.max(base.size, piece.size);
    if (isSame) lines.at(-1)!.push(piece);
    else lines.push([piece]);
    // The largest piece tells the baseline; what is raised above it came first.
    if (!base || !isSame || piece.size > base.size) base = piece;
  }
  return lines.map((line) => lineOf(line, page));
}

function lineOf(pieces: Piece[], page: number): Line {
  pieces.sort((a, b) => a.x - b.x);
  const base = pieces.reduce((largest, piece) => (piece.size > largest.size ? piece : largest));
  let text = '';
  let end: Piece | undefined;
  for (const piece of pieces) {
    if (end && isShadow(end, piece)) continue;
    if (end && isApart(end, piece, text)) text += gapOf(end, piece) > COLUMN_GAP ? '\t' : ' ';
    const isRaised = piece.size < base.size * 0.8 && piece.y < base.y - base.size * 0.1;
    text += isRaised ? raised(tidy(piece.text)) : tidy(piece.text);
    end = piece;
  }
  const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity);
  return { text: text.trim(), left: pieces[0]!.x, right, size: base.size, page };
}

/**
 * Puts the lines of a document together to paragraphs, where the page tells that they are one: the line is full (the next word would not
 * have fitted), and the next is of its size and not indented. Where it does not tell, lines stay apart. The number of a page that breaks
 * a paragraph follows it.
 */
export function joinLines(printed: readonly Line[]): Lines {
  const margins = marginsOf(printed);
  const lines = new Lines();
  let previous: Line | undefined;
  let numbers: Line[] = [];
  for (const line of printed) {
    if (pageNumber.test(line.text)) {
      numbers.push(line);
      continue;
    }
    const { text, page } = line;
    if (previous && margins && goesOn(previous, line, margins)) {
      lines.extend((/\w$/.test(previous.text) && /^\w/.test(text) ? ' ' : '') + text, { page });
    } else {
      for (const number of numbers) lines.add(number.text, { page: number.page });
      numbers = [];
      lines.add(text, { page });
    }
    previous = line;
  }
  for (const number of numbers) lines.add(number.text, { page: number.page });
  return lines;
}

interface Margins {
  left: number;
  right: number;
  /** Paragraphs begin two characters to the right of the margin (GB/T 9704). */
  areIndented: boolean;
}

/** Of the text, or undefined where too few lines reach the same edge to tell. */
function marginsOf(lines: readonly Line[]): Margins | undefined {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  // Punctuation may hang over the edge.
  const rights = lines.map(({ text, right, size }) => (/[，。、；：！？]$/.test(text) ? right - size : right)).sort((a, b) => a - b);
  const left = lefts[Math.floor(lines.length * 0.05)];
  const right = rights[Math.ceil(lines.length * 0.97) - 1];
  const size = lines.map((line) => line.size).sort((a, b) => a - b)[lines.length >> 1];
  if (left === undefined || right === undefined || size === undefined || right - left < NARROW * size) return undefined;
  const full = lines.filter((line) => Math.abs(line.right - right) < line.size).length;
  if (full < 3) return undefined;
  const indented = lines.filter((line) => line.left - left > 1.4 * line.size && line.left - left < 2.6 * line.size).length;
  return { left, right, areIndented: indented >= 3 && indented > lines.length / 10 };
}

/** `— 4 —`, `第 4 页 共 9 页`, `4`. */
const pageNumber = /^[-‐-―－·•\s\d第页共/]+$/;

/** What a line that begins a numbered unit opens with. */
const marker = /^(?:第?[一二三四五六七八九十百]{1,4}[、章节是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))/;

function goesOn(line: Line, next: Line, { left, right, areIndented }: Margins): boolean {
  if (line.text.includes('\t') || next.text.includes('\t')) return false;
  if (Math.abs(line.size - next.size) > line.size / 10 || next.left - left > line.size) return false;
  const endsSentence = /[。！？；：]$/.test(line.text);
  // Without indents a sentence may end with the line by chance.
  if (!areIndented && (endsSentence || marker.test(next.text))) return false;
  const isHeading = marker.test(line.text) && !line.text.includes('。');
  return line.right + widthOfWord(next) > right - line.size * (endsSentence || isHeading ? TIGHT : RAGGED);
}

/** A line is broken before a word or number, or before a character and the punctuation that may not begin a line. */
function widthOfWord({ text, size }: Line): number {
  const [word = ''] = /^(?:[!-~]+|[^!-~])[，。、；：？！）》”’%％]*/.exec(text) ?? [];
  return Array.from(word).reduce((width, c) => width + (c < '\u2000' ? size / 2 : size), 0);
}

/** Printed twice, a hair apart, to look bold. */
function isShadow(before: Piece, after: Piece): boolean {
  return before.text === after.text && after.x - before.x < before.size * 0.15;
}

/** In heights of the font. */
function gapOf(before: Piece, after: Piece): number {
  return (after.x - before.x - before.width) / Math.max(before.size, after.size);
}

function isApart(before: Piece, after: Piece, line: string): boolean {
  const gap = gapOf(before, after);
  const isNarrow = /[!-~]$/.test(line) && /^[!-~]/.test(after.text);
  return gap > (isNarrow ? WORD_GAP : CHARACTER_GAP);
}

/**
 * Radicals that have a code point of their own are drawn as the character is, and programs that print pages take one for the other. Those
 * from U+2F00 on have a compatibility mapping, to 戶 where simplified text means 户; of those from U+2E80 on these are characters too.
 */
const radicals = new Map(
  (
    '⺠民⻁虎⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⺒巳⺓幺⺎兀⼾户'.match(
      /../g,
    ) ?? []
  ).map((pair) => [pair[0]!, pair[1]!]),
);

function tidy(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (c) => radicals.get(c) ?? c.normalize('NFKC')).replace(/\p{Cc}+/gu, ' ');
}
