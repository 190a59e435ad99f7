import type { Context } from './context.js';
import { InputFault } from './faults.js';
import { readInput } from './input.js';
import { findJsonFault, placeOf } from './json.js';

/** A plan repeats parts of its document's text in quotes and actions, so it may be twice as large. */
const maxJsonMegabytes = 40;

/**
 * All bytes of a file that may hold JSON.
 *
 * @throws {InputFault} where there is nothing to read, or too much.
 */
export async function readJsonBytes(file: string, context: Context): Promise<Uint8Array> {
  const tooLarge = (size: number): InputFault =>
    new InputFault(`${file}: ${context.messages.tooLargeJson(Math.ceil(size / 1048576), maxJsonMegabytes)}`);
  return readInput(file, { limit: maxJsonMegabytes * 1048576, tooLarge }, context);
}

/**
 * What JSON in UTF-8 says.
 *
 * @throws {InputFault} that names the line and column where it is not JSON.
 */
export function parseJsonBytes(file: string, bytes: Uint8Array, { messages }: Context): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputFault(`${file}: ${messages.notUtf8}`, { cause });
  }
  if (text.trim() === '') throw new InputFault(`${file}: ${messages.emptyJson}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { offset, kind } = findJsonFault(text) ?? { offset: text.length, kind: 'end' as const };
    const { line, column } = placeOf(text, offset);
    throw new InputFault(`${file}:${line}:${column}: ${messages.jsonSyntax(messages.json[kind])}`, { cause });
  }
}
