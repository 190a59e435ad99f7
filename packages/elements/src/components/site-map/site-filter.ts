import type { Site } from '@fp-kit/sdk';

/** What a reader may choose of the sites; '' and false choose all. */
export interface SiteFilter {
  type: string;
  grade: string;
  service: string;
  openNow: boolean;
}

/** A value with how many sites have it. */
export type SiteChoice = [value: string, count: number];

/** What there is to choose, each in the order it first stands in. */
export interface SiteChoices {
  types: SiteChoice[];
  grades: SiteChoice[];
  services: SiteChoice[];
  /** Whether any site says when it is open. */
  hours: boolean;
  /** How many have a location. */
  located: number;
}

export function choicesOf(sites: readonly Site[]): SiteChoices {
  const types = new Map<string, SiteChoice>();
  const grades = new Map<string, SiteChoice>();
  const services = new Map<string, SiteChoice>();
  const count = (choices: Map<string, SiteChoice>, value: string) => {
    const choice = choices.get(value);
    if (choice) choice[1]++;
    else choices.set(value, [value, 1]);
  };
  let hours = false;
  let located = 0;
  for (const site of sites) {
    count(types, site.type);
    if (site.grade) count(grades, site.grade);
    for (const service of site.services) count(services, service);
    hours ||= site.openingHours !== undefined;
    if (site.location) located++;
  }
  return { types: [...types.values()], grades: [...grades.values()], services: [...services.values()], hours, located };
}

export function fits(site: Site, { type, grade, service, openNow }: SiteFilter, isOpen: (site: Site) => boolean): boolean {
  if (type && site.type !== type) return false;
  if (grade && site.grade !== grade) return false;
  if (service && !site.services.includes(service)) return false;
  return !openNow || isOpen(site);
}
