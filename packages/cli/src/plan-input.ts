import { basename } from 'node:path';
import { type Diagnostic, DocumentError, importDocument, MAX_DOCUMENT_BYTES } from '@fp-kit/document';
import { formatIssue, InvalidDataError, isFpError, parsePlanOrSnapshot, type Plan, type Snapshot } from '@fp-kit/sdk';
import type { Context } from './context.js';
import { InputFault, inOneLine } from './faults.js';
import { readInput, standardInput } from './input.js';
import { parseJsonBytes, readJsonBytes } from './json-input.js';

/** How a file is called in what is printed. */
export function labelOf(file: string): string {
  return file === standardInput ? 'stdin' : file;
}

/**
 * Reads a document into a plan.
 *
 * @throws {InputFault} where there is nothing to read.
 */
export async function readDocument(file: string, context: Context): ReturnType<typeof importDocument> {
  const tooLarge = tooLargeIn(context);
  try {
    return await importBytes(file, await readInput(file, { limit: MAX_DOCUMENT_BYTES, tooLarge }, context), context);
  } catch (error) {
    throw isFpError(error) ? new InputFault(`${labelOf(file)}: ${error.message}`, { cause: error }) : error;
  }
}

/**
 * Reads a plan, be it the JSON of a plan or snapshot or the document itself, which is then imported; how that went is one line on standard error.
 *
 * @throws {InputFault} where it is neither.
 */
export async function readPlan(file: string, context: Context): Promise<Plan> {
  const data = await readPlanOrSnapshot(file, context);
  return data.format === 'fp-plan/1' ? data : data.plan;
}

/** As `readPlan`, with the progress that a snapshot holds. */
export async function readPlanOrSnapshot(file: string, context: Context): Promise<Plan | Snapshot> {
  const bytes = await readJsonBytes(file, context);
  if (!isJsonObject(bytes) && !file.toLowerCase().endsWith('.json')) {
    try {
      if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLargeIn(context)(bytes.length);
      const { plan, diagnostics } = await importBytes(file, bytes, context);
      context.writeError(`${summaryOf(file, plan, diagnostics, context)}\n`);
      return plan;
    } catch (error) {
      throw isFpError(error) ? new InputFault(`${labelOf(file)}: ${error.message}`, { cause: error }) : error;
    }
  }
  try {
    return parsePlanOrSnapshot(parseJsonBytes(labelOf(file), bytes, context), { lang: context.lang });
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    throw new InputFault(
      error.issues.map((issue) => `${labelOf(file)}: ${formatIssue(issue, context.lang)}`),
      { cause: error },
    );
  }
}

/** How much there is in a plan, in words. */
export function sizeOf(plan: Plan, { messages }: Context): string {
  const actions = plan.tasks.flatMap((task) => task.actions);
  return messages.planSize(plan.tasks.length, actions.length, actions.flatMap((action) => action.targets).length);
}

/** What was read from a document, and how much of it is doubtful, in one line. */
export function summaryOf(file: string, plan: Plan, diagnostics: readonly Diagnostic[], context: Context): string {
  const { messages } = context;
  const counts = messages.diagnostics(countOf(diagnostics, 'error'), countOf(diagnostics, 'warning'), countOf(diagnostics, 'info'));
  return messages.imported(inOneLine(labelOf(file)), sizeOf(plan, context), counts);
}

export function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function importBytes(file: string, bytes: Uint8Array, { lang }: Context): ReturnType<typeof importDocument> {
  return importDocument(bytes, { name: basename(labelOf(file)), lang });
}

/** What is thrown of a document that is too large. */
export function tooLargeIn({ lang }: Context): (size: number) => DocumentError {
  return (size) => new DocumentError('too-large', lang, `${Math.ceil(size / 1048576)} MB`);
}

/** `{` and then a key or the end, after white space and a byte order mark. A document may begin with a brace (RTF does), but not like that. */
function isJsonObject(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 400));
  return /^\s*\{\s*["}]/.test(head);
}
