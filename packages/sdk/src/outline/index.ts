export { outlineOf, type OutlineRow, type OutlineSection } from './outline.js';
export { unwrap } from './unwrap.js';
