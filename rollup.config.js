import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

const engines = JSON.parse(readFileSync('packages/elements/engines.json', 'utf8')).map(({ engine, from }) => engine + from);
const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
const bundled = 'src/fp-kit.ts';

// Private fields and methods lowered to weak maps cost the importer a third of its speed and a page a kilobyte or two. Node and bundlers have
// them, so do Chromium 84 and Safari 15; for what is older there is the classic script.
const compile = (name) => esbuild({ target: 'es2022', tsconfig: `packages/${name}/tsconfig.json` });

/** The sources that a package's own export map names; `src/main.ts` is what its command starts. */
function entriesOf(name) {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const sources = Object.values(exports).flatMap((target) => target['@fp-kit/source'] ?? []);
  return [...new Set([...sources, './src/main.ts'])]
    .map((path) => path.replace('./', ''))
    .filter((path) => path !== bundled && existsSync(`packages/${name}/${path}`))
    .map((path) => `packages/${name}/${path}`);
}

/** Takes the white space out of css`…`, which no minifier of JavaScript touches. */
const squeezeStyles = {
  name: 'squeeze-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    let squeezed = '';
    let end = 0;
    for (const { 0: sheet, index } of code.matchAll(/(?<=\bcss`)[^`]*(?=`)/g)) {
      // What is filled in is a run of declarations, and so may a sheet be that fills another.
      const open = sheet.replace(/\$\{(\w+)\};?/g, '--fill:$1;');
      const rules = open.includes('{') ? open : `:host{${open}}`;
      const { code: css } = await transform(rules, { loader: 'css', minifyWhitespace: true, charset: 'utf8' });
      const closed = css.trim().replace(/--fill:\s*(\w+);?/g, '$${$1}');
      squeezed += code.slice(end, index) + (rules === open ? closed : `${closed.slice(6, -1)};`);
      end = index + sheet.length;
    }
    return { code: squeezed + code.slice(end), map: null };
  },
};

/** One module out for each module in, dependencies left as imports: what a bundler of the consumer shakes best. */
const modules = ['sdk', 'document', 'elements', 'server', 'cli'].map((name) => ({
  input: entriesOf(name),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  plugins: [squeezeStyles, compile(name)],
  output: {
    dir: `packages/${name}/dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `packages/${name}/src`,
    sourcemap: false,
  },
  onLog: refuse,
}));

/** Writes the blocks that esbuild makes of static properties as static fields: blocks are years younger (Chromium 94, Safari 16.4). */
const staticFields = {
  name: 'static-fields',
  transform: (code, id) =>
    id.endsWith('.ts')
      ? { code: code.replace(/static \{(?:\s*\/\*\*[^]*?\*\/)?\s*this\.(\w+) = ([^;]*);\s*\}/g, 'static $1 = $2;'), map: null }
      : null,
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

// What the elements take from the page around them.
const globals = `document customElements navigator history cancelAnimationFrame
  Comment CustomEvent Document Element Event HTMLElement HTMLInputElement HTMLSelectElement
  IntersectionObserver MutationObserver Node ResizeObserver ShadowRoot`.split(/\s+/);

/** Puts the elements into a function of their window, so that Node draws them in one that is not global. */
const inWindow = {
  banner: `export function kitIn(window, { location, CSSStyleSheet }) {\nconst globalThis = window;\nconst { ${globals.join(', ')} } = window;`,
  footer: '}',
};

/** Takes line ends and indents out of html`…`; behind a minifier they stand nowhere else. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  renderChunk: (code) => ({ code: code.replace(/\n\s+/g, ' '), map: null }),
};

/** What explains an element to whoever builds the page stands beside the files: only `debug` asks for it. */
const explanation = 'fp-kit.debug.js';
const explanationApart = {
  name: 'explanation-apart',
  resolveId: (id) => (id.endsWith('/debug.js') ? { id: `./${explanation}`, external: true } : null),
};

const squeezeModule = [
  terser({ ecma: 2021, module: true, compress: { passes: 3 }, format: { comments: /^!\s*fp-kit/ } }),
  squeezeTemplates,
];

/** What a web team puts on a page: one file, nothing to resolve. The map, and the lists of a ledger, stand beside it in `load` for pages that have them. */
const kit = {
  input: `packages/elements/${bundled}`,
  // What is in `load` takes from the file what that holds already.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    explanationApart,
    // Lit's build for Node runs in a page as well, and the other one asks for a document when it is imported.
    nodeResolve({ exportConditions: ['@fp-kit/source', 'node'] }),
    squeezeStyles,
    compile('elements'),
    staticFields,
    ...squeezeModule,
  ],
  output: {
    format: 'es',
    dir: 'packages/elements/dist',
    entryFileNames: 'fp-kit.js',
    chunkFileNames: 'load/[name]-[hash].js',
    manualChunks: (id, { getModuleInfo }) => Object.keys(rooms).find((name) => isOnlyOf(rooms[name], id, getModuleInfo)) ?? 'fp-kit',
    banner: `/*! fp-kit ${version} | MIT | lit (c) Google LLC, BSD-3-Clause */`,
  },
  onLog: refuse,
};

/** What a page loads when it needs it, by the name of its file in `load`. */
const rooms = {
  'opening-hours': /\/opening-(hours|state|now|words)\.ts$/,
  'sites-en': /\/locales\/sites\/en\.ts$/,
  'sites-near': /\/site-map\/near\.ts$/,
  'map-tiles': /\/site-map\/tiles\.ts$/,
  'map-stage': /\/(map-(stage|view)|clusters)\.ts$/,
  // A page with both loads what they share once; most have no card alone.
  'site-card': /\/site-card\.(define\.)?ts$/,
  'site-map': /\/site-(map|card)\.define\.ts$/,
  ledger: /\/(ranking|supervision)\.define\.ts$/,
};

/** Whether a module is one of these, or imported, however far up, by them and nothing else. */
function isOnlyOf(room, id, getModuleInfo, seen = new Set()) {
  if (room.test(id)) return true;
  if (seen.has(id)) return true;
  seen.add(id);
  const { importers, dynamicImporters, isEntry } = getModuleInfo(id);
  if (isEntry) return false;
  return [...importers, ...dynamicImporters].every((one) => isOnlyOf(room, one, getModuleInfo, seen));
}

/** The same in one classic script for engines of years ago, and what a server draws with. */
const pageFiles = [
  {
    file: 'fp-kit.legacy.js',
    format: 'iife',
    name: 'fpKit',
    // A micro-frontend (qiankun) hands a script a proxy for the document, which no TreeWalker takes: an element knows the real one.
    intro: `var document = window.document.createElement('i').ownerDocument;`,
    // A page in GBK reads a classic script as GBK.
    plugins: [
      lower,
      terser({ ecma: 2019, compress: { passes: 3 }, format: { ascii_only: true, comments: /^!\s*fp-kit/ } }),
      squeezeTemplates,
    ],
  },
  // The same white space as in a page.
  { file: 'ssr/kit.js', format: 'iife', name: 'fpKit', ...inWindow, plugins: [terser({ ecma: 2021 }), squeezeTemplates] },
].map(({ file, ...output }) => ({
  input: `packages/elements/${bundled}`,
  plugins: [explanationApart, nodeResolve({ exportConditions: ['@fp-kit/source'] }), squeezeStyles, compile('elements'), staticFields],
  output: {
    file: `packages/elements/dist/${file}`,
    // What an element loads when it needs it is in the file already.
    inlineDynamicImports: true,
    banner: `/*! fp-kit ${version} | MIT | lit (c) Google LLC, BSD-3-Clause */`,
    ...output,
  },
  onLog: refuse,
}));

const explained = {
  input: 'packages/elements/src/element/debug.ts',
  plugins: [compile('elements'), terser({ ecma: 2021, module: true, format: { comments: /^!\s*fp-kit/, ascii_only: true } })],
  output: { file: `packages/elements/dist/${explanation}`, format: 'es', banner: `/*! fp-kit ${version} | MIT */` },
  onLog: refuse,
};

/** The loader, and beside it each element with what it shares. Names carry a hash, so that a cache never mixes two versions. */
const loader = {
  input: 'packages/elements/src/fp-kit.loader.ts',
  plugins: [nodeResolve({ exportConditions: ['@fp-kit/source'] }), squeezeStyles, compile('elements'), staticFields, ...squeezeModule],
  output: {
    format: 'es',
    dir: 'packages/elements/dist',
    entryFileNames: 'fp-kit.loader.js',
    chunkFileNames: 'load/[name]-[hash].js',
    hoistTransitiveImports: false,
    banner: `/*! fp-kit ${version} | MIT */`,
  },
  onLog: refuse,
};

/** An unresolved import or a circular one is a fault here, not a remark; an empty entry is a package still to be filled. */
function refuse(level, log, report) {
  if (log.code === 'EMPTY_BUNDLE') return;
  report(level === 'warn' ? 'error' : level, log);
}

export default [...modules, kit, ...pageFiles, explained, loader];
