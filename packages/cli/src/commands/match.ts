import { describeMatch, matchResults, type Plan, type Result, type ResultMatch, type Target } from '@fp-kit/sdk';
import type { Context } from '../context.js';
import { inOneLine } from '../faults.js';
import { readTwoPlans } from '../two-plans.js';

/** `fp match PLAN REPORT`: each target of a plan with the result of a report that answers it. */
export async function matchCommand(args: readonly string[], context: Context): Promise<void> {
  const { messages } = context;
  const options = { operands: ['PLAN', 'REPORT'] as const, usage: messages.matchUsage, help: messages.matchHelp };
  const given = await readTwoPlans(args, options, context);
  if (given === undefined) return;
  const matching = matchResults(given.first, given.second);
  if (given.asJson) {
    context.writeOut(`${JSON.stringify(matching, null, 2)}\n`);
    return;
  }
  const targets = targetsOf(given.first);
  const results = new Map(resultsOf(given.second).map((result) => [result.id, result]));
  const answers = new Map(matching.matches.map((match) => [match.targetId, match]));
  const lines = [
    messages.matched(given.first.title, given.second.title, {
      targets: targets.length,
      results: results.size,
      matches: matching.matches.length,
    }),
    ...targets.flatMap((target) => {
      const answer = answers.get(target.id);
      const partial = matching.partial.filter(({ targetId }) => targetId === target.id);
      const found = [...(answer === undefined ? [] : [answer]), ...partial];
      return [
        `${target.id} ${closed(target.quote)}`,
        ...(answer === undefined ? [`    ${messages.unanswered}`] : []),
        ...found.flatMap((match) => describe(match, results.get(match.resultId), context)),
      ];
    }),
  ];
  context.writeOut(`${lines.map(inOneLine).join('\n')}\n`);
}

/** The result and its sentence, then why it was taken. */
function describe(match: ResultMatch, result: Result | undefined, { lang }: Context): string[] {
  if (result === undefined) return [];
  const amount = `${closed(result.measure)} ${result.value}${result.unit ?? ''}`;
  return [
    `  ${match.reason.region === undefined ? '=' : '~'} ${result.id} ${amount}`,
    `    “${closed(result.quote)}”`,
    `    ${describeMatch(match, lang)}`,
  ];
}

/** A clause of a document without the line ends and spaces that its page put into it. */
function closed(clause: string): string {
  return clause.replace(/(?<=[^\x21-\x7E])\s+|\s+(?=[^\x21-\x7E])/g, '').replace(/\s+/g, ' ');
}

function targetsOf(plan: Plan): Target[] {
  return plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.targets));
}

function resultsOf(plan: Plan): Result[] {
  return plan.tasks.flatMap((task) => task.actions.flatMap((action) => action.results));
}
