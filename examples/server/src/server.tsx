import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { renderDataBlock, renderElement, styleHashesOf } from '@fp-kit/elements/ssr';
import { parsePlan, renderFallback } from '@fp-kit/sdk';
import { renderToString } from 'react-dom/server';
import { Page } from './page';

// From dist/server, where the build puts this file.
const files = new URL('../client/', import.meta.url);
const mediaTypes: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8' };

/** The page, and the policy it is sent with, which knows the styles that the list was drawn with by their hashes. */
async function renderPage(): Promise<{ html: string; policy: string }> {
  const plan = parsePlan(JSON.parse(await readFile(new URL('work-plan.plan.json', files), 'utf8')));
  const list = await renderElement('fp-task-list', {
    properties: { plan },
    attributes: { src: '#plan' },
    fallback: renderFallback(plan, { original: 'work-plan.txt' }),
  });
  const policy = `default-src 'none'; script-src 'self'; style-src ${(await styleHashesOf(list)).join(' ')}; img-src 'self'`;
  const html = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>工作要点</title>
    <script type="module" src="client.js"></script>
  </head>
  <body><div id="root">${renderToString(<Page list={renderDataBlock('plan', plan) + list} />)}</div></body>
</html>`;
  return { html, policy };
}

// Drawn once: it stands for as long as the plan does.
const page = await renderPage();

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': page.policy }).end(page.html);
    return;
  }
  readFile(new URL(`.${pathname}`, files)).then(
    (body) => response.writeHead(200, { 'Content-Type': mediaTypes[extname(pathname)] ?? 'application/octet-stream' }).end(body),
    () => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'),
  );
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/`);
});
