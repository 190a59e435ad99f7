// What a character means to the parser, by its code: one look in a table instead of a search for every character of a document.

export const DIGIT = 1;
export const CHINESE_NUMERAL = 2;
export const SENTENCE_END = 4;
/** Comma, colon, and the edge of a cell. */
export const CLAUSE_END = 8;
export const OPEN = 16;
export const CLOSE = 32;
/** Between the month and the day of 5.29, “5·29”. */
export const POINT = 64;
/** 半数 and 翻番 are amounts without a numeral. */
export const SPELT = 128;
/** 第 and the numerals that are one character with their brackets: ① ⑴ ⒈ ㈠. */
export const ORDINAL = 256;
/** 是: it may say how things are. */
export const COPULA = 512;

/** Signs by their code. */
export const NEWLINE = 10;
export const BLANK = 32;
export const NUMBER_SIGN = 35;
export const PERCENT = 37;
export const LEFT_PARENTHESIS = 40;
export const RIGHT_PARENTHESIS = 41;
export const ASTERISK = 42;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const ZERO = 48;
export const COLON = 58;
export const SEMICOLON = 59;
export const QUESTION = 63;
export const LEFT_BRACKET = 91;
export const RIGHT_BRACKET = 93;
export const BAR = 124;
/** ” */
export const CLOSING_QUOTE = 0x201d;
export const FULL_STOP = 0x3002;
/** 、 */
export const ENUMERATION = 0x3001;

/** Classes of folded characters by their code, as sums of the constants above; above them the lists of words that begin so (`words.ts`). */
export const classes = new Int32Array(65536);

for (const [characters, flag] of [
  ['0123456789', DIGIT],
  ['零〇一二三四五六七八九两十廿卅百千万亿', CHINESE_NUMERAL],
  ['。！!？?；;\n', SENTENCE_END],
  [',:|', CLAUSE_END],
  ['“《(', OPEN],
  ['”》)', CLOSE],
  ['.·?', POINT],
  ['半翻', SPELT],
  ['是', COPULA],
  ['第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', ORDINAL],
] as const)
  for (const character of characters) classes[character.charCodeAt(0)]! |= flag;

/** A set to look a character up in by its code: no string is made of it, and a table is faster than the engine's own sets. */
export class CharacterSet {
  readonly #table: Uint8Array;

  constructor(characters: string) {
    const codes = Array.from({ length: characters.length }, (_, at) => characters.charCodeAt(at));
    this.#table = new Uint8Array(Math.max(...codes) + 1);
    for (const code of codes) this.#table[code] = 1;
  }

  /** Behind the end of a text, for NaN, as for any other character. */
  has(code: number): boolean {
    // A place that is no number, or none of the table, is one that an engine goes a long way for.
    return code < this.#table.length && this.#table[code] === 1;
  }
}

/** Whether any character of `[start, end)` is of one of the classes in `flags`. */
export function holds(text: string, start: number, end: number, flags: number): boolean {
  for (let at = start; at < end; at++) if (classes[text.charCodeAt(at)]! & flags) return true;
  return false;
}

/** The text without the `marks` at its end; a pattern for that would start anew at each of them. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Whether `code` is that of 0 to 9. */
export function isDigitCode(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** Whether `code` is that of a Chinese character; behind the end of a text (NaN) none is. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether the character at `at` is one of `characters`: by its code, for `includes` would have a string made of it. */
export function isOneOf(text: string, at: number, characters: string): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === code) return true;
  return false;
}

/** Whether 0 to 9 stands at `at`. */
export function isDigitAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isDigitCode(text.charCodeAt(at));
}

/** Where `character` first stands in `[start, end)`, or -1; unlike `indexOf` it never reads on. */
export function indexIn(text: string, character: string, start: number, end: number): number {
  const code = character.charCodeAt(0);
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}
