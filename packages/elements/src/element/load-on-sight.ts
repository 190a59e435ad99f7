/**
 * Loads what defines a tag once the page has it, those added later included. Needs no DOM.
 *
 * @param loads by tag
 * @param file the file that is looked from, as the console names it where another beside it can't be had
 */
export function loadOnSight(loads: Readonly<Record<string, () => Promise<unknown>>>, file: string): void {
  if (typeof document === 'undefined') return;
  const waiting = new Set(Object.keys(loads));
  const look = () => {
    for (const tag of waiting) {
      if (!document.querySelector(tag)) continue;
      waiting.delete(tag);
      // Another copy may have it already.
      if (customElements.get(tag)) continue;
      // The light DOM stays where a file can't be had.
      loads[tag]!().catch((error: unknown) => console.warn(`<${tag}>: ${String(error)}. Copy the folder load beside ${file}.`));
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
