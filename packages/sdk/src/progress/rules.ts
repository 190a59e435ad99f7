// What a page needs to judge progress by itself: an entry of its own, apart from the schemas.
export { isDivisible, isTargetMet } from './amounts.js';
export { stateOfTask } from './states.js';
