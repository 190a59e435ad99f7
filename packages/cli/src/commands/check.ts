import { formatIssue, InvalidDataError, parseLedger, parsePlanOrSnapshot, parseSites } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, inOneLine } from '../faults.js';
import { readInput } from '../input.js';
import { findJsonFault, placeOf } from '../json.js';
import { sizeOf } from './import.js';

/** A plan repeats parts of its document's text in quotes and actions, so it may be twice as large. */
const maxJsonMegabytes = 40;

/** `fp check FILE`: one line if the file is right, else one for each problem. */
export async function checkCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const { help, file } = readArguments(args, { files: {}, usage: messages.checkUsage }, context);
  if (help || file === undefined) {
    context.writeOut(messages.checkHelp);
    return;
  }
  const text = await readText(file, context);
  const data = parseJson(file, text, context);
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

async function readText(file: string, context: Context): Promise<string> {
  const { messages } = context;
  const tooLarge = (size: number): InputFault =>
    new InputFault(`${file}: ${messages.tooLargeJson(Math.ceil(size / 1048576), maxJsonMegabytes)}`);
  const bytes = await readInput(file, { limit: maxJsonMegabytes * 1048576, tooLarge }, context);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputFault(`${file}: ${messages.notUtf8}`, { cause });
  }
}

function parseJson(file: string, text: string, { messages }: Context): unknown {
  if (text.trim() === '') throw new InputFault(`${file}: ${messages.emptyJson}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { offset, kind } = findJsonFault(text) ?? { offset: text.length, kind: 'end' as const };
    const { line, column } = placeOf(text, offset);
    throw new InputFault(`${file}:${line}:${column}: ${messages.jsonSyntax(messages.json[kind])}`, { cause });
  }
}
