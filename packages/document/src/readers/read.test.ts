import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf } from '../../testing/docx.js';
import { MAX_DOCUMENT_BYTES } from '../decode.js';
import { DocumentError, type DocumentErrorCode } from '../errors.js';
import { readDocument } from './read.js';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : part)));
const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));

/** The same archive with the flag of encryption on every entry. */
function locked(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  for (let at = 0; at + 10 < copy.length; at++) {
    if (copy[at] !== 0x50 || copy[at + 1] !== 0x4b) continue;
    if (copy[at + 2] === 3) copy[at + 6]! |= 1;
    if (copy[at + 2] === 1) copy[at + 8]! |= 1;
  }
  return copy;
}

/** An archive whose entry claims to unpack to a few bytes. */
function modest(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 30 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 9, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 9, true);
  }
  return copy;
}

function compound(...streams: string[]): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const stream of streams) CFB.utils.cfb_add(container, stream, bytes('x'));
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as number[]);
}

const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
const sample = docxOf('苍岭省计划生育协会2026年工作要点\n一、抓好服务\n建设暖心家园3-5个。');

describe('what cannot be read is told by name, in one line that says what to do', () => {
  it.each<[what: string, bytes: Uint8Array, code: DocumentErrorCode, names?: string]>([
    ['more than 20 MB', new Uint8Array(MAX_DOCUMENT_BYTES + 1), 'too-large'],
    ['a PNG', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR'), 'unsupported-format', 'PNG'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'unsupported-format', 'JPEG'],
    ['RTF', bytes('{\\rtf1\\ansi 1}'), 'unsupported-format', 'RTF'],
    ['a web archive', bytes('MIME-Version: 1.0\n'), 'unsupported-format', 'MHT'],
    ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'unsupported-format', 'XLSX'],
    ['slides', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'unsupported-format', 'PPTX'],
    ['an OpenDocument text', zipOf('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'unsupported-format', 'ODT'],
    ['any other archive', zipOf('plan.txt'), 'unsupported-format', 'ZIP'],
    ['an old workbook', compound('/Workbook'), 'unsupported-format', 'XLS'],
    ['old slides', compound('/PowerPoint Document'), 'unsupported-format', 'PPT'],
    ['any other compound file', compound('/Contents'), 'unsupported-format', 'OLE'],
    ['an encrypted docx', compound('/EncryptionInfo', '/EncryptedPackage'), 'encrypted-document', 'Office'],
    ['a compound file cut in half', compound('/WordDocument').subarray(0, 900), 'truncated-document', 'DOC'],
    ['a doc that holds none', compound('/WordDocument'), 'truncated-document', 'DOC'],
    [
      'a document as Word XML',
      bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'unsupported-format',
      'Word XML',
    ],
    ['a docx without a document', zipOf('word/settings.xml'), 'truncated-document', 'DOCX'],
    ['a docx without text', docxOf(' \n'), 'empty-document'],
    ['a docx behind a password of the archive', locked(sample), 'encrypted-document', 'DOCX'],
    ['a docx that unpacks to 80 MB', bomb, 'zip-bomb', 'DOCX'],
    ['a docx that lies about it', modest(bomb), 'zip-bomb', 'DOCX'],
    ['a docx cut in half', sample.subarray(0, sample.length >> 1), 'truncated-document', 'DOCX'],
    ['a docx without its last byte', sample.subarray(0, -1), 'truncated-document', 'DOCX'],
  ])('%s', async (_, document, code, names = '') => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const error = await readDocument(document, lang).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DocumentError);
      expect(error).toMatchObject({ name: 'DocumentError', code });
      const { message } = error as DocumentError;
      expect(message).toContain(names);
      expect(message).not.toContain('\n');
      expect(/[一-鿿]{4}/.test(message)).toBe(lang === 'zh-CN');
    }
  });
});
