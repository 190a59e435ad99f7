import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWorkingDays, expectedBy, holidayNotices, kindOfDay } from './index.js';

const { isWorkday } = chineseDays;
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter((day) =>
    day.startsWith(String(year)),
  );

describe('the published calendar', () => {
  it.each(holidayNotices)('agrees with another record of it on every day of $year', ({ year, number }) => {
    expect(number).toMatch(new RegExp(`^国办发明电〔${year - 1}〕\\d+号$`));
    const other = daysOf(year).map((day) => (isWorkday(day) ? 'workday' : 'holiday'));
    expect(daysOf(year).map(kindOfDay)).toEqual(other);
  });

  it.each(['2022-12-30', '2027-01-04', '2099-05-01', 'someday', ''])('guesses nothing of %j', (day) => {
    expect(kindOfDay(day)).toBe('unannounced');
  });

  it.each([
    ['2026-02-16', 'holiday'],
    ['2026-02-14', 'workday'],
    ['2026-02-28', 'workday'],
    ['2026-03-01', 'holiday'],
    ['2026-03-02', 'workday'],
  ])('knows %s for a %s', (day, kind) => {
    expect(kindOfDay(day)).toBe(kind);
  });
});

describe('working days', () => {
  it.each([
    ['2026-03-02', '2026-03-06', 5],
    ['2026-03-07', '2026-03-08', 0],
    ['2026-02-14', '2026-02-28', 6],
    ['2026-03-06', '2026-03-02', 0],
    ['2026-12-31', '2027-01-04', undefined],
  ])('from %s to %s: %s', (from, to, count) => {
    expect(countWorkingDays(from, to)).toBe(count);
  });
});

describe('what is expected by today', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const target = { comparator: 'between', min: 3, max: 5, unit: '个' } as const;
  const funds = { comparator: 'atLeast', min: 3, unit: '万元' } as const;

  it('grows with every working day from nought to where the goal begins, and stays there', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((index) => daysOf(2026)[index]!);
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [before, after] = [one, other].sort() as [string, string];
        const [low, high] = [expectedBy(funds, year, before)!, expectedBy(funds, year, after)!];
        expect(low).toBeLessThanOrEqual(high);
        expect(low < high).toBe(countWorkingDays(before, after)! - (kindOfDay(before) === 'workday' ? 1 : 0) > 0);
      }),
    );
    expect(expectedBy(target, year, '2025-12-31')).toBe(0);
    expect(expectedBy(target, year, '2026-12-31')).toBe(3);
    expect(expectedBy(target, year, '2030-01-01')).toBe(3);
  });

  it('counts what is counted in whole things, down, and divides what can be divided', () => {
    // 120 of the 248 working days of 2026 are gone.
    expect(expectedBy(target, year, '2026-06-30')).toBe(1);
    expect(expectedBy({ ...target, unit: '人次' }, year, '2026-06-30')).toBe(1);
    expect(expectedBy(funds, year, '2026-06-30')).toBeCloseTo(1.45, 1);
    expect(expectedBy({ ...target, min: 2.5 }, year, '2026-06-30')).toBeCloseTo(1.2, 1);
  });

  it('ends on the day the target is due', () => {
    expect(expectedBy({ ...target, due: '2026-06-30' }, year, '2026-06-30')).toBe(3);
    expect(expectedBy({ ...target, due: '2026-06-30' }, year, '2026-03-31')).toBeGreaterThan(expectedBy(target, year, '2026-03-31')!);
  });

  it.each([
    ['a ceiling', { ...target, comparator: 'atMost' } as const, year],
    ['a rate', { ...target, unit: '%' }, year],
    ['an amount for each of several', { ...target, scope: { each: 'city' } }, year],
    ['a target without an amount', { comparator: 'atLeast' } as const, year],
    ['a period beyond the published calendar', target, { from: '2026-07-01', to: '2027-06-30' }],
  ])('is not known of %s', (_, one, period) => {
    expect(expectedBy(one, period, '2026-09-30')).toBeUndefined();
  });
});
