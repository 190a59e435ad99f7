import { readFile } from 'node:fs/promises';
import { checkCommand } from './commands/check.js';
import { compareCommand } from './commands/compare.js';
import { importCommand } from './commands/import.js';
import { ledgerCommand } from './commands/ledger.js';
import { matchCommand } from './commands/match.js';
import { renderCommand } from './commands/render.js';
import { serveCommand } from './commands/serve.js';
import { sitesCommand } from './commands/sites.js';
import { tokenCommand } from './commands/token.js';
import type { Context } from './context.js';
import { inOneLine, InputFault, systemCode, UsageFault } from './faults.js';
import { messagesIn, readLang } from './language.js';

/** Exit codes: 0 fine, 1 the input is wrong, 2 the command is wrong. */
export type ExitCode = 0 | 1 | 2;

const commands: Readonly<Record<string, (args: readonly string[], context: Context) => Promise<void>>> = {
  import: importCommand,
  sites: sitesCommand,
  check: checkCommand,
  compare: compareCommand,
  match: matchCommand,
  render: renderCommand,
  serve: serveCommand,
  token: tokenCommand,
  ledger: ledgerCommand,
};

/** Does what the arguments say. Never throws: what goes wrong is one line on standard error and an exit code. */
export async function main(args: readonly string[], context: Context): Promise<ExitCode> {
  const { messages } = context;
  try {
    const [name, ...rest] = args;
    if (name === '--help' || name === '-h') context.writeOut(messages.help);
    else if (name === '--version') context.writeOut(`${await readVersion()}\n`);
    else if (name === undefined) throw new UsageFault(messages.missingCommand, messages.usage);
    else if (Object.hasOwn(commands, name)) await commands[name]!(rest, context);
    else throw new UsageFault(name.startsWith('-') ? messages.unknownOption(name) : messages.unknownCommand(name), messages.usage);
    return 0;
  } catch (error) {
    if (error instanceof UsageFault) {
      context.writeError(`fp: ${inOneLine(error.message)}\n${error.usage}\n`);
      return 2;
    }
    const lines = error instanceof InputFault ? error.lines : [messages.unexpected(reasonOf(error))];
    context.writeError(lines.map((line) => `fp: ${inOneLine(line)}\n`).join(''));
    return 1;
  }
}

/** Runs `main` with this process's arguments, streams and environment, and sets its exit code. */
export async function run(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const lang = readLang(env);
  const messages = messagesIn(lang);
  stdout.on('error', (error) => {
    // The reader of a pipe may go when it has seen enough (fp import … | head).
    if (systemCode(error) === 'EPIPE') return;
    process.exitCode = 1;
    stderr.write(`fp: stdout: ${messages.cannotWrite(reasonOf(error))}\n`);
  });
  stderr.on('error', () => {
    // Nobody is left to be told.
  });
  const code = await main(process.argv.slice(2), {
    lang,
    messages,
    stdin,
    writeOut: (piece) => stdout.write(piece),
    writeError: (text) => stderr.write(text),
    hasColor: stderr.isTTY && (env['NO_COLOR'] ?? '') === '',
    // A terminal that does not know its width says 0.
    columns: stderr.isTTY && stderr.columns > 0 ? Math.min(stderr.columns, 120) : 100,
  });
  process.exitCode ??= code;
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function reasonOf(error: unknown): string {
  return systemCode(error) ?? (error instanceof Error ? error.message.split('\n', 1)[0]! : String(error));
}
