import { ProblemError } from './problem.js';

/** Deeper than any plan; a bomb of brackets is refused before it is parsed. */
const deepest = 64;

/** The body of a request as bytes, up to a limit that is kept while it comes in. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new ProblemError({
    status: 413,
    code: 'too-large',
    title: `the body is larger than ${limit} bytes`,
    detail: 'send it in smaller parts',
    headers: { Connection: 'close' },
  });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    const reader = (request.body as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel().catch(() => undefined);
        throw tooLarge;
      }
      chunks.push(value);
    }
  }
  return Buffer.concat(chunks, size);
}

/** The body of a request as the bytes of a file of one of these media types, which need not be right: a browser guesses them by the name. */
export async function readUpload(request: Request, mediaTypes: readonly string[], limit: number): Promise<Uint8Array> {
  const type = (request.headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
  if (!mediaTypes.includes(type)) {
    throw new ProblemError({
      status: 415,
      code: 'no-table',
      title: 'the body is not said to be a table',
      detail: `send the file itself, as Content-Type: ${mediaTypes.join(' or ')}`,
    });
  }
  return readBytes(request, limit);
}

/** The body of a request as JSON. What no database and no page could hold (broken UTF-8, NUL, half a character) is refused. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw new ProblemError({
      status: 415,
      code: 'not-json',
      title: 'the body is not said to be JSON',
      detail: 'send Content-Type: application/json',
    });
  }
  const bytes = await readBytes(request, limit);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError({ status: 400, code: 'not-utf-8', title: 'the body is not UTF-8', detail: 'send JSON in UTF-8' });
  }
  if (depthOf(text) > deepest) {
    throw new ProblemError({
      status: 400,
      code: 'too-deep',
      title: `the JSON is nested more than ${deepest} deep`,
      detail: 'send it as the API describes it',
    });
  }
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && (value.includes('\u0000') || !isWellFormed(value))) throw new TypeError('text');
      return value;
    }) as unknown;
  } catch (error) {
    throw error instanceof SyntaxError
      ? new ProblemError({ status: 400, code: 'not-json', title: 'the body is not JSON', detail: error.message.slice(0, 200) })
      : new ProblemError({
          status: 400,
          code: 'no-text',
          title: 'a text holds NUL or half a character',
          detail: 'send text that can be printed',
        });
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepestSeen = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isText) {
      if (code === 92) at++;
      else if (code === 34) isText = false;
    } else if (code === 34) isText = true;
    else if (code === 91 || code === 123) deepestSeen = Math.max(deepestSeen, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepestSeen;
}

/** Lone surrogates have no UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}
