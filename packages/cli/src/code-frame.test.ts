import type { Diagnostic } from '@fp-kit/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDiagnostic } from './code-frame.js';
import { messagesIn } from './language.js';

function frame(text: string, quote: string, columns = 60): string[] {
  const start = text.indexOf(quote);
  return frameAt(text, [start, start + quote.length], columns);
}

function frameAt(text: string, span: [number, number], columns: number): string[] {
  const diagnostic: Diagnostic = { code: 'broken-line', severity: 'info', message: '说明', hint: '办法', span, line: 12, column: 3 };
  return formatDiagnostic('a.txt', text, diagnostic, {
    lang: 'zh-CN',
    messages: messagesIn('zh-CN'),
    stdin: (async function* () {})(),
    writeOut: () => undefined,
    writeError: () => undefined,
    hasColor: false,
    columns,
  }).split('\n');
}

test('the caret stands under the place; a Chinese character takes two columns', () => {
  expect(frame('前一行\n一、做好宣传\n后一行', '做好')).toEqual([
    'a.txt:12:3 提示 说明 [broken-line]',
    ' 12 | 一、做好宣传',
    '    |     ^^^^',
    '    = 建议: 办法',
    '',
  ]);
  expect(frame('abc宣传', '宣').slice(1, 3)).toEqual([' 12 | abc宣传', '    |    ^^']);
});

test('a long line is cut around the place', () => {
  const line = `${'前'.repeat(300)}要点${'后'.repeat(300)}`;
  const [, shown, caret] = frame(line, '要点');
  expect(shown).toMatch(/^ 12 \| …前+要点后+…$/);
  // In columns: each Chinese character is two, and what surrounds them is one.
  expect(caret!.indexOf('^')).toBe(shown!.indexOf('要') * 2 - ' 12 | …'.length);
});

test('at the end of a long line the words before it have the room', () => {
  const [, shown] = frame(`${'前'.repeat(300)}末`, '末');
  expect(shown).toMatch(/^ 12 \| …前{24,}末$/);
});

test('a span over several lines is marked to the end of its first', () => {
  expect(frame('一二\n三四', '二\n三').slice(1, 3)).toEqual([' 12 | 一二', '    |   ^^']);
});

test('what is about the whole document shows no place', () => {
  expect(frameAt('一二三', [0, 0], 60)).toEqual(['a.txt:12:3 提示 说明 [broken-line]', '    = 建议: 办法', '']);
});

test('whatever the document, the frame is printable and fits', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '一', '“', '\t', '\u001B', '\u202E', '\n', '\r\n', '𠮷', '\uFEFF', '\u0301'),
    maxLength: 900,
  });
  fc.assert(
    fc.property(text, fc.nat(900), fc.integer({ min: 1, max: 40 }), (source, at, length) => {
      const start = Math.min(at, source.length);
      const lines = frameAt(source, [start, start + length], 60);
      expect(lines).toHaveLength(5);
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        const columns = Array.from(line.replace(/\p{Mn}/gu, ''), (char) => (/[一𠮷]/u.test(char) ? 2 : 1)).reduce<number>(
          (sum, width) => sum + width,
          0,
        );
        expect(columns).toBeLessThanOrEqual(62);
      }
    }),
  );
});
