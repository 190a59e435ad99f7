import './components/progress-ring/progress-ring.define.js';
import './components/target-meter/target-meter.define.js';
import './components/task-list/task-list.define.js';
import { loadOnSight } from './element/load-on-sight.js';

// A page without sites carries no map, and one without a ledger nothing of its lists.
loadOnSight(
  {
    'fp-ranking': () => import('./components/ranking/ranking.define.js'),
    'fp-site-card': () => import('./components/site-card/site-card.define.js'),
    'fp-site-map': () => import('./components/site-map/site-map.define.js'),
    'fp-supervision': () => import('./components/supervision/supervision.define.js'),
  },
  'fp-kit.js',
);

export { FpProgressRing } from './components/progress-ring/progress-ring.js';
export { FpTargetMeter } from './components/target-meter/target-meter.js';
export { FpTaskList } from './components/task-list/task-list.js';
export { FpElement } from './element/fp-element.js';
export { register } from './element/register.js';
export { SourceError } from './element/source-error.js';
export { version } from './element/version.js';
export { setMessages } from './locales/locale.js';
