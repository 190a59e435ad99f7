import { describe, expect, it } from 'vitest';
import { readMarker } from './markers.js';
import { parseChineseNumber } from './numerals.js';
import { readOutline } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { repair } from './repair.js';

describe('parseChineseNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十三', 13],
    ['二十', 20],
    ['九十九', 99],
    ['两百', 200],
    ['一百零五', 105],
    ['三千五百万', 35000000],
    ['一亿二千万', 120000000],
    ['二〇二六', 2026],
    ['万', 10000],
    ['', undefined],
    ['甲', undefined],
  ])('%s → %s', (text, value) => expect(parseChineseNumber(text)).toBe(value));
});

describe('readMarker', () => {
  it.each([
    ['一、总体要求', 1, '一', 1],
    ['十一、扎实开展', 1, '十一', 11],
    ['一.总体要求', 1, '一', 1],
    ['(三)强化', 2, '三', 3],
    ['(十二)、强化', 2, '十二', 12],
    ['1.健康行动', 3, '1', 1],
    ['12、健康行动', 3, '12', 12],
    ['(1)建立', 4, '1', 1],
    ['2)建立', 4, '2', 2],
    ['一是全面加强', 5, '一', 1],
  ])('%s', (text, level, ordinal, value) => expect(readMarker(text, 0)).toMatchObject({ level, ordinal, value }));

  it.each(['5.29会员活动日', '1.5万人次', '三孩政策', '二0一一年', '2026年', '一体推进', '(以下简称', '100.大', '一是,', '第一、'])(
    '%s is none',
    (text) => expect(readMarker(text, 0)).toBeUndefined(),
  );
});

describe('readOutline', () => {
  const outline = (text: string) => {
    const view = repair(text);
    const { sections, irregular, preamble } = readOutline(paragraphsOf(view.text), new Set());
    return {
      tree: sections.map((s) => `${s.path} L${s.level} ${view.text.slice(s.titleStart, s.titleEnd)}`),
      irregular: irregular.map(({ section, kind }) => `${section.path} ${kind}`),
      preamble: preamble.map((p) => p.text),
      body: sections.map((s) => s.body.map((p) => p.text).join('/')),
    };
  };

  it('follows the markers, not the depth of Markdown', () => {
    expect(outline('# 一、总体\n### （一）甲。文字。\n## （二）乙\n正文。\n#### 二、其他\n1. 丙。\n（1）丁。').tree).toEqual([
      '1 L1 总体',
      '1.1 L2 甲',
      '1.2 L2 乙',
      '2 L1 其他',
      '2.1 L3 丙',
      '2.1.1 L4 丁',
    ]);
  });

  it('lets a run of （一）… go on over sections without complaint', () => {
    const { tree, irregular } = outline('一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n（四）卯。');
    expect(tree).toEqual(['1 L1 甲', '1.1 L2 子', '1.2 L2 丑', '2 L1 乙', '2.3 L2 寅', '2.4 L2 卯']);
    expect(irregular).toEqual([]);
  });

  it('keeps doubled ordinals apart and reports them, and gaps too', () => {
    const { tree, irregular } = outline('一、甲\n文。\n二、乙\n文。\n二、丙\n文。\n五、丁\n文。');
    expect(tree).toEqual(['1 L1 甲', '2 L1 乙', '2b L1 丙', '5 L1 丁']);
    expect(irregular).toEqual(['2b doubled', '5 skipped']);
  });

  it('makes a heading of 一是 at the start of a line, none of one in a sentence', () => {
    expect(outline('（一）甲\n一是加强领导。各级要抓。\n二是深化改革。文。').tree).toEqual([
      '1 L2 甲',
      '1.1 L5 加强领导',
      '1.2 L5 深化改革',
    ]);
    expect(outline('（一）甲。一是加强领导；二是深化改革。').tree).toEqual(['1 L2 甲']);
  });

  it('cuts a title at the first full stop, or at a colon that a list follows', () => {
    const { tree, body } = outline('一、加强领导。要抓紧。再抓。\n二、做好下列工作：\n正文。\n三、落实：一是甲；二是乙。');
    expect(tree).toEqual(['1 L1 加强领导', '2 L1 做好下列工作', '3 L1 落实']);
    expect(body).toEqual(['要抓紧。再抓。', '正文。', '一是甲;二是乙。']);
  });

  it('finds headings in a text that was poured into one line', () => {
    expect(
      outline('总结 今年以来趋于优化。 一、工作措施 (一)坚持领导。 召开会议6次。 (二)坚持宣传。 办班4期。二、存在问题。有差距。').tree,
    ).toEqual(['1 L1 工作措施', '1.1 L2 坚持领导', '1.2 L2 坚持宣传', '2 L1 存在问题']);
  });

  it('does not take an enumeration inside a sentence for headings', () => {
    expect(outline('一、甲\n指标要求:1、深化改革；2、加强建设。按照第(一)项办理。').tree).toEqual(['1 L1 甲']);
  });

  it('leaves a table of contents out', () => {
    expect(outline('某协会年度安排\n目录\n一、职能……1\n二、情况……3\n一、职能\n甲。\n二、情况\n乙。').tree).toEqual([
      '1 L1 职能',
      '2 L1 情况',
    ]);
  });

  it('keeps what stands before the first heading', () => {
    expect(outline('总的要求是坚持。\n一、甲\n乙。').preamble).toEqual(['总的要求是坚持。']);
  });
});
