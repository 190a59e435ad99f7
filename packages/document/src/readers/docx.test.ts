import { describe, expect, it } from 'vitest';
import { docx, docxOf, paragraph } from '../../testing/docx.js';
import { readDocx } from './docx.js';
import { formatNumber } from './numbering.js';

const linesOf = async (bytes: Uint8Array) => (await readDocx(bytes, 'en')).text.split('\n').slice(0, -1);

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbered = (index: number, list = 1) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${list}"/></w:numPr>`;
const list = (id: number, definition: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
const official = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum>`;

describe('the numbers that Word keeps outside the text', () => {
  it('are printed as they are seen, and begin anew under the level above', async () => {
    const body = [
      [0, '加强领导'],
      [1, '健全机制。'],
      [1, '压实责任。'],
      [2, '建立台账。'],
      [2, '2026年完成。'],
      [0, '强化保障'],
      [1, '抓好落实。'],
      [3, '按月调度。'],
    ].map(([index, text]) => paragraph(String(text), numbered(Number(index))));
    expect(await linesOf(docx(body.join(''), { numbering: official + list(1, 7) }))).toEqual([
      '一、加强领导',
      '（一）健全机制。',
      '（二）压实责任。',
      '1. 建立台账。',
      '2. 2026年完成。',
      '二、强化保障',
      '（一）抓好落实。',
      '（1）按月调度。',
    ]);
  });

  it('count on through lists of one definition, unless a list sets them anew', async () => {
    const numbering =
      official + list(1, 7) + list(2, 7) + list(3, 7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = [1, 2, 3, 3, 1].map((id) => paragraph('甲', numbered(0, id)));
    expect(await linesOf(docx(body.join(''), { numbering }))).toEqual(['一、甲', '二、甲', '一、甲', '二、甲', '三、甲']);
  });

  it('run on over sections where the level is told never to begin anew', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>${list(1, 1)}`;
    const body = [0, 1, 1, 0, 1].map((index) => paragraph('甲', numbered(index)));
    expect(await linesOf(docx(body.join(''), { numbering }))).toEqual(['一、甲', '（一）甲', '（二）甲', '二、甲', '（三）甲']);
  });

  it('come from the style, or the style it is based on, and a paragraph may refuse them', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Heading"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Second"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const body = [
      paragraph('甲', style('Heading')),
      paragraph('乙', style('Second')),
      paragraph('丙', style('Sub')),
      paragraph('丁', `${style('Heading')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
    ];
    expect(await linesOf(docx(body.join(''), { numbering: official + list(1, 7), styles }))).toEqual([
      '一、甲',
      '（一）乙',
      '二、丙',
      '丁',
    ]);
  });

  it('show the levels above, in Arabic digits where they are legal', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1章', '<w:suff w:val="space"/>')}${level(1, 'decimal', '%1.%2', '<w:isLgl/><w:suff w:val="nothing"/>')}</w:abstractNum>${list(1, 1)}`;
    const body = [0, 1, 1].map((index) => paragraph('甲', numbered(index)));
    expect(await linesOf(docx(body.join(''), { numbering }))).toEqual(['第一章 甲', '1.1甲', '1.2甲']);
  });

  it('are not counted for a paragraph that is deleted', async () => {
    const deleted = `<w:p><w:pPr>${numbered(0)}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`;
    const body = [paragraph('甲', numbered(0)), deleted, paragraph('乙', numbered(0))];
    expect(await linesOf(docx(body.join(''), { numbering: official + list(1, 7) }))).toEqual(['一、甲', '二、乙']);
  });

  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百〇五'],
    ['japaneseCounting', 110, '一百一十'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographDigital', 20, '二〇'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalFullWidth', 12, '１２'],
    ['upperRoman', 9, 'IX'],
    ['lowerLetter', 27, 'aa'],
    ['decimalZero', 7, '07'],
    ['ordinalText', 7, '7'],
  ])('%s of %s is %s', (format, value, text) => expect(formatNumber(value, format)).toBe(text));
});

describe('what is seen is what is read', () => {
  const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

  it.each<[what: string, body: string, lines: string[]]>([
    [
      'insertions in, deletions out',
      `<w:p>${run('建设')}<w:ins>${run('8')}</w:ins><w:del><w:r><w:delText>6</w:delText></w:r></w:del>${run('个')}</w:p>`,
      ['建设8个'],
    ],
    ['raised digits raised', `<w:p>${run('95%')}${run('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`, ['95%¹']],
    [
      'what was moved, where it is now',
      `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo></w:p>`,
      ['乙甲'],
    ],
    [
      'a paragraph whose end was deleted goes on',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('每个市州')}</w:p>${paragraph('至少一个。')}`,
      ['每个市州至少一个。'],
    ],
    ['hidden text stays hidden', `<w:p>${run('甲')}${run('乙', '<w:vanish/>')}${run('丙', '<w:vanish w:val="0"/>')}</w:p>`, ['甲丙']],
    [
      'a field shows its result',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run('4')}</w:p>`,
      ['4'],
    ],
    [
      'a reading aid is left out',
      `<w:p><w:r><w:ruby><w:rt>${run('xiāng')}</w:rt><w:rubyBase>${run('乡')}</w:rubyBase></w:ruby></w:r>${run('镇')}</w:p>`,
      ['乡镇'],
    ],
    ['line breaks break lines', `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>`, ['甲', '乙']],
    [
      'text in a content control or a link',
      `<w:sdt><w:sdtPr><w:t>占位</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink>${run('甲')}</w:hyperlink></w:p></w:sdtContent></w:sdt>`,
      ['甲'],
    ],
    [
      'a text box once, after its paragraph',
      `<w:p>${run('甲')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph('框')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('乙')}</w:p>`,
      ['甲乙', '框'],
    ],
    [
      'a row of a table is a row',
      `<w:tbl><w:tr><w:tc>${paragraph('任务')}</w:tc><w:tc>${paragraph('单位')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${paragraph('甲')}${paragraph('乙')}</w:tc></w:tr></w:tbl>`,
      ['| 任务 | 单位 |', '|  | 甲 乙 |'],
    ],
    [
      'a cell over several columns leaves them empty',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('目标')}</w:tc><w:tc>${paragraph('单位')}</w:tc></w:tr></w:tbl>`,
      ['| 目标 |  | 单位 |'],
    ],
    [
      'a deleted row is none',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>${paragraph('丙')}`,
      ['丙'],
    ],
    ['a frame of one cell is no table', `<w:tbl><w:tr><w:tc>${paragraph('甲')}${paragraph('乙')}</w:tc></w:tr></w:tbl>`, ['甲', '乙']],
  ])('%s', async (_, body, lines) => expect(await linesOf(docx(body))).toEqual(lines));

  it('a letterhead and an imprint that stand in the margins alone are read, once', async () => {
    const margins = {
      header: paragraph('苍岭省计划生育协会文件') + paragraph('苍计生协〔2026〕3号'),
      footer: paragraph('办公室2026年3月9日印发'),
    };
    expect(await linesOf(docx(paragraph('甲'), margins))).toEqual([
      '苍岭省计划生育协会文件',
      '苍计生协〔2026〕3号',
      '甲',
      '办公室2026年3月9日印发',
    ]);
    expect(await linesOf(docx(paragraph('苍计生协〔2026〕3 号') + paragraph('甲'), { header: paragraph('苍计生协〔2026〕3号') }))).toEqual([
      '苍计生协〔2026〕3 号',
      '甲',
    ]);
  });

  it('notes stand at the end; headers, footers and comments are no text of the document', async () => {
    const bytes = docx(paragraph('甲'), {
      footnotes: `<w:footnote w:type="separator">${paragraph('—')}</w:footnote><w:footnote>${paragraph('注')}</w:footnote>`,
      header: paragraph('页眉'),
      footer: paragraph('— 1 —'),
      comments: `<w:comment>${paragraph('批注')}</w:comment>`,
    });
    expect(await linesOf(bytes)).toEqual(['甲', '注']);
  });

  it('every line knows its paragraph', async () => {
    const { text, places } = await readDocx(docxOf('甲\n\n乙'), 'en');
    expect(text).toBe('甲\n乙\n');
    expect(places).toEqual([
      { at: 0, paragraph: 1 },
      { at: 2, paragraph: 3 },
    ]);
  });
});
