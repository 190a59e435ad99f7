import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, systemCode, UsageFault } from '../faults.js';
import { loadServer, storeIn } from '../store.js';

/** `fp serve DIR`: the API over a folder of plan files, until it is told to stop. */
export async function serveCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const options = {
    operands: ['DIR'],
    files: { port: 'p', host: 'H', data: 'd', pages: 'w', origin: 'o' },
    usage: messages.serveUsage,
  };
  const { help, operands, values } = readArguments(args, options, context);
  const [folder] = operands;
  if (help || folder === undefined) {
    context.writeOut(messages.serveHelp);
    return;
  }
  const { port = '8080', host, data = join(folder, '.fp'), pages, origin } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageFault(messages.wrongPort(port), messages.serveUsage);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw new InputFault(`${folder}: ${messages.noSuchFolderToServe}`);

  const { createToken, listTokens, startServer, StoreError } = await loadServer();
  try {
    const server = await startServer({
      ...storeIn(data),
      folder,
      port: Number(port),
      ...(host === undefined ? {} : { host }),
      ...(pages === undefined ? {} : { pages }),
      ...(origin === undefined ? {} : { origins: origin.split(',') }),
      log: (line) => context.writeError(`${JSON.stringify(line)}\n`),
    });
    const { database } = server.service;
    // Who starts it first is who may give out tokens.
    if ((await listTokens(database)).length === 0) {
      const { secret } = await createToken(database, { name: 'fp serve', role: 'admin' });
      context.writeOut(`${messages.firstToken(secret)}\n`);
    }
    context.writeOut(`${messages.serving(server.url)}\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await server.stop();
  } catch (error) {
    if (systemCode(error) === 'EADDRINUSE') throw new InputFault(messages.portInUse(port), { cause: error });
    throw error instanceof StoreError ? new InputFault(error.message, { cause: error }) : error;
  }
}
