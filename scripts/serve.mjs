import { preview } from 'vite';

/**
 * Serves the built example pages on 4173 or the next free port, with the headers of a strict host (vite.config.ts).
 * `answers` maps a path to what is served there in place of the built file: JSON text, or a function that answers itself.
 */
export async function serveExamples(answers = new Map()) {
  const server = await preview({
    logLevel: 'error',
    plugins: [
      {
        name: 'answers',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            const answer = answers.get(new URL(request.url, 'http://localhost').pathname);
            if (typeof answer === 'function') answer(request, response, next);
            else if (answer !== undefined) response.setHeader('Content-Type', 'application/json').end(answer);
            else next();
          });
        },
      },
    ],
  });
  return {
    url: /** @type {string} */ (server.resolvedUrls.local[0]),
    close: () => server.close(),
  };
}
