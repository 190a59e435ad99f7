import type { Tags } from '../frameworks/tags.js';

/** One state of an element, as plain data: stories, tests and docs all read it. */
export interface Example {
  /** Stable name, for the story's address. */
  name: string;
  /** What it shows, for people. */
  zh: string;
  en: string;
  tag: keyof Tags;
  attributes?: Readonly<Record<string, string>>;
  properties?: Readonly<Record<string, unknown>>;
  /** Light DOM: the fallback and slots, as HTML. */
  html?: string;
}

/** The example as an element, ready to be put on a page. Attributes given on top (`theme`, `lang`) win. */
export function render(example: Example, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = document.createElement(example.tag);
  for (const [name, value] of Object.entries({ ...example.attributes, ...attributes })) element.setAttribute(name, value);
  if (example.html) element.append(document.createRange().createContextualFragment(example.html));
  return Object.assign(element, example.properties);
}
