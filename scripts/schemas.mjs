// Writes the model as JSON Schema beside the built sdk, from the built sdk: what is published is what the code checks.
import { mkdir, writeFile } from 'node:fs/promises';
import { buildJsonSchemas } from '../packages/sdk/dist/index.js';

const folder = new URL('../packages/sdk/dist/schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(buildJsonSchemas())) {
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
