import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './kit.js';

it.concurrent.each([
  ['react', 'typescript/bin/tsc', 'wrong.tsx', '<fp-task-list theme="gold" onfp-load={(event) => event.detail.nothing} />;'],
  [
    'vue',
    'vue-tsc/bin/vue-tsc.js',
    'wrong.vue',
    '<template><fp-task-list theme="gold" @fp-load="(event) => event.detail.nothing" /></template>',
  ],
])(
  'the types of the tags fit what the host in %s writes, and refuse a theme and a detail that are not there',
  async (name, compiler, file, wrong) => {
    const host = join(root, 'examples', name);
    // Below the host, so that its packages are found.
    const folder = join(host, 'node_modules/.wrong');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(
        join(folder, file),
        file.endsWith('.vue') ? `<script setup lang="ts"></script>${wrong}` : `export const list = ${wrong}`,
      );
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ extends: '../../tsconfig.json', files: [file], include: ['../../src'] }),
      );
      const { stdout } = await promisify(execFile)(process.execPath, [join(host, 'node_modules', compiler), '-p', folder]).catch(
        (error: unknown) => error as { stdout: string },
      );
      const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
      expect(errors).toEqual([expect.stringMatching(/wrong.*"gold"/), expect.stringMatching(/wrong.*'nothing'/)]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
