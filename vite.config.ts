import { readFile, readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import type * as Sample from './scripts/sample.mjs';

const root = new URL('./', import.meta.url);
const portal = new URL('examples/portal/', root);
const kit = new URL('packages/elements/dist/', root);
const pages = ['../index', 'index', 'phone', 'phone-elder', 'phone-dark'];

/** What the pages of the portal find beside them and what is made elsewhere. */
const made: Record<string, () => Promise<string | Uint8Array>> = {
  'fp-kit.js': () => readFile(new URL('fp-kit.js', kit)),
  'plan.json': async () => {
    // By address, so that reading this configuration does not read the packages.
    const { buildSnapshot } = (await import(new URL('scripts/sample.mjs', root).href)) as typeof Sample;
    return JSON.stringify(await buildSnapshot());
  },
  'sites.json': () => readFile(new URL('examples/data/sites.json', root)),
  'work-plan.txt': () => readFile(new URL('examples/data/work-plan.txt', root)),
};

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Leaves the pages as a web team wrote them, tag by tag, and puts the kit and its data beside them: in development and in the build alike. */
function plainPages(): Plugin {
  return {
    name: 'plain-pages',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) => (server ? html : html.replace(/<(?=(?:script|link|img)\b)(\w+)/g, '<$1 vite-ignore')),
    },
    async generateBundle() {
      const kept = (await readdir(portal)).filter((name) => extname(name) !== '.html');
      for (const name of kept) this.emitFile({ type: 'asset', fileName: `portal/${name}`, source: await readFile(new URL(name, portal)) });
      // What `fp-kit.js` loads when a page has sites.
      for (const name of await readdir(new URL('load/', kit)))
        this.emitFile({ type: 'asset', fileName: `portal/load/${name}`, source: await readFile(new URL(`load/${name}`, kit)) });
      for (const [name, read] of Object.entries(made)) this.emitFile({ type: 'asset', fileName: `portal/${name}`, source: await read() });
    },
    configureServer(server) {
      server.middlewares.use('/portal/', (request, response, next) => {
        const name = new URL(request.url ?? '', 'http://localhost').pathname.slice(1);
        const read = name.startsWith('load/') ? () => readFile(new URL(name, kit)) : made[name];
        if (read) read().then((body) => response.setHeader('Content-Type', mediaTypes[extname(name)] ?? '').end(body), next);
        else next();
      });
    },
  };
}

export default defineConfig({
  root: 'examples',
  publicDir: false,
  appType: 'mpa',
  plugins: [plainPages()],
  // The pages' one script is finished; there is nothing to discover or to transform ahead.
  optimizeDeps: { noDiscovery: true },
  server: { preTransformRequests: false },
  build: {
    outDir: '../dist/examples',
    emptyOutDir: true,
    rolldownOptions: { input: pages.map((name) => fileURLToPath(new URL(`${name}.html`, portal))) },
  },
  preview: {
    port: 4173,
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
    },
  },
});
