import type { Lang } from '../lang.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day (YYYY-MM-DD) as people write it: 2026年6月30日, 30 Jun 2026. */
export function dayWords(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return lang === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}
