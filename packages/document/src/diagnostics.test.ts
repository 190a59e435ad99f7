import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Diagnostics } from './diagnostics.js';

const texts = fc.array(fc.constantFrom('a', '一', '😀', '\n', '\r', '\r\n')).map((parts) => parts.join(''));

/** By the lines of the text before it, as an editor counts them. */
function placeOf(text: string, offset: number): [line: number, column: number] {
  // Between \r and \n the line has not ended yet.
  const before = text.slice(0, offset).replace(/\r$/, (end) => (text[offset] === '\n' ? '·' : end));
  const lines = before.split(/\r\n|\r|\n/);
  return [lines.length, Array.from(lines.at(-1)!).length + 1];
}

it('places each diagnostic in its line and column, in the order of the document', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(40), { minLength: 1 }), (text, picks) => {
      const starts = Array.from({ length: text.length }, (_, i) => i).filter((i) => !/[\udc00-\udfff]/.test(text[i]!));
      const offsets = picks.map((pick) => starts[pick % starts.length] ?? 0);
      const diagnostics = new Diagnostics(text, 'en');
      for (const offset of offsets) diagnostics.add('no-date', [offset, offset]);
      const expected = [...offsets].sort((a, b) => a - b).map((offset) => [offset, ...placeOf(text, offset)]);
      expect(diagnostics.list().map(({ span, line, column }) => [span[0], line, column])).toEqual(expected);
    }),
    { seed: 5, numRuns: 2000 },
  );
});
