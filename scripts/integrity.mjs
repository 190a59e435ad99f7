// Writes dist/integrity.json of the elements: of each file that a page loads its size over the wire and the hash for its `integrity` attribute.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'packages/elements/dist');
const files = [
  'fp-kit.js',
  'fp-kit.legacy.js',
  'fp-kit.loader.js',
  'fp-kit.debug.js',
  ...readdirSync(join(dist, 'load'))
    .sort()
    .map((name) => `load/${name}`),
];
const rows = files.map((file) => {
  const bytes = readFileSync(join(dist, file));
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  return [file, { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, integrity }];
});
writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
