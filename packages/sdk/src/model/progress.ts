import * as z from 'zod/mini';
import { planSchema } from './plan.js';

const text = z.string().check(z.minLength(1));
const count = z.int().check(z.gte(0));

export const progressStates = ['notReported', 'inProgress', 'done', 'overdue', 'stopped'] as const;
export const progressStateSchema = z
  .enum(progressStates)
  .check(z.describe('未报送, 进行中, 已完成, 逾期, 已中止. Not reported is not zero'));
export type ProgressState = z.infer<typeof progressStateSchema>;

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
export type Tally = z.infer<typeof tallySchema>;

export const targetProgressSchema = z
  .object({
    state: progressStateSchema,
    reached: z.optional(z.number().check(z.describe('Absent where nothing is reported. A rate is in percent'))),
    units: z.optional(
      z
        .object({ met: count, reported: count, total: z.optional(count) })
        .check(z.describe('For a target with scope: units that met it, reported, and exist (where known)')),
    ),
    asOf: z.optional(z.iso.date()),
  })
  .check(z.describe('How far one target has come'));
export type TargetProgress = z.infer<typeof targetProgressSchema>;

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
export type Progress = z.infer<typeof progressSchema>;

export const snapshotSchema = z
  .object({
    format: z.literal('fp-snapshot/1'),
    plan: planSchema,
    progress: z.optional(progressSchema),
    generatedAt: z.iso.datetime({ offset: true }),
    links: z.object({ entries: z.optional(z.string()), events: z.optional(z.string()) }),
  })
  .check(z.describe('A plan with its progress already summed; it can be edited only where links.entries leads to its ledger'));
export type Snapshot = z.infer<typeof snapshotSchema>;
