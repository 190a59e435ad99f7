import type { Task } from '@fp-kit/sdk';
import type { OutlineSection } from '@fp-kit/sdk/outline';

/**
 * The same rows by the day that is next, month by month; last those that have none. `titleOf` words a month (`2026-06`) or its absence.
 * n log n in the rows.
 */
export function outlineByDue(
  sections: readonly OutlineSection[],
  nextDue: (task: Task) => string | undefined,
  titleOf: (month: string | undefined) => string,
): OutlineSection[] {
  const months = new Map<string | undefined, OutlineSection>();
  const dated = sections.flatMap(({ rows }) => rows.map((row) => ({ row, due: nextDue(row.task) })));
  dated.sort((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : (a.due ?? '~') > (b.due ?? '~') ? 1 : 0));
  for (const { row, due } of dated) {
    const month = due?.slice(0, 7);
    const section = months.get(month) ?? { headings: [{ marker: '', title: titleOf(month), depth: 0 }], rows: [] };
    section.rows.push(row);
    months.set(month, section);
  }
  return [...months.values()];
}
