import * as z from 'zod/mini';
import { coverageSchema } from './progress.js';
import { regionSchema } from './region.js';

const text = z.string().check(z.minLength(1));
const rank = z.int().check(z.gte(1));

/**
 * What regions are ranked by, always a rate: the share of the plan's actions done (`completion`) or reported on (`reporting`), or a target. A
 * target that is no rate needs what each region was to reach.
 */
export const rankingMeasureSchema = z
  .object({
    by: z.enum(['completion', 'reporting', 'target']),
    targetId: z.optional(text),
    allotted: z.optional(
      z
        .record(z.string(), z.number().check(z.gt(0)))
        .check(z.describe('By region code, what each was to reach; the denominator of an amount')),
    ),
    weight: z.optional(
      z.number().check(z.gt(0), z.describe('Of the measures of one ranking; they need not add up to anything. 1 unless told')),
    ),
  })
  .check(z.describe('What regions are ranked by'));
/** What regions are ranked by. */
export type RankingMeasure = z.infer<typeof rankingMeasureSchema>;

/** Schema of `RankingPart`. */
export const rankingPartSchema = z
  .object({ numerator: z.number(), denominator: z.number(), rate: z.number() })
  .check(z.describe('One measure of one region; rate is numerator over denominator, 1 is all'));
/** One measure of one region: `rate` is `numerator / denominator`, 1 is all. */
export type RankingPart = z.infer<typeof rankingPartSchema>;

/** Schema of `RankingRow`. */
export const rankingRowSchema = z
  .object({
    rank,
    tied: z.boolean().check(z.describe('Shares its rank with another region')),
    region: regionSchema,
    score: z.number().check(z.describe('The rate, or the weighted mean of the rates; 1 is all')),
    parts: z.array(rankingPartSchema).check(z.describe('In the order of measures')),
    asOf: z.optional(z.iso.date().check(z.describe('Day of the newest report'))),
    previous: z.optional(z.object({ rank, score: z.number() }).check(z.describe('The same on the day compared with'))),
  })
  .check(z.describe('One region in a ranking'));
/** One region in a ranking. */
export type RankingRow = z.infer<typeof rankingRowSchema>;

/** Schema of `Ranking`. */
export const rankingSchema = z
  .object({
    planId: text,
    planTitle: z.optional(text.check(z.describe('Title of the plan'))),
    asOf: z.iso.date(),
    since: z.optional(z.iso.date().check(z.describe('The day compared with'))),
    closesOn: z.optional(z.iso.date().check(z.describe('The day by which reports were to be in'))),
    measures: z.array(
      z.object({
        by: z.enum(['completion', 'reporting', 'target']),
        targetId: z.optional(text),
        label: text,
        share: z.number().check(z.describe('Its weight as a part of all weights; the shares add up to 1')),
        lowerIsBetter: z.boolean(),
      }),
    ),
    rows: z.array(rankingRowSchema),
    unranked: z
      .array(z.object({ region: regionSchema, reason: z.enum(['notReported', 'noDenominator']) }))
      .check(z.describe('Regions that cannot be ranked, and why; not reported is not last')),
    late: z
      .array(z.object({ region: regionSchema, recordedOn: z.optional(z.iso.date()) }))
      .check(z.describe('Regions whose first report came after closesOn, or not at all')),
    coverage: coverageSchema,
    method: text.check(z.describe('How it was made, in words; to be printed with it')),
  })
  .check(z.describe('Regions ordered by a rate that has a denominator (通报排名)'));
/** Regions ordered by a rate that has a denominator (通报排名). */
export type Ranking = z.infer<typeof rankingSchema>;
