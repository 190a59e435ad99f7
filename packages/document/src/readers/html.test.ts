import { describe, expect, it } from 'vitest';
import { gb18030Of } from '../../testing/gb18030.js';
import { portalPage, portalPageOf } from '../../testing/html.js';
import { readHtml } from './html.js';

const bytesOf = (page: string) => new TextEncoder().encode(page);
const linesOf = async (page: string) => (await readHtml(bytesOf(page), 'en')).text.split('\n').slice(0, -1);
const title = '苍岭省计划生育协会2026年工作要点';
const editor = 'TRS_Editor';
const article = [
  '各市州计生协：',
  '现将要点印发给你们，请抓好落实，每季度报送台账。',
  '一、加强领导',
  '（一）健全机制。建设暖心家园3-5个。',
];
const metadata = [
  '| 索 引 号 | 000014349/2026-00031 | 主题分类 | 卫生、体育 |',
  '| 发布机构 | 苍岭省计划生育协会 | 成文日期 | 2026年3月6日 |',
  '| 发文字号 | 苍计生协〔2026〕3号 | 有效性 | 有效 |',
];

describe('the article of a portal page', () => {
  it('is all there is, after its metadata and its title', async () => {
    expect(await linesOf(portalPageOf(article.join('\n'), { title, editor }))).toEqual([...metadata, title, ...article]);
  });

  it('does not print a title twice', async () => {
    expect(await linesOf(portalPageOf([title, ...article].join('\n'), { title, editor }))).toEqual([...metadata, title, ...article]);
  });

  it('is read in GBK, whatever the page says of itself', async () => {
    for (const charset of ['gb2312', 'utf8']) {
      const { text } = await readHtml(gb18030Of(portalPageOf(article.join('\n'), { charset, title, editor })), 'en');
      expect(text.split('\n').slice(3, -1)).toEqual([title, ...article]);
    }
  });

  it('is found in tables that lay out the page', async () => {
    const page = `<html><body><table><tr><td><ul><li><a>首页</a></li><li><a>新闻</a></li></ul></td><td><table><tr><td>${article.map((line) => `<p>${line}</p>`).join('')}</td></tr></table></td></tr></table></body></html>`;
    expect(await linesOf(page)).toEqual(article);
  });

  it('is found in the cell beside a menu', async () => {
    const long = [...article, ...article, ...article, ...article, ...article];
    const page = `<html><body><table><tr><td>首页<br>新闻</td><td>${long.map((line) => `<p>${line}</p>`).join('')}</td></tr></table></body></html>`;
    expect(await linesOf(page)).toEqual(long);
  });

  it('keeps the part that stands in a division of its own', async () => {
    const page = `<html><body><div class="menu"><a>首页</a></div><div><div>${article.join('<br>').repeat(5)}</div><div>附则：本要点自印发之日起施行。</div></div></body></html>`;
    expect((await linesOf(page)).at(-1)).toBe('附则：本要点自印发之日起施行。');
  });

  it('keeps what is written in a part that is named for its position', async () => {
    const page = `<html><body><div class="top"><p>各市州。</p><p>现印发。请执行。</p></div><div>${'<p>抓好落实，每季度报送台账。</p>'.repeat(9)}</div></body></html>`;
    expect((await linesOf(page)).slice(0, 2)).toEqual(['各市州。', '现印发。请执行。']);
  });

  it('takes metadata that are set as a list', async () => {
    const page = `<html><body><ul><li><b>索引号：</b>0001/2026</li><li><b>发文字号：</b>苍计生协〔2026〕3号</li></ul><div>${[...article, ...article, ...article].map((line) => `<p>${line}</p>`).join('')}</div></body></html>`;
    expect((await linesOf(page)).slice(0, 6)).toEqual(['| 索引号 | 0001/2026 |', '| 发文字号 | 苍计生协〔2026〕3号 |', ...article]);
  });
});

describe('a document saved as a page', () => {
  it.each<[what: string, body: string, lines: string[]]>([
    ['paragraphs and line breaks', '<p>甲<br>乙</p><div>丙<p>丁</p></div>', ['甲', '乙', '丙', '丁']],
    ['a line broken in the source only', '<p>计划生\n    育协会</p><p>two\nwords</p>', ['计划生育协会', 'two words']],
    ['raised digits raised', '<p>95%<sup>1</sup></p>', ['95%¹']],
    ['preformatted lines', '<pre>甲\n\n乙</pre>', ['甲', '乙']],
    [
      'rows of a table',
      '<table><tr><th>任务</th><th>单位</th></tr><tr><td>甲<p>乙</p></td><td></td></tr></table>',
      ['| 任务 | 单位 |', '| 甲 乙 |  |'],
    ],
    [
      'cells over several rows and columns',
      '<table><tr><th rowspan="2">任务</th><th colspan="2">目标</th></tr><tr><th>数量</th><th>时限</th></tr><tr><td rowspan="2">甲</td><td>3个</td><td>6月</td></tr><tr><td>5个</td><td>9月</td></tr></table>',
      ['| 任务 | 目标 |  |', '|  | 数量 | 时限 |', '| 甲 | 3个 | 6月 |', '|  | 5个 | 9月 |'],
    ],
    ['numbers of a list', '<ol start="3"><li>甲</li><li><p>乙</p></li></ol>', ['3. 甲', '4. 乙']],
    ['Chinese numbers of a list', '<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>', ['一、甲', '二、乙']],
    [
      'no scripts, deletions, reading aids or hidden text',
      '<p>甲<script>乙</script><del>丙</del><ruby>丁<rt>dīng</rt></ruby><i hidden>戊</i></p>',
      ['甲丁'],
    ],
    ['no headers and footers of pages', '<div title="header"><p>页眉</p></div><p>甲</p><div title="footer"><p>1</p></div>', ['甲']],
    ['entities', '<p>甲&nbsp;&lt;乙&gt;&#12288;&ldquo;丙&rdquo;</p>', ['甲\u00a0<乙>\u3000“丙”']],
  ])('%s', async (_, body, lines) => expect(await linesOf(`<html><body>${body}</body></html>`)).toEqual(lines));

  it('without text is empty', async () => {
    await expect(linesOf('<html><body><img src="1.png"></body></html>')).rejects.toMatchObject({ code: 'empty-document' });
  });

  it('is not searched in more than linear time, however deep it nests', async () => {
    const deep = `<html><body>${'<div>'.repeat(500_000)}甲${'</div>'.repeat(500_000)}</body></html>`;
    expect(await linesOf(deep)).toEqual(['甲']);
    expect(await linesOf(portalPage('<p>甲。</p>'.repeat(5000)))).toHaveLength(5003);
  });
});
