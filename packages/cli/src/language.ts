import type { Lang } from '@fp-kit/sdk';
import { en } from './locales/en.js';
import { type Messages, zhCN } from './locales/zh-CN.js';

/** English where the locale of messages begins with `en`, else Chinese; the first variable that is set decides (POSIX 8.2). */
export function readLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.startsWith('en') === true ? 'en' : 'zh-CN';
}

export function messagesIn(lang: Lang): Messages {
  return lang === 'en' ? en : zhCN;
}
