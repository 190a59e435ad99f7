import { expect, it } from 'vitest';
import { areShapesFresh } from './generate-shape.mjs';

it('the shape the elements check is what the schemas of the sdk say: else run node packages/elements/generate-shape.mjs', async () => {
  expect(await areShapesFresh()).toBe(true);
});
