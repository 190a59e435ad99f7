/**
 * SHA-256 of the bytes in hex. By the platform where it may be had; a page on plain http, as on many an intranet, has no
 * `crypto.subtle`, and a library does it.
 */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
