#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  await run();
} else {
  console.error('fp: 尚未构建，请先运行 npm run build (not built yet: run npm run build first)');
  process.exitCode = 1;
}
