import { MAX_DOCUMENT_BYTES, writeLedgerXlsx } from '@fp-kit/document';
import { isFpError, streamLedgerCsv } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { inOneLine, InputFault, UsageFault } from '../faults.js';
import { writeFindings } from '../findings.js';
import { openLines, readInput, standardInput } from '../input.js';
import { writeWhole } from '../output.js';
import { labelOf, tooLargeIn } from '../plan-input.js';
import { loadServer, withStore } from '../store.js';

/** `fp ledger verify|export|import|backup|restore`. */
export async function ledgerCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const [verb, ...rest] = args;
  const usage = messages.ledgerUsage;
  if (verb === undefined || verb === '-h' || verb === '--help') {
    context.writeOut(messages.ledgerHelp);
    return;
  }
  if (verb === 'verify') {
    const { help, values } = readArguments(rest, { operands: [], files: { data: 'd' }, usage }, context);
    if (help) {
      context.writeOut(messages.ledgerHelp);
      return;
    }
    const { verifyLedger } = await loadServer();
    const verdicts = await withStore(values['data'], verifyLedger);
    const broken = verdicts.flatMap(({ planId, fault }) =>
      fault === undefined ? [] : [messages.chainBroken(planId, fault.seq, fault.what)],
    );
    context.writeOut(
      verdicts
        .filter(({ fault }) => fault === undefined)
        .map(({ planId, entries, head }) => `${messages.chainFine(planId, entries, head)}\n`)
        .join(''),
    );
    if (broken.length > 0) throw new InputFault(broken);
  } else if (verb === 'export') await exportLedger(rest, context);
  else if (verb === 'import') await importLedger(rest, context);
  else if (verb === 'backup') {
    const { help, values } = readArguments(rest, { operands: [], files: { data: 'd', output: 'o' }, usage }, context);
    if (help) {
      context.writeOut(messages.ledgerHelp);
      return;
    }
    const { backup } = await loadServer();
    await withStore(values['data'], async (database) => {
      const lines: string[] = [];
      for await (const line of backup(database)) lines.push(line);
      const { output = standardInput } = values;
      if (output === standardInput) context.writeOut(lines.join(''));
      else await writeWhole(output, lines.join(''), context);
    });
  } else if (verb === 'restore') {
    const { help, operands, values } = readArguments(rest, { operands: ['FILE'], files: { data: 'd' }, usage }, context);
    const [file] = operands;
    if (help || file === undefined) {
      context.writeOut(messages.ledgerHelp);
      return;
    }
    // Before the store, which opening makes.
    const lines = await openLines(file, context);
    const { restore } = await loadServer();
    const counts = await withStore(values['data'], (database) => restore(database, lines)).catch((error: unknown) => {
      if (error instanceof InputFault) throw error;
      throw new InputFault(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    context.writeOut(`${messages.restored(counts.documents, counts.entries)}\n`);
  } else throw new UsageFault(messages.unknownCommand(`ledger ${verb}`), usage);
}

/** `fp ledger export PLAN`: the ledger of a plan as a table, CSV or a workbook as the option, else the name of the file, says. */
async function exportLedger(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const usage = messages.ledgerUsage;
  const files = { format: 'f', data: 'd', output: 'o' };
  const { help, operands, values } = readArguments(args, { operands: ['PLAN'], files, usage }, context);
  const [planId] = operands;
  if (help || planId === undefined) {
    context.writeOut(messages.ledgerHelp);
    return;
  }
  const { output = standardInput } = values;
  const { format = output.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv' } = values;
  if (format !== 'csv' && format !== 'xlsx') throw new UsageFault(messages.unknownFormat(format), usage);
  const { readLedger } = await loadServer();
  await withStore(values['data'], async (database) => {
    const ledger = await readLedger(database, planId);
    if (ledger === undefined) throw new InputFault(messages.noSuchPlan(planId));
    const { plan, entries, regions } = ledger;
    const table = format === 'csv' ? streamLedgerCsv(plan, entries, { regions }) : writeLedgerXlsx(plan, entries, { regions });
    if (output === standardInput) for await (const piece of table) context.writeOut(piece);
    else await writeWhole(output, table, context);
  });
}

/**
 * `fp ledger import PLAN FILE`: a spreadsheet into the ledger of a plan, a line on standard error for each cell that was not plain. With `--strict`
 * nothing is recorded where anything would be left out or is doubtful.
 */
async function importLedger(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const options = { operands: ['PLAN', 'FILE'], files: { data: 'd' }, switches: ['strict'], usage: messages.ledgerUsage };
  const { help, operands, values, switches } = readArguments(args, options, context);
  const [planId, file] = operands;
  if (help || planId === undefined || file === undefined) {
    context.writeOut(messages.ledgerHelp);
    return;
  }
  const bytes = await readInput(file, { limit: MAX_DOCUMENT_BYTES, tooLarge: tooLargeIn(context) }, context).catch(nameFile);
  const { importTable, readLedger } = await loadServer();
  const isStrict = switches.has('strict');
  const outcome = await withStore(values['data'], async (database, ledger) => {
    const known = await readLedger(database, planId);
    if (known === undefined) throw new InputFault(messages.noSuchPlan(planId));
    const { plan, regions } = known;
    const reading = {
      lang,
      regions,
      now: new Date().toISOString(),
      refuses: isStrict ? 'doubts' : 'nothing',
      asker: 'fp ledger import',
    } as const;
    return importTable({ database, ledger }, plan, bytes, reading).catch(nameFile);
  });
  const { counts, doubts } = writeFindings(file, outcome.findings, context);
  context.writeError(`${inOneLine(messages.ledgerRead(labelOf(file), outcome, counts))}\n`);
  if (isStrict && doubts !== '') throw new InputFault(`${labelOf(file)}: ${messages.strictLedger(doubts)}`);

  function nameFile(error: unknown): never {
    throw isFpError(error) ? new InputFault(`${labelOf(file!)}: ${error.message}`, { cause: error }) : error;
  }
}
