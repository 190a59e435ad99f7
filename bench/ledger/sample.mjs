// A province of 14 cities and 122 counties that report on the sample plan.
import { readFile } from 'node:fs/promises';

export const plan = JSON.parse(await readFile(new URL('../../examples/data/work-plan.plan.json', import.meta.url), 'utf8'));

const code = (city, county) => `99${String(city).padStart(2, '0')}${String(county).padStart(2, '0')}`;
const cities = Array.from({ length: 14 }, (_, index) => index + 1);
const below = cities.flatMap((city) => [
  { code: code(city, 0), name: code(city, 0), level: 'city' },
  ...Array.from({ length: city > 10 ? 8 : 9 }, (_, index) => ({
    code: code(city, index + 1),
    name: code(city, index + 1),
    level: 'county',
  })),
]);
export const regions = [{ code: '990000', name: '样例省', level: 'province' }, ...below];

const subjects = plan.tasks.flatMap(({ id: taskId, actions }) =>
  actions.flatMap(({ id: actionId, targets }) =>
    targets.length === 0 ? [{ taskId, actionId }] : targets.map(({ id: targetId, unit }) => ({ taskId, actionId, targetId, unit })),
  ),
);

let state = 123456789;
function pick(most) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % most;
}

let count = 0;
/** A report of anybody on anything, of one of the first 300 days of the year. */
export function makeEntry(planId) {
  const { unit, ...subject } = subjects[pick(subjects.length)];
  const figure = unit === '%' ? { numerator: pick(100), denominator: 100 } : { value: pick(100) };
  const day = new Date(Date.UTC(2026, 0, 1 + pick(300))).toISOString();
  count += 1;
  return {
    id: `019b7600-0000-7000-8000-${count.toString(16).padStart(12, '0')}`,
    planId,
    ...subject,
    region: below[pick(below.length)].code,
    ...(subject.targetId === undefined ? { status: ['inProgress', 'done'][pick(2)] } : figure),
    evidence: [],
    reporter: '样例市计划生育协会',
    asOf: day.slice(0, 10),
    recordedAt: day,
  };
}
