const said = new WeakMap<Element, Set<string>>();

/** Warns on the console, once per element and problem. The line begins with the tag; `text` says what is wrong, where, and how to mend it. */
export function warnOnce(element: Element, problem: string, text: string): void {
  const problems = said.get(element) ?? new Set<string>();
  if (problems.has(problem)) return;
  said.set(element, problems.add(problem));
  console.warn(`<${element.localName}>: ${text}`);
}
