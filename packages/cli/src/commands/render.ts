import { isFpError, renderFallback } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault } from '../faults.js';
import { standardInput } from '../input.js';
import { writeWhole } from '../output.js';
import { readPlanOrSnapshot } from '../plan-input.js';

/** `fp render FILE`: a plan, a snapshot or a document as the plain HTML that stands in a page without JavaScript. */
export async function renderCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const options = { operands: ['FILE'], files: { output: 'o', original: 'l' }, usage: messages.renderUsage };
  const { help, operands, values } = readArguments(args, options, context);
  const [file] = operands;
  if (help || file === undefined) {
    context.writeOut(messages.renderHelp);
    return;
  }
  const data = await readPlanOrSnapshot(file, context);
  const { output = standardInput, original } = values;
  let html: string;
  try {
    html = renderFallback(data, { lang, ...(original !== undefined && { original }) });
  } catch (error) {
    throw isFpError(error) ? new InputFault(error.message, { cause: error }) : error;
  }
  if (output === standardInput) context.writeOut(html);
  else await writeWhole(output, html, context);
}
