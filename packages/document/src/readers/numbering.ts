import { child, elementsOf, type Element } from './markup.js';

export interface Level {
  start: number;
  format: string;
  /** `第%1章`: %1 to %9 stand for the numbers of the levels. */
  text: string;
  suffix: string;
  /** The level whose step starts this one anew; 0 is none. */
  restart: number;
  /** All numbers in it are Arabic. */
  isLegal: boolean;
  style: string | undefined;
}

export interface List {
  /** Lists of one definition count on together. */
  definition: string;
  levels: (Level | undefined)[];
  /** Where this list sets the count anew, by level. */
  starts: Map<number, number>;
  hasBegun: Set<number>;
}

interface Style {
  basedOn: string | undefined;
  numbering: Element | undefined;
}

/** Counts the numbered paragraphs of a document, as Word does. */
export class Counts {
  readonly #counts = new Map<string, (number | undefined)[]>();

  /** What is printed before the next paragraph of this level of a list: `（二）`, `1. `, or ''. */
  next(list: List, index: number): string {
    const level = list.levels[index];
    if (!level) return '';
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);

    const start = list.hasBegun.has(index) ? undefined : list.starts.get(index);
    list.hasBegun.add(index);
    const count = counts[index];
    counts[index] = start ?? (count === undefined ? level.start : count + 1);
    for (let deeper = index + 1; deeper < 9; deeper++) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || restart > index) counts[deeper] = undefined;
    }

    // A bullet is no number: the paragraph begins with its text.
    if (level.format === 'bullet') return '';
    const printed = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = list.levels[at] ?? {};
      return formatNumber(counts[at] ?? start, level.isLegal ? 'decimal' : format);
    });
    const isSpaced = level.suffix === 'space' || (level.suffix === 'tab' && /[!-~]$/.test(printed));
    return printed + (isSpaced ? ' ' : '');
  }
}

/** The numbers that Word prints before paragraphs and does not keep in their text (ECMA-376, 17.9). */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Style>();
  readonly #counts = new Counts();
  #defaultStyle: string | undefined;

  /** @param numbering @param styles the roots of the parts of these names, where the document has them. */
  constructor(numbering: Element | undefined, styles: Element | undefined) {
    for (const style of all(child(styles, 'styles'), 'style')) {
      const id = style.attributes['styleId'];
      if (id === undefined) continue;
      if (style.attributes['type'] === 'paragraph' && style.attributes['default'] === '1') this.#defaultStyle = id;
      this.#styles.set(id, { basedOn: valueOf(child(style, 'basedOn')), numbering: child(child(style, 'pPr'), 'numPr') });
    }
    const root = child(numbering, 'numbering');
    const definitions = new Map(all(root, 'abstractNum').map((one) => [one.attributes['abstractNumId'] ?? '', one]));
    const byStyle = new Map(all(root, 'abstractNum').map((one) => [valueOf(child(one, 'styleLink')), one]));
    for (const list of all(root, 'num')) {
      const named = definitions.get(valueOf(child(list, 'abstractNumId')) ?? '');
      const link = valueOf(child(named, 'numStyleLink'));
      const definition = link === undefined ? named : (byStyle.get(link) ?? named);
      const levels: List['levels'] = [];
      const starts: List['starts'] = new Map();
      for (const level of all(definition, 'lvl')) levels[indexOf(level)] = readLevel(level);
      for (const override of all(list, 'lvlOverride')) {
        const level = child(override, 'lvl');
        if (level) levels[indexOf(override)] = readLevel(level);
        const start = numberOf(child(override, 'startOverride'));
        if (start !== undefined) starts.set(indexOf(override), start);
      }
      const id = definition?.attributes['abstractNumId'] ?? '';
      this.#lists.set(list.attributes['numId'] ?? '', { definition: id, levels, starts, hasBegun: new Set() });
    }
  }

  /** Counts a paragraph and gives what is printed before it: `（二）`, `1. `, or ''. Call it once for each, in order. */
  next(paragraph: Element): string {
    const { list, index } = this.#listOf(paragraph);
    return list ? this.#counts.next(list, index) : '';
  }

  /** By the paragraph's own properties, else by its style or one that this is based on. */
  #listOf(paragraph: Element): { list: List | undefined; index: number } {
    const properties = child(paragraph, 'pPr');
    const own = child(properties, 'numPr');
    const id = valueOf(child(own, 'numId'));
    if (id !== undefined) return { list: this.#lists.get(id), index: numberOf(child(own, 'ilvl')) ?? 0 };

    let style = valueOf(child(properties, 'pStyle')) ?? this.#defaultStyle;
    for (let steps = 0; style !== undefined && steps < 20; steps++) {
      const { basedOn, numbering }: Partial<Style> = this.#styles.get(style) ?? {};
      const list = this.#lists.get(valueOf(child(numbering, 'numId')) ?? '');
      if (numbering && (list || valueOf(child(numbering, 'numId')) === '0')) {
        const linked = list?.levels.findIndex((level) => level?.style === style) ?? -1;
        return { list, index: numberOf(child(own ?? numbering, 'ilvl')) ?? Math.max(linked, 0) };
      }
      style = basedOn;
    }
    return { list: undefined, index: 0 };
  }
}

function readLevel(level: Element): Level {
  const restart = numberOf(child(level, 'lvlRestart'));
  return {
    start: numberOf(child(level, 'start')) ?? 1,
    format: valueOf(child(level, 'numFmt')) ?? 'decimal',
    text: valueOf(child(level, 'lvlText')) ?? '',
    suffix: valueOf(child(level, 'suff')) ?? 'tab',
    restart: restart ?? indexOf(level),
    isLegal: child(level, 'isLgl') !== undefined,
    style: valueOf(child(level, 'pStyle')),
  };
}

const all = (element: Element | undefined, name: string) => (element ? elementsOf(element).filter((one) => one.name === name) : []);
const valueOf = (element: Element | undefined) => element?.attributes['val'];
const indexOf = (level: Element) => Math.min(Math.max(Number(level.attributes['ilvl']) || 0, 0), 8);

function numberOf(element: Element | undefined): number | undefined {
  const value = Number(valueOf(element) ?? Number.NaN);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A number as ST_NumberFormat names it (ECMA-376, 17.18.59); a format that is not known here is written in Arabic digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chinese(value, '〇一二三四五六七八九', '十百千');
    case 'chineseLegalSimplified':
      return chinese(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟', true);
    case 'ideographLegalTraditional':
      return chinese(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟', true);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(value), (digit) => '〇一二三四五六七八九'[Number(digit)]!).join('');
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460);
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488);
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCharCode(0x3280 + value - 1) : String(value);
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(value);
  }
}

/** 十一, 二十, 一百〇五; with `isFull` the one of 一十 is written too, as on a cheque. */
function chinese(value: number, digits: string, units: string, isFull = false): string {
  if (value < 1 || value > 9999) return String(value);
  let text = '';
  let isGap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    if (isGap) text += digits[0]!;
    isGap = false;
    const isBare = !isFull && digit === 1 && power === 1 && text === '';
    text += (isBare ? '' : digits[digit]!) + (power > 0 ? units[power - 1]! : '');
  }
  return text;
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value);
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  return value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [amount, letter] of romans) {
    text += letter.repeat(Math.floor(rest / amount));
    rest %= amount;
  }
  return text;
}
