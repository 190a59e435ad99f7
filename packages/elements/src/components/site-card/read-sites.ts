import type { Site } from '@fp-kit/sdk';
import { assertShape } from '../../shape/assert-shape.js';
import { fitsSiteFile, siteFile } from '../../shape/sites.generated.js';

/** The sites of a list or of a file of them. Throws `SourceError` where they do not fit. */
export function readSites(raw: unknown): readonly Site[] {
  const file = Array.isArray(raw) ? { sites: raw as unknown[] } : raw;
  // Only what does not fit is taken apart to say where.
  if (!fitsSiteFile(file)) assertShape(file, siteFile);
  return (file as { sites: Site[] }).sites;
}
