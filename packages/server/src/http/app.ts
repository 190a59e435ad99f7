import { randomUUID } from 'node:crypto';
import { describeZodIssues, InvalidDataError, type Lang } from '@fp-kit/sdk';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod/mini';
import { roleAllows } from '../access/permissions.js';
import { type Bearer, findBearer } from '../access/tokens.js';
import type { Service } from '../service.js';
import { readJson, readUpload } from './body.js';
import { docsPage, docsStyles } from './docs-page.js';
import { createMetrics } from './metrics.js';
import { describeApi } from './openapi.js';
import { answerWith, type Problem, ProblemError } from './problem.js';
import type { AppOptions } from './app-options.js';
import { createRateLimiter } from './rate.js';
import type { Answer, Route } from './route.js';
import { routes } from './routes.js';

/** What is known of a request while it is answered, for the log. */
interface Known extends HttpBindings {
  id: string;
  route?: string;
  token?: string | undefined;
}

export interface App {
  fetch: (request: Request, bindings: HttpBindings) => Promise<Response>;
}

/** How long a token that was found is believed without asking again, should the word that one was taken back be lost. */
const bearerMs = 5000;

/** The API as a hono app: of the routes, their description, pages where there is nothing else, and what watches over it. */
export function createApp(service: Service, { version, pages, origins = [], limits = {}, rate, log }: AppOptions): App {
  const app = new Hono<{ Bindings: Known }>();
  const description = describeApi(routes, version);
  const metrics = createMetrics();
  const waitFor = createRateLimiter(rate ?? { burst: 200, perSecond: 50 });
  const bearers = new Map<string, { bearer: Bearer; until: number }>();

  service.watchTokens(() => bearers.clear());

  const readBearer = async (given: string): Promise<Bearer> => {
    const secret = /^Bearer +([\w-]{20,200})$/i.exec(given)?.[1];
    if (secret === undefined) return refuse(unauthorized);
    const known = bearers.get(secret);
    if (known !== undefined && known.until > Date.now()) return known.bearer;
    const bearer = (await findBearer(service.database, secret)) ?? refuse(unauthorized);
    if (bearers.size > 10_000) bearers.clear();
    bearers.set(secret, { bearer, until: Date.now() + bearerMs });
    return bearer;
  };

  if (origins.length > 0) {
    app.use(
      cors({
        origin: origins.includes('*') ? '*' : [...origins],
        allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'Accept-Language'],
        allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
        exposeHeaders: ['Content-Disposition', 'ETag', 'Retry-After', 'X-Request-Id'],
        maxAge: 600,
      }),
    );
  }

  for (const route of routes) {
    const { entries = 1_000_000, tables = 8_000_000, documents = 16_000_000 } = limits;
    const limit = route.upload !== undefined ? tables : route.id === 'report' ? entries : documents;
    const querySchema = route.query === undefined ? undefined : z.object(route.query);
    const headersSchema = route.headers === undefined ? undefined : z.object(route.headers);
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const request = context.req.raw;
      const known = context.env;
      known.route = route.path;
      const authorization = request.headers.get('authorization');
      const bearer = authorization === null ? undefined : await readBearer(authorization);
      known.token = bearer?.id;
      const wait = waitFor(bearer?.id ?? known.incoming.socket.remoteAddress ?? '');
      if (wait > 0) {
        refuse({
          status: 429,
          code: 'too-many',
          title: 'too many requests',
          detail: 'wait as long as Retry-After says',
          headers: { 'Retry-After': String(Math.ceil(wait)) },
        });
      }
      if (route.verb !== undefined) {
        if (bearer === undefined) refuse(unauthorized);
        if (!roleAllows(bearer.role, route.verb)) {
          refuse({
            status: 403,
            code: 'not-allowed',
            title: `a ${bearer.role} may not do this`,
            detail: 'ask for a token with a further role',
          });
        }
      }
      const lang = langOf(request);
      const params = context.req.param() as unknown as Record<string, string>;
      for (const value of Object.values(params)) {
        if (value.length > 200 || value.includes('\u0000'))
          refuse({ status: 404, code: 'no-such', title: 'there is nothing of this name' });
      }
      const query = check('query', querySchema, context.req.query(), lang) as Record<string, string>;
      check('header', headersSchema, headersOf(route, request), lang);
      const body =
        route.upload !== undefined
          ? await readUpload(request, route.upload, limit)
          : route.body === undefined
            ? undefined
            : checkBody(route, await readJson(request, limit), lang);
      return respond(await route.handle({ service, request, params, query, body, bearer, lang }), known);
    });
  }

  const give = (path: string, mediaType: string, body: (lang: Lang) => string | Promise<string>, headers: Answer['headers'] = {}): void => {
    app.get(path, async ({ req, env }) =>
      respond({ status: 200, headers: { 'Content-Type': mediaType, ...headers }, body: await body(langOf(req.raw)) }, env),
    );
  };
  give('/openapi.json', 'application/json', () => JSON.stringify(description));
  give('/docs', 'text/html; charset=utf-8', (lang) => docsPage(description, lang), {
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  });
  give('/docs.css', 'text/css; charset=utf-8', () => docsStyles);
  give('/healthz', 'application/json', async () => {
    await service.database.query('select 1');
    return JSON.stringify({ status: 'ok', store: service.database.kind, version });
  });
  give('/metrics', 'text/plain; version=0.0.4', () => metrics.render());

  const givePage = pages === undefined ? undefined : serveStatic({ root: pages });
  app.notFound(async (context) => {
    const page = await givePage?.(context as Context<{ Bindings: Known }, string>, () => Promise.resolve());
    if (page === undefined) return respond(answerWith(nothingHere), context.env);
    page.headers.set('X-Request-Id', context.env.id);
    page.headers.set('X-Content-Type-Options', 'nosniff');
    return page;
  });
  app.onError((error, { req, env }) => respond(answerWith(problemOf(error, req.raw)), env));

  const problemOf = (error: Error, request: Request): Problem => {
    if (error instanceof ProblemError) return error.problem;
    if (error instanceof InvalidDataError) return { status: 422, code: 'invalid-data', title: error.message, errors: error.issues };
    // Who broke off needs no answer, and is no fault of ours.
    if (request.signal.aborted) return { status: 400, code: 'broken-off', title: 'the request broke off' };
    log?.({ time: new Date().toISOString(), level: 'error', event: 'fault', message: error.message.slice(0, 300), name: error.name });
    return { status: 500, code: 'fault', title: 'the server has a fault', detail: 'try again later' };
  };

  // Around the app and not in it: where a route is all there is to run, hono runs it at once.
  const fetch: App['fetch'] = async (request, { incoming, outgoing }) => {
    const began = performance.now();
    const id = randomUUID();
    const known: Known = { incoming, outgoing, id };
    const response = await app.fetch(request, known);
    const { route = 'other', token } = known;
    const { method } = request;
    const { status } = response;
    const ms = Math.round((performance.now() - began) * 10) / 10;
    metrics.count(method, route, status, ms);
    log?.({
      time: new Date().toISOString(),
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      id,
      method,
      route,
      status,
      ms,
      ...(token === undefined ? {} : { token }),
    });
    return response;
  };
  return { fetch };
}

const nothingHere: Problem = { status: 404, code: 'no-such', title: 'there is nothing at this address', detail: 'see /docs' };

const unauthorized: Problem = {
  status: 401,
  code: 'no-token',
  title: 'this needs a token that holds',
  detail: 'send Authorization: Bearer fp_…',
  headers: { 'WWW-Authenticate': 'Bearer' },
};

/** One object of headers, added to: to spread it into another costs as much as all the rest of a 304. */
function respond({ status, headers, body }: Answer, { id }: Known): Response {
  headers['X-Request-Id'] = id;
  headers['X-Content-Type-Options'] = 'nosniff';
  return new Response(body, { status, headers });
}

function refuse(problem: Problem): never {
  throw new ProblemError(problem);
}

/** The kit's languages: English where it is asked for before Chinese. */
function langOf(request: Request): Lang {
  const first = /\b(zh|en)\b/i.exec(request.headers.get('accept-language') ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'zh-CN';
}

function headersOf(route: Route, request: Request): Record<string, string> {
  const given = Object.keys(route.headers ?? {}).map((name) => [name, request.headers.get(name)] as const);
  return Object.fromEntries(given.filter((one): one is readonly [string, string] => one[1] !== null));
}

function check(
  place: 'query' | 'header',
  schema: z.ZodMiniObject | undefined,
  given: Record<string, string>,
  lang: Lang,
): Record<string, unknown> {
  if (schema === undefined) return {};
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const errors = describeZodIssues(result.error.issues, given, lang);
  return refuse({ status: 400, code: `invalid-${place}`, title: errorTitle(errors), errors });
}

function checkBody(route: Route, body: unknown, lang: Lang): unknown {
  const result = route.body!.safeParse(body);
  if (result.success) return result.data;
  const errors = describeZodIssues(result.error.issues, body, lang);
  return refuse({ status: 422, code: 'invalid-data', title: errorTitle(errors), errors });
}

function errorTitle(errors: readonly { path: string; message: string }[]): string {
  const [first] = errors;
  return first === undefined ? 'not as the API describes it' : `${first.path} ${first.message}`;
}
