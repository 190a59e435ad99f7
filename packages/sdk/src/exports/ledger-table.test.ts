import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleEntry, samplePlan } from '../../testing/sample.js';
import { type LedgerEntry, renderLedgerCsv } from '../index.js';

/** Cells as a spreadsheet reads them (RFC 4180). */
function read(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [];
  for (const [, line] of csv.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^"\r\n])*)\r\n/g)) {
    rows.push(Array.from(`${line},`.matchAll(/("(?:[^"]|"")*"|[^",]*),/g), ([, cell]) => cell!.replace(/^"|"$/g, '').replace(/""/g, '"')));
  }
  return rows;
}

const table = (...changes: Partial<LedgerEntry>[]) => {
  const [header, ...rows] = read(
    renderLedgerCsv(
      samplePlan(),
      changes.map((change, index) => sampleEntry(index + 1, change)),
      { regions: [{ code: '990100', name: '样例市', level: 'city' }] },
    ),
  );
  return rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]])));
};

test('every entry is a row, in the order given, with what its ids stand for', () => {
  const rows = table(
    { actionId: '1.1.1', targetId: 'homes', region: '990100', value: 3, evidence: [{ title: '通知', href: 'https://example.org/a' }] },
    { taskId: '1.2', status: 'done' },
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    任务: '="1.1"',
    举措: '="1.1.1"',
    量化目标: 'homes',
    行政区划代码: '="990100"',
    地区: '样例市',
    数值: '3',
    单位: '个',
    佐证: '通知 https://example.org/a',
  });
  expect(rows[1]).toMatchObject({ 任务: '="1.2"', 状态: '已完成', 地区: '样例省计划生育协会', 数值: '' });
});

test('no cell is run as a formula, whatever a unit writes', () => {
  const dangerous = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '\r', ' ='), fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.oneof(dangerous, fc.string({ minLength: 1 })), { minLength: 3, maxLength: 3 }), ([note, reporter, title]) => {
      const [row] = table({ note: note!, reporter: reporter!, evidence: [{ title: title!, href: 'https://example.org/' }] });
      for (const cell of Object.values(row!)) if (!/^="[\d.]+"$/.test(cell!)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
