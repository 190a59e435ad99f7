import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import type { FpElement } from '../element/fp-element.js';

type Axe = typeof axe & { commons: { text: { accessibleText(element: Element): string } } };
const checker = (window as unknown as { axe: Axe }).axe;

/** Puts an element on the page and waits until it has nothing more to do. */
export async function mount<T extends HTMLElement>(element: T | string): Promise<T> {
  let mounted = element as T;
  if (typeof element === 'string') {
    const fragment = document.createRange().createContextualFragment(element);
    mounted = fragment.firstElementChild as T;
  }
  document.body.append(mounted);
  await settled(mounted);
  return mounted;
}

/** Waits until the element shows what it has, or that it has nothing. */
export async function settled(element: HTMLElement): Promise<void> {
  const { updateComplete } = element as unknown as FpElement<unknown>;
  await updateComplete;
  await until(() => !element.hasAttribute('aria-busy'));
  await (element as unknown as FpElement<unknown>).updateComplete;
}

export async function until(condition: () => boolean, withinMs = 3000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Elements inside the shadow root. */
export function inside<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return [...element.shadowRoot!.querySelectorAll<T>(selector)];
}

/** What a reader sees, as `innerText` gives it: hidden and folded parts left out, white space made single. */
export function seen(element: Element): string {
  const root = element.shadowRoot ? element.shadowRoot.querySelector<HTMLElement>('.root')! : (element as HTMLElement);
  return root.innerText.replace(/\s+/g, ' ').trim();
}

/** A test of the Tab key; the driver of WebKitGTK moves no focus by it, and takes no key held down. */
export const itWithTab = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent) ? it.skip : it;

/** Whether the light DOM is on the screen. */
export function showsFallback(element: Element): boolean {
  return [...element.children].some((child) => !child.slot && child.getClientRects().length > 0);
}

/** Opens all that can be opened, as for paper. */
export function unfold(): void {
  window.dispatchEvent(new Event('beforeprint'));
}

/** The name that a screen reader says. */
export function heard(element: Element): string {
  checker.teardown();
  checker.setup(document.body);
  const name = checker.commons.text.accessibleText(element);
  checker.teardown();
  return name;
}

/** What axe finds wrong with an element, one line each. */
export async function faultsOf(element: Element): Promise<string[]> {
  const { violations } = await checker.run(element, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** Collects the warnings that are written to the console, and what elements explain there. */
export class ConsoleWatch {
  readonly warnings: string[] = [];
  readonly explained: string[] = [];
  #warn = console.warn;
  #info = console.info;

  constructor() {
    console.warn = (...words: unknown[]) => void this.warnings.push(words.join(' '));
    console.info = (...words: unknown[]) => void this.explained.push(words.join(' '));
  }

  restore(): void {
    console.warn = this.#warn;
    console.info = this.#info;
  }
}

/** What a strict CSP would refuse below a shadow root: style elements, and styles that are more than custom properties set by script. */
export const styleAttributes = (element: Element): number =>
  inside(element, 'style').length +
  inside(element, '[style]').filter(({ style }) => [...style].some((property) => !property.startsWith('--'))).length;
