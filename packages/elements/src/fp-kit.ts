import './components/progress-ring/progress-ring.define.js';
import './components/site-map/site-map.define.js';
import './components/target-meter/target-meter.define.js';
import './components/task-list/task-list.define.js';

export * from './index.js';
