import { describe, expect, it } from 'vitest';
import { encryptedPdf, packedPdf, pdfOf, scannedPdf } from '../../testing/pdf.js';
import { readPdf } from './pdf.js';

describe('readPdf', () => {
  it('reads a Chinese font that is not embedded, with nothing fetched', async () => {
    const { text, places, mediaType } = await readPdf(pdfOf('建设暖心家园3-5个。'), 'en');
    expect(text).toBe('建设暖心家园3-5个。\n');
    expect(places).toEqual([{ at: 0, page: 1 }]);
    expect(mediaType).toBe('application/pdf');
  });

  it('names the pages without a word', async () => {
    expect(await readPdf(pdfOf('甲乙'), 'en')).not.toHaveProperty('wordless');
    expect((await readPdf(pdfOf('甲乙', { blank: 2 }), 'en')).wordless).toEqual([2, 3]);
  });

  it('leaves out a watermark', async () => {
    const { text } = await readPdf(pdfOf('甲乙', { watermark: '内部资料' }), 'en');
    expect(text).toBe('甲乙\n');
  });

  it('leaves the bytes it is given as they are, a Buffer too', async () => {
    const bytes = Buffer.from(pdfOf('甲乙'));
    const before = Buffer.from(bytes);
    expect((await readPdf(bytes, 'en')).text).toBe('甲乙\n');
    expect(bytes.equals(before)).toBe(true);
  });

  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ['a scan', scannedPdf(), 'scanned-document'],
    ['a stream of 300 MB', packedPdf(300 * 1024 * 1024), 'zip-bomb'],
    ['a password', encryptedPdf(), 'encrypted-document'],
    ['the second half missing', pdfOf('甲').subarray(0, 600), 'truncated-document'],
    ['the last line missing', pdfOf('甲').subarray(0, -8), 'truncated-document'],
  ])('%s', async (_, bytes, code) => {
    await expect(readPdf(bytes, 'en')).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});
