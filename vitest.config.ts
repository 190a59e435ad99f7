import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Elements run in a real browser (web-test-runner.config.mjs); only what their generator writes is checked here.
export default defineConfig({
  ssr: { resolve: { conditions: ['@fp-kit/source', ...defaultServerConditions] } },
  test: {
    include: ['packages/{sdk,document,server,cli}/src/**/*.test.ts', 'packages/elements/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
