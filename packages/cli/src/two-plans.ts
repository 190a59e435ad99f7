import type { Plan } from '@fp-kit/sdk';
import { readArguments } from './arguments.js';
import type { Context } from './context.js';
import { UsageFault } from './faults.js';
import { standardInput } from './input.js';
import { readPlan } from './plan-input.js';

interface Options {
  operands: readonly [string, string];
  usage: string;
  help: string;
}

/**
 * The arguments of a command about two plans, which may be JSON or documents: two files and `--json`.
 *
 * @returns undefined where help was asked for, and shown.
 */
export async function readTwoPlans(
  args: readonly string[],
  { operands: names, usage, help }: Options,
  context: Context,
): Promise<{ first: Plan; second: Plan; asJson: boolean } | undefined> {
  const { operands, switches } = readArguments(args, { operands: names, switches: ['json'], usage }, context);
  const [first, second] = operands;
  if (first === undefined || second === undefined) {
    context.writeOut(help);
    return undefined;
  }
  if (first === standardInput && second === standardInput) throw new UsageFault(context.messages.stdinTwice, usage);
  // One after the other: what each has to say on standard error stays in order.
  const plan = await readPlan(first, context);
  return { first: plan, second: await readPlan(second, context), asJson: switches.has('json') };
}
