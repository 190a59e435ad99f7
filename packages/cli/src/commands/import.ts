import { basename } from 'node:path';
import { type Diagnostic, DocumentError, importDocument, MAX_DOCUMENT_BYTES } from '@fp-kit/document';
import { isFpError, type Plan } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import { formatDiagnostic } from '../code-frame.js';
import type { Context } from '../context.js';
import { InputFault, inOneLine, UsageFault } from '../faults.js';
import { readInput, standardInput } from '../input.js';
import { isSameFile, writeWhole } from '../output.js';

/** `fp import FILE`: an official document in, its plan as JSON out, what is doubtful about it on standard error. */
export async function importCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const { help, file, values } = readArguments(args, { files: { output: 'o' }, usage: messages.importUsage }, context);
  if (help || file === undefined) {
    context.writeOut(messages.importHelp);
    return;
  }
  const output = values['output'] ?? standardInput;
  if (file !== standardInput && output !== standardInput && (await isSameFile(file, output))) {
    throw new UsageFault(messages.sameFile, messages.importUsage);
  }

  const label = file === standardInput ? 'stdin' : file;
  const { plan, diagnostics } = await readDocument(file, label, context);
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  if (output === standardInput) context.writeOut(text);
  else await writeWhole(output, text, context);

  for (const diagnostic of diagnostics) context.writeError(formatDiagnostic(label, plan.source.text, diagnostic, context));
  const of = (severity: Diagnostic['severity']): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = messages.diagnostics(of('error'), of('warning'), of('info'));
  context.writeError(`${messages.imported(inOneLine(label), sizeOf(plan, context), counts)}\n`);
}

async function readDocument(file: string, label: string, context: Context): ReturnType<typeof importDocument> {
  const { lang } = context;
  const tooLarge = (size: number): DocumentError => new DocumentError('too-large', lang, `${Math.ceil(size / 1048576)} MB`);
  try {
    const bytes = await readInput(file, { limit: MAX_DOCUMENT_BYTES, tooLarge }, context);
    return await importDocument(bytes, { name: basename(label), lang });
  } catch (error) {
    throw isFpError(error) ? new InputFault(`${label}: ${error.message}`, { cause: error }) : error;
  }
}

/** How much there is in a plan, in words. */
export function sizeOf(plan: Plan, { messages }: Context): string {
  const actions = plan.tasks.flatMap((task) => task.actions);
  return messages.planSize(plan.tasks.length, actions.length, actions.flatMap((action) => action.targets).length);
}
