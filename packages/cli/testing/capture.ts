import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lang } from '@fp-kit/sdk';
import { main } from '../src/main.js';
import { messagesIn } from '../src/language.js';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

export interface Surroundings {
  lang?: Lang;
  stdin?: string | Uint8Array;
  columns?: number;
  hasColor?: boolean;
}

/** Runs `fp` in this process with its streams captured. */
export async function runFp(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { lang = 'zh-CN', stdin = '', columns = 100, hasColor = false } = around;
  const out: Buffer[] = [];
  let err = '';
  const code = await main(args, {
    lang,
    messages: messagesIn(lang),
    stdin: (async function* () {
      yield await Promise.resolve(Buffer.from(stdin));
    })(),
    writeOut: (piece) => out.push(Buffer.from(piece)),
    writeError: (text) => (err += text),
    hasColor,
    columns,
  });
  return { code, out: Buffer.concat(out).toString(), err };
}

/** A folder of its own for a test, with some files in it. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<{
  path: (name: string) => string;
  list: () => Promise<string[]>;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'fp-cli-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return {
    path: (name) => join(folder, name),
    list: async () => (await readdir(folder)).sort(),
    remove: () => rm(folder, { recursive: true }),
  };
}
