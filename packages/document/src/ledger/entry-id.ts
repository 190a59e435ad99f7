import { sha256 } from '@noble/hashes/sha2.js';
import type { LedgerEntry } from '@fp-kit/sdk';

/**
 * The id of an entry that was written without one: a UUIDv7 (RFC 9562, 5.7) of the day reported on, its random bits taken from the SHA-256 of
 * what the entry says. So the same row has the same id in every import.
 *
 * @param saidAt when it was recorded, where the row says so.
 */
export function entryIdOf(entry: Omit<LedgerEntry, 'id' | 'recordedAt'>, saidAt: string | undefined): string {
  const { planId, taskId, actionId, targetId, region, value, status, numerator, denominator, note, evidence, reporter, asOf, supersedes } =
    entry;
  const said = [
    planId,
    taskId,
    actionId,
    targetId,
    region,
    value,
    status,
    numerator,
    denominator,
    note,
    evidence,
    reporter,
    asOf,
    supersedes,
  ];
  const digest = sha256(new TextEncoder().encode(JSON.stringify([...said, saidAt])));
  const hex = Array.from(digest.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Math.max(0, Date.parse(`${asOf}T00:00:00+08:00`))
    .toString(16)
    .padStart(12, '0');
  const variant = '89ab'[digest[10]! & 3]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
