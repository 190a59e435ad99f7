// Serves a host that needs no build, with what a web team copies beside its pages: `node serve.mjs jquery`.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const kit = dirname(fileURLToPath(import.meta.resolve('@fp-kit/elements/fp-kit.js')));
const jquery = dirname(createRequire(join(here, 'jquery/package.json')).resolve('jquery/dist/jquery.js'));

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  // Pages of the years when an extension had three letters, and a page two bytes to a character.
  '.htm': 'text/html; charset=gb2312',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

const name = process.argv[2] ?? 'jquery';
const folders = [join(here, name), join(here, 'data'), kit, jquery];

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1);
  const asked = path === '' ? ['index.html', 'index.htm'] : [path];
  const file = folders.flatMap((folder) => asked.map((one) => join(folder, one))).find((one) => extname(one) && existsSync(one));
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  response.writeHead(200, { 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
