interface Stream {
  readonly source: EventSource;
  readonly listeners: Set<(seq: number) => void>;
  /** The number of the newest entry, once it is known. */
  seq?: number;
}

const streams = new Map<string, Stream>();

/**
 * Calls `listener` with the number of the newest entry of a ledger, at once where it is known and whenever some are recorded; returns the way to
 * stop. `url` is that of the server's events. All who listen share one connection: a browser opens six to a server, and a page of seven live
 * elements would load nothing more. The browser itself connects anew where a connection ends.
 */
export function watchLedger(url: string, listener: (seq: number) => void): () => void {
  const stream = streams.get(url) ?? open(url);
  stream.listeners.add(listener);
  if (stream.seq !== undefined) listener(stream.seq);
  return () => {
    stream.listeners.delete(listener);
    // A moved element stops and listens again in one go.
    queueMicrotask(() => {
      if (stream.listeners.size > 0 || streams.get(url) !== stream) return;
      streams.delete(url);
      stream.source.close();
    });
  };
}

function open(url: string): Stream {
  const stream: Stream = { source: new EventSource(url), listeners: new Set() };
  streams.set(url, stream);
  stream.source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    const seq = seqOf(data);
    if (seq === undefined) return;
    stream.seq = seq;
    for (const listener of [...stream.listeners]) listener(seq);
  });
  return stream;
}

function seqOf(data: string): number | undefined {
  try {
    const { seq } = JSON.parse(data) as { seq?: unknown };
    return typeof seq === 'number' ? seq : undefined;
  } catch {
    // No event of this kit's.
    return undefined;
  }
}
