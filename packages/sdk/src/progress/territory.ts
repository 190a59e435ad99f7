import type { LedgerEntry } from '../model/ledger.js';
import type { Coverage } from '../model/progress.js';
import { type Region, regionLevels } from '../model/region.js';

/**
 * Codes of the regions that hold this one, from the widest, by the places of GB/T 2260 (2, 4, 6 digits) and of the statistical codes (9, 12):
 * 431102 lies in 430000 and 431100. The country itself, whose code is written 000000 or 100000, is not among them.
 */
export function regionsAbove(code: string): string[] {
  return [2, 4, 6, 9]
    .map((digits) => code.slice(0, digits).padEnd(digits > 6 ? 12 : 6, '0'))
    .filter((above, place, all) => above !== code && above !== `${code}000000` && all.indexOf(above) === place);
}

/** Whether a region is another or lies in it; everything lies in the country, and in a region nobody named. */
export function isWithin(code: string, region: string | undefined): boolean {
  return region === undefined || code === region || isCountry(region) || regionsAbove(code).includes(region);
}

function isCountry(code: string): boolean {
  return code === '000000' || code === '100000';
}

/** The reports of regions that lie in no other reporting region, by code: 430100 already holds what 430102 reports. */
export function outermost(byRegion: ReadonlyMap<string, LedgerEntry>): LedgerEntry[] {
  return [...byRegion.keys()]
    .sort()
    .filter((code) => !regionsAbove(code).some((above) => byRegion.has(above)))
    .map((code) => byRegion.get(code)!);
}

/** How many of the regions next below the issuer reported; one of which only a part reported has not. */
export function coverageOf(
  reporting: readonly string[],
  { issuerRegion, regions }: { issuerRegion: string | undefined; regions: readonly Region[] | undefined },
): Coverage {
  const below = regionsBelow(issuerRegion, regions);
  if (below.length === 0) return { reported: new Set(reporting).size };
  const codes = new Set(below.map(({ code }) => code));
  return { reported: new Set(reporting.filter((code) => codes.has(code))).size, total: codes.size };
}

/** The known regions of the level next below the issuer, or of the widest but one where nobody says who the issuer is. */
export function regionsBelow(issuerRegion: string | undefined, regions: readonly Region[] = []): Region[] {
  const inside = regions.filter(({ code }) => code !== issuerRegion && isWithin(code, issuerRegion));
  // A list that begins with one region at its top begins with the issuer.
  const levels = regionLevels.map((level) => inside.filter((region) => region.level === level)).filter((of) => of.length > 0);
  return (levels.length > 1 && levels[0]!.length === 1 && issuerRegion === undefined ? levels[1] : levels[0]) ?? [];
}
