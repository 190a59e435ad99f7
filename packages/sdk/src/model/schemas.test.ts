import { expect, test } from 'vitest';
import { buildJsonSchemas } from '../index.js';

test.each(['plan', 'snapshot', 'sites', 'ledger'] as const)('%s as JSON Schema', (name) => {
  const schema = buildJsonSchemas()[name];
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:fp-kit:schema:${name}:1`,
    title: `fp-kit ${name}`,
    type: 'object',
  });
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});

test('what is optional is not required, and descriptions come along', () => {
  const plan = buildJsonSchemas().plan as { required: string[]; properties: Record<string, { description?: string }> };
  expect(plan.required).toContain('source');
  expect(plan.required).not.toContain('issuedOn');
  expect(plan.properties['kind']?.description).toContain('工作要点');
});
