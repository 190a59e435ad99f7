import type { Target } from '../model/plan.js';
import { isDivisible } from '../progress/amounts.js';
import { holidayNotices } from './holidays.js';

/** What a day is for who works by the official calendar; `unannounced` where the arrangement of its year has not been published. */
export type DayKind = 'workday' | 'holiday' | 'unannounced';

const dayMs = 86_400_000;

/** Kind of a day, `YYYY-MM-DD`, by the notices of the State Council. A Saturday or Sunday is a holiday unless people work on it to make up for another. */
export function kindOfDay(date: string): DayKind {
  const notice = holidayNotices.find(({ year }) => year === Number(date.slice(0, 4)));
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (!notice || Number.isNaN(weekday)) return 'unannounced';
  const day = date.slice(5, 10);
  if (notice.work.includes(day)) return 'workday';
  if (notice.off.some(([from, to]) => from <= day && day <= to)) return 'holiday';
  return weekday === 0 || weekday === 6 ? 'holiday' : 'workday';
}

/** Whether a day, `YYYY-MM-DD`, is a public holiday (法定节假日, with the days off around it); undefined where that is unannounced. */
export function isPublicHoliday(date: string): boolean | undefined {
  const notice = holidayNotices.find(({ year }) => year === Number(date.slice(0, 4)));
  const day = date.slice(5, 10);
  return notice?.off.some(([from, to]) => from <= day && day <= to);
}

/** Working days from one day to another, both `YYYY-MM-DD` and both included; undefined where one of them is unannounced. None if `to` comes first. */
export function countWorkingDays(from: string, to: string): number | undefined {
  let count = 0;
  const end = Date.parse(to);
  for (let at = Date.parse(from); at <= end;) {
    const date = new Date(at);
    const year = date.getUTCFullYear();
    const passed = workedBefore(year);
    if (passed === undefined) return undefined;
    const first = Date.UTC(year, 0, 1);
    const next = Date.UTC(year + 1, 0, 1);
    count += passed[(Math.min(end + dayMs, next) - first) / dayMs]! - passed[(at - first) / dayMs]!;
    at = next;
  }
  return count;
}

const worked = new Map<number, Uint16Array>();

/** Working days of a year before each of its days, and at the end those of all: counted once, because a plan asks for the same year at every target. */
function workedBefore(year: number): Uint16Array | undefined {
  if (!holidayNotices.some((notice) => notice.year === year)) return undefined;
  const known = worked.get(year);
  if (known !== undefined) return known;
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / dayMs;
  const passed = new Uint16Array(days + 1);
  for (let day = 0; day < days; day++) {
    const isWorked = kindOfDay(new Date(first + day * dayMs).toISOString().slice(0, 10)) === 'workday';
    passed[day + 1] = passed[day]! + Number(isWorked);
  }
  worked.set(year, passed);
  return passed;
}

/**
 * What of a target would be reached by the end of `today` if every working day of the period brought as much, in the unit of the target: from
 * `period.from` to the day the target is due, else `period.to`, all `YYYY-MM-DD`. What is counted (个, 场, 人次) is expected in whole things,
 * rounded down. Undefined where there is no such amount: for a ceiling, a rate, an amount for each of several units, or a period that reaches
 * beyond the published calendar.
 */
export function expectedBy(
  { comparator, min, max, unit, scope, due }: Pick<Target, 'comparator' | 'min' | 'max' | 'unit' | 'scope' | 'due'>,
  period: { from: string; to: string },
  today: string,
): number | undefined {
  const goal = min ?? max;
  const isCeiling = comparator === 'atMost' || comparator === 'lessThan';
  if (goal === undefined || isCeiling || scope || (unit && /^[%％‰]/.test(unit))) return undefined;
  const end = due ?? period.to;
  const whole = countWorkingDays(period.from, end);
  const passed = countWorkingDays(period.from, today < end ? today : end);
  if (!whole || passed === undefined) return undefined;
  const share = (goal * passed) / whole;
  return Number.isInteger(goal) && !isDivisible(unit) ? Math.floor(share) : share;
}
