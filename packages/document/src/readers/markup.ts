import { Parser } from 'htmlparser2';

export interface Element {
  /** In XML without its prefix: what writers name the namespaces is up to them. */
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/**
 * Deeper elements become siblings. No document nests as deep, and so a walk down the tree cannot run out of stack.
 */
const MAX_DEPTH = 400;

/** The tree of an XML part; its root is an element without a name. Never throws: what is not closed ends with its parent. */
export function parseXml(bytes: Uint8Array): Element {
  return parse(new TextDecoder(xmlEncodingOf(bytes)).decode(bytes), true);
}

/** What is told of an XML part while it is read, names without their prefixes. */
export interface XmlWalk {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}

/**
 * Walks through an XML part that may be too large for a tree. Never throws but what the walk throws.
 *
 * @returns whether it was walked to its end: not where its elements are nested far deeper than any part is.
 */
export function walkXml(bytes: Uint8Array, { open, text, close }: XmlWalk): boolean {
  const decoder = new TextDecoder(xmlEncodingOf(bytes));
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++;
        open(localName(name), attributes);
      },
      ontext: text,
      onclosetag: (name) => {
        depth--;
        close(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < bytes.length && depth < MAX_NESTING; at += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  if (depth >= MAX_NESTING) return false;
  parser.end(decoder.decode());
  return true;
}

/**
 * htmlparser2 moves all open elements for each that it opens, so that its time grows with the square of how deep they are nested. So an XML part
 * ends where they are nested deeper, and what follows in a page is its bare text; a piece of `CHUNK_BYTES` holds at most 21 845 more.
 */
const MAX_NESTING = 2000;

const CHUNK_BYTES = 65536;

function xmlEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-8' {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0 ? 'utf-16le' : 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The tree of a page, tags and attributes in lower case. Never throws. */
export function parseHtml(text: string): Element {
  return parse(text, false);
}

function parse(text: string, xmlMode: boolean): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let tooDeep = 0;
  const local = (name: string) => (xmlMode ? localName(name) : name);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name: local(name), attributes: {}, children: [] };
        for (const [key, value] of Object.entries(attributes)) element.attributes[local(key)] = value;
        open.at(-1)!.children.push(element);
        if (open.length < MAX_DEPTH) open.push(element);
        else tooDeep++;
      },
      ontext(text) {
        const { children } = open.at(-1)!;
        const last = children.length - 1;
        if (typeof children[last] === 'string') children[last] += text;
        else children.push(text);
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep--;
        else open.pop();
      },
    },
    { xmlMode, decodeEntities: true },
  );
  let at = 0;
  while (at < text.length && open.length + tooDeep < MAX_NESTING) {
    const piece = text.slice(at, at + CHUNK_BYTES);
    // Up to a tag, so that what follows begins with a whole one.
    const tag = at + piece.length < text.length ? piece.lastIndexOf('<') : -1;
    const length = tag > 0 ? tag : piece.length;
    parser.write(piece.slice(0, length));
    at += length;
  }
  if (open.length + tooDeep < MAX_NESTING) parser.end();
  // Of a page no word may be lost.
  else if (!xmlMode) open.at(-1)!.children.push(text.slice(at).replace(/<[^<>]*>/g, '\n'));
  return root;
}

export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of this name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one): one is Element => typeof one !== 'string' && one.name === name);
}

/** All elements of this name below, in the order of the document, without those inside one that was found. */
export function descendants(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((one) => (one.name === name ? [one] : descendants(one, name)));
}

/** All text below. */
export function textOf(element: Element): string {
  return element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}
