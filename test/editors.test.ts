import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from './kit.js';

// What editors are told of the elements, as it is published.

interface Named {
  name: string;
}
interface Element extends Named {
  tagName: string;
  members: Named[];
  attributes: Named[];
  events: Named[];
}
interface Manifest {
  modules: { path: string; declarations: Element[] }[];
}
interface EditorTag extends Named {
  attributes: (Named & { values?: Named[] })[];
}

const folder = join(root, 'packages/elements');
const readDist = (name: string) => JSON.parse(readFileSync(join(folder, 'dist', name), 'utf8')) as unknown;
const manifest = readDist('custom-elements.json') as Manifest;
const published = manifest.modules.flatMap(({ declarations }) => declarations);
const defined = filesBelow(join(folder, 'src/components'))
  .filter((path) => path.endsWith('.define.ts'))
  .map((path) => /register\('([\w-]+)'/.exec(readFileSync(join(folder, 'src/components', path), 'utf8'))![1]!);

const names = (things: Named[]) => things.map(({ name }) => name).sort();

it('describes every element that can be defined, at a module that is there', () => {
  expect(defined.length).toBeGreaterThan(0);
  expect(published.map(({ tagName }) => tagName).sort()).toEqual(defined.sort());
  expect(manifest.modules.filter(({ path }) => !existsSync(join(folder, path)))).toEqual([]);
});

it.each(published)('tells of $tagName what a page can use, and nothing of its inside', ({ members, events }) => {
  expect(names(members)).toEqual(expect.arrayContaining(['reload', 'src', 'theme']));
  expect(names(events)).toEqual(expect.arrayContaining(['fp-error', 'fp-load']));
  expect(names(members).filter((name) => /^[#_]|^(held|words|uiLang|read|draw|render\w*|willUpdate)$/.test(name))).toEqual([]);
});

it.each(['customElements', 'web-types'])('leads there from package.json by `%s`', (key) => {
  const { [key]: path } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  expect(existsSync(join(folder, path!))).toBe(true);
});

describe.each<[string, () => EditorTag[]]>([
  ['VS Code', () => (readDist('vscode.html-custom-data.json') as { tags: EditorTag[] }).tags],
  ['JetBrains', () => (readDist('web-types.json') as { contributions: { html: { elements: EditorTag[] } } }).contributions.html.elements],
])('%s', (_, read) => {
  it('knows each tag with its attributes', () => {
    const tags = read();
    expect(tags.map((tag) => [tag.name, names(tag.attributes)]).sort()).toEqual(
      published.map(({ tagName, attributes }) => [tagName, names(attributes)]).sort(),
    );
  });
});

it('offers the themes by name in VS Code', () => {
  for (const { attributes } of (readDist('vscode.html-custom-data.json') as { tags: EditorTag[] }).tags) {
    const theme = attributes.find(({ name }) => name === 'theme')!;
    expect(names(theme.values!)).toEqual(['auto', 'contrast', 'dark', 'elder', 'light']);
  }
});

it('offers the custom properties in style sheets', () => {
  const { properties } = readDist('vscode.css-custom-data.json') as { properties: Named[] };
  expect(names(properties)).toEqual(expect.arrayContaining(['--fp-accent', '--fp-font-size']));
});
