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
    reached: z.optional(z.number().check(z.describe('In the unit of the target; absent where nothing is reported'))),
    units: z.optional(
      z
        .object({ met: count, reported: count, total: z.optional(count) })
        .check(z.describe('For a target with scope: units that met it, reported, and exist (where known)')),
    ),
    asOf: z.optional(z.iso.date()),
  })
  .check(z.describe('How far one target has come'));
/** How far one target has come, in its unit. */
export type TargetProgress = z.infer<typeof targetProgressSchema>;

/** Schema of `Progress`. */
export const progressSchema = z
  .object({
    planId: text,
    asOf: z.iso.date(),
    total: tallySchema,
    sections: z.record(z.string(), tallySchema).check(z.describe('By heading id, for every heading that has tasks below it')),
    tasks: z.record(z.string(), z.object({ state: progressStateSchema, tally: tallySchema })),
    actions: z.record(z.string(), z.object({ state: progressStateSchema, asOf: z.optional(z.iso.date()) })),
    targets: z.record(z.string(), targetProgressSchema),
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
