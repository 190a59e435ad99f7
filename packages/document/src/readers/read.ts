import type { Lang } from '@fp-kit/sdk';
import { decodeText, MAX_DOCUMENT_BYTES } from '../decode.js';
import { DocumentError } from '../errors.js';
import type { DocumentText, Reader } from './text.js';

/** Each is loaded when the first document of its format comes: a page that imports text loads none of them. */
const readers = {
  DOCX: async () => (await import('./docx.js')).readDocx,
  DOC: async () => (await import('./doc.js')).readDoc,
  OFD: async () => (await import('./ofd.js')).readOfd,
  PDF: async () => (await import('./pdf.js')).readPdf,
  HTML: async () => (await import('./html.js')).readHtml,
} satisfies Record<string, () => Promise<Reader>>;
type Readable = keyof typeof readers;

/** What cannot be read is told apart all the same, so that the message can name it. */
const signatures: [format: string, magic: string | number[]][] = [
  ['PDF', '%PDF-'],
  ['ZIP', 'PK\x03\x04'],
  ['ZIP', 'PK\x05\x06'],
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['RTF', '{\\rtf'],
  ['MHT', 'MIME-Version:'],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['WebP', 'RIFF'],
  ['RAR', 'Rar!'],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['GZIP', [0x1f, 0x8b]],
];

/**
 * Text of a document in any format that has a reader, told by the bytes.
 *
 * @throws DocumentError where there is no text to read, with a code for the reason.
 */
export async function readDocument(bytes: Uint8Array, lang: Lang): Promise<DocumentText> {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentError('too-large', lang, `${Math.ceil(bytes.length / 1048576)} MB`);
  let format = signatures.find(([, magic]) => startsWith(bytes, magic))?.[0];
  if (format === 'ZIP') format = await formatOfZip(bytes, lang);
  if (format === 'OLE') format = await formatOfOle(bytes, lang);
  if (format === undefined) {
    const { text } = decodeText(bytes, lang);
    format = formatOfMarkup(text);
    if (format === undefined) return { text, mediaType: 'text/plain' };
  }
  if (!isReadable(format)) throw new DocumentError('unsupported-format', lang, format);
  const read = await readers[format]();
  try {
    return await read(bytes, lang);
  } catch (error) {
    // A library may stumble over damage in ways of its own.
    throw error instanceof DocumentError ? error : new DocumentError('truncated-document', lang, format, { cause: error });
  }
}

const isReadable = (format: string): format is Readable => Object.hasOwn(readers, format);

function startsWith(bytes: Uint8Array, magic: string | number[]): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== (typeof magic === 'string' ? magic.charCodeAt(i) : magic[i])) return false;
  return true;
}

/** A text that begins as a page does; Markdown may hold a tag or two as well. */
function formatOfMarkup(text: string): string | undefined {
  const beginning = text.slice(0, 2000).trimStart();
  if (!beginning.startsWith('<')) return undefined;
  const opening = beginning.toLowerCase();
  if (opening.includes('worddocument')) return 'Word XML';
  return /<!doctype html|<html[\s>]|^<(?:head|body|meta|title|article|div|table)[\s>]/.test(opening) ? 'HTML' : undefined;
}

/** The parts of an office document tell what it is. */
async function formatOfZip(bytes: Uint8Array, lang: Lang): Promise<string> {
  const { Archive } = await import('./zip.js');
  const { names } = new Archive(bytes, lang);
  const folders: [prefix: string, format: string][] = [
    ['word/', 'DOCX'],
    ['OFD.xml', 'OFD'],
    ['xl/', 'XLSX'],
    ['ppt/', 'PPTX'],
    ['META-INF/', 'ODT'],
  ];
  return folders.find(([prefix]) => names.some((name) => name.startsWith(prefix)))?.[1] ?? 'ZIP';
}

/** The streams of a compound file tell what it is. */
async function formatOfOle(bytes: Uint8Array, lang: Lang): Promise<string> {
  const { default: CFB } = await import('cfb');
  let paths: string[];
  try {
    paths = CFB.read(bytes, { type: 'array' }).FullPaths;
  } catch (error) {
    throw new DocumentError('truncated-document', lang, 'DOC', { cause: error });
  }
  const has = (stream: string) => paths.some((path) => path.endsWith(`/${stream}`));
  // Office keeps an encrypted docx, xlsx or pptx in a compound file ([MS-OFFCRYPTO]).
  if (has('EncryptedPackage')) throw new DocumentError('encrypted-document', lang, 'Office');
  const streams: [stream: string, format: string][] = [
    ['WordDocument', 'DOC'],
    ['Workbook', 'XLS'],
    ['Book', 'XLS'],
    ['PowerPoint Document', 'PPT'],
  ];
  return streams.find(([stream]) => has(stream))?.[1] ?? 'OLE';
}
