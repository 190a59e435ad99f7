import { isWithin } from '@fp-kit/sdk';
import { type Bearer, type Role, roles } from './tokens.js';

/** What somebody wants to do. Reading plans, sums and sites needs nothing: they are published. */
export const verbs = ['readLedger', 'report', 'publish', 'manageTokens'] as const;
export type Verb = (typeof verbs)[number];

const leastRole: Readonly<Record<Verb, Role>> = { readLedger: 'reader', report: 'reporter', publish: 'editor', manageTokens: 'admin' };

/** Whether a role may do something at all, somewhere. */
export function roleAllows(role: Role, verb: Verb): boolean {
  return roles.indexOf(role) >= roles.indexOf(leastRole[verb]);
}

/**
 * Whether a bearer may do something to what belongs to a region.
 *
 * @param region the region it is about; undefined where it belongs to nobody in particular, which only a bearer without a region may touch.
 */
export function allows({ role, region: own }: Bearer, verb: Verb, region: string | undefined): boolean {
  return roleAllows(role, verb) && (own === undefined || (region !== undefined && isWithin(region, own)));
}
