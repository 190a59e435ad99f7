import { en } from './en.js';
import type { Dictionary } from './locale.js';
import { zhCN, type Messages } from './zh-CN.js';

/** All words of all elements. */
export const messages: Dictionary<Messages> = { 'zh-CN': zhCN, en };
