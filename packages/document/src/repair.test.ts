import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, stringOf } from './fold.js';
import { repair, toSource } from './repair.js';

const genre = fc.string({
  unit: fc.constantFrom(
    ...Array.from('一二三十、（）()〔〕1234567890.％% \n\r\t　—-“”《》。，；：年月日底前不少于达到个名每市州至少建设暖心家园第页'),
    'a',
    '\ufeff',
  ),
  maxLength: 400,
});

describe('the view maps back', () => {
  it('folds one unit for one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });

  it('takes small forms and look-alikes for the marks of an outline', () => {
    expect(stringOf(fold('一﹑甲﹔二丶乙﹕﹙三﹚丙﹐1﹒丁'))).toBe('一、甲;二、乙:(三)丙,1.丁');
  });

  it('reads formal numerals, but not the words that some of them are parts of', () => {
    expect(stringOf(fold('一式叁份、壹次、貳次'))).toBe('一式三份、一次、二次');
    expect(stringOf(fold('參加隊伍、收拾'))).toBe('参加队伍、收拾');
  });

  it('takes a letter for the round zero only within a Chinese year', () => {
    expect(stringOf(fold('二OO九年、二o一O年、二Ｏ二六年'))).toBe('二〇〇九年、二〇一〇年、二〇二六年');
    expect(stringOf(fold('O2O、二O二O模式、第一Office'))).toBe('O2O、二〇二O模式、第一Office');
  });

  it.each([
    ['**一、加强组织建设**', '一、加强组织建设'],
    ['1. **开展培训**。培训**不少于100人**，**力争**更多。', '1.开展培训。培训不少于100人,力争更多。'],
    ['- 发放宣传品1万份', '发放宣传品1万份'],
    ['* [x] 每季度开展活动1次', '每季度开展活动1次'],
    ['● 培训保育人员', '培训保育人员'],
    ['■建设小屋', '建设小屋'],
    ['○一年工作', '〇一年工作'],
    // Blanks that a page has lost.
    ['??一、总体要求', '一、总体要求'],
    // What hides a figure or a name stays.
    ['20**年，**市**县计生协', '20**年,**市**县计生协'],
    ['张**同志，李**女士', '张**同志,李**女士'],
    ['**未合上', '**未合上'],
    ['- 3 -5个', '3-5个'],
    ['—— 一场接力', '--一场接力'],
  ])('reads the signs of a list and of Markdown as no part of the text: %s', (source, text) => expect(repair(source).text).toBe(text));

  it.each([
    ['稳步推进.全镇辖村19个.', '稳步推进。全镇辖村19个。'],
    ['活动室7间(共350平方米).占42%.其余', '活动室7间(共350平方米)。占42%。其余'],
    // Of a marker, a number, the name of a file, a row of dots.
    ['一.加强领导', '一.加强领导'],
    ['（一).建设', '(一).建设'],
    ['1.5.29活动', '1.5.29活动'],
    ['分解表.xlsx', '分解表.xlsx'],
    ['等等...', '等等...'],
  ])('takes a dot behind a word for a full stop: %s', (source, text) => expect(repair(source).text).toBe(text));

  it('keeps every character at its place, in order', () => {
    fc.assert(
      fc.property(genre, (source) => {
        const view = repair(source);
        const folded = stringOf(fold(source));
        expect(view.at.length).toBe(view.text.length + 1);
        for (let i = 0; i < view.text.length; i++) {
          if (i > 0) expect(view.at[i]!).toBeGreaterThan(view.at[i - 1]!);
          const own = folded[view.at[i]!];
          // A dot may end a sentence.
          if (!'\n '.includes(view.text[i]!) && !(own === '.' && view.text[i] === '。')) expect(view.text[i]).toBe(own);
        }
      }),
    );
  });

  it('loses nothing but white space and page numbers', () => {
    fc.assert(
      fc.property(genre, (source) => {
        const view = repair(source);
        const kept = new Set(view.at);
        for (let i = 0; i < source.length; i++) {
          if (/\s|\u200b|\ufeff/.test(source[i]!)) continue;
          const furniture = view.repairs.some(({ code, span }) => code !== 'broken-line' && i >= span[0] && i < span[1]);
          expect(kept.has(i)).toBe(!furniture);
        }
      }),
    );
  });
});

describe('repair', () => {
  const long = '持续深化面向群众的服务，推动阵地建设提质增效，让服务更有温度、保障更有力度，进一步落实为基层';

  it('joins a sentence that a page broke, over the page number', () => {
    const source = `${long}减\n\n— 3 —\n\n要求。下一句。`;
    const view = repair(source);
    expect(view.text).toContain('为基层减要求。');
    expect(view.repairs.map(({ code }) => code).sort()).toEqual(['broken-line', 'page-number']);
    const at = view.text.indexOf('减要求');
    expect(source.slice(...toSource(view, at, at + 3))).toBe('减\n\n— 3 —\n\n要求');
  });

  it('drops the pages of a preview where a heading behind one gives them away, and keeps a list', () => {
    const paged = '1、某区活动总结\n二、宣传。\n2、全区设点86个。\n3、四、不足。\n力量薄弱。';
    expect(repair(paged).text).toBe('某区活动总结\n二、宣传。\n全区设点86个。\n四、不足。\n力量薄弱。');
    const list = '一、甲\n1、子。\n2、丑。\n二、乙\n1、寅。';
    expect(repair(list).text).toBe(list);
  });

  it('joins nothing to what a page prints around the document', () => {
    const line = '时间：2026-02-11 09:12:37  字号：大 中 小  推荐阅读：述职报告（3篇）某某村工作计划';
    expect(repair(`${line}\n为做好工作，制定本计划。`).text.split('\n')).toHaveLength(2);
  });

  it.each([
    ['（一）抓组织，网络日臻完\n善。\n对各村逐一过筛。', '(一)抓组织,网络日臻完善。\n对各村逐一过筛。'],
    ['举办业务培训3期，受训38\n0人次。镇财政列支4万元。', '举办业务培训3期,受训380人次。镇财政列支4万元。'],
    ['会员 38\n0人次', '会员38\n0人次'],
    [
      '为落实国家和省关于优化生育政策的部署，缓解群众托育难，制定本方案。 二、起草过程\n????2024年3月，县卫生健康局牵头起草。',
      '为落实国家和省关于优化生育政策的部署,缓解群众托育难,制定本方案。二、起草过程\n2024年3月,县卫生健康局牵头起草。',
    ],
  ])('takes up the rest of a sentence or of a number that the width of the page cut off: %s', (source, text) =>
    expect(repair(source).text).toBe(text),
  );

  it('keeps a heading apart from the text below it', () => {
    expect(repair('一、加强领导\n\n坚持把方向放在首位。').text).toBe('一、加强领导\n坚持把方向放在首位。');
  });

  it('reads a document that was wrapped at a fixed width', () => {
    const line = '坚持以人民为中心的工作思路把各项服务做细做实做到家';
    const source = ['一、加强领导', ...Array.from({ length: 12 }, () => line), '推动工作上台阶。', '二、深化改革', line, '选优配强。'].join(
      ' \n\n',
    );
    const view = repair(source);
    expect(view.text.split('\n')).toEqual(['一、加强领导', `${line.repeat(12)}推动工作上台阶。`, '二、深化改革', `${line}选优配强。`]);
    expect(view.repairs).toEqual([]);
  });

  it('joins a line that was wrapped short of the others, but no title', () => {
    const line = '坚持以人民为中心的工作思路把各项服务做细做实做到家';
    const short = '(一)政策符合率达到九成以上,出生率控制在';
    const source = [
      ...Array.from({ length: 12 }, () => line),
      '完成各项任务。',
      short,
      '较低的水平。',
      '坚持以人民为中心的工作思路做细',
      '做实。',
    ].join('\n');
    expect(repair(source).text.split('\n').slice(1)).toEqual([`${short}较低的水平。`, '坚持以人民为中心的工作思路做细', '做实。']);
  });

  it('joins a line that begins without the blanks that paragraphs begin with, and nothing above the first of those', () => {
    const items = ['壹', '贰', '叁', '肆', '伍'].map(
      (word, i) => `    ${i + 1}、${word}级协会一类比例保持在百分之四十五以上，三类协会控制在百分\n之八以内。`,
    );
    const view = repair(`关于印发某县计划生育协会二〇二六年工作计划要点以及任务分解\n某计生协[2026]4号\n${items.join('\n')}`);
    expect(view.text.split('\n')).toHaveLength(7);
    expect(view.text.split('\n')[2]).toMatch(/^1、.*百分之八以内。$/);
    expect(view.repairs).toEqual([]);
  });

  it('joins nothing to the rule below a letterhead', () => {
    const line = '坚持以人民为中心的工作思路把各项服务做细做实做到家';
    const source = [
      '怀川县计划生育协会          2024年3月29日',
      '——————————————————————————',
      ...Array.from({ length: 12 }, () => line),
    ].join('\n');
    expect(repair(source).text.split('\n')[0]).toBe('怀川县计划生育协会2024年3月29日');
  });

  it('passes over the letter that a form feed was printed as', () => {
    expect(repair('f4、抓队伍管理。\nf(二)抓阵地。\nf自抓自管。\nfp-kit').text).toBe('4、抓队伍管理。\n(二)抓阵地。\n自抓自管。\nfp-kit');
  });

  it('joins a number that the width of a page cut', () => {
    const line = '坚持以人民为中心的工作思路把各项服务做细做实做到家';
    const source = [...Array.from({ length: 12 }, () => line), `${line.slice(1)}2`, '5%以上。'].join('\n');
    expect(repair(source).text).toMatch(/到家25%以上。$/);
  });

  it('drops spaces around numbers but keeps them between Latin words', () => {
    expect(repair('2022 年 3月 10日 good home').text).toBe('2022年3月10日good home');
  });

  it('passes over the numbers that a page-by-page preview left in a sentence', () => {
    expect(repair(`总的来看成效明显。${long}减\n2、的要求。\n1、下一项`).text).toBe(
      `总的来看成效明显。${stringOf(fold(long))}减的要求。\n1、下一项`,
    );
  });

  it('passes over them where every page breaks off in a sentence, from the first on', () => {
    const pages = [
      '某市活动总结。一、领导重视，认真部署，各级及时制定了实施意见，确保活动获得理想',
      '的效果。二是走访慰问困难家庭，三是发动干部群众捐款捐物，筹集资金用来资助贫困',
      '母亲215名。三、营造氛围。',
    ];
    expect(repair(pages.map((page, i) => `${i + 1}、${page}`).join('\n')).text.replaceAll('\n', '')).toBe(stringOf(fold(pages.join(''))));
    const items = ['开展培训。共3期', '走访家庭。共9户', '发放资料。'].map((item, i) => `${i + 1}、${item}`).join('\n');
    expect(repair(items).text).toBe(items);
  });

  it('takes the next number of a list for no page, though the line before it has no end', () => {
    const text = `4、前一项。\n5、平衡性别比。${long}范围内\n6、抓好服务。文。`;
    expect(repair(text).text).toBe(stringOf(fold(text)));
    expect(repair(text).repairs).toEqual([]);
  });

  it('passes over pinyin without tones, too, and over no other word in parentheses', () => {
    expect(repair('協(xie)會(hui)的應用(app)和(a)').text).toBe('协会的应用(app)和(a)');
  });

  it('passes over the pinyin that a page printed behind its characters', () => {
    const view = repair('鄉(xiāng)鎮(zhèn)責任(ICU)書');
    expect(view.text).toBe('乡镇责任(ICU)书');
    expect(view.repairs.map(({ code, span }) => [code, span])).toEqual([
      ['pinyin', [1, 8]],
      ['pinyin', [9, 15]],
    ]);
  });

  it('does not take a date for a page number', () => {
    expect(repair('署名\n2022-02-24\n正文').text).toContain('2022-02-24');
  });
});
