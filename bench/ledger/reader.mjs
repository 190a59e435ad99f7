// A server in a process of its own, and who reads from it without a break: what a read costs is the processor time of the server alone.
import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';

const connections = 8;

/** @param options what the process is told: a database and a plan of ours, or the body that a bare hono gives. */
export async function startReading(options) {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [], { serialization: 'advanced' });
  const answer = () => new Promise((resolve) => child.once('message', resolve));
  const ask = (message) => {
    const answered = answer();
    child.send(message);
    return answered;
  };
  const { port, path } = await ask(options);
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
  const request = (isKnown) =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${isKnown ? `If-None-Match: ${headers.get('etag')}\r\n` : ''}\r\n`;
  return {
    /** Processor time of the server for one read, in µs. */
    read: async (times, { isKnown }) => {
      const before = await ask('cpu');
      await Promise.all(Array.from({ length: connections }, () => readAll(port, request(isKnown), times / connections)));
      return ((await ask('cpu')) - before) / times;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      await ended;
    },
  };
}

/** Sends a request, and the next when its answer is there. */
function readAll(port, request, times) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let left = times;
    let open = 0;
    let head = '';
    socket.on('error', reject);
    socket.on('data', (data) => {
      if (open === 0) {
        head += data.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const [status] = /\d{3}(?= )/.exec(head) ?? [];
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (status !== '200' && status !== '304') return reject(new Error(head));
        open = status === '304' ? 0 : length - (head.length - end - 4);
        head = '';
      } else open -= data.length;
      if (open > 0) return;
      left -= 1;
      if (left > 0) socket.write(request);
      else socket.end(resolve);
    });
    socket.write(request);
  });
}
