import { nodeModule } from './node.js';

interface NodeCrypto {
  createHash: (algorithm: string) => NodeHash;
}

interface NodeHash {
  update: (bytes: Uint8Array) => NodeHash;
  digest: (encoding: 'hex') => string;
}

/**
 * SHA-256 of the bytes in hex. By the platform where it may be had: in Node at once, for handing a document to another thread costs more
 * than its digest. A page on plain http, as on many an intranet, has no `crypto.subtle`, and a library does it.
 */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const node = nodeModule('node:crypto') as NodeCrypto | undefined;
  if (node) return node.createHash('sha256').update(bytes).digest('hex');
  const { crypto } = globalThis as { crypto: { subtle?: SubtleCrypto } };
  const digest = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
