import * as z from 'zod/mini';
import { regionCodeSchema } from './region.js';

const text = z.string().check(z.minLength(1));

export const evidenceSchema = z.object({ title: text, href: z.url().check(z.describe('https or http address of a public page')) });

export const ledgerEntrySchema = z
  .object({
    id: z.uuidv7().check(z.describe('UUIDv7 (RFC 9562)')),
    planId: text,
    taskId: text,
    actionId: z.optional(text),
    targetId: z.optional(text),
    region: z.optional(regionCodeSchema.check(z.describe('The region reported for; absent for the issuer itself'))),
    value: z.optional(z.number().check(z.describe('Amount reached since the period began, in the unit of the target'))),
    status: z.optional(z.enum(['inProgress', 'done', 'stopped'])),
    numerator: z.optional(z.number()),
    denominator: z.optional(z.number().check(z.gt(0))),
    note: z.optional(z.string()),
    evidence: z.array(evidenceSchema),
    reporter: text.check(z.describe('The reporting unit, never a person')),
    asOf: z.iso.date(),
    recordedAt: z.iso.datetime({ offset: true }),
    supersedes: z.optional(text.check(z.describe('Id of the entry this one corrects'))),
  })
  .check(z.describe('One line of the ledger (台账记录). Append-only: a correction is a new entry'));
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const ledgerSchema = z.object({ entries: z.array(ledgerEntrySchema), note: z.optional(z.string()) });
export type Ledger = z.infer<typeof ledgerSchema>;
