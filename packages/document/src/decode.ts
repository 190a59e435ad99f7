import type { Lang } from '@fp-kit/sdk';
import { CharacterSet } from './characters.js';
import { DocumentError } from './errors.js';
import { nodeModule } from './node.js';

/** Refused before anything is read: 20 MB is some ten million characters, far beyond any official document. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Text of a plain-text document, its encoding told from the bytes: a byte order mark, else UTF-16 by its zero bytes, else UTF-8 if
 * it is valid, else GB18030 (which contains GBK and GB2312).
 *
 * @throws DocumentError for an empty or binary file.
 */
export function decodeText(bytes: Uint8Array, lang: Lang): { text: string; encoding: Encoding } {
  const decoded = decode(bytes);
  if (decoded.text.trim() === '') throw new DocumentError('empty-document', lang);
  if (looksBinary(decoded.text)) throw new DocumentError('binary-document', lang);
  return decoded;
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const wide = wideEncodingOf(bytes);
  if (wide) return { text: wide === 'utf-16be' ? decodeBigEndian(bytes) : new TextDecoder(wide).decode(bytes), encoding: wide };
  const text = decodeUtf8(bytes);
  return text === undefined ? { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' } : { text, encoding: 'utf-8' };
}

function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Official documents hold digits, spaces and line ends: in UTF-16 their high bytes are zero, and text in the other encodings has no
  // zero byte. A few characters (一 is U+4E00) have a zero low byte, so the majority decides.
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) evenZeros++;
    else oddZeros++;
  }
  if (oddZeros > sample.length / 64 && oddZeros > evenZeros * 2) return 'utf-16le';
  if (evenZeros > sample.length / 64 && evenZeros > oddZeros * 2) return 'utf-16be';
  return undefined;
}

interface NodeBuffer {
  isUtf8: (bytes: Uint8Array) => boolean;
  transcode?: (bytes: Uint8Array, from: 'utf8', to: 'utf16le') => { toString: (encoding: 'utf16le', start: number) => string };
}

const hasByteOrderMark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Text of bytes that are UTF-8, or say that they are; undefined for any other. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  // A decoder of Node 20 or 22 takes four times as long as this; one of Node 24 as long.
  const buffer = nodeModule('node:buffer') as NodeBuffer | undefined;
  if (buffer?.transcode && buffer.isUtf8(bytes))
    return buffer.transcode(bytes, 'utf8', 'utf16le').toString('utf16le', hasByteOrderMark(bytes) ? 2 : 0);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return isDeclaredUtf8(bytes) ? new TextDecoder().decode(bytes) : undefined;
  }
  try {
    return text + decoder.decode();
  } catch {
    // A character that was cut off at the end is no reason to take the text for GB18030.
    return `${text}\ufffd`;
  }
}

/** A page that says so, though a byte of it is damaged. */
function isDeclaredUtf8(bytes: Uint8Array): boolean {
  return /<meta[^>]{1,80}charset=["']?utf-8/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)));
}

/** Node without full ICU lacks utf-16be, so the bytes are swapped and read as utf-16le. */
function decodeBigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < swapped.length; i += 2) {
    swapped[i] = bytes[i + 1]!;
    swapped[i + 1] = bytes[i]!;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}

const isSpace = new CharacterSet('\t\n\f\r');

/** A zero, or many characters at the beginning that control something or that no encoding could read: not a text. */
function looksBinary(text: string): boolean {
  if (text.slice(0, 65536).includes('\0')) return true;
  const beginning = Math.min(text.length, 1024);
  let strange = 0;
  for (let at = 0; at < beginning; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 0x20 && !isSpace.has(code))) strange++;
  }
  return strange > beginning / 50;
}
