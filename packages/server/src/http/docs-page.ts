import type { Lang } from '@fp-kit/sdk';

type Json = Record<string, unknown>;

const words = {
  'zh-CN': {
    title: '接口说明',
    machine: '机器可读',
    public: '公开',
    needs: '需要令牌',
    body: '请求内容',
    query: '参数',
    answers: '答复',
    schema: '结构',
  },
  en: {
    title: 'The API',
    machine: 'for machines',
    public: 'public',
    needs: 'needs a token',
    body: 'Body',
    query: 'Parameters',
    answers: 'Answers',
    schema: 'schema',
  },
} satisfies Record<Lang, Record<string, string>>;

/** The OpenAPI document as a page to read: no script, nothing from elsewhere. */
export function docsPage(description: Json, lang: Lang): string {
  const { title, machine } = words[lang];
  const { info, paths } = description as {
    info: { title: string; version: string; description: string };
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(info.title)} · ${title}</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<header><h1>${escape(info.title)} <small>${escape(info.version)}</small></h1>
<p>${escape(info.description)}</p>
<p><a href="openapi.json">openapi.json</a> (OpenAPI 3.1, ${machine})</p></header>
<nav><ul>${operations.map(({ path, method, operation }) => `<li><a href="#${operation.operationId}">${badge(method)} <code>${escape(path)}</code></a></li>`).join('\n')}</ul></nav>
<main>${operations.map((one) => section(one, lang)).join('\n')}</main>
</body>
</html>
`;
}

interface Operation {
  operationId: string;
  summary: string;
  'x-fp-permission'?: string;
  parameters?: { name: string; in: string; schema: Json; required: boolean }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Json }> }>;
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }, lang: Lang): string {
  const { public: open, needs, body, query, answers, schema } = words[lang];
  const permission = operation['x-fp-permission'];
  const details = (label: string, value: Json | undefined): string =>
    value === undefined ? '' : `<details><summary>${label}</summary><pre>${escape(JSON.stringify(value, null, 2))}</pre></details>`;
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, schema: { description, ...rest } }) =>
      `<dt><code>${escape(name)}</code> <small>${place}</small></dt><dd>${escape(typeof description === 'string' ? description : '')} <code>${escape(JSON.stringify(rest))}</code></dd>`,
  );
  const responses = Object.entries(operation.responses).map(
    ([status, { description, content = {} }]) =>
      `<dt><code>${status}</code></dt><dd>${escape(description)}${status === 'default' ? '' : details(schema, content['application/json']?.schema)}</dd>`,
  );
  return `<section id="${operation.operationId}"><h2>${badge(method)} <code>${escape(path)}</code></h2>
<p>${escape(operation.summary)} <small>${permission === undefined ? open : `${needs}: ${permission}`}</small></p>
${parameters.length > 0 ? `<h3>${query}</h3><dl>${parameters.join('\n')}</dl>` : ''}
${operation.requestBody === undefined ? '' : `<h3>${body}</h3>${details(schema, operation.requestBody.content['application/json']?.schema)}`}
<h3>${answers}</h3><dl>${responses.join('\n')}</dl></section>`;
}

const badge = (method: string): string => `<b class="${method}">${method.toUpperCase()}</b>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

export const docsStyles = `:root { color-scheme: light dark; --ink: #1d2733; --quiet: #55616e; --line: #d8dee5; --ground: #fff; --accent: #0b5d8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --quiet: #9fabb7; --line: #36414d; --ground: #141a20; --accent: #7cc0ea; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 6rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; } h1 small, small { color: var(--quiet); font-weight: 400; font-size: .85em; }
h2 { font-size: 1.1rem; margin: 0 0 .25rem; } h3 { font-size: .85rem; color: var(--quiet); margin: 1rem 0 .25rem; font-weight: 600; }
a { color: var(--accent); } code, pre { font: .9em/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 0; columns: 22rem; } nav a { text-decoration: none; color: inherit; } nav a:hover code { text-decoration: underline; }
b { display: inline-block; min-width: 4em; font: 600 .75rem/1.6 ui-monospace, monospace; color: var(--accent); }
section { border-top: 1px solid var(--line); padding: 1.5rem 0; }
section:target { border-top-color: var(--accent); }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; min-width: 0; }
pre { overflow: auto; max-height: 30rem; padding: 1rem; border: 1px solid var(--line); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
`;
