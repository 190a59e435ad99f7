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
