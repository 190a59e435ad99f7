import * as z from 'zod/mini';
import { coverageSchema } from './progress.js';
import { regionSchema } from './region.js';

const text = z.string().check(z.minLength(1));
const count = z.int().check(z.gte(0));

/** Why something is to be chased, the most pressing first: past its day, over its ceiling, behind, due soon, without a report for long. */
export const supervisionKinds = ['overdue', 'overLimit', 'behind', 'dueSoon', 'stagnant'] as const;
/** Schema of `SupervisionKind`. */
export const supervisionKindSchema = z.enum(supervisionKinds).check(z.describe('逾期, 超过上限, 滞后, 临期, 停滞'));
/** 逾期, 超过上限, 滞后, 临期 or 停滞. */
export type SupervisionKind = z.infer<typeof supervisionKindSchema>;

/** Schema of `SupervisionItem`. */
export const supervisionItemSchema = z
  .object({
    kind: supervisionKindSchema,
    taskId: text,
    actionId: z.optional(text.check(z.describe('Absent where the task has no actions'))),
    title: text.check(z.describe('Title of the task')),
    text: z.optional(text.check(z.describe('Sentence of the action, as printed'))),
    due: z.optional(z.iso.date()),
    days: z.optional(count.check(z.describe('Calendar days over (overdue), left (dueSoon), or without a report (stagnant)'))),
    asOf: z.optional(z.iso.date().check(z.describe('Day of the newest report'))),
    units: z.array(text).check(z.describe('Responsible units (责任单位); the issuer where the task names none')),
    coverage: z.optional(coverageSchema),
    silent: z.optional(z.array(regionSchema).check(z.describe('Regions that have not reported, where others have'))),
    reason: text.check(z.describe('Why, in words')),
  })
  .check(z.describe('One action that is to be chased (督办事项)'));
/** One action that is to be chased, why, and whose it is. */
export type SupervisionItem = z.infer<typeof supervisionItemSchema>;

/** Schema of `Supervision`. */
export const supervisionSchema = z
  .object({
    planId: text,
    planTitle: z.optional(text.check(z.describe('Title of the plan'))),
    asOf: z.iso.date(),
    soonDays: count,
    stagnantDays: count,
    total: count.check(z.describe('Actions looked at')),
    reported: count.check(z.describe('Of these, with at least one report')),
    items: z
      .array(supervisionItemSchema)
      .check(z.describe('The most pressing kind first, within it the longest overdue or the soonest due')),
  })
  .check(z.describe('What is late, will be, or has come to rest (督办清单)'));
/** What is late, will be, or has come to rest (督办清单). */
export type Supervision = z.infer<typeof supervisionSchema>;
