import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256Of } from './digest.js';

const bytes = new TextEncoder().encode('苍岭省计划生育协会');
const known = createHash('sha256').update(bytes).digest('hex');

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('digests in Node', async () => expect(await sha256Of(bytes)).toBe(known));

it('digests in a page', async () => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  expect(await sha256Of(bytes)).toBe(known);
});

it('digests where the page has no crypto.subtle', async () => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
  vi.stubGlobal('crypto', {});
  expect(await sha256Of(bytes)).toBe(known);
});
