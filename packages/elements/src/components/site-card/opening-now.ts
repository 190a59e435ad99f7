import type { Site } from '@fp-kit/sdk';
import { openingAt, type OpeningState } from '@fp-kit/sdk/places';
import type { SiteWords } from '../../locales/sites/zh-CN.js';

export { hoursWords } from './opening-words.js';

/** Whether a site is open at a moment, and what comes next, in words. */
export interface Opening {
  state: 'open' | 'closed';
  said: string;
  next: string | undefined;
}

/** Asia/Shanghai is eight hours ahead, whatever the reader's clock. */
const aheadMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** What can be said for sure; nothing where the hours, or the calendar of holidays, leave it open. */
export function openingOf(hours: string, now: Date, words: SiteWords): Opening | undefined {
  const { state, closesAt, opensAt } = stateOf(hours, now);
  if (state === 'unknown') return undefined;
  const { opening } = words;
  const next = closesAt ? opening.until(timeOf(closesAt)) : opensAt ? opening.opens(momentWords(opensAt, now, words)) : undefined;
  return { state, said: opening[state], next };
}

export const isOpenAt = ({ status, openingHours }: Site, now: Date): boolean =>
  status === 'open' && openingHours !== undefined && stateOf(openingHours, now).state === 'open';

const states = new Map<string, OpeningState>();
let minute = 0;

/** As `openingAt` says, which changes with the minute; a hundred thousand sites share a few dozen phrases. */
function stateOf(hours: string, now: Date): OpeningState {
  const thisMinute = Math.floor(now.getTime() / 60_000);
  if (thisMinute !== minute) states.clear();
  minute = thisMinute;
  let state = states.get(hours);
  if (!state) states.set(hours, (state = openingAt(hours, now)));
  return state;
}

const timeOf = (moment: Date): string => new Date(moment.getTime() + aheadMs).toISOString().slice(11, 16);

function momentWords(moment: Date, now: Date, { opening, weekdays, rule }: SiteWords): string {
  const day = (at: Date) => Math.floor((at.getTime() + aheadMs) / dayMs);
  const ahead = day(moment) - day(now);
  const time = timeOf(moment);
  if (ahead === 0) return time;
  if (ahead === 1) return rule(opening.tomorrow, time);
  // 1970-01-01 was a Thursday.
  if (ahead < 7) return rule(weekdays[(day(moment) + 3) % 7]!, time);
  return rule(new Date(moment.getTime() + aheadMs).toISOString().slice(0, 10), time);
}
