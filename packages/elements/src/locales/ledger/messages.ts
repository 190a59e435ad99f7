import type { Dictionary } from '../locale.js';
import { ledgerEn } from './en.js';
import { ledgerZhCN, type LedgerWords } from './zh-CN.js';

/** Words of what is drawn from a ledger, in each language. */
export const ledgerMessages: Dictionary<LedgerWords> = { 'zh-CN': ledgerZhCN, en: ledgerEn };
