import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { progressRingExamples } from '../packages/elements/src/components/progress-ring/progress-ring.examples.js';
import { siteMapExamples } from '../packages/elements/src/components/site-map/site-map.examples.js';
import { targetMeterExamples } from '../packages/elements/src/components/target-meter/target-meter.examples.js';
import { taskListExamples } from '../packages/elements/src/components/task-list/task-list.examples.js';
import { root } from './kit.js';

it.each([
  ['progress-ring', progressRingExamples],
  ['site-map', siteMapExamples],
  ['target-meter', targetMeterExamples],
  ['task-list', taskListExamples],
])('every example of %s is a story', (component, examples) => {
  const stories = readFileSync(join(root, `stories/${component}.stories.ts`), 'utf8');
  const told = [...stories.matchAll(/= state\('([^']+)'\)/g)].map((match) => match[1]);
  expect(told.sort()).toEqual(examples.map(({ name }) => name).sort());
});
