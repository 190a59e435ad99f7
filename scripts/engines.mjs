// npm run test:engines: every element test in Firefox and WebKitGTK, and the built files in Chromium of years ago. Fetches what is
// missing, and says of an engine that can't be had why it is left out.
import { ensure } from './engines/debian.mjs';
import { buildExamples, buildPackages, install, root, step } from './steps.mjs';
import { finish, runInBrowsers, runInNode, skip } from './tally.mjs';

process.chdir(root);
await install();
await buildPackages();
await buildExamples();

const { startWebkitDriver, webkitPackages } = await import('./engines/webkit.mjs');
const { findOldChromium, oldMajors } = await import('./engines/old-chromium.mjs');

/** Whether the engine is there, or has been fetched. */
const has = (name, find) =>
  step(`Find ${name}`, async (report) => {
    try {
      await find(report);
      return true;
    } catch (error) {
      skip(name, error.message.split('\n')[0]);
      report(error.message);
      return false;
    }
  });

const hasFirefox = await has('Firefox', (report) => ensure({ 'firefox-esr': 'firefox-esr' }, report));
const hasWebkit = await has('WebKit', (report) => ensure(webkitPackages, report));
const majors = [];
for (const major of oldMajors) if (await has(`Chromium ${major}`, () => findOldChromium(major))) majors.push(major);

process.env.OLD_CHROMIUMS = majors.join(' ');
if (majors.length > 0) await runInNode('vitest.engines.config.ts');
const webkit = hasWebkit ? await startWebkitDriver() : undefined;
if (webkit) process.env.WEBKIT_PORT = String(webkit.port);
try {
  if (webkit || hasFirefox) await runInBrowsers('web-test-runner.engines.config.mjs');
} finally {
  webkit?.stop();
}
finish();
