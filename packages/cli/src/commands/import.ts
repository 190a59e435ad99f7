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
  const { messages, lang } = context;
  const { help, file, values } = readArguments(args, { files: { output: 'o' }, usage: messages.importUsage }, context);
  if (help || file === undefined) {
    context.writeOut(messages.importHelp);
    return;
  }
  const output = values['output'] ?? standardInput;
  if (file !== standardInput && output !== standardInput && (await isSameFile(file, output))) {
    throw new UsageFault(messages.sameFile, messages.importUsage);
  }

  const name = file === standardInput ? 'stdin' : basename(file);
  const { plan, diagnostics } = await read(file, name, context);
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  if (output === standardInput) context.writeOut(text);
  else await writeWhole(output, text, context);

  for (const diagnostic of diagnostics) context.writeError(formatDiagnostic(file, plan.source.text, diagnostic, context));
  const of = (severity: Diagnostic['severity']): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = messages.diagnostics(of('error'), of('warning'), of('info'));
  context.writeError(`${messages.imported(inOneLine(file), sizeOf(plan, context), counts)}\n`);

  async function read(path: string, title: string, around: Context): ReturnType<typeof importDocument> {
    try {
      const bytes = await readInput(
        path,
        { limit: MAX_DOCUMENT_BYTES, tooLarge: (size) => new DocumentError('too-large', lang, `${Math.ceil(size / 1048576)} MB`) },
        around,
      );
      return await importDocument(bytes, { name: title, lang });
    } catch (error) {
      throw isFpError(error) ? new InputFault(`${path}: ${error.message}`, { cause: error }) : error;
    }
  }
}

/** How much there is in a plan, in words. */
export function sizeOf(plan: Plan, { messages }: Context): string {
  const actions = plan.tasks.flatMap((task) => task.actions);
  return messages.planSize(plan.tasks.length, actions.length, actions.flatMap((action) => action.targets).length);
}
