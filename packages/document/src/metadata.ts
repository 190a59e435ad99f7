import { withoutEnd } from './characters.js';
import { readDate, readFigures } from './dates.js';
import { Words } from './words.js';

/** What a portal prints above an article, in a table or in one line: 索引号 … 发文字号 … 成文日期 …. */
export interface Metadata {
  number?: string;
  issuer?: string;
  /** 成文日期, YYYY-MM-DD; never the day the page was published. */
  writtenOn?: string;
}

type Field = 'number' | 'issuer' | 'written' | 'other';

const labels = new Words<Field>([
  ['发文字号', 'number'],
  ['文件编号', 'number'],
  ['文号', 'number'],
  ['成文日期', 'written'],
  ['发文日期', 'written'],
  ['成文时间', 'written'],
  ['发文时间', 'written'],
  ['印发日期', 'written'],
  ['发布机构', 'issuer'],
  ['发文机关', 'issuer'],
  ['制发机关', 'issuer'],
  ['发文单位', 'issuer'],
  ['发文机构', 'issuer'],
  ['制发单位', 'issuer'],
  ['发布单位', 'issuer'],
  ['填报单位', 'issuer'],
  ['填报日期', 'written'],
  ...'索引号 统一登记号 信息分类 信息类别 统一编号 信息索引 主题分类 组配分类 体裁分类 服务对象 公开方式 公开日期 公开形式 发布日期 发布时间 生成日期 有效性 名称 公开范围 信息名称 信息来源 关键词 主题词 适用范围 内容概述 公文种类 访问量 浏览次数'
    .split(' ')
    .map((label): [string, Field] => [label, 'other']),
]);

/** Whether a label of metadata and its colon begin at `at`. */
export function isLabelAt(text: string, at: number): boolean {
  const label = labels.at(text, at);
  return label !== undefined && text[at + label[0].length] === ':';
}

/** The fields of a paragraph of metadata; undefined for any other text. */
export function readMetadata(text: string): Metadata | undefined {
  const isRow = text.startsWith('|');
  if (!isRow && (!labels.at(text, 0) || text.length > 400)) return undefined;
  const found: { field: Field; at: number; end: number }[] = [];
  labels.visit(text, 0, text.length, (field, at, label) => {
    const end = at + label.length;
    if (at >= (found.at(-1)?.end ?? 0) && ':|'.includes(text[end] ?? '')) found.push({ field, at, end });
  });
  if (found.length === 0) return undefined;
  const metadata: Metadata = {};
  found.forEach(({ field, end }, i) => {
    const rest = text.slice(end, found[i + 1]?.at).replace(/^[:| ]+/, '');
    // In a row the next cell may have a label that no list knows.
    const value = withoutEnd(isRow ? rest.split('|')[0]! : rest, '| ');
    if (field === 'number') metadata.number ??= value;
    if (field === 'issuer') metadata.issuer ??= value;
    if (field === 'written') {
      const date = readDate(value) ?? readFigures(value);
      if (date !== undefined) metadata.writtenOn ??= date;
    }
  });
  return metadata;
}
