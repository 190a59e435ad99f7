import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Context } from './context.js';
import { InputFault, systemCode } from './faults.js';

/** `-` is standard input. */
export const standardInput = '-';

/**
 * All bytes of a file, or of standard input.
 *
 * @param limit bytes; a larger file is refused before it is read, and what has no size (a pipe, a device) as soon as it has passed.
 * @param tooLarge tells what is thrown then.
 * @throws {InputFault} where there is nothing to read.
 */
export async function readInput(
  file: string,
  { limit, tooLarge }: { limit: number; tooLarge: (bytes: number) => Error },
  { stdin, messages }: Context,
): Promise<Uint8Array> {
  try {
    if (file !== standardInput) {
      const { size } = await stat(file);
      if (size > limit) throw tooLarge(size);
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    const source: AsyncIterable<Uint8Array> = file === standardInput ? stdin : createReadStream(file);
    for await (const chunk of source) {
      length += chunk.length;
      if (length > limit) throw tooLarge(length);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(file, error, messages);
  }
}

/**
 * The lines of a file. It is opened at once and read when they are asked for: a wrong name is told before anything else is done.
 *
 * @throws {InputFault} where there is no such file, and from the lines where it can't be read.
 */
export async function openLines(file: string, { messages }: Context): Promise<AsyncIterable<string>> {
  const refuse = (error: unknown): never => {
    throw unreadable(file, error, messages);
  };
  const handle = await open(file).catch(refuse);
  return (async function* () {
    try {
      yield* handle.readLines();
    } catch (error) {
      refuse(error);
    }
  })();
}

/** What the system says of a file, in words; any other error as it is. */
function unreadable(file: string, error: unknown, messages: Context['messages']): unknown {
  const code = systemCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  const reason =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? messages.noSuchFile
      : code === 'EISDIR'
        ? messages.isDirectory
        : code === 'EACCES' || code === 'EPERM'
          ? messages.noPermission
          : messages.cannotRead(code);
  return new InputFault(`${file}: ${reason}`, { cause: error });
}
