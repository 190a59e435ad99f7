import { importSites, MAX_DOCUMENT_BYTES } from '@fp-kit/document';
import { type Crs, crsSchema, isFpError } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, inOneLine, UsageFault } from '../faults.js';
import { writeFindings } from '../findings.js';
import { readInput, standardInput } from '../input.js';
import { isSameFile, writeWhole } from '../output.js';
import { labelOf, tooLargeIn } from '../plan-input.js';

/**
 * `fp sites FILE`: a spreadsheet of service sites in, a sites file out, a line on standard error for each cell that was not plain. With `--strict`
 * no file comes out where anything was left out or is doubtful.
 */
export async function sitesCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const options = { operands: ['FILE'], files: { output: 'o', crs: 'c' }, switches: ['strict'], usage: messages.sitesUsage };
  const { help, operands, values, switches } = readArguments(args, options, context);
  const [file] = operands;
  if (help || file === undefined) {
    context.writeOut(messages.sitesHelp);
    return;
  }
  const { output = standardInput, crs } = values;
  if (crs !== undefined && !isCrs(crs)) throw new UsageFault(messages.unknownCrs(crs, crsSchema.options.join(' | ')), messages.sitesUsage);
  if (file !== standardInput && output !== standardInput && (await isSameFile(file, output))) {
    throw new UsageFault(messages.sameFile, messages.sitesUsage);
  }

  const bytes = await readInput(file, { limit: MAX_DOCUMENT_BYTES, tooLarge: tooLargeIn(context) }, context);
  const { sites, findings, rows } = await importSites(bytes, { lang, ...(crs !== undefined && { crs }) }).catch((error: unknown) => {
    throw isFpError(error) ? new InputFault(`${labelOf(file)}: ${error.message}`, { cause: error }) : error;
  });
  const { counts, doubts } = writeFindings(file, findings, context);
  context.writeError(`${inOneLine(messages.sitesRead(labelOf(file), rows, sites.length, counts))}\n`);

  if (switches.has('strict') && doubts !== '') throw new InputFault(`${labelOf(file)}: ${messages.strictSites(doubts)}`);
  const text = `${JSON.stringify({ sites }, null, 2)}\n`;
  if (output === standardInput) context.writeOut(text);
  else await writeWhole(output, text, context);
}

function isCrs(text: string): text is Crs {
  return (crsSchema.options as readonly string[]).includes(text);
}
