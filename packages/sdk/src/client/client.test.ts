import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleEntry, samplePlan, sampleSnapshot } from '../../testing/sample.js';
import { createClient, type FpError, HttpError, InvalidDataError, type Lang, NetworkError, NotJsonError, TimeoutError } from '../index.js';

const servers: Server[] = [];

/** Starts a real server on a free port. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const json =
  (data: unknown): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(data));
  };

async function faultOf(promise: Promise<unknown>): Promise<FpError> {
  const outcome = await promise.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  );
  return outcome as FpError;
}

describe('what answers', () => {
  test('a plan, a snapshot, sites, a ledger', async () => {
    const ledger = { entries: [sampleEntry(1, { status: 'done' })] };
    const sites = { sites: [{ id: 'a', type: 'warm-home', name: '样例', address: '样例路1号', services: [], status: 'open' }] };
    const files: Record<string, unknown> = {
      '/data/plan.json': samplePlan(),
      '/data/snapshot.json': sampleSnapshot(),
      '/data/%E9%98%B5%E5%9C%B0.json': sites,
      '/data/ledger.json': ledger,
    };
    const origin = await serve((request, response) => json(files[request.url!])(request, response));
    const client = createClient({ baseUrl: `${origin}/data` });
    expect(await client.getPlan('plan.json')).toEqual(samplePlan());
    expect(await client.getPlan('/snapshot.json')).toEqual(sampleSnapshot());
    expect(await client.getSites('阵地.json')).toEqual(sites);
    expect(await client.getLedger('ledger.json')).toEqual(ledger);
  });

  test('a redirect is followed', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old.json') response.writeHead(302, { location: '/new.json' }).end();
      else json(samplePlan())(request, response);
    });
    expect(await createClient({ baseUrl: origin }).getPlan('old.json')).toEqual(samplePlan());
  });

  test('a byte order mark does no harm', async () => {
    const origin = await serve((_, response) => response.end(`\uFEFF${JSON.stringify(samplePlan())}`));
    expect(await createClient({ baseUrl: origin }).getPlan('plan.json')).toEqual(samplePlan());
  });

  test('a fault of a moment is tried again', async () => {
    let requests = 0;
    const origin = await serve((request, response) => {
      requests += 1;
      if (requests === 1) response.writeHead(500).end('down');
      else json(samplePlan())(request, response);
    });
    expect(await createClient({ baseUrl: origin }).getPlan('plan.json')).toEqual(samplePlan());
    expect(requests).toBe(2);
  });

  test('another fetch is used', async () => {
    const asked: string[] = [];
    const fake: typeof fetch = (input) => {
      asked.push((input as Request).url);
      return Promise.resolve(Response.json(samplePlan()));
    };
    await createClient({ baseUrl: 'https://plans.example/', fetch: fake }).getPlan('plan.json');
    expect(asked).toEqual(['https://plans.example/plan.json']);
  });
});

describe('what goes wrong', () => {
  test.each([404, 403, 400])('HTTP %d at once', async (status) => {
    let requests = 0;
    const origin = await serve((_, response) => {
      requests += 1;
      response.writeHead(status).end('no');
    });
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(HttpError);
    expect(fault).toMatchObject({ code: 'http', status, url: `${origin}/plan.json` });
    expect(requests).toBe(1);
  });

  test('HTTP 503 for good, after three times', async () => {
    let requests = 0;
    const origin = await serve((_, response) => {
      requests += 1;
      response.writeHead(503).end();
    });
    expect(await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'))).toMatchObject({ code: 'http', status: 503 });
    expect(requests).toBe(3);
  });

  test('a page for JSON', async () => {
    const origin = await serve((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html>'));
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(NotJsonError);
    expect(fault.code).toBe('not-json');
    expect(fault.message).toContain('text/html');
    expect(fault.cause).toBeInstanceOf(SyntaxError);
  });

  test.each(['{"format":', ''])('JSON cut off: %j', async (body) => {
    const origin = await serve((_, response) => response.end(body));
    expect((await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'))).code).toBe('not-json');
  });

  test('another shape', async () => {
    const origin = await serve(json({ ...samplePlan(), title: 5 }));
    const fault = await faultOf(createClient({ baseUrl: origin, lang: 'en' }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(InvalidDataError);
    expect(fault.message).toBe(`${origin}/plan.json: title should be a string, not a number: write a string`);
  });

  test('a server that never answers', async () => {
    const origin = await serve(() => undefined);
    const fault = await faultOf(createClient({ baseUrl: origin, timeoutMs: 80 }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(TimeoutError);
    expect(fault.code).toBe('timeout');
  });

  test('a server that stalls in the body', async () => {
    const origin = await serve((_, response) => response.write('{"format":'));
    const fault = await faultOf(createClient({ baseUrl: origin, timeoutMs: 80 }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(TimeoutError);
  });

  test('a connection that breaks in the body', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'))).toBeInstanceOf(NetworkError);
  });

  test('nobody at the port', async () => {
    const origin = await serve(() => undefined);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json'));
    expect(fault).toBeInstanceOf(NetworkError);
    expect(fault).toMatchObject({ code: 'network', url: `${origin}/plan.json` });
    expect(fault.cause).toBeInstanceOf(Error);
  });

  test('every message is one line, says where, and in the language asked for', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/hang') return;
      if (request.url === '/page') response.end('<html>');
      else if (request.url === '/shape') json({})(request, response);
      else response.writeHead(404).end();
    });
    for (const lang of ['zh-CN', 'en'] satisfies Lang[]) {
      const client = createClient({ baseUrl: origin, timeoutMs: 100, lang });
      for (const path of ['hang', 'page', 'shape', 'missing']) {
        const { message } = await faultOf(client.getPlan(path));
        expect(message).toContain(`${origin}/${path}`);
        expect(message).not.toMatch(/\n|undefined/);
        expect(/\p{Script=Han}/u.test(message)).toBe(lang === 'zh-CN');
      }
    }
  });
});

describe('aborting', () => {
  test('while it waits, with the error of the platform', async () => {
    const origin = await serve(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json', { signal: stop.signal }));
    expect(fault).toBe(stop.signal.reason);
    expect(fault).toBeInstanceOf(DOMException);
    expect(fault.name).toBe('AbortError');
  });

  test('between two attempts', async () => {
    let requests = 0;
    const stop = new AbortController();
    const origin = await serve((_, response) => {
      requests += 1;
      response.writeHead(500).end();
      setTimeout(() => stop.abort(), 30);
    });
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json', { signal: stop.signal }));
    expect(fault.name).toBe('AbortError');
    expect(requests).toBe(1);
  });

  test('beforehand, without a request', async () => {
    let requests = 0;
    const origin = await serve(() => (requests += 1));
    const fault = await faultOf(createClient({ baseUrl: origin }).getPlan('plan.json', { signal: AbortSignal.abort('enough') }));
    expect(fault).toBe('enough');
    expect(requests).toBe(0);
  });
});
