import type { StoryObj } from '@storybook/web-components-vite';
import manifest from 'virtual:manifest';
import { render, type Example } from '../packages/elements/src/testing/example.js';

const named = (examples: readonly Example[], name: string): Example => {
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`No example is called ${name}.`);
  return example;
};

/** Looks an element's examples up by name: each story is one of them, in the theme and language chosen in the toolbar. */
export const statesOf =
  (examples: readonly Example[]) =>
  (name: string): StoryObj => {
    const example = named(examples, name);
    return {
      parameters: { docs: { description: { story: `${example.zh} · ${example.en}` } } },
      render: (_, { globals }) => render(example, globals),
    };
  };

/** One example whose attributes can be changed by the controls, which follow the element's doc block. */
export function playground(examples: readonly Example[], name: string): StoryObj {
  const example = named(examples, name);
  return {
    // A control for numbers shows none but numbers.
    args: Object.fromEntries(
      Object.entries(example.attributes ?? {}).map(([name, value]) => [
        name,
        value !== '' && Number.isFinite(Number(value)) ? Number(value) : value,
      ]),
    ),
    render: (args, { globals }) => {
      const attributes: Record<string, string> = {};
      for (const [key, value] of Object.entries(args)) {
        if (value === true) attributes[key] = '';
        else if (typeof value === 'number' || (typeof value === 'string' && value !== '')) attributes[key] = String(value);
      }
      return render({ ...example, attributes: {} }, { ...attributes, ...(globals as Record<string, string>) });
    },
  };
}

/** One example in every theme and language, side by side. */
export function themes(examples: readonly Example[], name: string): StoryObj {
  const example = named(examples, name);
  return {
    render: () => {
      const box = document.createElement('div');
      box.style.cssText =
        'display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); align-items: start';
      for (const theme of ['light', 'dark', 'elder', 'contrast']) {
        for (const lang of ['zh-CN', 'en']) box.append(render(example, { theme, lang }));
      }
      return box;
    },
  };
}

/** One example with an outline around each part that a page can style, and the list of parts. */
export function anatomy(examples: readonly Example[], name: string): StoryObj {
  const example = named(examples, name);
  const { cssParts = [] } =
    manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === example.tag) ?? {};
  const hueOf = (index: number) => `hsl(${(index * 67) % 360} 80% 40%)`;
  return {
    render: (_, { globals }) => {
      const box = document.createElement('div');
      const outlines = document.createElement('style');
      outlines.textContent = cssParts
        .map((part, index) => `.anatomy > ${example.tag}::part(${part.name}) { outline: 2px dashed ${hueOf(index)}; outline-offset: 1px }`)
        .join('\n');
      const list = document.createElement('ul');
      list.append(
        ...cssParts.map((part, index) => {
          const item = document.createElement('li');
          const term = Object.assign(document.createElement('code'), { textContent: `::part(${part.name})` });
          term.style.color = hueOf(index);
          item.append(term, ` ${part.description ?? ''}`);
          return item;
        }),
      );
      box.className = 'anatomy';
      box.append(outlines, render(example, globals), list);
      return box;
    },
  };
}
