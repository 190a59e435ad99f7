import { formatIssue, InvalidDataError, parseLedger, parsePlanOrSnapshot, parseSites } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, inOneLine } from '../faults.js';
import { parseJsonBytes, readJsonBytes } from '../json-input.js';
import { sizeOf } from '../plan-input.js';

/** `fp check FILE`: one line if the file is right, else one for each problem. */
export async function checkCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const { help, operands } = readArguments(args, { operands: ['FILE'], usage: messages.checkUsage }, context);
  const [file] = operands;
  if (help || file === undefined) {
    context.writeOut(messages.checkHelp);
    return;
  }
  const data = parseJsonBytes(file, await readJsonBytes(file, context), context);
  try {
    context.writeOut(`${inOneLine(file)}: ${describe(file, data, context)}\n`);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    const lines = error.issues.map((issue) => `${file}: ${formatIssue(issue, lang)}`);
    throw new InputFault(lines, { cause: error });
  }
}

/** Tells by its shape what the data is, and in one line how much of it there is. */
function describe(file: string, data: unknown, context: Context): string {
  const { messages, lang } = context;
  if (typeof data === 'object' && data !== null) {
    if (Object.hasOwn(data, 'format') || Object.hasOwn(data, 'tasks')) {
      const parsed = parsePlanOrSnapshot(data, { lang });
      return parsed.format === 'fp-plan/1'
        ? messages.planFine(sizeOf(parsed, context))
        : messages.snapshotFine(sizeOf(parsed.plan, context));
    }
    if (Object.hasOwn(data, 'sites')) return messages.sitesFine(parseSites(data, { lang }).sites.length);
    if (Object.hasOwn(data, 'entries')) return messages.ledgerFine(parseLedger(data, { lang }).entries.length);
  }
  throw new InputFault(`${file}: ${messages.unknownShape}`);
}
