import type { Lang, Span } from '@fp-kit/sdk';

export type DiagnosticCode =
  | 'page-number'
  | 'broken-line'
  | 'pinyin'
  | 'doubled-ordinal'
  | 'skipped-ordinal'
  | 'half-width-marker'
  | 'no-number'
  | 'no-issuer'
  | 'no-date'
  | 'no-year'
  | 'no-headings'
  | 'odd-number-brackets'
  | 'target-outside-tasks'
  | 'impossible-date'
  | 'table'
  | 'personal-data'
  | 'wordless-page';

/** Something doubtful in the document, with its place, as a compiler would print it. */
export interface Diagnostic {
  code: DiagnosticCode;
  severity: 'error' | 'warning' | 'info';
  message: string;
  hint?: string;
  span: Span;
  /** 1-based. */
  line: number;
  /** 1-based, in characters. */
  column: number;
}

interface Wording {
  severity: Diagnostic['severity'];
  'zh-CN': [message: string, hint?: string];
  en: [message: string, hint?: string];
}

const wordings: Record<DiagnosticCode, Wording> = {
  'page-number': { severity: 'info', 'zh-CN': ['页码夹在正文里，已跳过'], en: ['A page number stands in the text; it was passed over'] },
  'broken-line': { severity: 'info', 'zh-CN': ['一句话被换行截断，已接上'], en: ['A sentence is broken by a line end; it was joined'] },
  pinyin: { severity: 'info', 'zh-CN': ['注音夹在正文里，已跳过'], en: ['A reading aid stands in the text; it was passed over'] },
  'doubled-ordinal': {
    severity: 'warning',
    'zh-CN': ['序号“{0}”重复，两处都保留了', '请核对原文序号'],
    en: ['The ordinal “{0}” stands twice; both were kept', 'Check the numbering of the document'],
  },
  'skipped-ordinal': {
    severity: 'warning',
    'zh-CN': ['序号“{0}”前面缺号', '请核对是否漏了一段'],
    en: ['An ordinal is missing before “{0}”', 'Check whether a passage was left out'],
  },
  'half-width-marker': {
    severity: 'info',
    'zh-CN': ['序号“{0}”用了半角括号，已按“（{1}）”理解'],
    en: ['The marker “{0}” has half-width brackets; it was read as “（{1}）”'],
  },
  'no-number': { severity: 'info', 'zh-CN': ['没有找到发文字号'], en: ['No document number was found'] },
  'no-issuer': {
    severity: 'warning',
    'zh-CN': ['没有找到发文机关全称', '署名、文件头或标题里应有机关全称'],
    en: ['No full name of an issuer was found', 'The signature, letterhead or title should print it'],
  },
  'no-date': { severity: 'info', 'zh-CN': ['没有找到成文日期'], en: ['No date of issue was found'] },
  'no-year': {
    severity: 'warning',
    'zh-CN': ['没有找到计划年度，时限没有换算成日期', '请在标题里写明年份'],
    en: ['No plan year was found, so time limits were not turned into dates', 'Name the year in the title'],
  },
  'no-headings': {
    severity: 'warning',
    'zh-CN': ['全文没有序号，作为一项任务读入'],
    en: ['The document has no numbering; it was read as one task'],
  },
  'odd-number-brackets': {
    severity: 'info',
    'zh-CN': ['发文字号的括号不规范，已按“{0}”理解', '国标用六角括号〔〕（GB/T 9704）'],
    en: ['The document number has unusual brackets; it was read as “{0}”', 'The standard uses 〔〕 (GB/T 9704)'],
  },
  'target-outside-tasks': {
    severity: 'info',
    'zh-CN': ['这里的量化目标不在任何编号任务里，归入“{0}”'],
    en: ['These targets stand outside the numbered tasks; they were put under “{0}”'],
  },
  'impossible-date': {
    severity: 'warning',
    'zh-CN': ['日历上没有“{0}”，没有换算成日期', '请核对原文日期'],
    en: ['The calendar has no “{0}”; it was not turned into a date', 'Check the date in the document'],
  },
  table: {
    severity: 'info',
    'zh-CN': ['这里是表格，每行作为一项举措读入', '请核对各列是否读对'],
    en: ['This is a table; each row was read as one action', 'Check that the columns were read right'],
  },
  'wordless-page': {
    severity: 'warning',
    'zh-CN': ['第 {0} 页没有文字，没有读入', '如是扫描页，请先做文字识别（OCR）再导入'],
    en: ['No text on page {0}; nothing was read there', 'If it is a scan, run OCR first and import again'],
  },
  'personal-data': {
    severity: 'warning',
    'zh-CN': ['这里像是个人信息（{0}）', '公开前请删去；模型里不保存个人信息'],
    en: ['This looks like personal data ({0})', 'Remove it before publishing; the model holds none'],
  },
};

/** Collects diagnostics; where each stands is told in the end, in one walk through the text. */
export class Diagnostics {
  readonly #source: string;
  readonly #lang: Lang;
  readonly #found: Diagnostic[] = [];

  constructor(source: string, lang: Lang) {
    this.#source = source;
    this.#lang = lang;
  }

  add(code: DiagnosticCode, span: Span, ...details: string[]): void {
    const { severity, [this.#lang]: wording } = wordings[code];
    const fill = (text: string) => (details.length === 0 ? text : text.replace(/\{(\d)\}/g, (_, i: string) => details[Number(i)] ?? ''));
    const diagnostic: Diagnostic = { code, severity, message: fill(wording[0]), span, line: 1, column: 1 };
    if (wording[1]) diagnostic.hint = fill(wording[1]);
    this.#found.push(diagnostic);
  }

  /** In the order of the document. */
  list(): Diagnostic[] {
    this.#found.sort((a, b) => a.span[0] - b.span[0]);
    place(this.#source, this.#found);
    return this.#found;
  }
}

/** Notes where each stands; they are in the order of the source. */
function place(source: string, diagnostics: Diagnostic[]): void {
  const starts = lineStarts(source);
  let next = starts.next();
  let line = 1;
  let column = 1;
  let at = 0;
  for (const diagnostic of diagnostics) {
    const offset = diagnostic.span[0];
    for (; !next.done && next.value <= offset; next = starts.next()) {
      at = next.value;
      line++;
      column = 1;
    }
    // The second half of a surrogate pair is no character of its own.
    for (; at < offset; at++) if ((source.charCodeAt(at) & 0xfc00) !== 0xdc00) column++;
    diagnostic.line = line;
    diagnostic.column = column;
  }
}

/** Where each line but the first begins. A search for one character is the engine's fastest way through a text. */
function* lineStarts(source: string): Generator<number, undefined> {
  let feed = source.indexOf('\n');
  let carriage = source.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    if (carriage >= 0 && (feed < 0 || carriage + 1 < feed)) {
      yield carriage + 1;
      carriage = source.indexOf('\r', carriage + 1);
    } else {
      yield feed + 1;
      if (carriage >= 0 && carriage < feed) carriage = source.indexOf('\r', feed + 1);
      feed = source.indexOf('\n', feed + 1);
    }
  }
}
