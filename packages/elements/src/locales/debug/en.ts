import type { DebugWords } from './zh-CN.js';

export const debugEn: DebugWords = {
  lines: { version: 'version', data: 'data', lang: 'language', theme: 'theme', counts: 'counts', ignored: 'ignored' },
  becauseOf: (reason) => `: ${reason}`,
  listed: '; ',

  reasons: {
    idle: 'there is no data to read',
    given: (name) => `reads the property ${name}`,
    fetched: (src) => `reads src="${src}"`,
    again: 'reads it again',
    ready: 'the data has come and is shown',
    empty: 'the data has come, and nothing in it can be shown',
    lang: 'the language has changed',
    changed: 'an attribute or property has changed',
  },
  sources: {
    property: (name) => `the property ${name}, set by script`,
    attributes: (written) => `${written} on the tag`,
    values: 'values set by script',
    address: (src, url) => `src="${src}", which is ${url}`,
    block: (id) => `the data block of the page with the id ${id}`,
    none: 'none: neither a property with data nor src; what stands between the tags is shown',
  },
  served: 'what the server drew is still shown',
  langFrom: (lang, written) => `${lang}, by ${written}`,
  noLang: 'no lang, hence Chinese',
  plan: (tasks, actions, targets) => `tasks ${tasks}, actions ${actions}, targets ${targets}`,
  reported: (reported, total, asOf) => `actions reported ${reported} of ${total}${asOf === undefined ? '' : ` as of ${asOf}`}`,
  noProgress: 'no progress (it is a plan, not a snapshot)',
  sites: (sites, located) => `sites ${sites}, of which ${located} have a position`,
  nothingCounted: 'no data yet',
  nothingIgnored: 'nothing',
  ignored: {
    src: (src, name) => `src="${src}": the data is given by ${name}`,
    attribute: (name, meant) => `${name}: there is no such attribute${meant === undefined ? '' : `; is ${meant} meant?`}`,
    theme: (theme, known) => `theme="${theme}": there is no such theme; known are ${known}`,
    editable: 'editable: the snapshot links to no ledger (links.entries), nothing can be recorded',
  },
};
