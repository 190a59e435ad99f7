import { kitIn } from '#kit';
import { markupOf, styleOf } from './markup.js';

/** An element as a page would write it: tag, attributes, and data by property. */
export interface ElementSource {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  properties: Readonly<Record<string, unknown>>;
}

/** The page's address is known to nobody yet: links to a place in it begin with their `#`. */
const nowhere = { pathname: '', search: '', hash: '' };

// The first drawing opens a page, which takes a second; all others are made there.
let page: ReturnType<typeof openPage> | undefined;

async function openPage() {
  const { Window } = await import('happy-dom').catch((error: unknown) => {
    throw new Error('An element is drawn in Node with happy-dom: install it beside @fp-kit/elements.', { cause: error });
  });
  const window = new Window();
  /** Keeps its text; taking it apart is for the browser. */
  class TextSheet extends window.CSSStyleSheet {
    text = '';
    override replaceSync(text: string): void {
      this.text = text;
    }
  }
  kitIn(window, { location: nowhere, CSSStyleSheet: TextSheet });
  const textOf = (sheet: object) => (sheet as TextSheet).text;
  return { window, textOf };
}

// More turns than any element takes to read what it is given: nothing is fetched here.
const mostTurns = 50;

/**
 * Draws an element as a page would and gives the inside of its shadow root as markup, every row with what it holds. Undefined where the data can't
 * be shown, of which the console tells. `nonce` goes to the style elements.
 */
export async function drawShadow({ tag, attributes, properties }: ElementSource, nonce?: string): Promise<string | undefined> {
  const { window, textOf } = await (page ??= openPage());
  const element = window.document.createElement(tag);
  // What an address gives is for the page to fetch, and its console is where an element explains itself.
  for (const [name, value] of Object.entries(attributes)) if (!['src', 'debug'].includes(name)) element.setAttribute(name, value);
  Object.assign(element, properties);
  window.document.body.append(element);
  try {
    const isSettled = () => ['ready', 'empty', 'error'].includes(element.getAttribute('data-state') ?? '');
    for (let turn = 0; turn < mostTurns && !isSettled(); turn++) await new Promise((resolve) => setTimeout(resolve));
    if (element.getAttribute('data-state') !== 'ready') return undefined;
    // As for paper: what is inside a row is drawn, and stands there for readers without script.
    for (const event of ['beforeprint', 'afterprint']) window.dispatchEvent(new window.Event(event));
    // Some elements draw that with their next update.
    await new Promise((resolve) => setTimeout(resolve));
    const root = element.shadowRoot!;
    const rules: string[] = [];
    const markup = markupOf(root.childNodes, rules);
    const styles = [root.adoptedStyleSheets.map(textOf).join('\n'), rules.join('\n')].filter(Boolean);
    return styles.map((css) => styleOf(css, nonce)).join('') + markup;
  } finally {
    element.remove();
  }
}
