import { loadOnSight } from './element/load-on-sight.js';

// Each file stands beside this one and is loaded once.
loadOnSight(
  {
    'fp-progress-ring': () => import('./components/progress-ring/progress-ring.define.js'),
    'fp-ranking': () => import('./components/ranking/ranking.define.js'),
    'fp-site-card': () => import('./components/site-card/site-card.define.js'),
    'fp-site-map': () => import('./components/site-map/site-map.define.js'),
    'fp-supervision': () => import('./components/supervision/supervision.define.js'),
    'fp-target-meter': () => import('./components/target-meter/target-meter.define.js'),
    'fp-task-list': () => import('./components/task-list/task-list.define.js'),
  },
  'fp-kit.loader.js',
);
