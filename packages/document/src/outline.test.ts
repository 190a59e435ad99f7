import { describe, expect, it } from 'vitest';
import { readMarker } from './markers.js';
import { parseChineseNumber } from './numerals.js';
import { readOutline } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { hasGapBefore, repair } from './repair.js';

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
    ['廿六', 26],
    ['卅一', 31],
    ['', undefined],
    ['甲', undefined],
  ])('%s → %s', (text, value) => expect(parseChineseNumber(text)).toBe(value));
});

describe('readMarker', () => {
  it.each([
    ['一、总体要求', 1, '一', 1],
    ['(四〉新建驿站', 2, '四', 4],
    ['十一、扎实开展', 1, '十一', 11],
    ['一.总体要求', 1, '一', 1],
    ['(三)强化', 2, '三', 3],
    ['(十二)、强化', 2, '十二', 12],
    ['1.健康行动', 3, '1', 1],
    ['12、健康行动', 3, '12', 12],
    ['(1)建立', 4, '1', 1],
    ['2)建立', 4, '2', 2],
    ['一是全面加强', 5, '一', 1],
    ['二要压实责任', 5, '二', 2],
    ['第一,加强领导', 5, '一', 1],
    ['第三、强化保障', 5, '三', 3],
    ['①建立台账', 5, '1', 1],
    ['⑴建立台账', 4, '1', 1],
    ['⒉建立台账', 3, '2', 2],
    ['㈢建立台账', 2, '三', 3],
    ['1、5.29会员活动日', 3, '1', 1],
    ['2、12月20日前上交总结', 3, '2', 2],
    ['1.5.29会员活动日', 3, '1', 1],
    ['2.12月底前完成', 3, '2', 2],
    ['3.2026年底前建成', 3, '3', 3],
    ['二、三级网络', 1, '二', 2],
    ['一,总体要求', 1, '一', 1],
    ['-、总体要求', 1, '一', 1],
    ['二、二、重点工作', 1, '二', 2],
    ['(二)(二)重点工作', 2, '二', 2],
  ])('%s', (text, level, ordinal, value) => expect(readMarker(text, 0)).toMatchObject({ level, ordinal, value }));

  it.each([
    '5.29会员活动日',
    '1.5万人次',
    '三孩政策',
    '二0一一年',
    '2026年',
    '一体推进',
    '(以下简称',
    '100.大',
    '一是,',
    '第一、',
    '第一、二季度',
    '第一书记',
    '第一部分',
    '三要素',
    '一要点',
    '二要,',
    '五、六月份集中开展',
    '一、二季度',
    '7、8月开展',
    '1.3.5版',
    '五,六月份集中开展',
  ])('%s is none', (text) => expect(readMarker(text, 0)).toBeUndefined());
});

describe('readOutline', () => {
  const outline = (text: string) => {
    const view = repair(text);
    const { sections, irregular, preamble } = readOutline(view, paragraphsOf(view.text), new Set(), (at) => hasGapBefore(text, view, at));
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
    expect(outline('（一）甲\n一要高度重视；二要突出特色。').tree).toEqual(['1 L2 甲']);
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

  it.each<[name: string, text: string, ...tree: string[]]>([
    ['a run goes on over sections', '一、甲\n（一）子。\n二、乙\n（二）丑。\n（三）寅。', '1', '1.1', '2', '2.2', '2.3'],
    ['a run skips', '一、甲\n（一）子。\n（三）丑。\n三、乙\n（一）寅。', '1', '1.1', '1.3', '3', '3.1'],
    ['a run starts again', '一、甲\n（一）子。\n（二）丑。\n（一）寅。\n1.丙。', '1', '1.1', '1.2', '1.1b', '1.1b.1'],
    ['a level is left out', '一、甲\n1.子。\n（1）丑。\n2.寅。\n二、乙', '1', '1.1', '1.1.1', '1.2', '2'],
    ['1. below 一是 goes on', '（一）甲\n一是子。\n1.丑。\n2.寅。\n二是卯。\n（二）乙', '1', '1.1', '1.1.1', '1.1.2', '1.2', '2'],
    ['一是 below 1.', '1.甲\n一是子。文。\n二是丑。文。\n2.乙\n一是寅。文。', '1', '1.1', '1.2', '2', '2.1'],
    ['① below （1）', '（1）甲\n①子。\n②丑。\n（2）乙\n①寅。', '1', '1.1', '1.2', '2', '2.1'],
    ['① below 一是', '（一）甲\n一是子。\n①丑。\n②寅。\n二是卯。', '1', '1.1', '1.1.1', '1.1.2', '1.2'],
    ['1) below (1)', '（1）甲\n1)子。\n2)丑。\n（2）乙', '1', '1.1', '1.2', '2'],
    ['（一） below 1.', '1.甲\n（一）子。\n（二）丑。\n2.乙\n（一）寅。\n3.丙', '1', '1.1', '1.2', '2', '2.1', '3'],
    ['（一） above a 1. that starts again', '1.甲\n（一）子。\n1.丑。\n（二）寅。', '1', '1b', '1b.1', '2'],
    ['第一 below 一、 heads nothing', '一、甲\n第一，抓宣传。文。\n第二，抓服务。文。\n二、乙', '1', '2'],
    ['第一 as the only numbering', '第一，抓宣传。文。\n第二，抓服务。文。', '1', '2'],
    ['一要 below （一）', '（一）甲\n一要抓宣传。文。\n二要抓服务。文。\n（二）乙', '1', '1.1', '1.2', '2'],
    [
      'two boxes',
      '（一）甲\n1.子。\n专栏1 项目\n1.丑。\n专栏2 工程\n1.寅。\n2.卯。\n2.辰。\n3.巳。',
      '1',
      '1.1',
      '1.1.1',
      '1.1.1b',
      '1.1.2',
      '1.2',
      '1.3',
    ],
    [
      'a box counts anew',
      '（一）甲\n1.子。\n专栏1 重点项目\n1.丑。\n2.寅。\n3.卯。\n2.辰。\n（二）乙',
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '1.2',
      '2',
    ],
  ])('parents: %s', (_, text, ...paths) => expect(outline(text).tree.map((line) => line.split(' ')[0])).toEqual(paths));

  it.each<[name: string, text: string, ...titles: string[]]>([
    ['一是 without a sign', '一、精心组织，慰问贫困母亲一是广泛发动，筹集资金。二是走访慰问。', '精心组织,慰问贫困母亲'],
    ['a list of sentences', '二、下年工作计划1、完善协会，达标。2、开展服务4次。', '下年工作计划', '完善协会,达标', '开展服务4次'],
    [
      'a list without signs between its items',
      '一、主要目标1、准确率在96%以上2、性别比在正常范围3、检查率达95%（含95%）4、宣传到位',
      '主要目标',
      '准确率在96%以上',
      '性别比在正常范围',
      '检查率达95%(含95%)',
      '宣传到位',
    ],
    ['今年以来', '一、坚持宣传先行，着力营造浓厚氛围今年以来，全镇开展宣传12次，发放资料。', '坚持宣传先行,着力营造浓厚氛围'],
    ['a new sentence', '一、营造氛围，开展宣传服务全市举办文艺演出36场，发放宣传品4.5万份。', '营造氛围,开展宣传服务'],
    ['a body that acts', '一、领导重视，认真部署省计划生育协会实施方案下发后，市里及时制定了意见，加强组织领导。', '领导重视,认真部署'],
    ['a list right behind a title', '二、存在问题 一是队伍不稳。调整8人。二是管理难。外出1人。', '存在问题', '队伍不稳', '管理难'],
    [
      'a list behind a colon and a blank',
      '三、思路 重点抓好以下工作: 1.抓班子。选优会长19名。2.抓示范。新建3个。',
      '思路重点抓好以下工作',
      '抓班子',
      '抓示范',
    ],
    ['a masked body', '一、树立科学发展观，加强计生工作领导xx镇党委、政府形成主要领导亲自抓的格局。', '树立科学发展观,加强计生工作领导'],
    ['garble', '二、制定过程？？？？？？？？？2025年3月，区卫生健康局组织相关科室起草，征求意见26条。', '制定过程'],
    [
      'a whole sentence',
      '一、积极配合卫生健康部门在全县开展“三查”服务，确保政策落到实处。',
      '积极配合卫生健康部门在全县开展“三查”服务,确保政策落到实处',
    ],
    ['a list of clauses', '一、加强领导，一是抓责任，二是抓考核。', '加强领导,一是抓责任,二是抓考核'],
    ['closed items in one line', '（一）甲。一是加强领导。各级要抓。二是深化改革。要抓实。', '甲', '加强领导', '深化改革'],
    ['items without a text', '（一）甲。一是加强领导。二是深化改革。', '甲'],
    ['clauses on a line of their own', '二、问题\n一是重视不够；二是经费不足。', '问题'],
    ['items in one line', '二、问题\n1.力量薄弱。2.经费不足。', '问题', '力量薄弱', '经费不足'],
    ['a gap', '一、行动目标 到2025年，素养水平达到28%以上，占比不低于40%。', '行动目标'],
    [
      'a gap and a heading',
      '（三）甲。\n一、重点行动 （一）普及行动。建库1个，入库50名。 （二）膳食行动。文。',
      '甲',
      '重点行动',
      '普及行动',
      '膳食行动',
    ],
    ['a gap in a slogan', '一、守正创新 勇毅前行，奋力开创新局面。正文。', '守正创新勇毅前行,奋力开创新局面'],
    [
      'blanks around a number',
      '1.安排资金 180 万元，新建点每个补助 5.5 万元；其余自筹。\n2.乙',
      '安排资金180万元,新建点每个补助5.5万元;其余自筹',
      '乙',
    ],
    ['an enumeration', '（一）甲。做好：1、改革；2、建设。', '甲'],
  ])('titles: %s', (_, text, ...titles) => {
    expect(outline(text).tree.map((line) => line.split(' ').slice(2).join(' '))).toEqual(titles);
  });

  it.each([
    '某协会安排\n目录\n一、职能 1\n二、情况 3\n一、主要职能\n甲。\n二、基本情况\n乙。',
    '某协会安排\n目　录\n一、主要职能……1\n二、基本情况……3\n一、主要职能\n甲。\n二、基本情况\n乙。',
    '某协会安排\n一、主要职能.......1\n二、基本情况.......3\n一、主要职能\n甲。\n二、基本情况\n乙。',
  ])('leaves out the contents: %j', (text) => expect(outline(text).tree).toEqual(['1 L1 主要职能', '2 L1 基本情况']));

  it('takes 第三, behind 首先, and 其次, for no heading', () => {
    const text = '某协会报告\n一、成绩\n首先,组织更健全。建会2个。\n其次,宣传更贴近。演出3场。\n第三,帮扶更有效。扶持4户。';
    expect(outline(text).tree).toEqual(['1 L1 成绩']);
  });

  it('keeps what stands before the first heading', () => {
    expect(outline('总的要求是坚持。\n一、甲\n乙。').preamble).toEqual(['总的要求是坚持。']);
  });
});
