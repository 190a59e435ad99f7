// Every element test, in the engines that are not Chromium. `npm run test:engines` starts it, and the driver that WEBKIT_PORT names.
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { pathOf } from './scripts/engines/debian.mjs';
import { webkitCapabilities } from './scripts/engines/webkit.mjs';
import chromium from './web-test-runner.config.mjs';

const firefox = pathOf('firefox-esr') ?? pathOf('firefox');
const webkitPort = process.env.WEBKIT_PORT;

export default {
  ...chromium,
  browsers: [
    // puppeteer drives both; the launcher is only named after the first.
    firefox && chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: firefox } }),
    webkitPort &&
      webdriverLauncher({ hostname: '127.0.0.1', port: Number(webkitPort), logLevel: 'error', capabilities: webkitCapabilities }),
  ].filter(Boolean),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  concurrency: 1,
};
