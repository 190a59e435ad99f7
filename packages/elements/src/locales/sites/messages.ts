import type { Lang } from '@fp-kit/sdk';
import { sitesZhCN, type SiteWords } from './zh-CN.js';

/** Words of the map and the cards of service sites, in each language that has been spoken so far. */
export const siteMessages: Record<'zh-CN', SiteWords> & Partial<Record<Lang, SiteWords>> = { 'zh-CN': sitesZhCN };

/** Loads the words of a language; undefined where they are there. Where they can't be had the Chinese ones stand for them. */
export function loadSiteWords(lang: Lang): Promise<void> | undefined {
  if (siteMessages[lang]) return undefined;
  return import('./en.js').then(
    ({ sitesEn }) => {
      siteMessages.en = sitesEn;
    },
    (error: unknown) => {
      siteMessages.en = sitesZhCN;
      console.warn(`fp-kit: the words of sites are Chinese. ${String(error)}`);
    },
  );
}
