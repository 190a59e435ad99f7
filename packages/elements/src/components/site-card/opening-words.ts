import type { SiteWords } from '../../locales/sites/zh-CN.js';

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const day = `(?:${days.join('|')}|PH)`;
const time = '\\d{2}:\\d{2}-\\d{2}:\\d{2}';
const rulePattern = new RegExp(`^(?:(${day}(?:[-,]${day})*) ?)?(${time}(?:,${time})*|off)$`);

// A dash at which no line breaks.
const together = '\u2060–\u2060';

/**
 * Says plain OSM opening hours in words: `Mo-Fr 09:00-12:00,14:00-17:00; PH off`. Whatever else stands there (a phrase the clerk wrote, a
 * rule beyond days and hours) is returned in its own words. https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export function hoursWords(text: string, words: SiteWords): string {
  if (text.trim() === '24/7') return words.allHours;
  const parts: string[] = [];
  for (const rule of text
    .trim()
    .replace(/;$/, '')
    .split(/\s*;\s*/)) {
    const match = rulePattern.exec(rule.replace(/\s*([,-])\s*/g, '$1'));
    if (!match) return unbroken(text);
    const [, daysPart = '', hours = ''] = match;
    if (hours === 'off' && !daysPart) return unbroken(text);
    const when = daysPart && words.list(daysPart.split(',').map((range) => rangeWords(range, words)));
    if (hours === 'off') {
      parts.push(words.offOn(when));
      continue;
    }
    const open = words.list(hours.split(',').map((span) => span.replace('-', together)));
    parts.push(when ? words.rule(when, open) : open);
  }
  return words.rules(parts);
}

/** A phrase as it is, but 08:00-12:00 never breaks at its dash. */
const unbroken = (text: string) => text.replace(/(\d)-(\d)/g, '$1\u2060-\u2060$2');

function rangeWords(range: string, words: SiteWords): string {
  const [from = '', to] = range.split('-').map((name) => (name === 'PH' ? words.publicHolidays : words.weekdays[days.indexOf(name)]));
  return to ? words.weekdayRange(from, to) : from;
}
