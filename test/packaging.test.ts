import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { publint } from 'publint';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, packages, readManifest, root } from './kit.js';

const run = promisify(execFile);

/** A folder with the packages installed as a consumer would have them: packed, unpacked, their own dependencies beside them. */
const consumer = mkdtempSync(join(tmpdir(), 'fp-kit-consumer-'));
const installed = (name: string) => join(consumer, 'node_modules/@fp-kit', name);

beforeAll(async () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  await run('npx', ['--yes', packageManager, '-r', '--filter', './packages/*', 'pack', '--pack-destination', consumer], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  for (const name of packages) {
    const tarball = readdirSync(consumer).find((file) => file.startsWith(`fp-kit-${name}-`))!;
    mkdirSync(installed(name), { recursive: true });
    await run('tar', ['-xzf', join(consumer, tarball), '-C', installed(name), '--strip-components=1']);
    for (const id of Object.keys(readManifest(installed(name)).dependencies)) {
      const place = join(consumer, 'node_modules', id);
      if (existsSync(place) || id.startsWith('@fp-kit/')) continue;
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(root, 'packages', name, 'node_modules', id), place, 'junction');
    }
  }
}, 60_000);

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

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
    const modules = filesBelow(join(installed(name), 'dist')).filter((path) => path.endsWith('.js'));
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

  it('is imported in Node without a trace: no output, no listener, no timer, no global but those of lit and zod', async () => {
    const entries = Object.entries(readManifest(installed(name)).exports)
      .filter(([path, target]) => typeof target === 'object' && !path.includes('*') && !path.endsWith('/define') && !path.endsWith('.js'))
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

it('gives a TypeScript consumer its types under both kinds of resolution', async () => {
  writeFileSync(
    join(consumer, 'consumer.ts'),
    packages.map((name) => `export * as ${name} from '@fp-kit/${name}';`).join('\n') + "\nimport '@fp-kit/elements/task-list/define';\n",
  );
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const options = {
      noEmit: true,
      strict: true,
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
    };
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
    writeFileSync(join(consumer, 'package.json'), JSON.stringify({ type: 'module' }));
    const { stdout } = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', consumer]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  }
}, 60_000);

it.each(['task-list', 'progress-ring', 'target-meter', 'site-map'])(
  'keeps the registration of %s when a consumer bundles it',
  async (component) => {
    const entry = join(consumer, `${component}.js`);
    writeFileSync(entry, `import '@fp-kit/elements/${component}/define';\n`);
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ rootDir: consumer })], onLog: () => undefined });
    const { output } = await bundle.generate({ format: 'es' });
    expect(output[0].code).toContain('customElements.define');
    expect(output[0].code).toContain(`fp-${component}`);
  },
);
