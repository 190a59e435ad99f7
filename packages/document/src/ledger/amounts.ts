/** How many noughts a word adds. */
const scales = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 } as const;

/** A number as a cell holds it. */
export interface CellAmount {
  /** With its noughts written out: 350 of 350万 is 3 500 000. */
  value: number;
  /** A word for noughts stood behind it. */
  isScaled: boolean;
  /** What stands behind the number, a unit: `''` where nothing does. */
  unit: string;
}

/** Reads 1200, １２００, 1,200, 0.12万, 350万人次, 95%, 12个; undefined for what is no number, or more than one. */
export function amountIn(text: string): CellAmount | undefined {
  const plain = folded(text).replace(/\u2212/g, '-');
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(e[+-]\d+)?(万亿|百万|千万|[千万亿])?((?:[^\d.,+\-/~].*)?)$/s.exec(plain);
  if (!parts) return undefined;
  const [, sign = '', digits = '', fraction = '', exponent = 'e0', scale, unit = ''] = parts;
  const noughts = scale === undefined ? 0 : scales[scale as keyof typeof scales];
  const value = Number(`${sign}${digits.replace(/,/g, '')}${fraction}e${Number(exponent.slice(1)) + noughts}`);
  return Number.isFinite(value) ? { value, isScaled: scale !== undefined, unit } : undefined;
}

/**
 * How many noughts make an amount in one unit one in the other: 0 where they are the same, 4 for 万人次 and 人次; undefined where they do not
 * agree.
 */
export function noughtsBetween(given: string, unit: string): number | undefined {
  const [from, to] = [folded(given), folded(unit)];
  if (from === to) return 0;
  const scale = (Object.keys(scales) as (keyof typeof scales)[]).find((word) => from === word + to);
  return scale && scales[scale];
}

/** Full-width marks as their half-width ones, without blanks. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
