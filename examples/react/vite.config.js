import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  publicDir: '../data',
  oxc: { jsx: { runtime: 'automatic' } },
});
