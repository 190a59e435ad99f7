// The steps that `npm start` and `npm test` share. Until install() has run there is nothing but Node itself to build on.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How often a long step says that it is still at work. */
const pulseMs = 5000;

/**
 * Does one piece of work and prints one line when it is done, with the time it took. A long one says every few seconds
 * where it stands. When it fails, what it printed is shown in full and the process ends with 1.
 */
export async function step(label, work) {
  const started = performance.now();
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  let last = '';
  const pulse = setInterval(() => {
    console.log(`  … ${label}, ${elapsed()}${last && `: ${last}`}`);
  }, pulseMs);
  try {
    const outcome = await work((line) => {
      last = line.slice(0, 100);
    });
    console.log(`✓ ${label}${typeof outcome === 'string' ? `: ${outcome}` : ''}  ${elapsed()}`);
    return outcome;
  } catch (error) {
    console.error(`✗ ${label}  ${elapsed()}`);
    if (error.output) console.error(error.output);
    console.error(error.message);
    process.exit(1);
  } finally {
    clearInterval(pulse);
  }
}

/** npm tells a script about the script itself; a second npm inside it would take that for its own settings. */
function ownEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command|execpath|config_(local_prefix|prefix)$)/i.test(name)),
  );
}

/** Runs a command in the root folder and gives each line it prints to `report`. Throws an error with its `output` when it does not end with 0. */
function run(command, args, report) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: ownEnvironment(),
      // npx is a batch file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npx',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      const line = stripVTControlCharacters(String(chunk))
        .trim()
        .split(/[\r\n]+/)
        .at(-1);
      if (line) report(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => reject(Object.assign(error, { output })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(Object.assign(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}.`), { output }));
    });
  });
}

/** Every file below the given files and folders that takes part in a build: no tests, nothing that was itself built or installed. */
function filesBelow(paths) {
  return paths.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [full];
    const names = readdirSync(full).filter((name) => !['dist', 'node_modules'].includes(name) && !name.endsWith('.test.ts'));
    return filesBelow(names.map((name) => join(path, name)));
  });
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of filesBelow(paths).sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** Does the work only if one of the inputs has changed since it last succeeded, or an output has gone. */
async function whenChanged({ label, inputs, outputs, work }) {
  const stamp = join(root, 'node_modules/.cache/fp-kit', label.replaceAll(' ', '-').toLowerCase());
  const now = fingerprint(inputs);
  const before = existsSync(stamp) && outputs.every((path) => existsSync(join(root, path))) ? readFileSync(stamp, 'utf8') : '';
  if (before === now) {
    console.log(`✓ ${label}: unchanged`);
    return;
  }
  await step(label, work);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
const packages = ['sdk', 'document', 'elements', 'cli'];
const workspaces = [
  'bench',
  'test/consumers',
  ...['packages', 'examples'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)),
];

/** Installs what the lockfile names, with the pnpm that package.json names; needs only Node and npm. */
export async function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await whenChanged({
    label: 'Install dependencies',
    inputs: [...manifests, ...workspaces.map((name) => `${name}/package.json`)],
    outputs: ['node_modules/.modules.yaml'],
    work: (report) => run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], report),
  });
}

/** Builds what is published: packages/*\/dist. */
export async function buildPackages() {
  await whenChanged({
    label: 'Build the packages',
    inputs: [
      ...manifests,
      'packages',
      'tsconfig.base.json',
      'tsconfig.json',
      'rollup.config.js',
      'scripts/build.mjs',
      'scripts/schemas.mjs',
      'scripts/integrity.mjs',
    ],
    outputs: [...packages.map((name) => `packages/${name}/dist/index.js`), 'packages/elements/dist/fp-kit.js'],
    work: (report) => run(process.execPath, ['scripts/build.mjs'], report),
  });
}

/** Builds the example pages: dist/examples. */
export async function buildExamples() {
  await whenChanged({
    label: 'Build the examples',
    inputs: [...manifests, 'packages', 'examples', 'vite.config.ts', 'scripts/sample.mjs'],
    outputs: ['dist/examples/portal/index.html'],
    work: (report) => run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], report),
  });
}

/** Builds the example hosts that a bundler makes: the dist of each. */
export async function buildHosts() {
  await whenChanged({
    label: 'Build the example hosts',
    inputs: [...manifests, 'packages', 'examples'],
    outputs: ['vue/dist/index.html', 'react/dist/index.html', 'server/dist/client/client.js', 'server/dist/server/server.js'].map(
      (path) => `examples/${path}`,
    ),
    work: async (report) => {
      for (const args of [['examples/vue'], ['examples/react'], ['examples/server'], ['examples/server', '--ssr']]) {
        await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', ...args], report);
      }
    },
  });
}
