import '@fp-kit/elements/task-list/define';
import { painted, sinceStart, timeOf } from '../page.js';
import { buildTasks, offer } from './tasks.js';

const span = [0, 1];

function buildPlan(count) {
  const tasks = buildTasks(count).map(({ id, title, area }) => ({
    id,
    title,
    area,
    span,
    actions: [{ id: `${id}.1`, text: title, span, mode: 'deliver', targets: [], results: [] }],
    assignees: [],
    siteTypes: [],
    partners: [],
  }));
  const source = { name: 'bench.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), text: '' };
  return {
    format: 'fp-plan/1',
    id: 'bench',
    kind: 'plan',
    title: '工作要点',
    issuer: { name: '样例' },
    headings: [],
    tasks,
    observances: [],
    source,
  };
}

async function put(plan) {
  const list = Object.assign(document.createElement('fp-task-list'), { plan, editable: true });
  document.body.append(list);
  await list.updateComplete;
  return list;
}

export async function paint(count) {
  await put(buildPlan(count));
  return sinceStart();
}

export async function toggle(count) {
  const { shadowRoot } = await put(buildPlan(count));
  shadowRoot.querySelector('summary').click();
  return timeOf(() => shadowRoot.querySelector('[type=checkbox]').click());
}

export async function filter(count) {
  const list = await put(buildPlan(count));
  return timeOf(() => (list.area = 'rights'));
}

export async function memory(count) {
  const plan = buildPlan(count);
  return offer(async () => {
    const list = await put(plan);
    await painted();
    return list;
  });
}
