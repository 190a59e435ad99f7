const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in markup, between tags or in an attribute's double quotes. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);

/** Attributes as they stand in a tag, each with the blank before it. */
export const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeText(value)}"`))
    .join('');

/** What is read of a node; a browser's has it, and so has any DOM in Node. */
interface DrawnNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DrawnNode>;
}

interface DrawnElement extends DrawnNode {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly value?: string;
}

const isElement = (node: DrawnNode): node is DrawnElement => node.nodeType === 1;

const isText = (node: DrawnNode): boolean => node.nodeType === 3;

const unclosed = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/**
 * The inside of a shadow root as markup, without the comments that templates leave. A strict page allows no style attribute: what stands in one
 * becomes a rule of `rules`, for an element with `data-drawn`.
 */
export function markupOf(nodes: Iterable<DrawnNode>, rules: string[]): string {
  let markup = '';
  for (const node of nodes) {
    if (isText(node)) markup += escapeText(node.nodeValue ?? '');
    else if (isElement(node)) markup += elementOf(node, rules);
  }
  return markup;
}

function elementOf(element: DrawnElement, rules: string[]): string {
  const { localName: name, childNodes } = element;
  const attributes: Record<string, string> = {};
  for (const { name: attribute, value } of element.attributes) attributes[attribute] = value;
  const { style, ...rest } = attributes;
  if (style !== undefined) {
    rest['data-drawn'] = String(rules.length);
    rules.push(`[data-drawn="${rules.length}"]{${style}}`);
  }
  // What a template sets as a property is in no attribute.
  if (element.checked) rest['checked'] = '';
  if (element.selected) rest['selected'] = '';
  if (name === 'input' && element.value) rest['value'] = element.value;
  const open = `<${name}${attributesOf(rest)}>`;
  return unclosed.has(name) ? open : `${open}${markupOf(childNodes, rules)}</${name}>`;
}

/** A style element; nothing in it can end it. */
export const styleOf = (css: string, nonce: string | undefined): string =>
  `<style${nonce === undefined ? '' : ` nonce="${escapeText(nonce)}"`}>${css.replace(/<(?=\/)/g, '\\3c ')}</style>`;
