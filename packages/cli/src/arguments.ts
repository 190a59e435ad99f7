import { parseArgs } from 'node:util';
import type { Context } from './context.js';
import { UsageFault } from './faults.js';

interface Options {
  /** Names of the files that the command takes, as its usage line has them; each must be given. */
  operands: readonly string[];
  /** Options that take a file name, with their short form. */
  files?: Readonly<Record<string, string>>;
  /** Options that take nothing. */
  switches?: readonly string[];
  usage: string;
}

export interface Arguments {
  help: boolean;
  /** As many as were asked for; none where help was. */
  operands: readonly string[];
  values: Readonly<Record<string, string>>;
  /** The switches that were given. */
  switches: ReadonlySet<string>;
}

/**
 * The arguments of a command.
 *
 * @throws {UsageFault} for an option that does not exist, a missing or unexpected value, a file too few or too many.
 */
export function readArguments(
  args: readonly string[],
  { operands: names, files = {}, switches = [], usage }: Options,
  { messages }: Context,
): Arguments {
  const options = {
    help: { type: 'boolean', short: 'h' } as const,
    ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' } as const])),
    ...Object.fromEntries(Object.entries(files).map(([name, short]) => [name, { type: 'string', short } as const])),
  };
  // Not strict: what strict mode throws is in English only.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const values: Record<string, string> = {};
  const operands: string[] = [];
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || switches.includes(token.name)) {
      if (token.value !== undefined) throw new UsageFault(messages.unexpectedValue(token.rawName), usage);
      given.add(token.name);
    } else if (Object.hasOwn(files, token.name)) {
      if (token.value === undefined || token.value === '') throw new UsageFault(messages.missingValue(token.rawName), usage);
      values[token.name] = token.value;
    } else {
      throw new UsageFault(messages.unknownOption(token.rawName), usage);
    }
  }
  if (given.has('help')) return { help: true, operands: [], values, switches: given };
  const missing = names.find((_, place) => operands[place] === undefined || operands[place] === '');
  if (missing !== undefined) throw new UsageFault(messages.missingFile(missing), usage);
  const extra = operands[names.length];
  if (extra !== undefined) throw new UsageFault(messages.tooManyFiles(names.length, extra), usage);
  return { help: false, operands, values, switches: given };
}
