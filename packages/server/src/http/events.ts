import type { Service } from '../service.js';
import type { Answer } from './route.js';

const heartbeatMs = 25_000;

/** A stream of server-sent events that tells the number of the newest entry, at once and whenever some are recorded. */
export function streamEvents(service: Service, planId: string, signal: AbortSignal): Answer {
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string): void => {
        // Who reads slower than the ledger grows misses some numbers and gets the next: only the newest counts.
        if ((controller.desiredSize ?? 0) > -64) controller.enqueue(encoder.encode(text));
      };
      const tell = (seq: number): void => send(`id: ${seq}\nevent: progress\ndata: ${JSON.stringify({ planId, seq })}\n\n`);
      const unwatch = service.watch(planId, tell);
      // Proxies end a connection that says nothing.
      const heartbeat = setInterval(() => send(': \n\n'), heartbeatMs);
      end = () => {
        clearInterval(heartbeat);
        unwatch();
        for (const one of [signal, service.stopping]) one.removeEventListener('abort', close);
      };
      const close = (): void => {
        end();
        try {
          controller.close();
        } catch {
          // Closed by who read it.
        }
      };
      for (const one of [signal, service.stopping]) one.addEventListener('abort', close, { once: true });
      send('retry: 2000\n\n');
      tell(await service.seq(planId));
    },
    cancel: () => end(),
  });
  return {
    status: 200,
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
    body: stream,
  };
}
