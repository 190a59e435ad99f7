import { FpError } from '../errors.js';
import type { Lang } from '../lang.js';

/** The server could not be reached, or the connection broke. `code` is `network`; `cause` is what fetch said. */
export class NetworkError extends FpError {
  readonly url: string;

  constructor(url: string, lang: Lang, options?: { cause?: unknown }) {
    super(
      'network',
      lang === 'en'
        ? `Could not reach ${url}: check the address and the connection, and that the server allows this page (CORS)`
        : `无法连接 ${url}：请检查地址和网络，并确认服务器允许本页访问（CORS）`,
      options,
    );
    this.name = 'NetworkError';
    this.url = url;
  }
}

/** The answer was not complete in time. `code` is `timeout`. */
export class TimeoutError extends FpError {
  readonly url: string;

  constructor(url: string, timeoutMs: number, lang: Lang) {
    super(
      'timeout',
      lang === 'en'
        ? `No complete answer from ${url} within ${timeoutMs} ms: try again later, or raise timeoutMs`
        : `${url} 在 ${timeoutMs} 毫秒内没有答复完整：请稍后重试，或调大 timeoutMs`,
    );
    this.name = 'TimeoutError';
    this.url = url;
  }
}

/** The server answered, but not with success. `code` is `http`. */
export class HttpError extends FpError {
  readonly url: string;
  /** HTTP status (RFC 9110), such as 404. */
  readonly status: number;

  constructor(url: string, status: number, lang: Lang, options?: { cause?: unknown }) {
    super('http', describeStatus(url, status, lang), options);
    this.name = 'HttpError';
    this.url = url;
    this.status = status;
  }
}

/** The answer is not JSON; often a login or error page. `code` is `not-json`. */
export class NotJsonError extends FpError {
  readonly url: string;

  constructor(url: string, { contentType, isEmpty }: { contentType: string; isEmpty: boolean }, lang: Lang, options?: { cause?: unknown }) {
    const found = contentType.split(';')[0]!.trim();
    super(
      'not-json',
      lang === 'en'
        ? `${url} did not answer with JSON${isEmpty ? ' but with nothing' : found === '' ? '' : ` (it says ${found})`}: ` +
            'open the address in a browser to see what it gives; it must be the JSON file itself'
        : `${url} 返回的不是 JSON${isEmpty ? '，内容为空' : found === '' ? '' : `（类型为 ${found}）`}：` +
            '请在浏览器中打开该地址查看内容，应当直接指向 JSON 文件',
      options,
    );
    this.name = 'NotJsonError';
    this.url = url;
  }
}

function describeStatus(url: string, status: number, lang: Lang): string {
  const isGone = status === 404 || status === 410;
  const isBarred = status === 401 || status === 403;
  if (lang === 'en') {
    const mend = isGone
      ? 'check the path; the file may not be published yet'
      : isBarred
        ? 'reading it needs a permission'
        : status >= 500
          ? 'the server has a fault, try again later'
          : 'check the address';
    return `${url} answered with HTTP ${status}: ${mend}`;
  }
  const mend = isGone
    ? '请检查路径，文件可能尚未发布'
    : isBarred
      ? '读取需要授权'
      : status >= 500
        ? '服务器出错，请稍后重试'
        : '请检查地址';
  return `${url} 返回 HTTP ${status}：${mend}`;
}
