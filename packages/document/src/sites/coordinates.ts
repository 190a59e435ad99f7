/** Degrees as written: `112.98`, `东经112°58′48″`, `112度58分`. `isSexagesimal` where minutes were turned into decimals. */
export function degreesOf(text: string): { degrees: number; isSexagesimal: boolean } | undefined {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(/^(?:东经|北纬|[EN])|[EN]$/gi, '');
  const decimal = /^(\d{1,3}(?:\.\d+)?)[°度]?$/.exec(plain);
  if (decimal) return { degrees: Number(decimal[1]), isSexagesimal: false };
  const parts = /^(\d{1,3})[°度](\d{1,2}(?:\.\d+)?)['′’分](?:(\d{1,2}(?:\.\d+)?)(?:["″”秒]|''|′′))?$/.exec(plain);
  if (!parts) return undefined;
  const [, degrees, minutes, seconds = '0'] = parts.map(String);
  if (Number(minutes) >= 60 || !(Number(parts[3] ?? 0) < 60)) return undefined;
  const sum = Number(degrees) + Number(minutes) / 60 + Number(parts[3] === undefined ? 0 : seconds) / 3600;
  return { degrees: Math.round(sum * 1e7) / 1e7, isSexagesimal: true };
}

/** The country and the sea that belongs to it, widely: a position outside is a slip of the pen. */
export function isInChina(lng: number, lat: number): boolean {
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
}
