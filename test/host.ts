import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { root } from './kit.js';

/** A page of somebody else's, and the headers it is sent with. */
export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

export interface Host {
  /** Ends with a slash. */
  url: string;
  /** Pages by their path, without the slash before it. */
  pages: Map<string, HostPage>;
  close: () => Promise<void>;
}

/** The policy of a strict host: nothing but what stands beside the page. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** Serves pages of the test's own and the files of the folders, with the built files of the elements and the data of the example pages beside them. */
export async function startHost(...folders: string[]): Promise<Host> {
  const pages = new Map<string, HostPage>();
  const read = async (name: string) => {
    const usual = join(root, extname(name) === '.json' ? 'dist/examples/portal' : 'packages/elements/dist');
    return readFile(join([...folders, usual].find((folder) => existsSync(join(folder, name))) ?? usual, name));
  };
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname.slice(1));
    const page = pages.get(name);
    if (page) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
      return;
    }
    read(name).then(
      (body) => response.writeHead(200, { 'Content-Type': mediaTypes[extname(name)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
