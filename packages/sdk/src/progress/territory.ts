import type { LedgerEntry } from '../model/ledger.js';
import type { Coverage } from '../model/progress.js';
import { isWithin, regionsAbove } from '../model/region-code.js';
import { type Region, regionLevels } from '../model/region.js';

/** The reports of regions that lie in no other reporting region, by code: 430100 already holds what 430102 reports. */
export function outermost(byRegion: ReadonlyMap<string, LedgerEntry>): LedgerEntry[] {
  return [...byRegion.keys()]
    .sort()
    .filter((code) => !regionsAbove(code).some((above) => byRegion.has(above)))
    .map((code) => byRegion.get(code)!);
}

/** How many of the regions next below the issuer reported; one of which only a part reported has not. */
export function coverageOf(reporting: readonly string[], below: ReadonlySet<string>): Coverage {
  if (below.size === 0) return { reported: new Set(reporting).size };
  return { reported: new Set(reporting.filter((code) => below.has(code))).size, total: below.size };
}

/** The known regions of the level next below the issuer, or of the widest but one where nobody says who the issuer is. */
export function regionsBelow(issuerRegion: string | undefined, regions: readonly Region[] = []): Region[] {
  const inside = regions.filter(({ code }) => code !== issuerRegion && isWithin(code, issuerRegion));
  // A list that begins with one region at its top begins with the issuer.
  const levels = regionLevels.map((level) => inside.filter((region) => region.level === level)).filter((of) => of.length > 0);
  return (levels.length > 1 && levels[0]!.length === 1 && issuerRegion === undefined ? levels[1] : levels[0]) ?? [];
}
