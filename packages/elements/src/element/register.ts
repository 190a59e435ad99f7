import { version } from './version.js';

interface VersionedElement extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Defines `tag` unless the page has it already; the first definition wins. A second copy of the same version is silent, another version warns
 * once and names both. Needs no DOM.
 */
export function register(tag: string, element: VersionedElement): void {
  if (typeof customElements === 'undefined') return;
  const present = customElements.get(tag) as VersionedElement | undefined;
  if (!present) {
    customElements.define(tag, element);
    return;
  }
  const presentVersion = present.version ?? '?';
  const ignoredVersion = element.version ?? version;
  const pair = `${presentVersion} ${ignoredVersion}`;
  if (presentVersion === ignoredVersion || warned.has(pair)) return;
  warned.add(pair);
  console.warn(
    `<${tag}>: version ${presentVersion} is already on this page and stays; version ${ignoredVersion} is ignored. ` +
      `Load fp-kit once, or load the same version everywhere.`,
  );
}

/** Pairs of versions: all tags of a second copy tell the same news. */
const warned = new Set<string>();
