import * as z from 'zod/mini';
import { planSchema } from './plan.js';

const text = z.string().check(z.minLength(1));
const count = z.int().check(z.gte(0));

/** States of an action, a task or a target. */
export const progressStates = ['notReported', 'inProgress', 'done', 'overdue', 'stopped'] as const;
/** Schema of `ProgressState`. */
export const progressStateSchema = z
  .enum(progressStates)
  .check(z.describe('未报送, 进行中, 已完成, 逾期, 已中止. Not reported is not zero'));
/** 未报送, 进行中, 已完成, 逾期 or 已中止. Not reported is not zero; overdue comes before the others that are not over. */
export type ProgressState = z.infer<typeof progressStateSchema>;

/** What figures say of something within its state. */
export const paces = ['onTrack', 'behind', 'exceeded', 'overLimit'] as const;
/** Schema of `Pace`. */
export const paceSchema = z.enum(paces).check(z.describe('按期, 滞后, 超额完成, 超过上限: what the figures say within the state'));
/**
 * What figures say of something within its state: 按期 or 滞后 against what the working days gone let expect, 超额完成 beyond the goal, 超过上限
 * over a ceiling. A page says it in place of the state's word; a program that knows the five states alone still counts right.
 */
export type Pace = z.infer<typeof paceSchema>;

/** Schema of `Coverage`. */
export const coverageSchema = z
  .object({ reported: count, total: z.optional(count.check(z.describe('Absent where nobody says which regions exist'))) })
  .check(z.describe('How many regions of how many reported'));
/** How many regions of how many reported; no `total` where nobody says which exist. */
export type Coverage = z.infer<typeof coverageSchema>;

/** Schema of `Tally`. */
export const tallySchema = z
  .object({
    total: count.check(z.describe('Actions counted')),
    reported: count.check(z.describe('Actions with at least one report')),
    done: count,
    inProgress: count,
    overdue: count,
    stopped: count,
    notReported: count,
  })
  .check(z.describe('Actions by state; the five states add up to total'));
/** How many actions are in which state; the five states add up to `total`. */
export type Tally = z.infer<typeof tallySchema>;

/** Schema of `TargetProgress`. */
export const targetProgressSchema = z
  .object({
    state: progressStateSchema,
    pace: z.optional(paceSchema),
    reached: z.optional(z.number().check(z.describe('In the unit of the target; absent where nothing is reported'))),
    ratio: z.optional(
      z.number().check(z.describe('Reached of the least that is asked, or units that met it of those that exist; 1 is all')),
    ),
    expected: z.optional(z.number().check(z.describe('What the working days gone let expect by asOf, in the unit of the target'))),
    units: z.optional(
      z
        .object({ met: count, reported: count, total: z.optional(count) })
        .check(
          z.describe('For a target with scope: units (regions, or months and quarters) that met it, reported, and exist (where known)'),
        ),
    ),
    coverage: z.optional(coverageSchema.check(z.describe('Where reached is summed over regions'))),
    asOf: z.optional(z.iso.date()),
  })
  .check(z.describe('How far one target has come'));
/** How far one target has come, in its unit. */
export type TargetProgress = z.infer<typeof targetProgressSchema>;

/** Schema of `RegionProgress`. */
export const regionProgressSchema = z
  .object({
    total: count.check(z.describe('Actions of the plan')),
    reported: count.check(z.describe('Actions that the region, or one below it, reported on')),
    done: count.check(z.describe('Of these, done so far as the region can tell')),
    asOf: z.optional(z.iso.date()),
  })
  .check(z.describe('What one region reported of a plan'));
/** What one region, with those below it, reported of a plan: actions in all, reported on, done. */
export type RegionProgress = z.infer<typeof regionProgressSchema>;

/** Schema of `Progress`. */
export const progressSchema = z
  .object({
    planId: text,
    asOf: z.iso.date(),
    total: tallySchema,
    sections: z.record(z.string(), tallySchema).check(z.describe('By heading id, for every heading that has tasks below it')),
    tasks: z.record(z.string(), z.object({ state: progressStateSchema, pace: z.optional(paceSchema), tally: tallySchema })),
    actions: z.record(
      z.string(),
      z.object({
        state: progressStateSchema,
        pace: z.optional(paceSchema),
        asOf: z.optional(z.iso.date()),
        coverage: z.optional(coverageSchema),
      }),
    ),
    targets: z.record(z.string(), targetProgressSchema),
    coverage: z.optional(coverageSchema.check(z.describe('Regions next below the issuer that reported anything'))),
    regions: z.optional(
      z
        .record(z.string(), regionProgressSchema)
        .check(z.describe('By region code, for every region that is known to exist below the issuer')),
    ),
  })
  .check(z.describe('Progress of a plan, derived from its ledger; never stored as truth'));
/** Progress of a plan on a day, derived from its ledger by `summarizeProgress`. */
export type Progress = z.infer<typeof progressSchema>;

/** Schema of `Snapshot`. */
export const snapshotSchema = z
  .object({
    format: z.literal('fp-snapshot/1'),
    plan: planSchema,
    progress: z.optional(progressSchema),
    generatedAt: z.iso.datetime({ offset: true }),
    links: z.object({ entries: z.optional(z.string()), events: z.optional(z.string()) }),
  })
  .check(z.describe('A plan with its progress already summed; it can be edited only where links.entries leads to its ledger'));
/** A plan with its progress already summed: what a page shows. */
export type Snapshot = z.infer<typeof snapshotSchema>;
