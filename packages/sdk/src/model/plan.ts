import * as z from 'zod/mini';
import { areaSchema } from './area.js';
import { regionCodeSchema, regionLevelSchema } from './region.js';
import { siteTypeSchema } from './site.js';

const text = z.string().check(z.minLength(1));
const date = z.iso.date().check(z.describe('A calendar day, YYYY-MM-DD'));

/** `[start, end)` in UTF-16 units of `source.text`: `source.text.slice(...span)` is the quote, to the character. */
export const spanSchema = z
  .tuple([z.int().check(z.gte(0)), z.int().check(z.gte(0))])
  .check(z.describe('[start, end) in UTF-16 units of source.text'));
/** `[start, end)` in UTF-16 units of `source.text`. */
export type Span = z.infer<typeof spanSchema>;

/** Schema of `Heading`. */
export const headingSchema = z
  .object({
    id: text,
    level: z.int().check(z.gte(1), z.lte(5), z.describe('By the marker, not the depth: 一、1 （一）2 1.3 （1）4 一是5 (GB/T 9704)')),
    ordinal: text.check(z.describe('The bare numeral as printed: 三')),
    marker: text.check(z.describe('The marker as printed: （三）')),
    title: z.string(),
    span: spanSchema,
    parent: z.optional(text.check(z.describe('Id of the heading above'))),
  })
  .check(z.describe('One numbered heading; the headings form a tree'));
/** One numbered heading. Its level follows the marker (GB/T 9704), not the depth; `parent` is the heading above. */
export type Heading = z.infer<typeof headingSchema>;

/** How an amount binds: 不少于, 超过, 不超过, 低于, the bare number, 3-5, 约. */
export const comparators = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'exactly', 'between', 'about'] as const;
/** Schema of `Comparator`. */
export const comparatorSchema = z
  .enum(comparators)
  .check(z.describe('以上, 以下 and 以内 include the number, 超过 and 不满 exclude it (Civil Code, art. 1259)'));
/** How an amount binds; 以上, 以下, 以内 include the number, 超过 excludes it (Civil Code, art. 1259). */
export type Comparator = z.infer<typeof comparatorSchema>;

/** Schema of `Force`. */
export const forceSchema = z
  .enum(['must', 'strive', 'encourage'])
  .check(z.describe('must: 确保, 不少于 …; strive: 争取, 力争; encourage: 鼓励, 支持'));
/** How hard the plan binds: it must be reached, is striven for (力争), or is encouraged (鼓励). */
export type Force = z.infer<typeof forceSchema>;

/** Schema of `Target`. */
export const targetSchema = z
  .object({
    id: text,
    quote: text.check(z.describe('The clause the amount stands in, as printed')),
    span: spanSchema,
    measure: text.check(z.describe('What is counted or measured')),
    comparator: comparatorSchema,
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    unit: z.optional(text.check(z.describe("As printed, '%' for rates; absent where the document prints none"))),
    scope: z.optional(
      z.object({
        each: z
          .union([regionLevelSchema, text])
          .check(z.describe('What the amount applies to each of: a region level, or the words of the document')),
      }),
    ),
    force: forceSchema,
    due: z.optional(date),
  })
  .check(
    z.describe(
      'A quantified target (量化目标). Amounts are absolute: 350万人次 is 3500000. exactly and about keep the amount in both min and max',
    ),
  );
/** A quantified target (量化目标), never a bare number: measure, comparator, absolute amount, unit, scope, force, due day. */
export type Target = z.infer<typeof targetSchema>;

/** Schema of `Result`. */
export const resultSchema = z
  .object({
    id: text,
    quote: text,
    span: spanSchema,
    measure: text,
    value: z.number(),
    unit: z.optional(text),
    asOf: z.optional(date),
  })
  .check(z.describe('An amount that a report states as reached (已完成情况)'));
/** An amount that a report states as reached (已完成情况). */
export type Result = z.infer<typeof resultSchema>;

/** Schema of `Action`. */
export const actionSchema = z
  .object({
    id: text,
    text,
    span: spanSchema,
    mode: z.enum(['deliver', 'ongoing']).check(z.describe('deliver: it can be finished (举办, 建成, 印发 …); ongoing: it is kept up')),
    targets: z.array(targetSchema),
    results: z.array(resultSchema),
    due: z.optional(date),
  })
  .check(z.describe('One thing to be done inside a task (举措); what a person ticks'));
/** One thing to be done inside a task (举措), with the targets and results that its sentence states. */
export type Action = z.infer<typeof actionSchema>;

/** Schema of `Task`. */
export const taskSchema = z
  .object({
    id: text.check(z.describe("Path of ordinals: '3.13'")),
    heading: z.optional(text.check(z.describe('Id of its heading; absent in a document without numbering'))),
    title: text,
    area: areaSchema,
    span: spanSchema,
    actions: z.array(actionSchema),
    assignees: z.array(text).check(z.describe('Responsible units (责任单位), never persons')),
    due: z.optional(date),
    siteTypes: z.array(siteTypeSchema),
    partners: z.array(text).check(z.describe('Units it is done together with (联合 …)')),
  })
  .check(z.describe('The lowest numbered unit that carries text (任务); the row of the checklist'));
/** The lowest numbered unit that carries text (任务): the row of the checklist. */
export type Task = z.infer<typeof taskSchema>;

/** Schema of `KeyDate`. */
export const keyDateSchema = z
  .object({
    id: text,
    name: text,
    rule: z.union([
      z.object({ month: z.int(), day: z.int() }),
      z.object({ month: z.int(), weekday: z.int().check(z.describe('0 is Sunday')), nth: z.int() }),
    ]),
    date: z.optional(date.check(z.describe("The day in the plan's year"))),
    quote: text,
    span: spanSchema,
  })
  .check(z.describe('An observance the document names (活动日), fixed or by rule'));
/** An observance that the document names (活动日): a fixed day, or the n-th weekday of a month. */
export type KeyDate = z.infer<typeof keyDateSchema>;

/** Schema of `DocumentNumber`. */
export const documentNumberSchema = z
  .object({
    text: text.check(z.describe('Normalised to 〔〕: 豫计生协〔2026〕2号')),
    prefix: text,
    year: z.int(),
    serial: z.int(),
  })
  .check(z.describe('发文字号 (GB/T 9704)'));
/** 发文字号 (GB/T 9704), its brackets normalised to 〔〕. */
export type DocumentNumber = z.infer<typeof documentNumberSchema>;

/** Schema of `Place`. */
export const placeSchema = z
  .object({
    at: z.int().check(z.gte(0), z.describe('Offset in source.text from which on this place holds')),
    page: z.optional(z.int().check(z.gte(1))),
    paragraph: z.optional(z.int().check(z.gte(1), z.describe('Counted through the document, the paragraphs of tables included'))),
  })
  .check(z.describe('Where a piece of the text stands in the original document'));
/** Where the text from `at` on stands in the original document: page and paragraph count from 1. */
export type Place = z.infer<typeof placeSchema>;

/** Schema of `Plan`. It does not see that quotes stand at their spans: `parsePlan` does. */
export const planSchema = z
  .object({
    format: z.literal('fp-plan/1'),
    id: text,
    kind: z.enum(['plan', 'report']).check(z.describe('工作要点 or 工作报告')),
    title: text,
    issuer: z
      .object({ name: z.string(), region: z.optional(regionCodeSchema), level: z.optional(regionLevelSchema) })
      .check(z.describe("Who issued it; name is '' where the document prints no full name")),
    documentNumber: z.optional(documentNumberSchema),
    issuedOn: z.optional(date),
    period: z.optional(
      z.object({ from: date, to: date }).check(z.describe('The year or years it plans; absent where the document masks it')),
    ),
    headings: z.array(headingSchema),
    tasks: z.array(taskSchema),
    observances: z.array(keyDateSchema),
    source: z.object({
      name: text,
      mediaType: text,
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/), z.describe('Of the bytes of the document')),
      text: z.string().check(z.describe('The text of the document, unchanged; spans point into it')),
      places: z.optional(
        z.array(placeSchema).check(z.describe('The way back to the original, ascending by at; absent where the text is the original')),
      ),
    }),
  })
  .check(z.describe('One official document as data'));
/** One official document as data: a work plan (工作要点) or a report (工作报告). Its text is kept unchanged, and every quote stands at its span. */
export type Plan = z.infer<typeof planSchema>;

/**
 * Where an offset of `source.text` stands in the original document, or undefined where the source keeps no places or begins after it.
 * Takes logarithmic time.
 */
export function placeOf({ places = [] }: Pick<Plan['source'], 'places'>, offset: number): Place | undefined {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]!.at <= offset) from = middle + 1;
    else to = middle;
  }
  return places[from - 1];
}
