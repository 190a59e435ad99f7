import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Manifest {
  name: string;
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
}

export const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** What each package of the kit may know of the others: sdk <- document <- server <- cli, sdk <- elements <- cli. */
export const mayKnow: Record<string, string[]> = {
  sdk: [],
  document: ['sdk'],
  elements: ['sdk'],
  server: ['sdk', 'document'],
  cli: ['sdk', 'document', 'elements', 'server'],
};

export const packages = Object.keys(mayKnow);

/** Paths of all files below a folder, relative to it. */
export const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** What a module imports: from, import(), export from, and bare. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:(?<![.'"])\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map((match) => match[2]!);
}

/** What a page loads beside `fp-kit.js` when it needs it, by the name of the file without what tells versions apart. */
export function partsOfKit(): Record<string, string> {
  const parts: Record<string, string> = {};
  const follow = (file: string) => {
    for (const name of importsOf(file)) {
      const part = /\/([a-z-]+?)-[\w-]{8}\.js$/.exec(name)?.[1];
      if (part === undefined || parts[part]) continue;
      parts[part] = join(dirname(file), name);
      follow(parts[part]);
    }
  };
  follow(join(root, 'packages/elements/dist/fp-kit.js'));
  return parts;
}
