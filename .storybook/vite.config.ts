import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** What the elements' manifest says, from their sources as they are now, as the module `virtual:manifest`: tables and controls follow the code. */
function manifest(): Plugin {
  const id = '\0virtual:manifest';
  return {
    name: 'manifest',
    resolveId: (source) => (source === 'virtual:manifest' ? id : undefined),
    async load(module) {
      if (module !== id) return undefined;
      const elements = fileURLToPath(new URL('../packages/elements', import.meta.url));
      const found = await cli({ argv: ['analyze', '--quiet'], cwd: elements, noWrite: true });
      return `export default ${JSON.stringify(found)}`;
    },
  };
}

export default defineConfig({
  plugins: [manifest()],
  resolve: { conditions: ['@fp-kit/source', ...defaultClientConditions] },
});
