import type { Dictionary } from '../locale.js';
import { sitesEn } from './en.js';
import { sitesZhCN, type SiteWords } from './zh-CN.js';

/** Words of the map and the cards of service sites, in each language. */
export const siteMessages: Dictionary<SiteWords> = { 'zh-CN': sitesZhCN, en: sitesEn };
