import { expect, test } from 'vitest';
import { windowsOf } from '../index.js';

const days = (each: string, from: string, to: string) => windowsOf(each, { from, to })?.map((window) => `${window.from} ${window.to}`);

test.each([
  [
    '季度',
    '2026-01-01',
    '2026-12-31',
    ['2026-01-01 2026-03-31', '2026-04-01 2026-06-30', '2026-07-01 2026-09-30', '2026-10-01 2026-12-31'],
  ],
  ['每半年', '2026-03-15', '2027-02-28', ['2026-03-01 2026-08-31', '2026-09-01 2027-02-28']],
  ['月', '2026-01-31', '2026-03-30', ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28']],
  ['年', '2026-01-01', '2026-12-30', undefined],
  ['周', '2026-01-01', '2026-12-31', undefined],
  ['city', '2026-01-01', '2026-12-31', undefined],
])('每%s of %s to %s', (each, from, to, windows) => {
  expect(days(each, from, to)).toEqual(windows);
});
