// Loads the elements that the page contains, those added later included; each file stands beside this one and is loaded once.

const loads: Record<string, () => Promise<unknown>> = {
  'fp-progress-ring': () => import('./components/progress-ring/progress-ring.define.js'),
  'fp-site-map': () => import('./components/site-map/site-map.define.js'),
  'fp-target-meter': () => import('./components/target-meter/target-meter.define.js'),
  'fp-task-list': () => import('./components/task-list/task-list.define.js'),
};

const waiting = new Set(Object.keys(loads));

function look(): void {
  for (const tag of waiting) {
    if (!document.querySelector(tag)) continue;
    waiting.delete(tag);
    // Another copy may have it already.
    if (customElements.get(tag)) continue;
    // The light DOM stays where a file can't be had.
    loads[tag]!().catch((error: unknown) => console.warn(`<${tag}>: ${String(error)}. Copy the folder load beside fp-kit.loader.js.`));
  }
  if (waiting.size === 0) observer.disconnect();
}

const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true });
look();
