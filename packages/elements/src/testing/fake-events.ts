/** Stands in for a server's events: a test says when there is one. */
export class FakeEvents {
  /** Addresses of the connections that are open. */
  readonly open: string[] = [];
  #EventSource = window.EventSource;

  constructor() {
    const sources = this.#sources;
    const { open } = this;
    window.EventSource = class extends EventTarget {
      readonly #url: string;

      constructor(url: string) {
        super();
        this.#url = url;
        open.push(new URL(url, location.href).pathname);
        sources.add(this);
      }

      close(): void {
        open.splice(open.indexOf(new URL(this.#url, location.href).pathname), 1);
        sources.delete(this);
      }
    } as unknown as typeof EventSource;
  }

  #sources = new Set<EventTarget>();

  /** Tells all who listen that the ledger has come to this entry. */
  tell(seq: number): void {
    for (const source of this.#sources) source.dispatchEvent(new MessageEvent('progress', { data: JSON.stringify({ seq }) }));
  }

  restore(): void {
    window.EventSource = this.#EventSource;
  }
}
