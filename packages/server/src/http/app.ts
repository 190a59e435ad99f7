import { randomUUID } from 'node:crypto';
import { describeZodIssues, InvalidDataError, type Lang } from '@fp-kit/sdk';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod/mini';
import { roleAllows } from '../access/permissions.js';
import { type Bearer, findBearer } from '../access/tokens.js';
import type { Service } from '../service.js';
import { readJson, readUpload } from './body.js';
import { docsPage, docsStyles } from './docs-page.js';
import { createMetrics } from './metrics.js';
import { describeApi } from './openapi.js';
import { type Problem, ProblemError, respondWith } from './problem.js';
import type { AppOptions } from './app-options.js';
import { createRateLimiter } from './rate.js';
import type { Route } from './route.js';
import { routes } from './routes.js';

/** What is known of a request while it is answered, for the log. */
export interface Known {
  Bindings: HttpBindings;
  Variables: { route?: string; token?: string };
}
export type App = Hono<Known>;

/** How long a token that was found is believed without asking again, should the word that one was taken back be lost. */
const bearerMs = 5000;

/** The API as a hono app: of the routes, their description, and what watches over it. */
export function createApp(service: Service, { version, origins = [], limits = {}, rate, addressOf, log }: AppOptions): App {
  const app = new Hono<Known>();
  const description = describeApi(routes, version);
  const metrics = createMetrics();
  const waitFor = createRateLimiter(rate ?? { burst: 200, perSecond: 50 });
  const bearers = new Map<string, { bearer: Bearer | undefined; until: number }>();

  service.watchTokens(() => bearers.clear());

  const readBearer = async (request: Request): Promise<Bearer | undefined> => {
    const given = request.headers.get('authorization');
    if (given === null) return undefined;
    const secret = /^Bearer +([\w-]{20,200})$/i.exec(given)?.[1];
    if (secret === undefined) return refuse(unauthorized);
    const known = bearers.get(secret);
    if (known !== undefined && known.until > Date.now()) return known.bearer ?? refuse(unauthorized);
    const bearer = await findBearer(service.database, secret);
    if (bearers.size > 10_000) bearers.clear();
    if (bearer !== undefined) bearers.set(secret, { bearer, until: Date.now() + bearerMs });
    return bearer ?? refuse(unauthorized);
  };

  app.use(async (context, next) => {
    const began = performance.now();
    const id = randomUUID();
    // On Node's own answer: to add to a Response that is made costs as much as all the rest.
    context.env.outgoing.setHeader('X-Request-Id', id);
    context.env.outgoing.setHeader('X-Content-Type-Options', 'nosniff');
    await next();
    const route = context.get('route');
    const ms = Math.round((performance.now() - began) * 10) / 10;
    metrics.count(context.req.method, route ?? 'other', context.res.status, ms);
    log?.({
      time: new Date().toISOString(),
      level: context.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      id,
      method: context.req.method,
      route: route ?? 'other',
      status: context.res.status,
      ms,
      ...(context.get('token') === undefined ? {} : { token: context.get('token') }),
    });
  });
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
      context.set('route', route.path);
      const bearer = await readBearer(request);
      if (bearer !== undefined) context.set('token', bearer.id);
      const wait = waitFor(bearer?.id ?? addressOf?.(request, context.env) ?? '');
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
      const lang = langOf(request.headers.get('accept-language'));
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
      return route.handle({ service, request, params, query, body, bearer, lang });
    });
  }

  app.get('/openapi.json', (context) => context.json(description));
  app.get('/docs', (context) => {
    context.header('Content-Security-Policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    return context.html(docsPage(description, langOf(context.req.header('accept-language') ?? null)));
  });
  app.get('/docs.css', (context) => context.body(docsStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/healthz', async (context) => {
    await service.database.query('select 1');
    return context.json({ status: 'ok', store: service.database.kind, version });
  });
  app.get('/metrics', (context) => context.text(metrics.render(), 200, { 'Content-Type': 'text/plain; version=0.0.4' }));

  app.notFound(() => respondWith({ status: 404, code: 'no-such', title: 'there is nothing at this address', detail: 'see /docs' }));
  app.onError((error, context) => {
    if (error instanceof ProblemError) return respondWith(error.problem);
    if (error instanceof InvalidDataError) {
      return respondWith({ status: 422, code: 'invalid-data', title: error.message, errors: error.issues });
    }
    // Who broke off needs no answer, and is no fault of ours.
    if (context.req.raw.signal.aborted) return respondWith({ status: 400, code: 'broken-off', title: 'the request broke off' });
    log?.({ time: new Date().toISOString(), level: 'error', event: 'fault', message: error.message.slice(0, 300), name: error.name });
    return respondWith({ status: 500, code: 'fault', title: 'the server has a fault', detail: 'try again later' });
  });
  return app;
}

const unauthorized: Problem = {
  status: 401,
  code: 'no-token',
  title: 'this needs a token that holds',
  detail: 'send Authorization: Bearer fp_…',
  headers: { 'WWW-Authenticate': 'Bearer' },
};

function refuse(problem: Problem): never {
  throw new ProblemError(problem);
}

/** The kit's languages: English where it is asked for before Chinese. */
function langOf(accepted: string | null): Lang {
  const first = /\b(zh|en)\b/i.exec(accepted ?? '')?.[1]?.toLowerCase();
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
