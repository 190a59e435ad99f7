/**
 * Stands in for the network where a test needs what no file server gives: answers counted, late, or never. Everything else about the tests
 * runs against the browser itself.
 */
export class FakeServer {
  readonly requests: string[] = [];
  readonly aborted: string[] = [];
  #routes = new Map<string, () => Promise<Response>>();
  #fetch = window.fetch.bind(window);

  constructor() {
    window.fetch = (input, init) => this.#answer(input instanceof Request ? input.url : input.toString(), init?.signal ?? undefined);
  }

  restore(): void {
    window.fetch = this.#fetch;
  }

  /** Answers `path` with a body, as JSON unless it is a string, after `delayMs`. */
  serve(path: string, body: unknown, { status = 200, delayMs = 0 } = {}): void {
    this.#routes.set(path, async () => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
    });
  }

  /** Takes the request and never answers. */
  hang(path: string): void {
    this.#routes.set(path, () => new Promise(() => undefined));
  }

  /** Refuses the connection. */
  refuse(path: string): void {
    this.#routes.set(path, () => Promise.reject(new TypeError('Failed to fetch')));
  }

  #answer(url: string, signal?: AbortSignal): Promise<Response> {
    const path = new URL(url, location.href).pathname;
    this.requests.push(path);
    const answer = this.#routes.get(path)?.() ?? Promise.resolve(new Response('', { status: 404 }));
    return new Promise((resolve, reject) => {
      let waiting = true;
      signal?.addEventListener('abort', () => {
        if (waiting) this.aborted.push(path);
        reject(new DOMException('The user aborted a request.', 'AbortError'));
      });
      answer.then(resolve, reject).finally(() => {
        waiting = false;
      });
    });
  }
}
