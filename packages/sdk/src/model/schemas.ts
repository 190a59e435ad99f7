import * as z from 'zod/mini';
import { ledgerSchema } from './ledger.js';
import { planSchema } from './plan.js';
import { snapshotSchema } from './progress.js';
import { siteFileSchema } from './site.js';

/** A JSON Schema as data. */
export type JsonSchema = Record<string, unknown>;

const published = {
  plan: { schema: planSchema, title: 'fp-kit plan', id: 'urn:fp-kit:schema:plan:1' },
  snapshot: { schema: snapshotSchema, title: 'fp-kit snapshot', id: 'urn:fp-kit:schema:snapshot:1' },
  sites: { schema: siteFileSchema, title: 'fp-kit sites', id: 'urn:fp-kit:schema:sites:1' },
  ledger: { schema: ledgerSchema, title: 'fp-kit ledger', id: 'urn:fp-kit:schema:ledger:1' },
} as const;

/** Kinds of data that have a published schema; also the names of the files `@fp-kit/sdk/schemas/*.json`. */
export type SchemaName = keyof typeof published;

/**
 * The model as JSON Schema (draft 2020-12), of what may be given as input. A function, so that whoever does not ask for it does not pay for it.
 * A schema cannot say all: `parsePlan` and its sisters also check spans, quotes and references.
 */
export function buildJsonSchemas(): Record<SchemaName, JsonSchema> {
  const build = (name: SchemaName): JsonSchema => {
    const { schema, title, id } = published[name];
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    return { $schema, $id: id, title, ...rest };
  };
  return { plan: build('plan'), snapshot: build('snapshot'), sites: build('sites'), ledger: build('ledger') };
}
