import { styleText } from 'node:util';
import type { Diagnostic } from '@fp-kit/document';
import type { Context } from './context.js';
import { inOneLine } from './faults.js';

/** More of a line than this, in UTF-16 units, is never looked at: a document may be one line. */
const reach = 400;

/**
 * A diagnostic as a compiler prints it: where and what, the line with a caret under the place, and what to do.
 *
 * @param text the whole text that `diagnostic.span` points into.
 */
export function formatDiagnostic(name: string, text: string, diagnostic: Diagnostic, context: Context): string {
  const { messages, hasColor, columns } = context;
  const { severity, code, message, hint, line, column, span } = diagnostic;
  const paint = (format: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', part: string): string =>
    hasColor ? styleText(format, part, { validateStream: false }) : part;
  const tint = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'cyan';

  const head = `${paint('bold', `${inOneLine(name)}:${line}:${column}`)} ${paint(tint, messages.severity[severity])} ${inOneLine(message)} ${paint('dim', `[${code}]`)}`;

  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const lines = [head];
  // An empty span is about the document as a whole: there is no place to show.
  if (span[0] < span[1]) {
    const { shown, indent, length } = cutLine(text, span, Math.max(20, columns - number.length - 4));
    lines.push(` ${paint('dim', `${number} |`)} ${shown}`);
    lines.push(` ${paint('dim', `${gutter} |`)} ${' '.repeat(indent)}${paint(tint, '^'.repeat(length))}`);
  }
  if (hint !== undefined) lines.push(` ${paint('dim', `${gutter} =`)} ${messages.hint}: ${inOneLine(hint)}`);
  return `${lines.join('\n')}\n`;
}

interface Cut {
  /** What of the line fits, with … where it goes on. */
  shown: string;
  /** Columns before the place. */
  indent: number;
  /** Columns of the place. */
  length: number;
}

/** The part of a line around a span that fits into some columns; the place stands about a third from the left if the line is long. */
function cutLine(text: string, [start, end]: readonly [number, number], width: number): Cut {
  const before = cells(lastLine(text.slice(Math.max(0, start - reach), start)));
  const after = cells(firstLine(text.slice(start, start + reach)));
  const place = cells(firstLine(text.slice(start, Math.min(end, start + reach))));

  // What follows the place says more than what precedes it, but a line's last words leave their room to the left.
  const isLong = widthOf(before) + widthOf(after) > width;
  const room = isLong ? width - Math.min(widthOf(after), Math.ceil((width * 2) / 3)) : width;
  const left = takeEnd(before, room - 1);
  const isCutLeft = left.length < before.length || isFarFromLineStart(text, start);
  const indent = widthOf(left) + (isCutLeft ? 1 : 0);
  const right = takeStart(after, width - indent - 1);
  const isCutRight = right.length < after.length;
  return {
    shown: `${isCutLeft ? '…' : ''}${[...left, ...right].map(({ shown }) => shown).join('')}${isCutRight ? '…' : ''}`,
    indent,
    length: Math.max(1, Math.min(widthOf(place), widthOf(right))),
  };
}

function isFarFromLineStart(text: string, offset: number): boolean {
  return offset > reach && !/[\r\n]/.test(text.slice(offset - reach, offset));
}

interface Cell {
  shown: string;
  width: number;
}

function cells(text: string): Cell[] {
  return Array.from(text, (char) => {
    // A tab is as wide as the terminal likes; control characters could do anything to it.
    if (char === '\t') return { shown: ' ', width: 1 };
    if (/[\p{Mn}\p{Me}]/u.test(char)) return { shown: char, width: 0 };
    if (/\p{Cf}/u.test(char)) return { shown: '', width: 0 };
    if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(char)) return { shown: '\uFFFD', width: 1 };
    return { shown: char, width: isWide(char.codePointAt(0)!) ? 2 : 1 };
  });
}

/** Blocks whose characters take two columns (Unicode Standard Annex 11: W and F). Ambiguous ones (“ ” ·) take one, as terminals default to. */
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wideBlocks.some(([first, last]) => code >= first && code <= last);
}

function widthOf(line: readonly Cell[]): number {
  return line.reduce((sum, { width }) => sum + width, 0);
}

function takeStart(line: readonly Cell[], room: number): Cell[] {
  let used = 0;
  const end = line.findIndex(({ width }) => (used += width) > room);
  return end < 0 ? [...line] : line.slice(0, end);
}

function takeEnd(line: readonly Cell[], room: number): Cell[] {
  return takeStart([...line].reverse(), room).reverse();
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
