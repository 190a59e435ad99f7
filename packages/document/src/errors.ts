import { FpError, type Lang } from '@fp-kit/sdk';

export type DocumentErrorCode = 'empty-document' | 'binary-document' | 'unsupported-format' | 'too-large';

const messages: Record<DocumentErrorCode, Record<Lang, (detail: string) => string>> = {
  'empty-document': {
    'zh-CN': () => '文件是空的：请确认导出的文件里有正文。',
    en: () => 'The file is empty: check that the export holds the text.',
  },
  'binary-document': {
    'zh-CN': () => '这不是文本文件：请另存为纯文本（.txt，UTF-8 或 GB18030 编码）后再导入。',
    en: () => 'This is not a text file: save it as plain text (.txt, UTF-8 or GB18030) and import that.',
  },
  'unsupported-format': {
    'zh-CN': (format) => `暂不能读取 ${format}：请在办公软件中另存为纯文本（.txt）后再导入。`,
    en: (format) => `${format} cannot be read yet: save it as plain text (.txt) in your office software and import that.`,
  },
  'too-large': {
    'zh-CN': (size) => `文件太大（${size}）：工作要点的正文不会超过 20 MB，请确认选对了文件。`,
    en: (size) => `The file is too large (${size}): the text of a work plan stays below 20 MB; check that it is the right file.`,
  },
};

/** The document cannot be read at all. One line, in the reader's language, that says what to do. */
export class DocumentError extends FpError {
  declare readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, lang: Lang, detail = '') {
    super(code, messages[code][lang](detail));
    this.name = 'DocumentError';
  }
}
