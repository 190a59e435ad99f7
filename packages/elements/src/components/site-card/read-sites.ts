import type { Site } from '@fp-kit/sdk';
import { assertShape } from '../../shape/assert-shape.js';
import { siteFile } from '../../shape/schemas.generated.js';

/** The sites of a list or of a file of them. Throws `SourceError` where they do not fit. */
export function readSites(raw: unknown): readonly Site[] {
  const file = Array.isArray(raw) ? { sites: raw as unknown[] } : raw;
  assertShape(file, siteFile);
  return (file as { sites: Site[] }).sites;
}
