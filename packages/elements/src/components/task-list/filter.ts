import type { Heading } from '@fp-kit/sdk';
import type { OutlineRow } from '@fp-kit/sdk/outline';
import type { Messages } from '../../locales/zh-CN.js';
import type { PlanData } from '../../plan/plan-data.js';
import { TextIndex } from '../../search/text-index.js';
import { standingOfTask, standings, standingWord } from './standing.js';

/** What a reader may choose rows by, beside the words sought. */
export const facets = ['status', 'area', 'section', 'unit', 'siteType'] as const;
export type Facet = (typeof facets)[number];

/** Which rows are shown; '' is any. */
export type Filter = Record<Facet | 'query', string>;

export type Choice = [value: string, words: string];

/** The values of each facet that some row has, with their words: states in order of urgency, the others as the document brings them. */
export function choicesOf(rows: readonly OutlineRow[], data: PlanData, words: Messages): Record<Facet, Choice[]> {
  const sections = new Map<string, Heading>();
  const [states, areas, units, siteTypes] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { task, top } of rows) {
    if (top) sections.set(top.id, top);
    states.add(standingOfTask(data, task).state);
    areas.add(task.area);
    for (const unit of task.assignees) units.add(unit);
    for (const type of task.siteTypes) siteTypes.add(type);
  }
  return {
    status: standings.filter((state) => states.has(state)).map((state) => [state, standingWord(state, words)]),
    area: [...areas].map((area) => [area, (words.areas as Record<string, string>)[area] ?? area]),
    section: [...sections.values()].map(({ id, marker, title }) => [id, marker + title]),
    unit: [...units].map((unit) => [unit, unit]),
    siteType: [...siteTypes].map((type) => [type, siteTypeWords(type, words)]),
  };
}

export const siteTypeWords = (type: string, words: Messages): string => (words.siteTypes as Record<string, string>)[type] ?? type;

/** All text of the rows, to be searched. No match runs from one field into the next. */
export function indexOf(rows: readonly OutlineRow[], words: Messages): TextIndex {
  return new TextIndex(
    rows.map(({ task, marker, top }) =>
      [
        marker + task.title,
        ...task.actions.flatMap(({ text, targets, results }) => [text, ...[...targets, ...results].map(({ measure }) => measure)]),
        ...task.assignees,
        ...task.partners,
        ...task.siteTypes.map((type) => siteTypeWords(type, words)),
        top ? top.marker + top.title : '',
      ].join('\u{1f}'),
    ),
  );
}

/**
 * The values that a facet asks for, any of which will do: ids with spaces between, a state as `dueSoon` or `due-soon`. The name of a unit may
 * itself have spaces: it is one.
 */
export function valuesOf(facet: Facet, wanted: string): string[] {
  if (facet === 'unit') return wanted ? [wanted] : [];
  const values = wanted.split(/\s+/).filter(Boolean);
  return facet === 'status' ? values.map((value) => value.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())) : values;
}

/** Tells whether a row has what each facet asks for; the words sought are for the index. */
export function fitting(filter: Filter, data: PlanData): (row: OutlineRow) => boolean {
  const wanted = (facet: Facet, valuesIn: (row: OutlineRow) => readonly (string | undefined)[]) => {
    const values = valuesOf(facet, filter[facet]);
    return values.length > 0 ? [(row: OutlineRow) => valuesIn(row).some((value) => value !== undefined && values.includes(value))] : [];
  };
  const conditions = [
    ...wanted('area', ({ task }) => [task.area]),
    ...wanted('section', ({ top }) => [top?.id]),
    ...wanted('unit', ({ task }) => task.assignees),
    ...wanted('siteType', ({ task }) => task.siteTypes),
    ...wanted('status', ({ task }) => [standingOfTask(data, task).state]),
  ];
  return (row) => conditions.every((fits) => fits(row));
}
