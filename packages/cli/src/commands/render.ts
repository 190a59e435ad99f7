import { isFpError, renderFallback, type Plan, type Snapshot } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, UsageFault } from '../faults.js';
import { standardInput } from '../input.js';
import { writeWhole } from '../output.js';
import { readPlanOrSnapshot } from '../plan-input.js';

/**
 * `fp render FILE`: a plan, a snapshot or a document as the plain HTML that stands in a page without JavaScript; with `--shadow` inside the task
 * list as it looks.
 */
export async function renderCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const options = {
    operands: ['FILE'],
    files: { output: 'o', original: 'l', nonce: 'n' },
    switches: ['shadow'],
    usage: messages.renderUsage,
  };
  const { help, operands, values, switches } = readArguments(args, options, context);
  const [file] = operands;
  if (help || file === undefined) {
    context.writeOut(messages.renderHelp);
    return;
  }
  if (values['nonce'] !== undefined && !switches.has('shadow')) throw new UsageFault(messages.nonceWithoutShadow, options.usage);
  const data = await readPlanOrSnapshot(file, context);
  const { output = standardInput, original, nonce } = values;
  let html: string;
  try {
    html = renderFallback(data, { lang, ...(original !== undefined && { original }) });
  } catch (error) {
    throw isFpError(error) ? new InputFault(error.message, { cause: error }) : error;
  }
  if (switches.has('shadow')) html = await drawList(data, html, nonce, context);
  if (output === standardInput) context.writeOut(html);
  else await writeWhole(output, html, context);
}

/** The list with its shadow root, the plain HTML between its tags, and its data before it, so that the script needs no request. */
async function drawList(data: Plan | Snapshot, fallback: string, nonce: string | undefined, context: Context): Promise<string> {
  const { messages, lang } = context;
  // Other commands need no DOM, which takes a second to load.
  const { renderDataBlock, renderElement, styleHashesOf } = await import('@fp-kit/elements/ssr');
  const { id } = 'plan' in data ? data.plan : data;
  const list = await renderElement('fp-task-list', {
    properties: { plan: data },
    attributes: { src: `#${id}`, lang },
    fallback,
    ...(nonce !== undefined && { nonce }),
  });
  const hashes = await styleHashesOf(list);
  if (nonce === undefined && hashes.length > 0) context.writeError(`${messages.styleHashes(hashes.join(' '))}\n`);
  return `${renderDataBlock(id, data)}\n${list}\n`;
}
