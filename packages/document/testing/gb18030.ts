/** Text in the two-byte part of GB18030 (GBK), made by asking the platform's decoder about every pair of bytes: nothing here encodes it. */
export function gb18030Of(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((c) => {
      const pair = c < '\x80' ? [c.charCodeAt(0)] : pairs.get(c);
      if (!pair) throw new Error(`${c} takes four bytes in GB18030`);
      return pair;
    }),
  );
}
