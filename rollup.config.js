import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

const engines = JSON.parse(readFileSync('packages/elements/engines.json', 'utf8')).map(({ engine, from }) => engine + from);
const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
const bundled = 'src/fp-kit.ts';

const compile = (name, target) => esbuild({ target, tsconfig: `packages/${name}/tsconfig.json` });

/** The sources that a package's own export map names; `src/main.ts` is what its command starts. */
function entriesOf(name) {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const sources = Object.values(exports).flatMap((target) => target['@fp-kit/source'] ?? []);
  return [...new Set([...sources, './src/main.ts'])]
    .map((path) => path.replace('./', ''))
    .filter((path) => path !== bundled && existsSync(`packages/${name}/${path}`))
    .map((path) => `packages/${name}/${path}`);
}

/** One module out for each module in, dependencies left as imports: what a bundler of the consumer shakes best. */
const modules = ['sdk', 'document', 'elements', 'cli'].map((name) => ({
  input: entriesOf(name),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  // Private fields lowered to weak maps cost the importer a third of its speed; what loads these modules, Node or a bundler, has them.
  plugins: [compile(name, 'es2022')],
  output: {
    dir: `packages/${name}/dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `packages/${name}/src`,
    sourcemap: false,
  },
  onLog: refuse,
}));

/** Takes the white space out of css`…`, which no minifier of JavaScript touches. */
const squeezeStyles = {
  name: 'squeeze-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    let squeezed = '';
    let end = 0;
    // A sheet with something to fill in stays as it is.
    for (const { 0: sheet, index } of code.matchAll(/(?<=\bcss`)[^`$]*(?=`)/g)) {
      const { code: css } = await transform(sheet, { loader: 'css', minifyWhitespace: true });
      squeezed += code.slice(end, index) + css.trim();
      end = index + sheet.length;
    }
    return { code: squeezed + code.slice(end), map: null };
  },
};

/** Takes the syntax of a whole file, libraries and all, down to the engines that the kit still serves. */
const lower = {
  name: 'lower',
  async renderChunk(code) {
    // esbuild would rather refuse than lower destructuring for a fault of Safari's that no code here meets.
    const lowered = await transform(code, { target: engines, supported: { destructuring: true } });
    return { code: lowered.code, map: null };
  },
};

/** What a web team puts on a page: one file, nothing to resolve; as a module, and as a classic script for engines of years ago. */
const pageFiles = [
  { file: 'fp-kit.js', format: 'es', plugins: [terser({ ecma: 2021, module: true, format: { comments: /^!\s*fp-kit/ } })] },
  {
    file: 'fp-kit.legacy.js',
    format: 'iife',
    name: 'fpKit',
    // A micro-frontend (qiankun) hands a script a proxy for the document, which no TreeWalker takes: an element knows the real one.
    intro: `var document = window.document.createElement('i').ownerDocument;`,
    plugins: [lower, terser({ ecma: 2019, format: { comments: /^!\s*fp-kit/ } })],
  },
].map(({ file, ...output }) => ({
  input: `packages/elements/${bundled}`,
  plugins: [nodeResolve({ exportConditions: ['@fp-kit/source'] }), squeezeStyles, compile('elements', 'es2021')],
  output: {
    ...output,
    file: `packages/elements/dist/${file}`,
    // What an element loads when it needs it is in the file already.
    inlineDynamicImports: true,
    banner: `/*! fp-kit ${version} | MIT | lit (c) Google LLC, BSD-3-Clause */`,
  },
  onLog: refuse,
}));

/** An unresolved import or a circular one is a fault here, not a remark; an empty entry is a package still to be filled. */
function refuse(level, log, report) {
  if (log.code === 'EMPTY_BUNDLE') return;
  report(level === 'warn' ? 'error' : level, log);
}

export default [...modules, ...pageFiles];
