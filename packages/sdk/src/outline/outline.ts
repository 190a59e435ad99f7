import type { Heading, Plan, Task } from '../model/plan.js';

/** A run of tasks under one chain of headings. `headings` are those that begin here, outermost first, each with its depth (0 outermost). */
export interface OutlineSection {
  headings: { marker: string; title: string; depth: number }[];
  rows: OutlineRow[];
}

/** One task in its place: its ordinal as printed, and the outermost heading above it. */
export interface OutlineRow {
  task: Task;
  marker: string;
  top: Heading | undefined;
}

/**
 * Orders a plan's tasks under its headings, in the order of the document. A heading that belongs to one task alone is the ordinal of its row;
 * every other heading that has tasks below it is a heading of the list. Linear in headings and tasks.
 */
export function outlineOf({ headings, tasks }: Pick<Plan, 'headings' | 'tasks'>): OutlineSection[] {
  const chainOf = chainsOf(headings);
  const uses = new Map<Heading, number>();
  for (const { heading } of tasks) {
    const chain = chainOf(heading);
    chain.forEach((one, depth) => uses.set(one, (uses.get(one) ?? 0) + (depth === chain.length - 1 ? 1 : 2)));
  }

  const sections: OutlineSection[] = [];
  let above: readonly Heading[] | undefined;
  for (const task of tasks) {
    const whole = chainOf(task.heading);
    const last = whole[whole.length - 1];
    const own = last && uses.get(last) === 1 ? last : undefined;
    const chain = own ? whole.slice(0, -1) : whole;
    const shared = chain.findIndex((heading, depth) => above?.[depth] !== heading);
    if (shared >= 0 || chain.length !== above?.length) {
      const begins = shared < 0 ? [] : chain.slice(shared).map(({ marker, title }, index) => ({ marker, title, depth: shared + index }));
      sections.push({ headings: begins, rows: [] });
    }
    sections[sections.length - 1]!.rows.push({ task, marker: own?.marker ?? '', top: chain[0] });
    above = chain;
  }
  return sections;
}

/** Every heading's chain, outermost first, itself last. */
function chainsOf(headings: readonly Heading[]): (id: string | undefined) => readonly Heading[] {
  const byId = new Map(headings.map((heading) => [heading.id, heading]));
  const chains = new Map<string, Heading[]>();
  const read = (id: string): Heading[] => {
    const chain: Heading[] = [];
    let heading = byId.get(id);
    // A parent that leads back to its child would never end.
    while (heading && !chain.includes(heading)) {
      chain.unshift(heading);
      heading = heading.parent === undefined ? undefined : byId.get(heading.parent);
    }
    chains.set(id, chain);
    return chain;
  };
  return (id) => (id === undefined ? [] : (chains.get(id) ?? read(id)));
}
