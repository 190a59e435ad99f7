import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault, placeOf } from './json.js';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where it breaks', () => {
  test.each([
    ['{"a":1,}', 6, 'trailingComma'],
    ['[1,2, ]', 4, 'trailingComma'],
    ['{"a" 1}', 5, 'colon'],
    ['{"a":1 "b":2}', 7, 'commaOrBrace'],
    ['[1 2]', 3, 'commaOrBracket'],
    ['{a:1}', 1, 'key'],
    ["{'a':1}", 1, 'quote'],
    ['[“a”]', 1, 'quote'],
    ['[01]', 2, 'number'],
    ['[1.]', 2, 'number'],
    ['[-]', 1, 'number'],
    ['[nul]', 1, 'value'],
    ['[undefined]', 1, 'value'],
    ['["a\nb"]', 3, 'string'],
    ['["\\x"]', 2, 'escape'],
    ['["\\u12"]', 2, 'escape'],
    ['["abc', 5, 'end'],
    ['{"a":', 5, 'end'],
    ['[', 1, 'end'],
    ['', 0, 'end'],
    ['{} x', 3, 'extra'],
    ['[1}', 2, 'commaOrBracket'],
  ])('%j at %d: %s', (text, offset, kind) => {
    expect(findJsonFault(text)).toEqual({ offset, kind });
  });

  test('line and column, in characters', () => {
    expect(placeOf('{\r\n  "𠮷": x', 11)).toEqual({ line: 2, column: 8 });
  });
});

describe('whatever the text', () => {
  test('it agrees with JSON.parse on what is JSON', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '0', 'e', '-', '.', ' ', '\n'))
      .map(([text, at, piece]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + piece + text.slice(index + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json({ stringUnit: 'binary' }), fc.string()), (text) => {
        const fault = findJsonFault(text);
        expect(fault === undefined).toBe(parses(text));
        if (fault !== undefined) expect(fault.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('no depth of nesting overturns it', () => {
    expect(findJsonFault('['.repeat(200_000))).toEqual({ offset: 200_000, kind: 'end' });
  });
});
