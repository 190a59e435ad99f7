import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parsePlan, placeOf } from '@fp-kit/sdk';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../testing/comparable.js';
import { docxOf } from '../../testing/docx.js';
import { gb18030Of } from '../../testing/gb18030.js';
import { portalPageOf } from '../../testing/html.js';
import { ofdOf } from '../../testing/ofd.js';
import { pdfOf } from '../../testing/pdf.js';
import { printPdf } from '../../testing/print.js';
import { DocumentError } from '../errors.js';
import { importDocument } from '../import.js';

const text = readFileSync(fileURLToPath(new URL('../../../../examples/data/work-plan.txt', import.meta.url)), 'utf8');
const name = 'plan';

const formats: [format: string, mediaType: string, make: (text: string) => Uint8Array][] = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docxOf],
  ['ofd', 'application/ofd', ofdOf],
  ['html', 'text/html', (text) => new TextEncoder().encode(portalPageOf(text))],
  ['txt in GB18030', 'text/plain', gb18030Of],
];

describe('the sample document gives one plan in every format', () => {
  let expected: unknown;
  beforeAll(async () => {
    expected = comparable((await importDocument(new TextEncoder().encode(text), { name })).plan);
  });

  it.each(formats)('%s', async (_, mediaType, make) => {
    const { plan } = await importDocument(make(text), { name });
    expect(comparable(plan)).toEqual(expected);
    expect(plan.source.mediaType).toBe(mediaType);
    parsePlan(plan);
  });

  it('pdf, printed by a browser', async (context) => {
    const bytes = await printPdf(text);
    if (typeof bytes === 'string') return context.skip(bytes);
    const { plan } = await importDocument(bytes, { name });
    expect(comparable(plan)).toEqual(expected);
    parsePlan(plan);
    const last = plan.tasks.at(-1)!.span;
    expect(placeOf(plan.source, last[0])?.page).toBeGreaterThan(1);
  }, 60_000);
});

const containers: [format: string, whole: Uint8Array][] = [
  ['docx', docxOf(text)],
  ['ofd', ofdOf(text)],
  ['pdf', pdfOf(text.slice(0, 60))],
];

describe('a document that breaks off', () => {
  it.each(containers)('%s is read, or refused by a DocumentError, wherever it was cut', async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        const error = await importDocument(whole.subarray(0, length), { name }).catch((reason: unknown) => reason);
        if (error instanceof Error) expect(error).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 100, seed: 9704 },
    );
  });

  it.each(containers)('%s with bytes that changed on the way', async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (changes) => {
        const damaged = whole.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        const error = await importDocument(damaged, { name }).catch((reason: unknown) => reason);
        if (error instanceof Error) expect(error).toBeInstanceOf(DocumentError);
      }),
      { numRuns: 100, seed: 9704 },
    );
  });
});
