import type { Lang } from '@fp-kit/sdk';
import { decodeText } from '../decode.js';
import { DocumentError } from '../errors.js';
import { descendants, type Element, elementsOf, parseHtml, textOf } from './markup.js';
import { formatNumber } from './numbering.js';
import { type DocumentText, Lines, pipeRow, raised } from './text.js';

/**
 * Text of the article of a page: of a government portal's, without its menus, toolbars, breadcrumbs, lists of other news and footer; of a
 * document that an office program saved as a page, all of it. The portal's table of metadata (索引号, 发文字号 …) comes first, as rows,
 * then the title where the article does not print it. Places count the paragraphs of the article.
 *
 * @throws DocumentError where the page holds no text.
 */
// Asynchronous as every reader is.
// eslint-disable-next-line @typescript-eslint/require-await
export async function readHtml(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  const root = parseHtml(decodeText(bytes, lang).text);
  const page = descendants(root, 'body')[0] ?? root;
  const raw = new Map<Element, number>();
  weigh(page, () => false, raw);
  const isJunk = (element: Element) =>
    isFurniture(element) && (raw.get(element) ?? 0) < (raw.get(page) ?? 0) * MAX_FURNITURE && !metadataMark.test(textOf(element));
  const weights = new Map<Element, number>();
  weigh(page, isJunk, weights);

  const article = articleOf(page, weights);
  const around = article === page ? { before: [], after: [] } : blocksAround(page, article, isJunk);
  const blocks = withoutLists(blocksOf(article, isJunk));
  const body = [...around.before.filter(isProse), ...blocks, ...around.after.filter(isProse)].filter(({ text }) => !isTool(text));

  const lines = new Lines();
  let paragraph = 0;
  const print = (text: string) => lines.add(text, { paragraph: ++paragraph });
  if (article !== page) for (const row of metadataOf(blocksBefore(page, article))) print(row);
  const title = article === page ? undefined : titleOf(root, page, article);
  if (
    title !== undefined &&
    !squeeze(
      body
        .slice(0, 12)
        .map(({ text }) => text)
        .join(''),
    ).includes(squeeze(title))
  )
    print(title);
  for (const { text } of body) print(text);
  if (lines.isEmpty) throw new DocumentError('empty-document', lang);
  return lines.toText('text/html');
}

/** Never text of a document, whatever the page. */
const unseen = new Set(
  'head script style noscript template iframe object svg canvas audio video button select textarea nav footer aside rt rp del'.split(' '),
);
const blockNames = new Set(
  'address article blockquote body center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What an article may be: never a paragraph or a list, whose neighbours belong to it. */
const containers = new Set('article body center div fieldset font form main section span table tbody td tr'.split(' '));

/** Words that portals name the parts around an article with. */
const furniture = new Set(
  (
    'ad ads breadcrumb breadcrumbs comment comments copyright crumb crumbs dqwz ewm fenxiang foot footer friend hot links login logo menu ' +
    'nav navbar pager pagination qrcode rank recommend relate related search share sidebar toolbar toolbars xgwz xgxx'
  ).split(' '),
);
/** These tell where a part stands: it is furniture where nothing is written in it. */
const positions = new Set('banner bottom head header location pages position print side tool tools top topbar'.split(' '));
/** Of the text of a page: what holds more is no furniture, however it is named. */
const MAX_FURNITURE = 0.3;
/** Of the text of an element: a child that holds as much is where the article stands. */
const MOST = 0.8;
/** In characters: a cell with less may well be one of data. */
const ARTICLE_LENGTH = 200;

function isFurniture(element: Element): boolean {
  const { name, attributes } = element;
  const { id = '', class: list = '', role = '' } = attributes;
  if (name === 'body' || name === 'article' || name === 'main') return false;
  if (/^(?:navigation|banner|contentinfo|search|complementary)$/.test(role)) return true;
  const words = `${id} ${list}`
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => furniture.has(word)) || (words.some((word) => positions.has(word)) && !isWritten(element));
}

/** Three sentences are more than a welcome or a notice of the portal. */
function isWritten(element: Element): boolean {
  const text = textOf(element);
  return text.split('。').length > 3 && !footing.test(text);
}

/** What portals print at the foot of each page (国办发〔2017〕47号). */
const footing = /版权所有|ICP备|公网安备|网站标识码|主办单位|承办单位|技术支持|copyright/i;

function isHidden({ attributes: { style = '', hidden, title } }: Element): boolean {
  // LibreOffice keeps the headers and footers of pages as divisions of these titles.
  return hidden !== undefined || /display\s*:\s*none/i.test(style) || title === 'header' || title === 'footer';
}

const isOut = (element: Element) => unseen.has(element.name) || isHidden(element);
const squeeze = (text: string) => text.replace(/\s+/g, '');

/** Length of the text below each element that is not a link's: a menu weighs nothing. */
function weigh(element: Element, isJunk: (element: Element) => boolean, weights: Map<Element, number>): number {
  let weight = 0;
  for (const child of element.children) {
    if (typeof child === 'string') weight += squeeze(child).length;
    else if (!isOut(child) && !isJunk(child)) {
      const below = weigh(child, isJunk, weights);
      if (child.name !== 'a') weight += below;
    }
  }
  weights.set(element, weight);
  return weight;
}

/** Names that the editors of portals (TRS, UCAP, Visual SiteBuilder, WeChat …) give to what was written in them. */
const editors =
  /^(?:trs_u?editor|trs_paper_default|ucap-content|zoom|zoomcon|fontzoom|vsb_content\w*|v_news_content|wp_articlecontent|article-?content|news_?content|pages_content|custom_unionstyle|bodylabel|artibody|js_content)$/i;
/** Of the text of a page: an editor with less is not the one of the article. */
const SOME = 0.1;

function isEditor({ attributes: { id = '', class: list = '' } }: Element): boolean {
  return `${id} ${list}`.split(/\s+/).some((name) => editors.test(name));
}

/** What was written in the editor of the portal, else the smallest container that holds most of the text of each that it stands in. */
function articleOf(page: Element, weights: Map<Element, number>): Element {
  const enough = (weights.get(page) ?? 0) * SOME;
  const written = matching(page, (element) => isEditor(element) && (weights.get(element) ?? 0) > enough);
  if (written.length === 1) return written[0]!;
  for (let article = page; ;) {
    const most = (weights.get(article) ?? 0) * MOST;
    const inner = elementsOf(article).find(
      (child) => containers.has(child.name) && most > 0 && (weights.get(child) ?? 0) >= most && !(child.name === 'table' && isData(child)),
    );
    if (!inner) return article;
    article = inner;
  }
}

/** The outermost elements that match. */
function matching(root: Element, matches: (element: Element) => boolean): Element[] {
  return elementsOf(root).flatMap((element) => (matches(element) ? [element] : matching(element, matches)));
}

interface Block {
  text: string;
  /** How much of the text is that of links: 0 to 1. */
  linked: number;
}

/** A list of news prints one beside each link. */
const day = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?/g;

const nothingIsJunk = () => false;
const blocksBefore = (page: Element, article: Element) => blocksAround(page, article, nothingIsJunk).before;

/** What stands before and after the article in the page. */
function blocksAround(page: Element, article: Element, isJunk: (element: Element) => boolean): { before: Block[]; after: Block[] } {
  const mark: Block = { text: '', linked: 0 };
  const blocks = blocksOf(page, isJunk, { at: article, mark });
  const at = blocks.indexOf(mark);
  return { before: blocks.slice(0, at), after: blocks.slice(at + 1) };
}

/** The blocks of text of an element in order: a paragraph, a line before `<br>`, a row of a table. `mark` stands for what it is put at. */
function blocksOf(root: Element, isJunk: (element: Element) => boolean, placeholder?: { at: Element; mark: Block }): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  /** The number of a list's item stands before the first text in it. */
  let prefix = '';
  const numbers = new Map<Element, string>();
  const flush = () => {
    const body = text.trim();
    const whole = body && prefix + body;
    if (whole !== '') prefix = '';
    if (whole !== '') blocks.push({ text: whole, linked: linked / (squeeze(whole.replace(day, '')).length || 1) });
    text = '';
    linked = 0;
  };
  const append = (more: string) => {
    text += /\s$/.test(text) || text === '' ? more.trimStart() : more;
  };
  const visit = (parent: Element, isLink: boolean, isPre: boolean) => {
    for (const child of parent.children) {
      if (typeof child !== 'string') {
        enter(child, isLink || child.name === 'a', isPre || child.name === 'pre');
        continue;
      }
      const printed = parent.name === 'sup' ? raised(child) : child;
      for (const [i, line] of (isPre ? printed.split('\n') : [printed]).entries()) {
        if (i > 0) flush();
        append(collapse(line));
        if (isLink) linked += squeeze(line).length;
      }
    }
  };
  const enter = (element: Element, isLink: boolean, isPre: boolean) => {
    const { name } = element;
    if (element === placeholder?.at) {
      flush();
      blocks.push(placeholder.mark);
    } else if (isOut(element) || isJunk(element)) return;
    else if (name === 'br') flush();
    else if (name === 'table' && isData(element) && !(placeholder && holds(element, placeholder.at))) {
      flush();
      blocks.push(...rowsOf(element));
    } else {
      const isBlock = blockNames.has(name);
      if (isBlock) flush();
      if (name === 'ol') for (const [item, number] of numbersOf(element)) numbers.set(item, number);
      prefix = numbers.get(element) ?? prefix;
      visit(element, isLink, isPre);
      if (isBlock) flush();
    }
  };
  visit(root, false, false);
  flush();
  return blocks;
}

/** White space as a page shows it: one space, and none where only the source breaks a line between Chinese characters. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (space, at: number) =>
    /[\r\n]/.test(space) && /[\u2e80-\uffef]/.test(text[at - 1] ?? '') && /[\u2e80-\uffef]/.test(text[at + space.length] ?? '') ? '' : ' ',
  );
}

/** What a browser prints before each item of an ordered list. */
function numbersOf(list: Element): Map<Element, string> {
  const { start = '1', type = '1', style = '' } = list.attributes;
  const kind = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1];
  const format = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }[type] ?? 'decimal';
  const isChinese = kind !== undefined && /cjk-ideographic|chinese-informal/.test(kind);
  const numbers = new Map<Element, string>();
  let number = Number.parseInt(start, 10) || 1;
  for (const item of elementsOf(list)) {
    if (item.name !== 'li' || kind === 'none') continue;
    number = Number.parseInt(item.attributes['value'] ?? '', 10) || number;
    numbers.set(item, isChinese ? `${formatNumber(number, 'chineseCounting')}、` : `${formatNumber(number, format)}. `);
    number++;
  }
  return numbers;
}

function holds(element: Element, wanted: Element): boolean {
  return elementsOf(element).some((child) => child === wanted || holds(child, wanted));
}

const cellsOf = (row: Element) => elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');

/** A table of data has rows of several cells, and neither a table within nor a cell that holds the article; else it lays out the page. */
function isData(table: Element): boolean {
  if (descendants(table, 'table').length > 0) return false;
  const rows = descendants(table, 'tr').map((row) => cellsOf(row).map((cell) => squeeze(textOf(cell)).length));
  const all = rows.flat();
  const largest = Math.max(0, ...all);
  const isLayout = largest > ARTICLE_LENGTH && largest > MOST * all.reduce((sum, length) => sum + length, 0);
  return !isLayout && rows.some((row) => row.filter((length) => length > 0).length > 1);
}

/** A cell that spans columns or rows leaves those empty, so that every cell stands in its column. */
function rowsOf(table: Element): Block[] {
  /** How many rows more the cell above fills in each column. */
  let filled: number[] = [];
  return descendants(table, 'tr').flatMap((row) => {
    const texts: string[] = [];
    const next: number[] = [];
    const leaveFilled = () => {
      while ((filled[texts.length] ?? 0) > 0) {
        next[texts.length] = filled[texts.length]! - 1;
        texts.push('');
      }
    };
    for (const cell of cellsOf(row)) {
      leaveFilled();
      const text = blocksOf(cell, nothingIsJunk)
        .map((block) => block.text)
        .join(' ');
      for (let column = 0, columns = spanOf(cell, 'colspan'); column < columns; column++) {
        next[texts.length] = spanOf(cell, 'rowspan') - 1;
        texts.push(column === 0 ? text : '');
      }
    }
    leaveFilled();
    filled = next;
    if (texts.every((text) => text === '')) return [];
    return [{ text: texts.length === 1 ? texts[0]! : pipeRow(texts), linked: 0 }];
  });
}

function spanOf({ attributes }: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(64, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1));
}

/** Three links or more one after another are a list of other pages, and so is the heading above them. */
function withoutLists(blocks: Block[]): Block[] {
  const isLink = ({ text, linked }: Block) => linked > 0.8 && !text.startsWith('附件');
  const kept: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (end < blocks.length && isLink(blocks[end]!)) end++;
    if (end - at >= 3) {
      if (/^.{0,4}(?:相关|推荐|热点|更多|最新|延伸)/.test(kept.at(-1)?.text ?? '')) kept.pop();
      at = end;
    } else kept.push(...blocks.slice(at, (at = Math.max(end, at + 1))));
  }
  return kept;
}

/** Sentences outside the article, as where a page prints it in several parts. */
function isProse({ text, linked }: Block): boolean {
  return linked < 0.3 && /[。；]/.test(text) && !footing.test(text);
}

/** A line that works the page. */
function isTool(text: string): boolean {
  return (
    text.length < 60 &&
    /^[【[（(\s]*(?:字号|字体|大\s*中\s*小|分享|打印|关闭|扫一扫|浏览次数|浏览量|访问量|点击|上一篇|下一篇|返回顶部|收藏|当前位置|您?现?在?的?位置)/.test(
      text,
    )
  );
}

const metadataMark = /索\s*引\s*号|发文字号|发布机构/;
const labels =
  /^(?:索\s*引\s*号|发文字号|文\s*号|文件编号|成文日期|生成日期|发文日期|发布日期|公开日期|发布机构|发文机关|公开责任部门|主题分类|组配分类|信息分类|体裁分类|公开方式|有\s*效\s*性|主\s*题\s*词|信息名称|名\s*称|标\s*题)\s*[:：]?/;

/** The rows of metadata, whether the page sets them as a table, a list or plain lines. */
function metadataOf(blocks: Block[]): string[] {
  const rows = blocks.flatMap(({ text }) => {
    if (text.startsWith('|')) return text.split('|').some((cell) => labels.test(cell.trim())) ? [text] : [];
    const [label] = labels.exec(text) ?? [];
    const value = text.slice(label?.length ?? 0).trim();
    return label === undefined || text.length > 120 || value === '' ? [] : [pipeRow([label.replace(/[:：]$/, ''), value])];
  });
  // One label alone may as well be a heading or a menu.
  return rows.length > 1 || rows[0]?.includes('号') ? rows : [];
}

/** By the portal's own metadata (国办发〔2017〕47号), else the heading that stands alone before the article, else the window's title. */
function titleOf(root: Element, page: Element, article: Element): string | undefined {
  const meta = descendants(root, 'meta').find(({ attributes }) => attributes['name']?.toLowerCase() === 'articletitle');
  const given = meta?.attributes['content']?.trim();
  if (given) return given;
  const headings = descendants(page, 'h1').filter((heading) => !holds(article, heading) && squeeze(textOf(heading)).length > 5);
  if (headings.length === 1) return collapse(textOf(headings[0]!)).trim();
  const window = descendants(root, 'title')[0];
  const name = window
    ? collapse(textOf(window))
        .trim()
        .slice(0, 200)
        .split(/[_|–]|\s[-—]\s/, 1)[0]!
        .trim()
    : '';
  return name.length > 8 ? name : undefined;
}
