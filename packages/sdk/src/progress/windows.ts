/** One of the stretches of time that a target holds for, both ends `YYYY-MM-DD` and both included. */
export interface Window {
  from: string;
  to: string;
}

/** How many months 每月, 每季度, 每半年, 每年 are. Weeks and days name a rhythm (每周开放35小时), not stretches that somebody reports for. */
const months: Readonly<Record<string, number>> = { 月: 1, 季: 3, 季度: 3, 半年: 6, 年: 12, 年度: 12 };

/**
 * The whole stretches of a period that `each` divides it into; undefined where `each` is no time, or the period holds none. They begin with the
 * month in which the period does and end with months, as units report: of a plan from 15 March the first quarter is March to May.
 */
export function windowsOf(each: string, period: { from: string; to: string } | undefined): Window[] | undefined {
  const step = months[each.replace(/^[每各]个?/, '')];
  if (step === undefined || period === undefined) return undefined;
  const windows: Window[] = [];
  for (let count = 0; ; count++) {
    const from = firstOfMonth(period.from, count * step);
    const to = dayBefore(firstOfMonth(period.from, (count + 1) * step));
    if (to > period.to) return windows.length > 0 ? windows : undefined;
    windows.push({ from, to });
  }
}

function firstOfMonth(date: string, later: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + later)).toISOString().slice(0, 10);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
