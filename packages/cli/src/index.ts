export type { Context } from './context.js';
export { type ExitCode, main } from './main.js';
