import type { Lang } from '@fp-kit/sdk';
import { en } from './en.js';
import { zhCN, type Messages } from './zh-CN.js';

const messages: Record<Lang, Messages> = { 'zh-CN': zhCN, en };
const listeners = new Set<() => void>();

export const messagesOf = (lang: Lang): Messages => messages[lang];

/**
 * Replaces some of the words of one language, on every element of the page, those already shown included.
 *
 *     setMessages('zh-CN', { wayThere: '导航前往' });
 */
export function setMessages(lang: Lang, words: Partial<Messages>): void {
  messages[lang] = { ...messages[lang], ...words };
  listeners.forEach((listener) => listener());
}

/** The language of an element: that of the nearest `lang` attribute, across shadow roots; English if it begins with `en`, else Chinese. */
export function langOf(element: Element): Lang {
  let scope: Element | undefined = element;
  while (scope) {
    const holder: Element | null = scope.closest('[lang]');
    if (holder) return /^en\b/i.test(holder.getAttribute('lang') ?? '') ? 'en' : 'zh-CN';
    const root = scope.getRootNode();
    scope = root instanceof ShadowRoot ? root.host : undefined;
  }
  return 'zh-CN';
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
