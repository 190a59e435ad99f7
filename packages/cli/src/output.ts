import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Context } from './context.js';
import { InputFault, systemCode } from './faults.js';

/** A text, or pieces that are written while they come. */
export type Content = string | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its name. What is no ordinary file (a pipe, /dev/stdout) is
 * written to directly, since a new file in its name would take its place.
 *
 * @throws {InputFault} where it cannot be written; then nothing is left behind.
 */
export async function writeWhole(file: string, content: Content, { messages }: Context): Promise<void> {
  try {
    const standing = await stat(file).catch(missing);
    if (standing !== undefined && !standing.isFile()) {
      await writeFile(file, content);
      return;
    }
    // Through a symbolic link to the file behind it, which keeps its rights.
    const target = standing === undefined ? file : await realpath(file);
    await replace(target, content, standing?.mode);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const reason =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? messages.noSuchFolder
        : code === 'EISDIR'
          ? messages.outputIsDirectory
          : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
            ? messages.noWritePermission
            : messages.cannotWrite(code);
    throw new InputFault(`${file}: ${reason}`, { cause: error });
  }
}

async function replace(target: string, content: Content, mode: number | undefined): Promise<void> {
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whether two names lead to the same file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a).catch(() => undefined), stat(b).catch(() => undefined)]);
  return first !== undefined && second !== undefined && first.isFile() && first.dev === second.dev && first.ino === second.ino;
}

function missing(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error;
}
