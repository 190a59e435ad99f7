import type * as z from 'zod/mini';
import type { Lang } from '../lang.js';
import { checkLedger, checkPlan, checkSites, checkSnapshot } from './checks.js';
import { type DataIssue, describeZodIssue, InvalidDataError, issueAt, show } from './issues.js';
import { type Ledger, ledgerSchema } from './ledger.js';
import { type Plan, planSchema } from './plan.js';
import { type Snapshot, snapshotSchema } from './progress.js';
import { type SiteFile, siteFileSchema } from './site.js';

/** How a parse function speaks. */
export interface ParseOptions {
  /** Language of the messages; `zh-CN` unless told. */
  lang?: Lang;
  /** Where the data came from, a file or an address; it then begins the message. */
  name?: string;
}

/**
 * Proves that a value, as JSON gives it, is a plan: the schema, and what a schema cannot say (spans lie in the text, quotes stand at their
 * spans, ids are unique, references lead somewhere).
 *
 * @returns the plan; fields that the format does not know are left out.
 * @throws {InvalidDataError} with every issue; its message tells the first.
 */
export function parsePlan(value: unknown, options: ParseOptions = {}): Plan {
  return parse(planSchema, checkPlan, value, options);
}

/**
 * Proves that a value is a snapshot: a plan with its progress.
 *
 * @throws {InvalidDataError} as `parsePlan` does.
 */
export function parseSnapshot(value: unknown, options: ParseOptions = {}): Snapshot {
  return parse(snapshotSchema, checkSnapshot, value, options);
}

/**
 * Proves what an element's `src` gives: a plan or a snapshot, told apart by `format`.
 *
 * @throws {InvalidDataError} as `parsePlan` does; with code `unknown-format` where `format` is neither.
 */
export function parsePlanOrSnapshot(value: unknown, options: ParseOptions = {}): Plan | Snapshot {
  const format = typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
  if (format === 'fp-plan/1') return parsePlan(value, options);
  if (format === 'fp-snapshot/1') return parseSnapshot(value, options);
  const { lang = 'zh-CN' } = options;
  const wording = {
    'zh-CN': [
      format === undefined ? '缺失，看不出是计划还是快照' : `不能是 ${show(format)}`,
      '应为 "fp-plan/1"（计划）或 "fp-snapshot/1"（快照）；由正式文件生成计划请用 fp import',
    ],
    en: [
      format === undefined ? 'is missing, so this is no plan and no snapshot' : `cannot be ${show(format)}`,
      'it says "fp-plan/1" or "fp-snapshot/1"; to make a plan from a document use fp import',
    ],
  } as const;
  throw new InvalidDataError([issueAt(['format'], 'unknown-format', wording, lang)], options);
}

/**
 * Proves that a value is a file of service sites, without personal data and without a coordinate whose system is not told.
 *
 * @throws {InvalidDataError} as `parsePlan` does.
 */
export function parseSites(value: unknown, options: ParseOptions = {}): SiteFile {
  return parse(siteFileSchema, checkSites, value, options);
}

/**
 * Proves that a value is a ledger. An entry that stands in it twice is no fault.
 *
 * @throws {InvalidDataError} as `parsePlan` does.
 */
export function parseLedger(value: unknown, options: ParseOptions = {}): Ledger {
  return parse(ledgerSchema, checkLedger, value, options);
}

function parse<T>(schema: z.ZodMiniType<T>, check: (data: T, lang: Lang) => DataIssue[], value: unknown, options: ParseOptions): T {
  const { lang = 'zh-CN' } = options;
  const result = schema.safeParse(value);
  const issues = result.success ? check(result.data, lang) : result.error.issues.map((issue) => describeZodIssue(issue, value, lang));
  if (!result.success || issues.length > 0) throw new InvalidDataError(issues, options);
  return result.data;
}

/**
 * Tells in words what a schema found, every issue at its path. For whoever checks further data beside the model's own: a query, a request.
 *
 * @param value the whole of the data.
 */
export function describeZodIssues(issues: readonly z.core.$ZodIssue[], value: unknown, lang: Lang = 'zh-CN'): DataIssue[] {
  return issues.map((issue) => describeZodIssue(issue, value, lang));
}
