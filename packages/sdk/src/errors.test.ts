import { expect, test } from 'vitest';
import { FpError, isFpError } from './index.js';

test('an error of the kit is told by its mark', () => {
  class Own extends FpError {}
  expect(isFpError(new Own('code', 'message'))).toBe(true);
  expect(isFpError(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe(false);
  expect([null, undefined, 'text', {}].some(isFpError)).toBe(false);
});
