let format: Intl.NumberFormat | undefined;

/**
 * A number with four decimals at most and its thousands apart, as Chinese and English write it. The engine's own formatter takes longer to come
 * up than a ring to be drawn: small whole numbers do without.
 */
export function numeral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  format ??= new Intl.NumberFormat('en', { maximumFractionDigits: 4 });
  return format.format(value);
}
