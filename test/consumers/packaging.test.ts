import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsResolutionKind } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import puppeteer, { type Browser } from 'puppeteer-core';
import { rollup } from 'rollup';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import webpack from 'webpack';
import { findChromium } from '../../scripts/chromium.mjs';
import { startHost } from '../host.js';
import { filesBelow, packages, readManifest, root } from '../kit.js';

const run = promisify(execFile);

/** A folder with the packages installed as a consumer would have them: packed, unpacked, their own dependencies beside them. */
const consumer = mkdtempSync(join(tmpdir(), 'fp-kit-consumer-'));
const installed = (name: string) => join(consumer, 'node_modules/@fp-kit', name);
const tarballOf = (name: string) =>
  join(
    consumer,
    readdirSync(consumer).find((file) => file.startsWith(`fp-kit-${name}-`))!,
  );

beforeAll(async () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  await run('npx', ['--yes', packageManager, '-r', '--filter', './packages/*', 'pack', '--pack-destination', consumer], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  for (const name of packages) {
    mkdirSync(installed(name), { recursive: true });
    await run('tar', ['-xzf', tarballOf(name), '-C', installed(name), '--strip-components=1']);
    for (const id of Object.keys(readManifest(installed(name)).dependencies)) {
      const place = join(consumer, 'node_modules', id);
      if (existsSync(place) || id.startsWith('@fp-kit/')) continue;
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(root, 'packages', name, 'node_modules', id), place, 'junction');
    }
  }
}, 60_000);

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

it('has the hashes of the elements that are published in the README beside them, and none in the repository', () => {
  const hashes = (readme: string) =>
    [...readme.matchAll(/^\| `([^`]+)` \|.*\| `(sha384-[^`]+)` \|$/gm)].map(([, file, hash]) => [file, hash]);
  const published = hashes(readFileSync(join(installed('elements'), 'README.md'), 'utf8'));
  expect(published.map(([file]) => file)).toEqual(['fp-kit.js', 'fp-kit.legacy.js', 'fp-kit.loader.js', 'fp-kit.debug.js']);
  for (const [file, hash] of published) {
    const bytes = readFileSync(join(installed('elements'), 'dist', file!));
    expect(hash).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`);
  }
  expect(hashes(readFileSync(join(root, 'packages/elements/README.md'), 'utf8'))).toEqual([]);
});

describe.each(packages)('%s as published', (name) => {
  it('holds what was built, its licence, and nothing else', () => {
    const strangers = filesBelow(installed(name)).filter(
      (path) =>
        !/^(dist\/[^.][^]*|bin\/[^.]+\.js|package\.json|README\.md|LICENSE)$/.test(path) ||
        /\.test\.|\.examples\.|\/testing\/|\.tsbuildinfo$/.test(path),
    );
    expect(strangers).toEqual([]);
    expect(existsSync(join(installed(name), 'LICENSE'))).toBe(true);
  });

  it('has a declaration for each module', () => {
    // What only a page or a server's window loads is nobody's import.
    const loaded = /^load\/|^ssr\/kit\.js$|\.(?:legacy|debug)\.js$/;
    const modules = filesBelow(join(installed(name), 'dist')).filter((path) => path.endsWith('.js') && !loaded.test(path));
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.filter((path) => !existsSync(join(installed(name), 'dist', path.replace(/\.js$/, '.d.ts'))))).toEqual([]);
  });

  it('exports only files that are there', () => {
    const targets = Object.values(readManifest(installed(name)).exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => target.includes('/src/'))).toEqual([]);
    // A pattern leads to a folder of files.
    expect(targets.filter((target) => !existsSync(join(installed(name), target.replace(/\*.*/, ''))))).toEqual([]);
  });

  it('pleases publint', async () => {
    const { messages } = await publint({ pkgDir: installed(name), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('gives its types to whoever can import it', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarballOf(name))));
    if (!analysis.types) throw new Error(`${name} has no types.`);
    // ES modules only: no require, and no resolution from before export maps.
    const problems = analysis.problems.filter((problem) =>
      (['node16-esm', 'bundler'] as const).some((kind) => problemAffectsResolutionKind(problem, kind, analysis)),
    );
    expect(problems).toEqual([]);
  });

  it('is imported in Node without a trace: no output, no listener, no timer, no global but those of lit and zod', async () => {
    // All but the one file for pages, which carries Lit's build for browsers, and the renderer for @lit-labs/ssr, which needs that beside it.
    const entries = Object.entries(readManifest(installed(name)).exports)
      .filter(([path, target]) => typeof target === 'object' && !path.includes('*') && !path.endsWith('.js') && path !== './lit-ssr')
      .map(([path]) => `@fp-kit/${name}${path.slice(1)}`);
    const script = `
      await Promise.all([import('lit'), import('zod/mini')]);
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      for (const entry of ${JSON.stringify(entries)}) await import(entry);
      const added = Object.getOwnPropertyNames(globalThis).filter((key) => !before.has(key));
      console.log(JSON.stringify({ added, listeners: process.eventNames() }));
    `;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: consumer, timeout: 10_000 });
    expect(stderr).toBe('');
    const { added, listeners } = JSON.parse(stdout) as { added: string[]; listeners: string[] };
    expect(added).toEqual([]);
    const { stdout: bare } = await run(process.execPath, [
      '--input-type=module',
      '--eval',
      'console.log(JSON.stringify(process.eventNames()))',
    ]);
    expect(listeners).toEqual(JSON.parse(bare));
  });
});

/** What a strict project writes against the kit: its tags typed, its plans narrowed. */
const strictConsumer = `
import '@fp-kit/elements/task-list/define';
import '@fp-kit/elements/progress-ring/define';
import '@fp-kit/elements/site-map/define';
import type { FpTaskList } from '@fp-kit/elements/task-list';
import type { Plan, Target } from '@fp-kit/sdk';
${packages.map((name) => `export * as ${name} from '@fp-kit/${name}';`).join('\n')}

export const list: FpTaskList = document.createElement('fp-task-list');
list.src = 'plan.json';
list.theme = 'elder';
export const ringTag: 'fp-progress-ring' = document.createElement('fp-progress-ring').localName as 'fp-progress-ring';
export const targetsOf = (plan: Plan): Target[] => plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.targets));
// @ts-expect-error no such theme
list.theme = 'gold';
`;

it.concurrent.each([
  ['typescript-5.4', 'nodenext', 'nodenext'],
  ['typescript', 'nodenext', 'nodenext'],
  ['typescript', 'esnext', 'bundler'],
])(
  '%s takes a strict consumer under module %s, resolution %s',
  async (typescript, module, moduleResolution) => {
    const folder = join(consumer, `${typescript}-${module}`);
    mkdirSync(folder);
    const compilerOptions = {
      noEmit: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'consumer.ts'), strictConsumer);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const { stdout } = await run(process.execPath, [join(root, 'test/consumers/node_modules', typescript, 'bin/tsc'), '-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  },
  60_000,
);

type Bundle = (entry: string, outDir: string) => Promise<unknown>;

/** Each leaves `page.js` in the folder it is given, and beside it what is loaded on need. */
const bundlers: Record<string, Bundle> = {
  Vite: (entry, outDir) =>
    build({
      root: consumer,
      configFile: false,
      logLevel: 'error',
      build: { outDir, rolldownOptions: { input: { page: entry }, output: { entryFileNames: '[name].js' } } },
    }),
  Rollup: async (entry, dir) => {
    const bundle = await rollup({
      input: { page: entry },
      plugins: [nodeResolve({ browser: true, rootDir: consumer })],
      onLog: () => undefined,
    });
    await bundle.write({ dir, format: 'es' });
  },
  webpack: (entry, path) =>
    new Promise<void>((resolve, reject) => {
      webpack({ mode: 'production', context: consumer, entry: { page: entry }, output: { path } }, (error, stats) => {
        if (error || stats!.hasErrors()) reject(error ?? new Error(stats!.toString('errors-only')));
        else resolve();
      });
    }),
};

describe('a bundled page', () => {
  let browser: Browser;

  beforeAll(async () => {
    // What bundlers take as the word for a build that is meant for people; Vitest says `test`.
    vi.stubEnv('NODE_ENV', 'production');
    browser = await puppeteer.launch(await findChromium());
  }, 60_000);

  afterAll(async () => {
    vi.unstubAllEnvs();
    await browser.close();
  });

  it.each(Object.entries(bundlers))('by %s registers its elements, which show their data', async (name, bundle) => {
    const entry = join(consumer, `${name}.js`);
    const outDir = join(consumer, `bundled-by-${name}`);
    writeFileSync(
      entry,
      ['task-list', 'progress-ring', 'target-meter', 'site-map'].map((tag) => `import '@fp-kit/elements/${tag}/define';\n`).join(''),
    );
    await bundle(entry, outDir);
    const host = await startHost(outDir);
    const tab = await browser.newPage();
    try {
      const faults: string[] = [];
      tab.on('console', (message) => faults.push(`${message.type()} ${message.text()}`));
      tab.on('pageerror', (error) => faults.push(`uncaught ${String(error)}`));
      host.pages.set('page.html', {
        html: `<!doctype html><meta charset="utf-8"><title>页面</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>
          <fp-task-list src="plan.json"></fp-task-list><fp-progress-ring src="plan.json"></fp-progress-ring><fp-site-map src="sites.json"></fp-site-map>`,
      });
      await tab.goto(`${host.url}page.html`);
      for (const tag of ['fp-task-list', 'fp-progress-ring', 'fp-site-map']) {
        await tab.waitForSelector(`${tag}[data-state=ready]`, { timeout: 5000 });
      }
      expect(await tab.$eval('fp-task-list', (element) => element.shadowRoot!.textContent)).toContain('建好管好用好服务阵地');
      expect(faults).toEqual([]);
    } finally {
      await tab.close();
      await host.close();
    }
  });
});
