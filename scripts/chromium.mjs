// Finds a Chromium for the tests. Nothing here installs software: it looks, in the order that costs least.
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const windowsRoots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);

const places = {
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
  ]),
  win32: windowsRoots.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Chromium/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

/** Flags under which a test browser keeps quiet: no GPU, no updates, no request that the page did not make. */
const quiet = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(places[process.platform] ?? []), ...onPath].find(isExecutable);
}

/**
 * Unpacks the browser that comes as an npm package. It goes into a folder of its own that is renamed when complete:
 * the package itself would take whatever `chromium` lies in the system's temporary folder, half-written or a stranger's.
 */
async function unpacked() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache/fp-kit', `chromium-${version}`);
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  const { default: chromium } = await import('@sparticuz/chromium');
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const temporary = process.env.TMPDIR;
  try {
    process.env.TMPDIR = unfinished;
    await chromium.executablePath();
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another run may have finished first; then its copy serves.
    if (!existsSync(path)) throw error;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  return path;
}

/**
 * The browser to test with: `CHROME_PATH`, an installed Chrome, Chromium or Edge, else the one from npm (Linux x64).
 * Returns what puppeteer's `launch` takes. Throws an error that says what to install when there is none.
 */
export async function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked && !isExecutable(asked)) throw new Error(`CHROME_PATH names ${asked}, which is not an executable file.`);
  let executablePath = asked || installed();
  let reason = '';
  if (!executablePath) {
    try {
      executablePath = await unpacked();
    } catch (error) {
      reason = ` The one from npm did not unpack: ${error.message}.`;
    }
  }
  if (!executablePath) {
    throw new Error(`No browser found.${reason} Install Chrome, Chromium or Edge, or set CHROME_PATH to one.`);
  }
  // Chromium's sandbox refuses to start for root, which is who runs tests in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...sandbox, ...quiet] };
}
