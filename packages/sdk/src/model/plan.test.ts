import { expect, it } from 'vitest';
import { placeOf } from '../index.js';

const source = {
  places: [
    { at: 2, page: 1, paragraph: 1 },
    { at: 9, page: 1, paragraph: 2 },
    { at: 20, page: 2, paragraph: 3 },
  ],
};

it.each([
  [1, undefined],
  [2, 1],
  [8, 1],
  [9, 2],
  [19, 2],
  [20, 3],
  [9999, 3],
])('offset %s stands in paragraph %s', (offset, paragraph) => expect(placeOf(source, offset)?.paragraph).toBe(paragraph));

it('knows no place where the source keeps none', () => expect(placeOf({}, 3)).toBeUndefined());
