import { parseArgs } from 'node:util';
import type { Context } from './context.js';
import { UsageFault } from './faults.js';

interface Options {
  /** Options that take a file name, with their short form. */
  files: Readonly<Record<string, string>>;
  usage: string;
}

export interface Arguments {
  help: boolean;
  /** Absent where help was asked for. */
  file?: string;
  values: Readonly<Record<string, string>>;
}

/**
 * The arguments of a command that takes one FILE.
 *
 * @throws {UsageFault} for an option that does not exist, a missing value, no FILE or more than one.
 */
export function readArguments(args: readonly string[], { files, usage }: Options, { messages }: Context): Arguments {
  const options = {
    help: { type: 'boolean', short: 'h' } as const,
    ...Object.fromEntries(Object.entries(files).map(([name, short]) => [name, { type: 'string', short } as const])),
  };
  // Not strict: what strict mode throws is in English only.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const values: Record<string, string> = {};
  const positionals: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') {
      if (token.value !== undefined) throw new UsageFault(messages.unexpectedValue(token.rawName), usage);
      help = true;
    } else if (token.name in files) {
      if (token.value === undefined || token.value === '') throw new UsageFault(messages.missingValue(token.rawName), usage);
      values[token.name] = token.value;
    } else {
      throw new UsageFault(messages.unknownOption(token.rawName), usage);
    }
  }
  if (help) return { help, values };
  const [file, extra] = positionals;
  if (file === undefined || file === '') throw new UsageFault(messages.missingFile, usage);
  if (extra !== undefined) throw new UsageFault(messages.oneFile(extra), usage);
  return { help, file, values };
}
