import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { findChromium } from './scripts/chromium.mjs';

export default {
  files: 'packages/elements/src/**/*.test.ts',
  nodeResolve: { exportConditions: ['@fp-kit/source'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2021', tsconfig: fileURLToPath(new URL('packages/elements/tsconfig.json', import.meta.url)) }),
  ],
  browsers: [chromeLauncher({ launchOptions: await findChromium() })],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};
