import type { Messages } from './locales/zh-CN.js';

/** A place where a text stops being JSON. */
export interface JsonFault {
  /** In UTF-16 units. */
  offset: number;
  kind: keyof Messages['json'];
}

const literal = /true|false|null/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Finds where a text breaks the grammar of JSON (RFC 8259). `JSON.parse` does not say: its messages differ between engines, and many give no
 * position. Linear, and without recursion, so that no depth of nesting overturns it.
 *
 * @returns undefined where the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expects: 'value' | 'firstValue' | 'key' | 'firstKey' | 'end' = 'value';

  const skipSpace = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at += 1;
  };
  const fault = (kind: JsonFault['kind'], offset = at): JsonFault => ({ offset, kind: offset >= text.length ? 'end' : kind });
  const unexpected = (kind: JsonFault['kind']): JsonFault =>
    fault(text[at] !== undefined && "“”‘’'＂".includes(text[at]!) ? 'quote' : kind);

  for (;;) {
    skipSpace();
    const char = text[at];
    if (expects === 'end') {
      const inside = open[open.length - 1];
      if (inside === undefined) return at < text.length ? fault('extra') : undefined;
      if (char === ',') {
        const comma = at;
        at += 1;
        skipSpace();
        if (text[at] === '}' || text[at] === ']') return fault('trailingComma', comma);
        expects = inside === '{' ? 'key' : 'value';
      } else if (char === (inside === '{' ? '}' : ']')) {
        at += 1;
        open.pop();
      } else {
        return fault(inside === '{' ? 'commaOrBrace' : 'commaOrBracket');
      }
    } else if (expects === 'key' || expects === 'firstKey') {
      if (char === '}' && expects === 'firstKey') {
        at += 1;
        open.pop();
        expects = 'end';
        continue;
      }
      if (char !== '"') return unexpected('key');
      const broken = skipString();
      if (broken !== undefined) return broken;
      skipSpace();
      if (text[at] !== ':') return fault('colon');
      at += 1;
      expects = 'value';
    } else if (char === ']' && expects === 'firstValue') {
      at += 1;
      open.pop();
      expects = 'end';
    } else if (char === '{' || char === '[') {
      at += 1;
      open.push(char);
      expects = char === '{' ? 'firstKey' : 'firstValue';
    } else if (char === '"') {
      const broken = skipString();
      if (broken !== undefined) return broken;
      expects = 'end';
    } else {
      const pattern = char !== undefined && (char === '-' || (char >= '0' && char <= '9')) ? number : literal;
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) return pattern === number ? fault('number') : unexpected('value');
      at += found.length;
      if (/[\w.]/.test(text[at] ?? '')) return fault(pattern === number ? 'number' : 'value');
      expects = 'end';
    }
  }

  function skipString(): JsonFault | undefined {
    at += 1;
    for (;;) {
      const char = text[at];
      if (char === undefined || char < ' ') return fault('string');
      if (char === '\\') {
        const escape = text[at + 1];
        const isRight =
          escape === 'u' ? /^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) : escape !== undefined && '"\\/bfnrt'.includes(escape);
        if (!isRight) return fault('escape', text.length - at < 6 && !text.slice(at).includes('"') ? text.length : at);
        at += escape === 'u' ? 6 : 2;
      } else {
        at += 1;
        if (char === '"') return undefined;
      }
    }
  }
}

/** Line and column of an offset, both from 1, columns in characters. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: Array.from(lines[lines.length - 1]!).length + 1 };
}
