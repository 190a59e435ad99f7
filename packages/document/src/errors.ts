import { FpError, type Lang } from '@fp-kit/sdk';

export type DocumentErrorCode =
  | 'empty-document'
  | 'binary-document'
  | 'encrypted-document'
  | 'scanned-document'
  | 'truncated-document'
  | 'data-file'
  | 'unsupported-format'
  | 'too-large'
  | 'zip-bomb'
  | 'old-spreadsheet'
  | 'too-many-rows'
  | 'no-sites';

const messages: Record<DocumentErrorCode, Record<Lang, (detail: string) => string>> = {
  'empty-document': {
    'zh-CN': () => '文件里没有文字：请确认导出的文件里有正文。',
    en: () => 'The file holds no text: check that the export holds the text.',
  },
  'binary-document': {
    'zh-CN': () => '看不出是哪种文档：请另存为 docx、pdf、ofd 或纯文本（.txt，UTF-8 或 GB18030 编码）后再导入。',
    en: () => 'This is no document that is known: save it as docx, pdf, ofd or plain text (.txt, UTF-8 or GB18030) and import that.',
  },
  'encrypted-document': {
    'zh-CN': (format) => `${format} 文档设有密码或已加密：请在办公软件中取消密码、另存一份后再导入。`,
    en: (format) => `The ${format} document is encrypted or needs a password: save a copy without a password and import that.`,
  },
  'scanned-document': {
    'zh-CN': (pages) => `文档共 ${pages} 页，只有图像、没有文字（扫描件）：请先做文字识别（OCR），再导入识别后的文档。`,
    en: (pages) => `The document has images but no text (pages: ${pages}), as a scan has: run OCR on it first and import what that gives.`,
  },
  'truncated-document': {
    'zh-CN': (format) => `${format} 文档不完整或已损坏：请重新下载，或在办公软件中打开后另存一份再导入。`,
    en: (format) => `The ${format} document is incomplete or damaged: download it again, or open it and save a copy, and import that.`,
  },
  'data-file': {
    'zh-CN': () => '这是 JSON 数据，不是文件正文：计划、阵地和台账文件请用 fp check 检查。',
    en: () => 'This is JSON data, not a document: check plans, site files and ledgers with fp check.',
  },
  'unsupported-format': {
    'zh-CN': (format) => `不能读取 ${format}：请在办公软件中另存为 docx、pdf 或纯文本（.txt）后再导入。`,
    en: (format) => `${format} cannot be read: save it as docx, pdf or plain text (.txt) in your office software and import that.`,
  },
  'too-large': {
    'zh-CN': (size) => `文件太大（${size}）：工作要点的正文不会超过 20 MB，请确认选对了文件。`,
    en: (size) => `The file is too large (${size}): the text of a work plan stays below 20 MB; check that it is the right file.`,
  },
  'zip-bomb': {
    'zh-CN': (format) => `${format} 文档解压后大得反常，已停止读取：请确认文件来源可靠，或在办公软件中另存一份后再导入。`,
    en: (format) =>
      `The ${format} document unpacks to far more than a document holds, so reading stopped: check where it comes from, or save a copy and import that.`,
  },
  'old-spreadsheet': {
    'zh-CN': () => '这是旧版 Excel（.xls）或设有密码的表格：请另存为 .xlsx（不设密码）后再导入。',
    en: () => 'This is an old Excel file (.xls) or one with a password: save it as .xlsx without a password and import that.',
  },
  'too-many-rows': {
    'zh-CN': (most) => `表格超过 ${most} 行：请分成几个文件，分别导入。`,
    en: (most) => `The table has more than ${most} rows: split it into several files and import each.`,
  },
  'no-sites': {
    'zh-CN': () => '这份 JSON 里没有阵地：应为 GeoJSON（FeatureCollection）或 HSDS 服务；阵地文件请用 fp check 检查。',
    en: () => 'This JSON holds no sites: it should be GeoJSON (a FeatureCollection) or HSDS services; check sites files with fp check.',
  },
};

/** The document cannot be read at all. One line, in the reader's language, that says what to do. */
export class DocumentError extends FpError {
  declare readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, lang: Lang, detail = '', options?: ErrorOptions) {
    super(code, messages[code][lang](detail), options);
    this.name = 'DocumentError';
  }
}
