import { Inflate } from 'fflate';
import type { Lang } from '@fp-kit/sdk';
import { DocumentError } from '../errors.js';

/** Of all parts that are unpacked of one document: a plan's XML stays below one megabyte, a thick report's below ten. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** XML shrinks to a tenth, an empty table to a hundredth; deflate can do a thousandth. */
const MAX_RATIO = 200;
/** Below this size a ratio says nothing. */
const SMALL_BYTES = 1024 * 1024;
const CHUNK_BYTES = 65536;

interface Entry {
  encrypted: boolean;
  method: number;
  packedSize: number;
  header: number;
}

/**
 * The parts of a zip archive by name, each unpacked when it is asked for.
 *
 * The directory is read here because fflate, which inflates, tells neither that an entry is encrypted nor how far it has come: the size
 * that an entry declares is only a claim, so the ceiling is held while unpacking.
 */
export class Archive {
  /** As the messages name it. */
  format = 'DOCX/OFD';
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #lang: Lang;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  /** @throws DocumentError truncated-document where the directory at the end is missing or damaged. */
  constructor(bytes: Uint8Array, lang: Lang) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#lang = lang;
    const end = this.#findEnd();
    if (end < 0) throw this.error('truncated-document');
    let at = this.#view.getUint32(end + 16, true);
    for (let left = this.#view.getUint16(end + 10, true); left > 0; left--) {
      if (at + 46 > bytes.length || this.#view.getUint32(at, true) !== 0x02014b50) throw this.error('truncated-document');
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true)) as [
        number,
        number,
        number,
      ];
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
      this.#entries.set(name, {
        encrypted: (this.#view.getUint16(at + 8, true) & 1) === 1,
        method: this.#view.getUint16(at + 10, true),
        packedSize: this.#view.getUint32(at + 20, true),
        header: this.#view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + extraLength + commentLength;
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The bytes of a part, or undefined where there is none of this name.
   *
   * @throws DocumentError where it is encrypted or damaged, or where the parts so far come to more than a document's would.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.encrypted) throw this.error('encrypted-document');
    const { header, packedSize, method } = entry;
    if (header + 30 > this.#bytes.length || this.#view.getUint32(header, true) !== 0x04034b50) throw this.error('truncated-document');
    const start = header + 30 + this.#view.getUint16(header + 26, true) + this.#view.getUint16(header + 28, true);
    const packed = this.#bytes.subarray(start, start + packedSize);
    if (packed.length < packedSize || (method !== 0 && method !== 8)) throw this.error('truncated-document');
    if (method === 0) {
      this.#count(packed.length);
      return packed;
    }
    return this.#inflate(packed);
  }

  error(code: 'truncated-document' | 'encrypted-document' | 'zip-bomb', cause?: unknown): DocumentError {
    return new DocumentError(code, this.#lang, this.format, cause === undefined ? undefined : { cause });
  }

  #inflate(packed: Uint8Array): Uint8Array {
    const chunks: Uint8Array[] = [];
    let isWhole = false as boolean;
    const inflate = new Inflate((chunk, final) => {
      this.#count(chunk.length);
      chunks.push(chunk);
      isWhole = final;
    });
    try {
      for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
        inflate.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
      }
    } catch (error) {
      throw error instanceof DocumentError ? error : this.error('truncated-document', error);
    }
    if (!isWhole) throw this.error('truncated-document');
    const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  #count(bytes: number): void {
    this.#unpacked += bytes;
    const ceiling = Math.min(MAX_UNPACKED_BYTES, Math.max(SMALL_BYTES, this.#bytes.length * MAX_RATIO));
    if (this.#unpacked > ceiling) throw this.error('zip-bomb');
  }

  /** The end record stands in the last 22 bytes, or before a comment of up to 65535. */
  #findEnd(): number {
    const last = this.#bytes.length - 22;
    for (let at = last; at >= 0 && at >= last - 65535; at--) {
      if (this.#view.getUint32(at, true) === 0x06054b50 && at + 22 + this.#view.getUint16(at + 20, true) <= this.#bytes.length) return at;
    }
    return -1;
  }
}
