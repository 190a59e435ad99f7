import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const sources = ['packages/elements/src/element/*-element.ts', 'packages/elements/src/components/*/*.ts'];

/** The elements' doc blocks and properties, read from their sources, as the module `virtual:manifest`: tables and controls follow the code. */
function manifest(): Plugin {
  const id = '\0virtual:manifest';
  return {
    name: 'manifest',
    resolveId: (source) => (source === 'virtual:manifest' ? id : undefined),
    async load(module) {
      if (module !== id) return undefined;
      const argv = ['analyze', '--litelement', '--quiet', '--globs', ...sources, '--exclude', '**/*.test.ts', '**/*.examples.ts'];
      const found = await cli({ argv, cwd: fileURLToPath(new URL('..', import.meta.url)), noWrite: true });
      for (const one of found.modules.flatMap(({ declarations }) => declarations)) {
        // What is not for the page is not for its documentation.
        one.members = one.members?.filter(
          ({ name, privacy = 'public', static: ofClass }) => privacy === 'public' && !ofClass && !name.startsWith('#'),
        );
      }
      return `export default ${JSON.stringify(found)}`;
    },
  };
}

export default defineConfig({
  plugins: [manifest()],
  resolve: { conditions: ['@fp-kit/source', ...defaultClientConditions] },
});
