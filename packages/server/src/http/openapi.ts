import * as z from 'zod/mini';
import type { Route } from './route.js';

type Json = Record<string, unknown>;

/** Describes the routes in OpenAPI 3.1, whose schemas are JSON Schema as zod emits it. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    const parameters = [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } })),
      ...parametersIn('query', route.query),
      ...parametersIn('header', route.headers),
    ];
    (paths[route.path] ??= {})[route.method] = {
      operationId: route.id,
      summary: route.summary,
      ...(route.verb === undefined ? {} : { security: [{ token: [] }], 'x-fp-permission': route.verb }),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(route.body === undefined
        ? {}
        : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }),
      ...(route.upload === undefined ? {} : { requestBody: { required: true, content: filesOf(route.upload) } }),
      responses: {
        ...Object.fromEntries(
          Object.entries(route.answers).map(([status, { what, schema, mediaType }]) => [
            status,
            {
              description: what,
              ...(schema !== undefined
                ? { content: { 'application/json': { schema: schemaOf(schema) } } }
                : mediaType !== undefined
                  ? { content: filesOf([mediaType].flat()) }
                  : Number(status) >= 400
                    ? { content: problemContent }
                    : {}),
            },
          ]),
        ),
        default: { description: 'A problem', content: problemContent },
      },
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'fp-kit',
      version,
      description: 'Work plans, their progress and their ledger. Reading what is published needs no token; the ledger does.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' }, mend: { type: 'string' } },
              },
            },
            findings: { type: 'array', items: schemaOf(findingSchema) },
          },
        },
      },
    },
  };
}

/** Something about a cell of a table that was sent. */
export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  row: z.int().check(z.describe('As the spreadsheet shows it, from 1')),
  column: z.optional(z.string().check(z.describe('Letters, as the spreadsheet shows them'))),
  header: z.optional(z.string()),
  field: z.optional(z.string().check(z.describe('Of the entry'))),
  message: z.string(),
});

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Bytes, of which OpenAPI 3.1 says nothing but what they are. */
function filesOf(mediaTypes: readonly string[]): Json {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}]));
}

function parametersIn(place: 'query' | 'header', schemas: Route['query'] = {}): Json[] {
  return Object.entries(schemas).map(([name, schema]) => ({ name, in: place, required: false, schema: schemaOf(schema) }));
}

function schemaOf(schema: z.ZodMiniType): Json {
  const described = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as Json;
  // OpenAPI 3.1 says once, for the whole document, which JSON Schema it speaks.
  delete described['$schema'];
  return described;
}
