import { comparePlans, describeComparison } from '@fp-kit/sdk';
import type { Context } from '../context.js';
import { inOneLine } from '../faults.js';
import { readTwoPlans } from '../two-plans.js';

/** `fp compare A B`: what the plan in B has that the one in A has not, and the other way round. */
export async function compareCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages, lang } = context;
  const given = await readTwoPlans(args, { operands: ['A', 'B'], usage: messages.compareUsage, help: messages.compareHelp }, context);
  if (given === undefined) return;
  const comparison = comparePlans(given.first, given.second);
  const lines = given.asJson ? [JSON.stringify(comparison, null, 2)] : describeComparison(comparison, lang).map(inOneLine);
  context.writeOut(`${lines.join('\n')}\n`);
}
