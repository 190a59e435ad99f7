// Every test there is but those of other engines: units and what crosses packages in Vitest, elements in a real Chromium.
import { buildExamples, buildHosts, buildPackages, install, root, step } from './steps.mjs';
import { finish, runInBrowsers, runInNode } from './tally.mjs';

process.chdir(root);
await install();
await step('Find a browser', async () => (await (await import('./chromium.mjs')).findChromium()).executablePath);
await buildPackages();
await buildExamples();
await buildHosts();
await runInNode();
await runInBrowsers();
finish();
