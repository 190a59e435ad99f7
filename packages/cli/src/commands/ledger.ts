import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { renderLedgerCsv } from '@fp-kit/sdk';
import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { InputFault, systemCode, UsageFault } from '../faults.js';
import { standardInput } from '../input.js';
import { writeWhole } from '../output.js';
import { loadServer, withStore } from '../store.js';

/** `fp ledger verify|export|backup|restore`. */
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
  } else if (verb === 'export') {
    const { help, operands, values } = readArguments(rest, { operands: ['PLAN'], files: { data: 'd', output: 'o' }, usage }, context);
    const [planId] = operands;
    if (help || planId === undefined) {
      context.writeOut(messages.ledgerHelp);
      return;
    }
    const { readLedger } = await loadServer();
    const ledger = await withStore(values['data'], (database) => readLedger(database, planId));
    if (ledger === undefined) throw new InputFault(messages.noSuchPlan(planId));
    const table = renderLedgerCsv(ledger.plan, ledger.entries, { regions: ledger.regions });
    const { output = standardInput } = values;
    if (output === standardInput) context.writeOut(table);
    else await writeWhole(output, table, context);
  } else if (verb === 'backup') {
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
    const { restore } = await loadServer();
    const input = createReadStream(file);
    const counts = await withStore(values['data'], (database) => restore(database, createInterface({ input, crlfDelay: Infinity }))).catch(
      (error: unknown) => {
        if (error instanceof InputFault) throw error;
        const reason = systemCode(error) === 'ENOENT' ? messages.noSuchFile : error instanceof Error ? error.message : String(error);
        throw new InputFault(`${file}: ${reason}`, { cause: error });
      },
    );
    context.writeOut(`${messages.restored(counts.documents, counts.entries)}\n`);
  } else throw new UsageFault(messages.unknownCommand(`ledger ${verb}`), usage);
}
