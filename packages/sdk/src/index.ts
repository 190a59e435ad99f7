export * from './errors.js';
export type { Lang } from './lang.js';
export * from './model/area.js';
export * from './model/ledger.js';
export * from './model/plan.js';
export * from './model/progress.js';
export * from './model/region.js';
export * from './model/site.js';
