import { readFile, rm, writeFile } from 'node:fs/promises';
import { StoreError } from './store-error.js';

/**
 * Keeps a folder for this process: two that write the same files would destroy them. What a killed process left is taken over.
 *
 * @returns what gives it free.
 * @throws {StoreError} `in-use` where another process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}.lock`;
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 1) throw error;
      const owner = Number(await readFile(file, 'utf8').catch(() => ''));
      // In a container the same number comes again with every start.
      if (owner !== process.pid && isRunning(owner)) {
        throw new StoreError('in-use', `process ${owner} has this store open: stop it first, or delete ${file} if that process is another`);
      }
      await rm(file, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
