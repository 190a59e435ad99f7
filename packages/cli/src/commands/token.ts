import { readArguments } from '../arguments.js';
import type { Context } from '../context.js';
import { inOneLine, InputFault, UsageFault } from '../faults.js';
import { loadServer, withStore } from '../store.js';

/** `fp token create|list|revoke`: who may read the ledger, report, publish, give out tokens. */
export async function tokenCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const [verb, ...rest] = args;
  const usage = messages.tokenUsage;
  if (verb === undefined || verb === '-h' || verb === '--help') {
    context.writeOut(messages.tokenHelp);
    return;
  }
  if (verb === 'create') {
    const options = { operands: [], files: { name: 'n', role: 'r', region: 'R', data: 'd' }, usage };
    const { help, values } = readArguments(rest, options, context);
    const { name, role, region, data } = values;
    const { createToken, roles } = await loadServer();
    const known = roles.find((one) => one === role);
    if (help) context.writeOut(messages.tokenHelp);
    else if (name === undefined || known === undefined) throw new UsageFault(messages.tokenNeeds(roles.join('|')), usage);
    else if (region !== undefined && !/^\d{6}(\d{6})?$/.test(region)) throw new UsageFault(messages.wrongRegion(region), usage);
    else {
      const { token, secret } = await withStore(data, (database) => createToken(database, { name, role: known, region }));
      // The secret alone on standard output, so that a script can keep it.
      context.writeError(`${messages.tokenMade(token.id)}\n`);
      context.writeOut(`${secret}\n`);
    }
  } else if (verb === 'list') {
    const { help, values } = readArguments(rest, { operands: [], files: { data: 'd' }, usage }, context);
    if (help) context.writeOut(messages.tokenHelp);
    else {
      const { listTokens } = await loadServer();
      const tokens = await withStore(values['data'], listTokens);
      context.writeOut(
        tokens
          .map(({ id, name, role, region, createdAt, revokedAt }) =>
            [id, role, region ?? '*', createdAt, revokedAt === undefined ? '' : messages.revoked(revokedAt), inOneLine(name)].join('\t'),
          )
          .map((line) => `${line}\n`)
          .join(''),
      );
    }
  } else if (verb === 'revoke') {
    const { help, operands, values } = readArguments(rest, { operands: ['ID'], files: { data: 'd' }, usage }, context);
    const [id] = operands;
    if (help || id === undefined) context.writeOut(messages.tokenHelp);
    else {
      const { revokeToken } = await loadServer();
      if (!(await withStore(values['data'], (database) => revokeToken(database, id)))) throw new InputFault(messages.noSuchToken(id));
      context.writeOut(`${messages.tokenRevoked(id)}\n`);
    }
  } else throw new UsageFault(messages.unknownCommand(`token ${verb}`), usage);
}
