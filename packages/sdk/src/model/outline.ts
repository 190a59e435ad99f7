import type { Heading, Plan, Task } from './plan.js';

/** A run of tasks under one chain of headings. `headings` are those that begin here, outermost first, each with its depth (0 outermost). */
export interface Section {
  headings: { heading: Heading; depth: number }[];
  rows: { task: Task; marker: string }[];
}

/**
 * Orders a plan's tasks under its headings, in the order of the document. A heading that belongs to one task alone is the ordinal of its row;
 * every other heading that has tasks below it is a heading of the list. Linear in headings and tasks.
 */
export function outlineOf({ headings, tasks }: Pick<Plan, 'headings' | 'tasks'>): Section[] {
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  const uses = new Map<string, number>();
  for (const { heading } of tasks) {
    for (const [index, { id }] of chainOf(heading, byId).reverse().entries()) uses.set(id, (uses.get(id) ?? 0) + (index === 0 ? 1 : 2));
  }

  const sections: Section[] = [];
  let above: Heading[] = [];
  for (const task of tasks) {
    const chain = chainOf(task.heading, byId);
    const own = chain.length > 0 && uses.get(chain[chain.length - 1]!.id) === 1 ? chain.pop() : undefined;
    const shared = chain.findIndex((heading, depth) => above[depth] !== heading);
    const begins = shared < 0 ? [] : chain.slice(shared).map((heading, index) => ({ heading, depth: shared + index }));
    if (begins.length > 0 || chain.length !== above.length || sections.length === 0) sections.push({ headings: begins, rows: [] });
    sections[sections.length - 1]!.rows.push({ task, marker: own?.marker ?? '' });
    above = chain;
  }
  return sections;
}

function chainOf(id: string | undefined, byId: Map<string, Heading>): Heading[] {
  const chain: Heading[] = [];
  let heading = id === undefined ? undefined : byId.get(id);
  // A parent that leads back to its child would never end.
  while (heading && !chain.includes(heading)) {
    chain.unshift(heading);
    heading = heading.parent === undefined ? undefined : byId.get(heading.parent);
  }
  return chain;
}
