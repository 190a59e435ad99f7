interface Platform {
  process?: { getBuiltinModule?: (name: string) => unknown };
}

/** A module that Node has built in, or undefined in a page; asked for by name, so that no bundler looks for it. */
export function nodeModule(name: string): unknown {
  return (globalThis as Platform).process?.getBuiltinModule?.(name);
}
