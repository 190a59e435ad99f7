import { readArguments } from '../arguments.js';
import { formatDiagnostic } from '../code-frame.js';
import type { Context } from '../context.js';
import { InputFault, UsageFault } from '../faults.js';
import { standardInput } from '../input.js';
import { isSameFile, writeWhole } from '../output.js';
import { countOf, labelOf, readDocument, summaryOf } from '../plan-input.js';

/**
 * `fp import FILE`: an official document in, its plan as JSON out, what is doubtful about it on standard error. With `--strict` no plan comes
 * out of a document with errors or warnings.
 */
export async function importCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const options = { operands: ['FILE'], files: { output: 'o' }, switches: ['strict'], usage: messages.importUsage };
  const { help, operands, values, switches } = readArguments(args, options, context);
  const [file] = operands;
  if (help || file === undefined) {
    context.writeOut(messages.importHelp);
    return;
  }
  const output = values['output'] ?? standardInput;
  if (file !== standardInput && output !== standardInput && (await isSameFile(file, output))) {
    throw new UsageFault(messages.sameFile, messages.importUsage);
  }

  const { plan, diagnostics } = await readDocument(file, context);
  const [errors, warnings] = [countOf(diagnostics, 'error'), countOf(diagnostics, 'warning')];
  const isRefused = switches.has('strict') && errors + warnings > 0;
  if (!isRefused) {
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    if (output === standardInput) context.writeOut(text);
    else await writeWhole(output, text, context);
  }
  for (const diagnostic of diagnostics) context.writeError(formatDiagnostic(labelOf(file), plan.source.text, diagnostic, context));
  if (isRefused) throw new InputFault(`${labelOf(file)}: ${messages.strictRefusal(messages.diagnostics(errors, warnings, 0))}`);
  context.writeError(`${summaryOf(file, plan, diagnostics, context)}\n`);
}
