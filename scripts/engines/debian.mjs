// Installs engines from Debian's own packages where they are missing, which takes root and apt; elsewhere it says what to install.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a command, or undefined. */
export function pathOf(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Installs the packages of those commands that are missing. `wanted` maps a command to the Debian package that brings it. */
export async function ensure(wanted, report) {
  const missing = Object.entries(wanted).filter(([command]) => pathOf(command) === undefined);
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))];
  if (pathOf('apt-get') === undefined || process.getuid?.() !== 0) {
    const names = missing.map(([command]) => command).join(', ');
    throw new Error(`${names} not found. Install them (on Debian: apt-get install ${packages.join(' ')}) and run this again.`);
  }
  const apt = async (...args) => {
    const child = spawn('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      report(String(chunk).trim().split('\n').at(-1));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw Object.assign(new Error(`apt-get ${args.join(' ')} ended with ${code}.`), { output });
  };
  await apt('update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
}
