import type { Lang } from '@fp-kit/sdk';
import type { LedgerWords } from './ledger/zh-CN.js';
import type { SiteWords } from './sites/zh-CN.js';
import type { Messages } from './zh-CN.js';

/** All words that a page may replace. */
export type KitWords = Messages & SiteWords & LedgerWords;

/** Words of one kind in each language; one that is loaded where it is spoken may still be on its way. An element carries the kinds it shows and no others. */
export type Dictionary<Words> = Readonly<Record<'zh-CN', Words> & Partial<Record<Lang, Words>>>;

const changed: Partial<Record<Lang, Partial<KitWords>>> = {};
const listeners = new Set<() => void>();

/** The words of a dictionary in a language, with what the page has changed; in Chinese until they are there. */
export const wordsIn = <Words extends object>(dictionary: Dictionary<Words>, lang: Lang): Words => {
  const words = dictionary[lang] ?? dictionary['zh-CN'];
  return changed[lang] ? { ...words, ...changed[lang] } : words;
};

/**
 * Replaces some of the words of one language, on every element of the page, those already shown included.
 *
 *     setMessages('zh-CN', { wayThere: '导航前往' });
 */
export function setMessages(lang: Lang, words: Partial<KitWords>): void {
  changed[lang] = { ...changed[lang], ...words };
  listeners.forEach((listener) => listener());
}

/**
 * The language of an element, by the nearest `lang` attribute across shadow roots: English if it begins with `en`, else Chinese. `tag` is the
 * attribute itself where it names a kind of that language (`zh-Hant`, `en-GB`), so that the browser may choose the glyphs of it.
 */
export function langOf(element: Element): { lang: Lang; tag: string } {
  let scope: Element | undefined = element;
  while (scope) {
    const holder: Element | null = scope.closest('[lang]');
    if (holder) {
      const tag = holder.getAttribute('lang') ?? '';
      const lang = /^en\b/i.test(tag) ? 'en' : 'zh-CN';
      return { lang, tag: /^(en|zh)\b/i.test(tag) ? tag : lang };
    }
    const root = scope.getRootNode();
    scope = root instanceof ShadowRoot ? root.host : undefined;
  }
  return { lang: 'zh-CN', tag: 'zh-CN' };
}

let observer: MutationObserver | undefined;

/** Calls `listener` when words or a `lang` attribute of the document change; returns the way to stop. All elements share one observer. */
export function watchLocale(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((one) => one()));
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
