// npm run test:engines: every element test in Firefox and WebKitGTK, and the built files in Chromium of years ago. Fetches what is missing.
import { ensure, versionOf } from './engines/debian.mjs';
import { buildExamples, buildPackages, install, root, step } from './steps.mjs';
import { finish, runInBrowsers, runInNode } from './tally.mjs';

process.chdir(root);
await install();
await buildPackages();
await buildExamples();

const { startWebkitDriver, webkitPackages } = await import('./engines/webkit.mjs');
const { findOldChromium, oldMajors } = await import('./engines/old-chromium.mjs');
await step('Find Firefox and WebKit', async (report) => {
  await ensure({ 'firefox-esr': 'firefox-esr', ...webkitPackages }, report);
  return versionOf('firefox-esr', '--version');
});
for (const major of oldMajors) await step(`Find Chromium ${major}`, () => findOldChromium(major).then(() => undefined));

await runInNode('vitest.engines.config.ts');
const webkit = await startWebkitDriver();
process.env.WEBKIT_PORT = String(webkit.port);
try {
  await runInBrowsers('web-test-runner.engines.config.mjs');
} finally {
  webkit.stop();
}
finish();
