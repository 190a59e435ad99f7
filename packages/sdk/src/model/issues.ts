import type * as z from 'zod/mini';
import { FpError } from '../errors.js';
import type { Lang } from '../lang.js';
import { regionCodePattern } from './region.js';

/** What kind of fault an issue is. */
export type IssueCode =
  | 'missing'
  | 'wrong-type'
  | 'not-allowed'
  | 'too-small'
  | 'too-big'
  | 'wrong-format'
  | 'unknown-format'
  | 'no-crs'
  | 'personal-data'
  | 'span-outside'
  | 'quote-mismatch'
  | 'amount-missing'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'invalid';

/** One thing that is wrong with a piece of data, in one line each. */
export interface DataIssue {
  /** Where, as a program would write it: `tasks[3].area`; `''` is the whole value. */
  path: string;
  /** Stable, for programs. */
  code: IssueCode;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  mend: string;
}

/** Data that is not what it should be: a plan, a snapshot, a file of sites or a ledger. `code` is `invalid-data`. */
export class InvalidDataError extends FpError {
  /** Every fault that was found, in the order of the data; at least one. */
  readonly issues: readonly DataIssue[];

  constructor(issues: readonly DataIssue[], { lang = 'zh-CN', name }: { lang?: Lang; name?: string } = {}) {
    super('invalid-data', summarizeIssues(issues, lang, name));
    this.name = 'InvalidDataError';
    this.issues = issues;
  }
}

/** One issue as one line: path, problem, mend. */
export function formatIssue({ path, message, mend }: DataIssue, lang: Lang = 'zh-CN'): string {
  return lang === 'en' ? `${path === '' ? 'the data' : path} ${message}: ${mend}` : `${path === '' ? '数据' : path} ${message}：${mend}`;
}

function summarizeIssues(issues: readonly DataIssue[], lang: Lang, name: string | undefined): string {
  const [first] = issues;
  const lines = [
    name === undefined ? '' : lang === 'en' ? `${name}: ` : `${name}：`,
    first === undefined ? '' : formatIssue(first, lang),
    issues.length < 2 ? '' : lang === 'en' ? `, and ${issues.length - 1} more` : `（另有 ${issues.length - 1} 处）`,
  ];
  return lines.join('');
}

/** The problem and its mend in both languages; only those of the wanted one are kept. */
export type Wording = Record<Lang, readonly [message: string, mend: string]>;

/** Builds an issue at a path of keys and indexes. */
export function issueAt(path: readonly PropertyKey[], code: IssueCode, wording: Wording, lang: Lang): DataIssue {
  const [message, mend] = wording[lang];
  return { path: formatPath(path), code, message, mend };
}

function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(String(key))) text += text === '' ? String(key) : `.${String(key)}`;
    else text += `[${JSON.stringify(String(key))}]`;
  }
  return text;
}

/** Tells in words what the schema found. `value` is the whole of the data, so that what stands at the path can be shown. */
export function describeZodIssue(issue: z.core.$ZodIssue, value: unknown, lang: Lang): DataIssue {
  // Of the alternatives of a union, the one that nearly fits tells most.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, errors) => (errors.length < best.length ? errors : best));
    const [first] = nearest;
    if (first !== undefined) return describeZodIssue({ ...first, path: [...issue.path, ...first.path] }, value, lang);
  }
  const found = valueAt(value, issue.path);
  const key = issue.path[issue.path.length - 1];
  const [code, wording] =
    key === 'crs' && found === undefined ? noCrs : found === undefined ? missing(expectation(issue)) : fault(issue, key, found);
  return issueAt(issue.path, code, wording, lang);
}

type Described = readonly [IssueCode, Wording];

const noCrs: Described = [
  'no-crs',
  {
    'zh-CN': ['坐标没有注明坐标系', '补上 crs：wgs84、gcj02、bd09 或 cgcs2000'],
    en: ['does not say which system the coordinate is in', 'add crs: wgs84, gcj02, bd09 or cgcs2000'],
  },
];

function missing(expected: Record<Lang, string> | undefined): Described {
  return [
    'missing',
    {
      'zh-CN': ['缺失', expected === undefined ? '补上这一项' : `补上这一项，应为${spaced(expected['zh-CN'])}`],
      en: ['is missing', expected === undefined ? 'add it' : `add it as ${expected.en}`],
    },
  ];
}

function fault(issue: z.core.$ZodIssue, key: PropertyKey | undefined, found: unknown): Described {
  const shown = show(found);
  switch (issue.code) {
    case 'invalid_type': {
      const expected = expectation(issue) ?? { 'zh-CN': issue.expected, en: issue.expected };
      const actual = kinds[kindOf(found)];
      return [
        'wrong-type',
        {
          'zh-CN': [`应为${spaced(expected['zh-CN'])}，现为${actual['zh-CN']}`, `改成${spaced(expected['zh-CN'])}`],
          en: [`should be ${expected.en}, not ${actual.en}`, `write ${expected.en}`],
        },
      ];
    }
    case 'invalid_value': {
      const values = issue.values.map((allowed) => String(allowed));
      return [
        'not-allowed',
        {
          'zh-CN': [`不能是 ${shown}`, `改成 ${list(values, '、', ' 或 ')}`],
          en: [`cannot be ${shown}`, `write ${list(values, ', ', ' or ')}`],
        },
      ];
    }
    case 'too_small': {
      if (issue.origin === 'string' || issue.origin === 'array') return tooShort(issue.origin, issue.minimum);
      const [zh, en] = issue.inclusive === false ? ['必须大于', 'must be more than'] : ['不能小于', 'cannot be less than'];
      return [
        'too-small',
        {
          'zh-CN': [`${zh} ${issue.minimum}，现为 ${shown}`, '核对这个数'],
          en: [`${en} ${issue.minimum}, and is ${shown}`, 'check the number'],
        },
      ];
    }
    case 'too_big': {
      const [zh, en] = issue.origin === 'array' ? ['项数不能超过', 'cannot have more items than'] : ['不能大于', 'cannot be more than'];
      return [
        'too-big',
        {
          'zh-CN': [`${zh} ${issue.maximum}，现为 ${shown}`, '核对这个数'],
          en: [`${en} ${issue.maximum}, and is ${shown}`, 'check the number'],
        },
      ];
    }
    case 'invalid_format':
      return wrongFormat(issue, key, shown);
    case 'custom':
      // The only rule of the schemas that is not one of zod's own: see siteSchema.phone.
      return privateMobile(String(found));
    default:
      return [
        'invalid',
        {
          'zh-CN': [`不能是 ${shown}`, '对照 JSON Schema 核对这一项'],
          en: [`cannot be ${shown}`, 'check it against the JSON Schema'],
        },
      ];
  }
}

/** A mobile number where an office phone belongs. It is not repeated in full: messages end up in logs. */
export function privateMobile(mobile: string): Described {
  const shown = `${mobile.trim().slice(0, 3)}…`;
  return [
    'personal-data',
    {
      'zh-CN': [`${shown} 是手机号码，属于个人信息`, '改用单位办公电话，例如 0999-5550101'],
      en: [`${shown} is a mobile number, which is personal data`, 'give the phone of the office, such as 0999-5550101'],
    },
  ];
}

function tooShort(origin: string, minimum: number | bigint): Described {
  return origin === 'string'
    ? [
        'too-small',
        {
          'zh-CN': ['不能为空', '填写内容，没有就删去这一项'],
          en: ['cannot be empty', 'fill it in, or leave the field out'],
        },
      ]
    : [
        'too-small',
        {
          'zh-CN': [`至少要有 ${minimum} 项`, '补齐'],
          en: [`needs at least ${minimum} items`, 'add what is missing'],
        },
      ];
}

function wrongFormat(issue: z.core.$ZodIssueInvalidStringFormat, key: PropertyKey | undefined, shown: string): Described {
  const isRegion = issue.pattern === String(regionCodePattern);
  const format = isRegion ? 'region' : key === 'sha256' ? 'sha256' : issue.format;
  return ['wrong-format', (formats[format] ?? formats['regex']!)(shown)];
}

const formats: Record<string, (shown: string) => Wording> = {
  date: (shown) => ({
    'zh-CN': [`${shown} 不是有效日期`, '按 YYYY-MM-DD 书写，例如 2026-05-29'],
    en: [`${shown} is not a date`, 'write YYYY-MM-DD, such as 2026-05-29'],
  }),
  datetime: (shown) => ({
    'zh-CN': [`${shown} 不是带时区的时间`, '按 ISO 8601 书写，例如 2026-05-29T09:30:00+08:00'],
    en: [`${shown} is not a time with its zone`, 'write ISO 8601, such as 2026-05-29T09:30:00+08:00'],
  }),
  url: (shown) => ({
    'zh-CN': [`${shown} 不是网址`, '填写以 https:// 或 http:// 开头的完整网址'],
    en: [`${shown} is not a web address`, 'give a full address that begins with https:// or http://'],
  }),
  uuid: (shown) => ({
    'zh-CN': [`${shown} 不是 UUIDv7`, '填写 RFC 9562 的 UUIDv7'],
    en: [`${shown} is not a UUIDv7`, 'give a UUIDv7 (RFC 9562)'],
  }),
  region: (shown) => ({
    'zh-CN': [`${shown} 不是行政区划代码`, '填写 6 位代码（GB/T 2260），县级以下填写 12 位'],
    en: [`${shown} is not a region code`, 'give 6 digits (GB/T 2260), or 12 below the county'],
  }),
  sha256: (shown) => ({
    'zh-CN': [`${shown} 不是 SHA-256 摘要`, '填写 64 位小写十六进制数'],
    en: [`${shown} is not a SHA-256 digest`, 'give 64 lower-case hexadecimal digits'],
  }),
  regex: (shown) => ({
    'zh-CN': [`${shown} 的写法不对`, '对照 JSON Schema 核对这一项'],
    en: [`${shown} is not written as it should be`, 'check it against the JSON Schema'],
  }),
};

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'undefined';

const kinds: Record<Kind, Record<Lang, string>> = {
  string: { 'zh-CN': '字符串', en: 'a string' },
  number: { 'zh-CN': '数字', en: 'a number' },
  boolean: { 'zh-CN': '布尔值', en: 'a boolean' },
  null: { 'zh-CN': '空值 null', en: 'null' },
  array: { 'zh-CN': '数组', en: 'an array' },
  object: { 'zh-CN': '对象', en: 'an object' },
  undefined: { 'zh-CN': '空', en: 'nothing' },
};

/** What the schema wants at the place of the issue, where that is a matter of type. */
function expectation(issue: z.core.$ZodIssue): Record<Lang, string> | undefined {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(show);
    return { 'zh-CN': list(values, '、', ' 或 '), en: list(values, ', ', ' or ') };
  }
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'int') return { 'zh-CN': '整数', en: 'a whole number' };
  if (issue.expected === 'tuple') return kinds.array;
  if (issue.expected === 'record') return kinds.object;
  return issue.expected in kinds ? kinds[issue.expected as Kind] : undefined;
}

/** A value as it may stand in one line: quoted and cut short. */
export function show(value: unknown): string {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : typeof value === 'object' && value !== null ? kindOf(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'undefined' ? kind : 'object';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

function list(words: readonly string[], comma: string, or: string): string {
  return words.length < 2 ? (words[0] ?? '') : words.slice(0, -1).join(comma) + or + words[words.length - 1]!;
}

/** Latin and digits stand apart from Chinese by a space. */
function spaced(text: string): string {
  return /^[\w"]/.test(text) ? ` ${text}` : text;
}
