import type { SourceProblem } from '../../element/source-error.js';

/** What is on the page in place of data, for its readers. */
const failures: Record<SourceProblem | 'missing', string> = {
  network: '网络不通，暂时无法取得最新数据。',
  timeout: '服务器没有及时答复，暂时无法取得最新数据。',
  http: '服务器出错，暂时无法取得最新数据。',
  missing: '没有找到最新数据。',
  absent: '没有找到最新数据。',
  notJson: '收到的内容不是数据，暂时无法显示。',
  shape: '最新数据有误，无法显示。',
  value: '数值有误，无法显示。',
};

/** Words of the line that stands where no data is, and of the warning on the console. */
export const notesZhCN = {
  loading: '正在加载…',
  empty: '暂无内容',
  failures,
  retry: '重试',

  kept: '页面原有内容照常显示。',
  problems: {
    network: (where: string, detail: string) =>
      `无法连接 ${where}（${detail}）。请检查 src 的地址、网络，以及服务器是否允许跨源访问（CORS）。`,
    timeout: (where: string, detail: string) => `${where} 在 ${detail} 内没有答复。请检查服务器；读者可按“重试”。`,
    http: (where: string, detail: string) => `${where} 返回 HTTP ${detail}。请检查 src 的地址是否正确、文件是否已发布。`,
    absent: (where: string) =>
      `页面中没有 id 为 ${where.slice(1)} 的元素。请写入 <script type="application/json" id="${where.slice(1)}">，或改正 src。`,
    notJson: (where: string, detail: string) => `${where} 不是有效的 JSON（${detail}）。请用 fp check 检查该文件。`,
    shape: (where: string, detail: string) => `数据在 ${where} 处不合格式（${detail}）。请用 fp check 检查该文件。`,
    value: (where: string, detail: string) =>
      `属性 ${where} 的值无效（${detail}）。数字不能小于 0，max 须大于 0，下限不能高于上限，日期写作 2026-12-31。`,
  },
};

export type NoteWords = typeof notesZhCN;
