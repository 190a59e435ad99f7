/** The named words of the page's `#…`: `#status=overdue&query=暖心`. What is not named stays as others wrote it. */
export function readHash<Name extends string>(names: readonly Name[]): Partial<Record<Name, string>> {
  const words = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(names.flatMap((name) => (words.has(name) ? [[name, words.get(name)!]] : []))) as Partial<Record<Name, string>>;
}

/** The page's address with these words in its `#…`; '' takes one out. */
export function withHash(changes: Readonly<Record<string, string>>): string {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const [name, word] of Object.entries(changes)) {
    if (word) words.set(name, word);
    else words.delete(name);
  }
  const hash = String(words);
  return location.pathname + location.search + (hash && `#${hash}`);
}
