import { planSchema } from '@fp-kit/sdk';
import { config } from 'zod/mini';
import { findMismatch } from '../packages/elements/dist/shape/check.js';
import { plan as planShape } from '../packages/elements/dist/shape/schemas.generated.js';
import { compare, measure } from './compare.mjs';

const tasks = 10_000;

function largePlan() {
  const target = { measure: '暖心家园', comparator: 'atLeast', min: 3, unit: '个', force: 'must', quote: '不少于3个', span: [20, 25] };
  const action = (id) => ({
    id,
    text: '建设暖心家园',
    span: [10, 30],
    mode: 'deliver',
    targets: [{ id: `${id}.1`, ...target }],
    results: [],
  });
  return {
    format: 'fp-plan/1',
    id: 'bench',
    kind: 'plan',
    title: '工作要点',
    issuer: { name: '样例' },
    headings: [],
    tasks: Array.from({ length: tasks }, (_, index) => ({
      id: `1.${index}`,
      title: '任务',
      area: 'organization',
      span: [0, 40],
      actions: [action(`1.${index}.1`)],
      assignees: ['样例'],
      siteTypes: ['warm-home'],
      partners: [],
    })),
    observances: [],
    source: { name: 'bench.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), text: '' },
  };
}

/** What an element does with an answer before it draws it, beside zod as it runs on a page that forbids eval. */
export default async function validate() {
  config({ jitless: true });
  const plan = largePlan();
  const fault = findMismatch(plan, planShape);
  if (fault) throw new Error(`The plan of this bench is out of date: ${JSON.stringify(fault)}`);
  planSchema.parse(plan);
  const peer = 'zod jitless';
  const costs = await measure({ ours: () => void findMismatch(plan, planShape), [peer]: () => void planSchema.parse(plan) });
  return compare(`validate ${tasks} tasks`, 'ms', costs, { [peer]: 0.2 });
}
