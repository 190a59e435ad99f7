import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doc, inTable, numbered, type Piece, rowEnd } from '../../testing/doc.js';
import { DocumentError } from '../errors.js';
import { readDoc } from './doc.js';
import { readDocument } from './read.js';

const linesOf = async (bytes: Uint8Array) => (await readDoc(bytes, 'en')).text.split('\n').slice(0, -1);

describe('readDoc', () => {
  it.each<[what: string, pieces: Piece[], lines: string[]]>([
    ['paragraphs', [{ text: '甲' }, { text: '' }, { text: '乙' }], ['甲', '乙']],
    ['line breaks and hyphens', [{ text: '甲\v乙' }, { text: '3\x1e5个' }], ['甲', '乙', '3-5个']],
    ['pictures and marks of notes left out', [{ text: '\x01甲\x02\x05' }], ['甲']],
    ['results of fields, not their instructions', [{ text: '第\x13 PAGE \x144\x15页\x13 TOC \x13 REF \x14x\x15 \x15' }], ['第4页']],
    [
      'numbers that Word keeps outside the text',
      [
        { text: '加强领导', properties: numbered(0) },
        { text: '健全机制。', properties: numbered(1) },
        { text: '压实责任。', properties: numbered(1) },
        { text: '建立台账。', properties: numbered(2) },
        { text: '强化保障', properties: numbered(0) },
        { text: '抓好落实。', properties: numbered(1) },
      ],
      ['一、加强领导', '（一）健全机制。', '（二）压实责任。', '1.建立台账。', '二、强化保障', '（一）抓好落实。'],
    ],
    [
      'rows of a table, an empty cell too',
      [
        { text: '任务', end: '\x07', properties: inTable },
        { text: '', end: '\x07', properties: inTable },
        { text: '', end: '\x07', properties: rowEnd },
        { text: '甲', properties: inTable },
        { text: '乙', end: '\x07', properties: inTable },
        { text: '单位', end: '\x07', properties: inTable },
        { text: '', end: '\x07', properties: rowEnd },
        { text: '完' },
      ],
      ['| 任务 |  |', '| 甲 乙 | 单位 |', '完'],
    ],
  ])('%s', async (_, pieces, lines) => expect(await linesOf(doc(pieces))).toEqual(lines));

  it('leaves out what a reviewer struck out', async () => {
    expect(await linesOf(doc([{ text: '建设68个' }], { deleted: [2, 3] }))).toEqual(['建设8个']);
  });

  it('knows the paragraph of each line', async () => {
    expect((await readDoc(doc([{ text: '甲' }, { text: '' }, { text: '乙' }]), 'en')).places).toEqual([
      { at: 0, paragraph: 1 },
      { at: 2, paragraph: 3 },
    ]);
  });

  it.each([
    ['a password', doc([{ text: '甲' }], { flags: 0x100 }), 'encrypted-document'],
    ['no text', doc([{ text: ' ' }]), 'empty-document'],
  ])('%s', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'en')).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('reads, or refuses with a DocumentError, whatever is cut or changed', async () => {
    const whole = doc([{ text: '加强领导', properties: numbered(0) }, { text: '甲'.repeat(200) }]);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: whole.length }), changes, async (length, list) => {
        const damaged = whole.slice(0, length);
        for (const [at, byte] of list) if (at > 8 && at < length) damaged[at] = byte;
        const error = await readDocument(damaged, 'en').catch((reason: unknown) => reason);
        if (error instanceof Error) expect(error).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 300, seed: 97 },
    );
  });
});
