import type { Page, SerializedAXNode } from 'puppeteer-core';

/** All that a screen reader would hear on a page, in its order. */
export async function hear(page: Page): Promise<SerializedAXNode[]> {
  const flat = (node: SerializedAXNode): SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];
  const tree = await page.accessibility.snapshot();
  return tree ? flat(tree) : [];
}

/** What has the focus. */
export const focusedOn = async (page: Page) => (await hear(page)).find((node) => node.focused);

/** Tabs until what has the focus is called so; gives up after a page's worth of stops. */
export async function tabTo(page: Page, name: RegExp): Promise<SerializedAXNode> {
  const stops: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const here = await focusedOn(page);
    if (here && name.test(here.name ?? '')) return here;
    stops.push(`${here?.role ?? ''} ${here?.name ?? ''}`);
  }
  throw new Error(`never came to ${String(name)}: ${stops.join(' | ')}`);
}
