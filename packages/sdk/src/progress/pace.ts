import type { Target } from '../model/plan.js';
import type { Pace, ProgressState } from '../model/progress.js';
import { isTargetMet } from './amounts.js';
import type { Figures } from './figures.js';

/** 不超过, 低于: what bounds from above alone. */
export function isCeiling({ comparator }: Pick<Target, 'comparator'>): boolean {
  return comparator === 'atMost' || comparator === 'lessThan';
}

/**
 * What the figures of a target say within its state.
 *
 * @param expected in the unit of the target; undefined where nothing can be expected by a day.
 */
export function paceOfTarget(
  target: Target,
  state: ProgressState,
  figures: Figures | undefined,
  expected: number | undefined,
): Pace | undefined {
  if (figures === undefined) return undefined;
  const { reached, units, unitsDue } = figures;
  if (isCeiling(target)) {
    // What is counted for each of some is over the limit in one of them, and only that one knows.
    return reached !== undefined && target.scope === undefined && !isTargetMet(target, reached) ? 'overLimit' : undefined;
  }
  if (state === 'done') {
    const most = target.max ?? target.min;
    return reached !== undefined && target.scope === undefined && most !== undefined && reached > most ? 'exceeded' : undefined;
  }
  if (state !== 'inProgress') return undefined;
  if (units !== undefined && unitsDue !== undefined) return units.met >= unitsDue ? 'onTrack' : 'behind';
  if (reached === undefined || expected === undefined) return undefined;
  return reached >= expected ? 'onTrack' : 'behind';
}

/** What the paces of the parts make of the whole: the worst that still matters in its state. */
export function paceOfAll(state: ProgressState, parts: readonly (Pace | undefined)[]): Pace | undefined {
  if (state === 'stopped') return undefined;
  if (parts.includes('overLimit')) return 'overLimit';
  if (state === 'done') return parts.includes('exceeded') ? 'exceeded' : undefined;
  if (state !== 'inProgress') return undefined;
  if (parts.includes('behind')) return 'behind';
  return parts.includes('onTrack') ? 'onTrack' : undefined;
}

/** Reached as a part of the least that is asked; units that met it as a part of those that exist. None for a ceiling, which is not to be reached. */
export function ratioOf(target: Target, { reached, units }: Figures): number | undefined {
  if (isCeiling(target)) return undefined;
  if (units !== undefined) return units.total === undefined || units.total === 0 ? undefined : units.met / units.total;
  return reached === undefined || target.min === undefined || target.min <= 0 ? undefined : reached / target.min;
}
