import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { parsePlan, renderFallback } from '@fp-kit/sdk';
import { renderToString } from 'react-dom/server';
import { Page, planFile } from './page';

// From dist/server, where the build puts this file.
const files = new URL('../client/', import.meta.url);
const mediaTypes: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' };

async function renderPage(): Promise<string> {
  const plan = parsePlan(JSON.parse(await readFile(new URL(planFile, files), 'utf8')));
  const fallback = renderFallback(plan, { original: 'work-plan.txt' });
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>工作要点</title>
    <script type="module" src="client.js"></script>
  </head>
  <body><div id="root">${renderToString(<Page fallback={fallback} />)}</div></body>
</html>`;
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = pathname === '/' ? renderPage() : readFile(new URL(`.${pathname}`, files));
  answer.then(
    (body) => response.writeHead(200, { 'Content-Type': mediaTypes[extname(pathname)] ?? 'text/html; charset=utf-8' }).end(body),
    () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'),
  );
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/`);
});
