import type { StoryObj } from '@storybook/web-components-vite';
import { render, type Example } from '../packages/elements/src/testing/example.js';

/** Looks an element's examples up by name: each story is one of them, in the theme and language chosen in the toolbar. */
export const statesOf =
  (examples: readonly Example[]) =>
  (name: string): StoryObj => {
    const example = examples.find((one) => one.name === name);
    if (!example) throw new Error(`No example is called ${name}.`);
    return {
      parameters: { docs: { description: { story: `${example.zh} · ${example.en}` } } },
      render: (_, { globals }) => render(example, globals),
    };
  };
