import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  resolve: { conditions: ['@fp-kit/source', ...defaultClientConditions] },
});
