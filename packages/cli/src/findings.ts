import type { SheetFinding } from '@fp-kit/document';
import type { Context } from './context.js';
import { inOneLine } from './faults.js';
import { labelOf } from './plan-input.js';

/**
 * Writes what was found in a table to standard error, a line for each cell.
 *
 * @returns how much that was in words, and how much of it is an error or a warning; `''` is nothing.
 */
export function writeFindings(file: string, findings: readonly SheetFinding[], context: Context): { counts: string; doubts: string } {
  const { messages } = context;
  for (const { severity, row, column, header, message, code } of findings) {
    const place = messages.cell(row, column, header !== column ? header : undefined);
    context.writeError(`${inOneLine(`${labelOf(file)}:${place} ${messages.severity[severity]} ${message} [${code}]`)}\n`);
  }
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  ) as [number, number, number];
  return { counts: messages.diagnostics(errors, warnings, infos), doubts: messages.diagnostics(errors, warnings, 0) };
}
