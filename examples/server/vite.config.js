import { defineConfig } from 'vite';

// One page, built twice: for the browser that takes it over, and for the server that writes it.
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: isSsrBuild ? false : '../data',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    rolldownOptions: {
      input: isSsrBuild ? 'src/server.tsx' : { client: 'src/client.tsx' },
      output: { entryFileNames: '[name].js' },
    },
  },
}));
