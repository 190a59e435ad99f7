import * as z from 'zod/mini';
import { regionCodeSchema } from './region.js';

const text = z.string().check(z.minLength(1));

/** A public page that proves what an entry says. Other schemes are refused: the address becomes a link in somebody's page. */
export const evidenceSchema = z.object({
  title: text,
  href: z.url({ protocol: /^https?$/ }).check(z.describe('https or http address of a public page')),
});
/** A public page that proves what an entry says. */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One line of the ledger (台账记录). Append-only: a correction is a new entry that names the old one in `supersedes`; a correction that states
 * no status and no figure withdraws what it corrects.
 */
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
/** One line of the ledger (台账记录). */
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** A ledger as a file. The order of its entries means nothing; the same entry may stand in it twice. */
export const ledgerSchema = z
  .object({ entries: z.array(ledgerEntrySchema), note: z.optional(z.string()) })
  .check(z.describe('A ledger (台账) as a file'));
/** A ledger (台账) as a file. */
export type Ledger = z.infer<typeof ledgerSchema>;
