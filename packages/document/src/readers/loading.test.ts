import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the text path loads no reader and none of the libraries behind them', async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
    conditions: ['@fp-kit/source'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    external: ['fs', 'crypto'],
    logLevel: 'silent',
  });
  const loaded = new Set<string>();
  const load = (output: string) => {
    if (loaded.has(output)) return;
    loaded.add(output);
    for (const { path, kind } of metafile.outputs[output]?.imports ?? []) if (kind === 'import-statement') load(path);
  };
  const outputs = Object.entries(metafile.outputs);
  load(outputs.find(([, { entryPoint }]) => entryPoint?.endsWith('src/index.ts'))![0]);

  const inputsOf = (path: string) => Object.keys(metafile.outputs[path]?.inputs ?? {});
  const library = /node_modules\/(?:\.pnpm\/)?(?:fflate|htmlparser2|cfb|unpdf)\b/;
  const reader = /readers\/(?!read\.ts|text\.ts)/;
  expect([...loaded].flatMap(inputsOf).filter((path) => library.test(path) || reader.test(path))).toEqual([]);
  // They are there, in pieces that load later.
  for (const name of ['docx', 'doc', 'pdf', 'ofd', 'html']) {
    expect(outputs.flatMap(([path]) => inputsOf(path)).some((path) => path.endsWith(`readers/${name}.ts`))).toBe(true);
  }
});
