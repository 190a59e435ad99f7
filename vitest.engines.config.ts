import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// The built files in engines of years ago, which `npm run test:engines` fetches first.
export default defineConfig({
  ssr: { resolve: { conditions: ['@fp-kit/source', ...defaultServerConditions] } },
  test: { include: ['test/engines/*.engine.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
});
