// What should have been reached by now and was not, to chase it: node late.js [plan.json] [ledger.json] [YYYY-MM-DD]
import { readFile } from 'node:fs/promises';
import { parseLedger, parsePlan, summarizeProgress } from '@fp-kit/sdk';

const data = new URL('../data/', import.meta.url);
const [planFile = new URL('work-plan.plan.json', data), ledgerFile = new URL('ledger.json', data), asOf = today()] = process.argv.slice(2);
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

const plan = parsePlan(await readJson(planFile));
const { entries } = parseLedger(await readJson(ledgerFile));
const progress = summarizeProgress(plan, entries, { asOf });

const late = plan.tasks.flatMap((task) =>
  task.actions.flatMap((action) =>
    action.targets
      .filter(({ id }) => progress.targets[id].state === 'overdue')
      .map((target) => ({ task, target, due: target.due ?? action.due ?? task.due, reached: progress.targets[target.id].reached })),
  ),
);
console.log(`${plan.title}，截至 ${asOf}：${late.length} 项量化目标逾期`);
for (const { task, target, due, reached } of late) {
  const amount = reached === undefined ? '未报送' : `已报 ${reached}${target.unit}`;
  console.log([due, target.quote, amount, task.assignees.join('、') || task.title].join('  '));
}

function today() {
  return new Date().toISOString().slice(0, 10);
}
