import { isPublicHoliday, kindOfDay } from '../calendar/working-days.js';
import { type OpeningHours, type OpeningRule, parseOpeningHours } from './opening-hours.js';

/** Whether a site is open. `unknown` where its hours, or the calendar, do not say. */
export interface OpeningState {
  state: 'open' | 'closed' | 'unknown';
  /** Where it is open: when it closes; undefined where that is not known, or never. */
  closesAt?: Date;
  /** Where it is closed: when it next opens; undefined where that is not known, or more than 400 days ahead. */
  opensAt?: Date;
}

type Certainty = 'open' | 'unknown';

/** Minutes of a day that is not surely closed, from its midnight. */
interface Stretch {
  from: number;
  to: number;
  certainty: Certainty;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Asia/Shanghai is eight hours ahead, and has kept no summer time since 1991. */
const aheadMs = 8 * 60 * minuteMs;
const farthestDays = 400;

/**
 * Whether a site is open at a moment, when it closes and when it next opens, by the clock of Asia/Shanghai whatever the machine's. 工作日 and
 * 节假日 follow the published calendar; what it has not announced is unknown wherever it makes a difference. So is a public holiday that hours
 * of some weekdays (周一至周五) say nothing of.
 *
 * @param hours as `parseOpeningHours` gives them, or the text itself; what cannot be read is `unknown`.
 */
export function openingAt(hours: OpeningHours | string | undefined, at: Date): OpeningState {
  const read = typeof hours === 'string' ? parseOpeningHours(hours) : hours;
  if (!read || read.rules.length === 0 || Number.isNaN(at.getTime())) return { state: 'unknown' };
  if (read.rules.every(isAlways)) return { state: 'open' };
  const local = at.getTime() + aheadMs;
  const today = Math.floor(local / dayMs);
  const minute = (local - today * dayMs) / minuteMs;
  const moment = (day: number, minutes: number) => new Date(day * dayMs + minutes * minuteMs - aheadMs);

  const now = [...stretchesOf(read, today), ...stretchesOf(read, today - 1).map((stretch) => shifted(stretch, -1440))].filter(
    ({ from, to }) => from <= minute && minute < to,
  );
  const isOpen = now.some(({ certainty }) => certainty === 'open');
  if (!isOpen && now.length > 0) return { state: 'unknown' };

  // Walks from stretch to stretch: through those that follow without a gap where it is open, to the first where it is closed.
  let end = Math.max(0, ...now.filter(({ certainty }) => certainty === 'open').map(({ to }) => to));
  for (let ahead = 0; ahead <= farthestDays; ahead++) {
    for (const { from, to, certainty } of stretchesOf(read, today + ahead).map((stretch) => shifted(stretch, ahead * 1440))) {
      if (!isOpen && from > minute) return { state: 'closed', ...(certainty === 'open' && { opensAt: moment(today, from) }) };
      if (!isOpen || to <= end) continue;
      if (from > end) return { state: 'open', closesAt: moment(today, end) };
      // What follows without a gap, but is not sure, leaves open when it closes.
      if (certainty === 'unknown') return { state: 'open' };
      end = to;
    }
    if (isOpen && end < (ahead + 1) * 1440) return { state: 'open', closesAt: moment(today, end) };
  }
  return { state: isOpen ? 'open' : 'closed' };
}

/** Every hour of every day: nothing would be found by walking through a year of them. */
const isAlways = (rule: OpeningRule): boolean =>
  Object.keys(rule).length === 1 && rule.spans.some(({ from, to, isVague }) => from === 0 && to >= 1440 && !isVague);

const shifted = ({ from, to, certainty }: Stretch, by: number): Stretch => ({ from: from + by, to: to + by, certainty });

/** What may be one way or the other on a day, as far as nobody can say. */
interface Facts {
  isHoliday: boolean;
  isWorkday: boolean;
  season: 'summer' | 'winter';
  isSchoolHoliday: boolean;
  /** Whether a public holiday closes what says nothing of it. */
  areHolidaysKept: boolean;
}

/** Hours of a day, in order: open where every way the day may be agrees, unknown where they differ. */
function stretchesOf(hours: OpeningHours, day: number): Stretch[] {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const ways = waysOf(hours, date).map((facts) => spansOn(hours.rules, date, facts, hours));
  const edges = [...new Set(ways.flatMap((spans) => spans.flatMap(({ from, to }) => [from, to])))].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [place, to] of edges.entries()) {
    const from = edges[place - 1];
    if (from === undefined) continue;
    const covering = ways.map((spans) => spans.find((span) => span.from <= from && to <= span.to));
    if (covering.every((span) => !span)) continue;
    const certainty = covering.every((span) => span && !span.isVague) ? 'open' : 'unknown';
    const last = stretches[stretches.length - 1];
    if (last?.to === from && last.certainty === certainty) last.to = to;
    else stretches.push({ from, to, certainty });
  }
  return stretches;
}

/** Every way a day may be, of those that the rules ask for. */
function waysOf({ rules, holidaysAsUsual }: OpeningHours, date: string): Facts[] {
  const either = [false, true];
  const kind = kindOfDay(date);
  const holiday = isPublicHoliday(date);
  const asks = (test: (rule: OpeningRule) => unknown) => rules.some(test);
  const holidays = holiday === undefined ? (asks((rule) => rule.holidays) ? either : [false]) : [holiday];
  const workdays = kind === 'unannounced' && asks((rule) => rule.workdays) ? either : [kind === 'workday'];
  const seasons = asks((rule) => rule.season && !rule.from) ? (['summer', 'winter'] as const) : (['summer'] as const);
  const isNearSchoolHoliday = asks((rule) => rule.schoolHolidays) && (within(date, '12-25', '03-10') || within(date, '06-20', '09-10'));
  // 周一至周五 was hardly written with 1 October in mind; 每天 and 工作日 were.
  const isSilent = holiday === true && !holidaysAsUsual && !asks((rule) => rule.holidays);
  return holidays.flatMap((isHoliday) =>
    workdays.flatMap((isWorkday) =>
      seasons.flatMap((season) =>
        (isNearSchoolHoliday ? either : [false]).flatMap((isSchoolHoliday) =>
          (isSilent ? either : [false]).map((areHolidaysKept) => ({ isHoliday, isWorkday, season, isSchoolHoliday, areHolidaysKept })),
        ),
      ),
    ),
  );
}

/** Hours of a day of which everything is known. */
function spansOn(rules: readonly OpeningRule[], date: string, facts: Facts, { holidaysAsUsual }: OpeningHours): OpeningRule['spans'] {
  let spans: OpeningRule['spans'] = [];
  for (const rule of rules) {
    if (!holds(rule, date, facts)) continue;
    if (rule.spans.length === 0) return [];
    const isOfSomeDays = rule.weekdays && rule.weekdays.length < 7 && !rule.workdays;
    spans = isOfSomeDays && facts.areHolidaysKept && !holidaysAsUsual ? [] : rule.spans;
  }
  return spans;
}

function holds(rule: OpeningRule, date: string, facts: Facts): boolean {
  const day = Number(date.slice(8));
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  if (rule.from !== undefined && rule.to !== undefined && !within(date, rule.from, rule.to)) return false;
  if (rule.season && rule.from === undefined && rule.season !== facts.season) return false;
  if (rule.workdays && !facts.isWorkday) return false;
  if (rule.monthdays && !rule.monthdays.includes(day)) return false;
  if (rule.nth && !rule.nth.includes(Math.ceil(day / 7))) return false;
  if ((rule.holidays && facts.isHoliday) || (rule.schoolHolidays && facts.isSchoolHoliday)) return true;
  return rule.weekdays ? rule.weekdays.includes(weekday) : !rule.holidays && !rule.schoolHolidays;
}

/** Whether a date lies between two days of the year, over its end too. */
function within(date: string, from: string, to: string): boolean {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}
