/** The named words of the page's `#…`: `#status=overdue&query=暖心`. What is not named stays as others wrote it. */
export function readHash<Name extends string>(names: readonly Name[]): Partial<Record<Name, string>> {
  const words = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(names.flatMap((name) => (words.has(name) ? [[name, words.get(name)!]] : []))) as Partial<Record<Name, string>>;
}

/** The page's address with these words in its `#…`; '' takes one out. */
export function withHash(changes: Readonly<Record<string, string>>): string {
  const own = new Map(Object.entries(changes).map(([name, word]) => [encodeURIComponent(name), word.trim()]));
  const others = location.hash
    .slice(1)
    .split('&')
    .filter((part) => part && !own.has(part.split('=', 1)[0]!));
  const hash = [...others, ...[...own].flatMap(([name, word]) => (word ? `${name}=${encodeURIComponent(word)}` : []))].join('&');
  return location.pathname + location.search + (hash && `#${hash}`);
}
