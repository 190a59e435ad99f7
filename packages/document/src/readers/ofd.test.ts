import { describe, expect, it } from 'vitest';
import { ofd, ofdOf, ofdPage } from '../../testing/ofd.js';
import { readOfd } from './ofd.js';

const read = async (bytes: Uint8Array) => await readOfd(bytes, 'en');
const linesOf = async (objects: string) => (await read(ofd([ofdPage(objects)]))).text.split('\n').slice(0, -1);
const object = (x: number, y: number, code: string, more = '') =>
  `<ofd:TextObject Boundary="${x} ${y} 100 10" Size="5" ${more}>${code}</ofd:TextObject>`;
const code = (text: string, more = 'X="0" Y="5"') => `<ofd:TextCode ${more}>${text}</ofd:TextCode>`;

describe('the lines of a page', () => {
  it.each<[what: string, objects: string, lines: string[]]>([
    ['are ordered by their place', object(10, 40, code('乙')) + object(10, 20, code('甲')), ['甲', '乙']],
    ['are put together of what stands on one baseline', object(15, 20, code('乙')) + object(10, 20, code('甲')), ['甲乙']],
    ['hold a raised number', object(10, 20, code('甲')) + object(15, 20.8, code('2'), 'CTM="0.5 0 0 0.5 0 0"'), ['甲²']],
    ['are scaled and moved by a matrix', object(10, 20, code('甲'), 'CTM="1 0 0 1 0 50"') + object(10, 40, code('乙')), ['乙', '甲']],
    ['part where the columns of a table do', object(10, 20, code('甲乙', 'X="0" Y="5" DeltaX="30"')), ['甲\t乙']],
    ['follow DeltaY', object(10, 20, code('甲乙', 'X="0" Y="5" DeltaX="0" DeltaY="10"')), ['甲', '乙']],
    ['read a repeated delta', object(10, 20, code('甲乙丙丁', 'X="0" Y="5" DeltaX="g 2 5 30"')), ['甲乙丙\t丁']],
    ['print once what is printed twice to look bold', object(10, 20, code('甲乙')) + object(10.2, 20, code('甲乙')), ['甲乙']],
    ['leave out what is not visible', object(10, 20, code('甲')) + object(10, 40, code('乙'), 'Visible="false"'), ['甲']],
    ['give a radical as the character it looks like', object(10, 20, code('\u2f00\u2f83\u2ea0\u2f3e')), ['一自民户']],
  ])('%s', async (_, objects, lines) => expect(await linesOf(objects)).toEqual(lines));

  it('are joined where they are full, and know the page they stand on', async () => {
    const sentence = '各级计生协要建立台账并按月调度，';
    const { text, places } = await read(ofdOf(`${sentence.repeat(40)}完成。\n另起一段。`));
    expect(text.split('\n').map((line) => line.slice(-6))).toEqual(['调度，完成。', '— 1 —', '另起一段。', '— 2 —', '']);
    expect(places?.map(({ page }) => page)).toEqual([1, 2, 1, 2]);
  });

  it('stay apart where all are short', async () => {
    const lines = ['健全机制', '要抓好落实', '压实责任', '要按月调度', '强化保障'];
    expect(await linesOf(lines.map((line, i) => object(10, 20 + 10 * i, code(line))).join(''))).toEqual(lines);
  });

  it('of a template stand on the first page that uses it, once', async () => {
    const uses = '<ofd:Template TemplateID="7"/>';
    const bytes = ofd([ofdPage(object(10, 40, code('甲')), uses), ofdPage(object(10, 40, code('乙')), uses)], {
      'Doc_0/Tpls/Tpl_0/Content.xml': ofdPage(object(10, 20, code('苍岭省计划生育协会文件'))),
    });
    expect((await read(bytes)).text).toBe('苍岭省计划生育协会文件\n甲\n乙\n');
  });
});

describe('what has no text to give', () => {
  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ['pages of images', ofd([ofdPage('<ofd:ImageObject ResourceID="3"/>')]), 'scanned-document'],
    ['pages of images with page numbers', ofd([ofdPage(object(90, 280, code('— 1 —')))]), 'scanned-document'],
    ['an encrypted document', ofd([ofdPage('')], { 'Encryptions.xml': '<a/>' }), 'encrypted-document'],
    [
      'a page that is not there',
      ofd([ofdPage('')], { 'OFD.xml': '<OFD><DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody></OFD>' }),
      'truncated-document',
    ],
    ['no page', ofd([]), 'truncated-document'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});
