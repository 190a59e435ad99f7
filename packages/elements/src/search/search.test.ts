import { expect } from 'chai';
import fc from 'fast-check';
import { fold, foldWithPlaces } from './fold.js';
import { matchesIn } from './matches.js';
import { pinyinFinder } from './pinyin.js';
import { TextIndex } from './text-index.js';

/** The text with what a query finds in it between ［ and ］. */
const marked = (text: string, query: string): string =>
  matchesIn(text, query).reduceRight(
    (words, [start, end]) => `${words.slice(0, start)}［${words.slice(start, end)}］${words.slice(end)}`,
    text,
  );

describe('search', () => {
  describe('in words', () => {
    const cases: [text: string, query: string, found: string][] = [
      ['新建省级“暖心家园”3—5个', '暖心家园', '新建省级“［暖心家园］”3—5个'],
      ['暖心行动，暖心服务', '暖心', '［暖心］行动，［暖心］服务'],
      ['新建１２个', '12个', '新建［１２个］'],
      ['新建12个', '１２个', '新建［12个］'],
      ['建设3—5\n\n个', '5个', '建设3—［5\n\n个］'],
      ['HPV 疫苗', 'hpv疫苗', '［HPV 疫苗］'],
      ['㎡与２㎡', 'm2', '［㎡］与２［㎡］'],
      ['𠮷野家', '野', '𠮷［野］家'],
      ['暖心', '家园', '暖心'],
      ['暖心', '  ', '暖心'],
      ['暖心家园，会员之家', '家 会员', '暖心［家］园，［会员］之［家］'],
      ['暖心家园', '暖心家 家园', '［暖心家园］'],
      ['暖心家园', 'nx　jiayuan', '［暖心］［家园］'],
      ['（一）办好', '(一)', '［（一）］办好'],
    ];
    for (const [text, query, found] of cases) {
      it(JSON.stringify([text, query]), () => {
        expect(marked(text, query)).to.equal(found);
      });
    }
  });

  describe('by pinyin', () => {
    const cases: [text: string, query: string, found: string][] = [
      ['新建暖心家园3个', 'nxjy', '新建［暖心家园］3个'],
      ['新建暖心家园3个', 'nuanxin', '新建［暖心］家园3个'],
      ['新建暖心家园3个', 'nuanxjy', '新建［暖心家园］3个'],
      ['新建暖心家园3个', 'nuanxinjiay', '新建［暖心家园］3个'],
      ['新建暖心家园3个', "Nuan'xin", '新建［暖心］家园3个'],
      ['新建暖心家园3个', '暖xin', '新建［暖心］家园3个'],
      ['重庆市', 'chongqing', '［重庆］市'],
      ['重点', 'zhongdian', '［重点］'],
      ['长沙银行', 'csyh', '［长沙银行］'],
      ['会长', 'huizhang', '［会长］'],
      ['会计', 'kuaiji', '［会计］'],
      ['乐清市', 'yueqing', '［乐清］市'],
      ['会员之家', 'hyzj', '［会员之家］'],
      ['厦门佛山六安', 'xm', '［厦门］佛山六安'],
      ['厦门佛山六安', 'fsla', '厦门［佛山六安］'],
      ['曾都区', 'zengdu', '［曾都］区'],
      ['覆盖率', 'fgl', '［覆盖率］'],
      ['覆盖率', 'fugailv', '［覆盖率］'],
      ['女性', 'nvxing', '［女性］'],
      ['女性', 'nuxing', '［女性］'],
      ['西安', 'xian', '［西安］'],
      ['先进', 'xian', '［先］进'],
      ['张志', 'zhz', '［张志］'],
      ['张志', 'zz', '［张志］'],
      ['HPV疫苗', 'hpvym', '［HPV疫苗］'],
      ['暖心家园', 'nxyj', '暖心家园'],
      ['暖心家园', 'uan', '暖心家园'],
      ['暖', 'nuanx', '暖'],
      ['家，园', 'jy', '家，园'],
    ];
    for (const [text, query, found] of cases) {
      it(JSON.stringify([text, query]), () => {
        expect(marked(text, query)).to.equal(found);
      });
    }

    it('knows the syllable of every one of some characters from all over the table', () => {
      const read: Record<string, string> = {
        a: '阿',
        bai: '百',
        bian: '边',
        cai: '财',
        chuang: '创',
        dui: '对',
        en: '恩',
        er: '二',
        fu: '妇',
        gong: '工',
        guo: '国',
        huan: '环',
        ji: '计',
        jun: '均',
        kang: '康',
        kuo: '扩',
        li: '力',
        lv: '律',
        mei: '美',
        ning: '宁',
        nv: '女',
        ou: '欧',
        ping: '平',
        qu: '去',
        qiong: '穷',
        ren: '人',
        ruo: '弱',
        sheng: '生',
        shuang: '双',
        ting: '庭',
        tuo: '托',
        wo: '我',
        xiong: '雄',
        xue: '学',
        you: '优',
        yuan: '园',
        yu: '育',
        zao: '早',
        zhe: '者',
        zhuang: '装',
        zuo: '作',
        xie: '协',
        zhong: '众',
        shi: '市',
        xiang: '乡',
        zhen: '镇',
        cun: '村',
        she: '社',
        zhi: '治',
      };
      const wrong = Object.entries(read).filter(([syllable, character]) => !pinyinFinder(syllable)!(character));
      expect(wrong).to.deep.equal([]);
    });

    it('takes time that grows with the text alone, however ambiguous the letters', () => {
      const text = '哈阿'.repeat(10_000);
      const start = performance.now();
      expect(matchesIn(text, 'hahahahahahahahahahahahahahax')).to.deep.equal([]);
      expect(performance.now() - start).to.be.below(1000);
    });
  });

  describe('in many texts', () => {
    const word = fc.string({ unit: fc.constantFrom('暖', '心', '家', '园', '3', 'Ａ', 'b', ' ', '\n', '，'), maxLength: 12 });

    it('finds every text that holds all words of the query and no other', () => {
      fc.assert(
        fc.property(fc.array(word, { maxLength: 30 }), word, (texts, query) => {
          const index = new TextIndex(texts);
          fc.pre(!/[a-z]/.test(fold(query)));
          const sought = query.split(/\s/).map(fold);
          const expected = [...texts.keys()].filter((place) => sought.every((one) => fold(texts[place]!).includes(one)));
          expect(index.find(query)).to.deep.equal(expected);
        }),
        { numRuns: 500 },
      );
    });

    it('marks a match in each text it finds', () => {
      fc.assert(
        fc.property(fc.array(word, { maxLength: 30 }), word, (texts, query) => {
          fc.pre(fold(query) !== '');
          const found = new TextIndex(texts).find(query);
          expect(found).to.deep.equal(
            [...texts.keys()].filter((place) =>
              query.split(/\s/).every((one) => fold(one) === '' || matchesIn(texts[place]!, one).length > 0),
            ),
          );
        }),
        { numRuns: 500 },
      );
    });

    it('finds by letters what stands in letters and what is read so', () => {
      expect(new TextIndex(['暖心家园', 'NXJY 项目', '家园', '内向精英']).find('nxjy')).to.deep.equal([0, 1, 3]);
    });
  });

  it('folds character by character as it folds the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('暖', 'Ａ', '㎡', '　', '①', '𠮷', '\t', 'é') }), (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).to.equal(fold(text));
        expect(places).to.have.length(folded.length + 1);
      }),
    );
  });
});
