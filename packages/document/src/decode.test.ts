import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeText } from './decode.js';
import { DocumentError } from './errors.js';

const text = '青溪省计划生育协会〔2026〕2号\n一、建成3-5个';
const utf8 = new TextEncoder().encode(text);

function utf16(littleEndian: boolean, mark: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
  if (mark) view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16((i + (mark ? 1 : 0)) * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(['Node', 'a page'])('decodeText tells the encoding from the bytes, in %s', (platform) => {
  beforeEach(() => {
    if (platform === 'a page') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  });

  it.each([
    ['UTF-8', 'utf-8', utf8],
    ['UTF-8 with a byte order mark', 'utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16 little endian with a mark', 'utf-16le', utf16(true, true)],
    ['UTF-16 big endian with a mark', 'utf-16be', utf16(false, true)],
    ['UTF-16 little endian', 'utf-16le', utf16(true, false)],
    ['UTF-16 big endian', 'utf-16be', utf16(false, false)],
  ] as const)('%s', (_, encoding, bytes) => {
    expect(decodeText(bytes, 'en')).toEqual({ text, encoding });
  });

  it('UTF-8 that was cut off in a character', () => {
    const long = text.repeat(3);
    const bytes = new TextEncoder().encode(long).subarray(0, -1);
    expect(decodeText(bytes, 'en')).toEqual({ text: `${long.slice(0, -1)}\ufffd`, encoding: 'utf-8' });
  });

  it('GB18030, with a character that GBK lacks', () => {
    const bytes = Uint8Array.from(Buffer.from('bcc6bbaec9fad3fdd0adbbe1a1b232303236a1b332bac50a8130813081308434', 'hex'));
    const { text: decoded, encoding } = decodeText(bytes, 'en');
    expect(encoding).toBe('gb18030');
    expect(decoded).toContain('计划生育协会〔2026〕2号\n');
  });
});

describe('decodeText refuses what is no text, in one line that says what to do', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty-document'],
    ['white space alone', new TextEncoder().encode(' \n\t\n'), 'empty-document'],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256), 'binary-document'],
  ])('%s', (_, bytes, code) => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const error = catchError(() => decodeText(bytes, lang));
      expect(error).toBeInstanceOf(DocumentError);
      expect(error).toMatchObject({ name: 'DocumentError', code });
      expect((error as Error).message).not.toContain('\n');
      expect(/[一-鿿]{4}/.test((error as Error).message)).toBe(lang === 'zh-CN');
    }
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
