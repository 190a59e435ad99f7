import type { Region } from '../model/region.js';
import type { Site, SiteType } from '../model/site.js';
import { regionsAbove } from '../model/region-code.js';

/** Sites by the regions that hold them. A site counts in every one of the regions that it lies in: its county, its city and its province. */
export interface SitesByRegion {
  rows: { region: Region; sites: Site[] }[];
  /** Sites without a region, or in none of those given. */
  unknown: Site[];
}

/** Rolls sites up by region code. Rows come in the order of the regions, those without a site too. */
export function groupByRegion(sites: readonly Site[], regions: readonly Region[]): SitesByRegion {
  const rows = regions.map((region) => ({ region, sites: [] as Site[] }));
  const byCode = new Map(rows.map((row) => [widened(row.region.code), row]));
  const unknown: Site[] = [];
  for (const site of sites) {
    const codes = site.region === undefined ? [] : new Set([...regionsAbove(site.region), widened(site.region)].map(widened));
    let isKnown = false;
    for (const code of codes) {
      const row = byCode.get(code);
      row?.sites.push(site);
      isKnown ||= row !== undefined;
    }
    if (!isKnown) unknown.push(site);
  }
  return { rows, unknown };
}

/** Down to the county a code of 12 digits is that of 6 with zeros behind it. */
function widened(code: string): string {
  return code.padEnd(12, '0');
}

/** How far a type of site has come to every region, as 每个市州至少一个 asks. */
export interface SiteCoverage {
  type: SiteType;
  /** Regions that have one: `reached` of `of`. */
  reached: number;
  of: number;
  rows: SiteCoverageRow[];
  /** Sites of the type of which it is not known in which of the regions they lie; they may fill a gap. */
  unknown: Site[];
}

/** One region of a coverage. */
export interface SiteCoverageRow {
  region: Region;
  /** Sites that there are, those whose service is suspended among them; neither planned nor closed ones. */
  count: number;
  planned: number;
}

/** Which of the regions have a site of a type yet, and which have none. */
export function coverage(sites: readonly Site[], regions: readonly Region[], type: SiteType): SiteCoverage {
  const { rows, unknown } = groupByRegion(
    sites.filter((site) => site.type === type && site.status !== 'closed'),
    regions,
  );
  const counted = rows.map(({ region, sites }): SiteCoverageRow => {
    const planned = sites.filter((site) => site.status === 'planned').length;
    return { region, count: sites.length - planned, planned };
  });
  const reached = counted.filter(({ count }) => count > 0).length;
  return { type, reached, of: regions.length, rows: counted, unknown };
}

/** How many people share a site in one region. */
export interface PeoplePerSite extends SiteCoverageRow {
  people: number;
  /** Undefined where there is no site to share. */
  peoplePerSite: number | undefined;
  /** How many more would be needed for no more than the standard to share one. */
  missing: number;
}

/**
 * People per site of a type, by region, against a standard such as 6000人/台 for 药具自助发放机.
 *
 * @param populations regions with their people.
 * @param standard people that may share one site.
 */
export function peoplePerSite(
  sites: readonly Site[],
  populations: readonly { region: Region; people: number }[],
  type: SiteType,
  standard: number,
): PeoplePerSite[] {
  const { rows } = coverage(
    sites,
    populations.map(({ region }) => region),
    type,
  );
  return rows.map((row, place) => {
    const { people } = populations[place]!;
    const { count } = row;
    return {
      ...row,
      people,
      peoplePerSite: count > 0 ? people / count : undefined,
      missing: Math.max(0, Math.ceil(people / standard) - count),
    };
  });
}
