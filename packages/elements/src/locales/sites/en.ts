import { siteTypes } from '../site-types.js';
import type { SiteWords } from './zh-CN.js';

export const sitesEn: SiteWords = {
  siteTypes: siteTypes.en,
  siteStates: { open: 'In service', planned: 'Planned', suspended: 'Temporarily closed', closed: 'Closed for good' },

  filterByType: 'Filter by type',
  allSiteTypes: 'All types',
  allGrades: 'All grades',
  allServices: 'All services',
  grade: 'Grade',
  moreFilters: 'More filters',
  openNow: 'Open now',
  searchSites: 'Search sites',
  searchSitesHint: 'Name, address, service; pinyin too',
  clearSites: 'Clear all',
  shown: (count, total) =>
    count === total
      ? total === 1
        ? '1 site'
        : `${total} sites`
      : count === 0
        ? `No site fits (of ${total})`
        : `${count} of ${total} sites`,
  more: (count) => `List ${count} more`,
  unplaced: (count) => `${count} without coordinates, listed only`,

  nearMe: 'Nearest to me',
  nearMeHint: 'Your browser will ask for your position. Distances are computed on this device; your position is neither sent nor kept.',
  locating: 'Finding your position…',
  located: 'Sorted by straight-line distance from you. Your position stayed on this device.',
  nearCentre: 'Nearest to the map’s centre',
  fromCentre: 'Sorted by straight-line distance from the map’s centre.',
  nearSite: 'Sites nearby',
  fromSite: (name) => `Sorted by straight-line distance from “${name}”.`,
  notNear: 'Do not sort by distance',
  locateFailed: {
    denied: 'Your position was not shared. Allow it in the browser’s settings, or move the map and press “Nearest to the map’s centre”.',
    unavailable: 'Your position can’t be found now. Move the map and press “Nearest to the map’s centre”.',
  },
  within: 'Only what the map shows',

  address: 'Address',
  openingHours: 'Opening hours',
  services: 'Services',
  opening: {
    open: 'Open now',
    closed: 'Closed now',
    until: (time) => `until ${time}`,
    opens: (when) => `opens ${when}`,
    tomorrow: 'tomorrow',
  },
  inspected: (date) => `Safety inspection ${date}`,
  wayThere: 'Get there',
  ways: { amap: 'AMap', baidu: 'Baidu Maps', tencent: 'Tencent Maps', wechat: 'Open in WeChat' },
  wayThereTo: (name, map) => `Way to ${name} in ${map} (opens in a new window)`,
  call: (phone) => `Call ${phone}`,
  copyAddress: 'Copy address',
  addressCopied: 'Copied',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  rule: (when, hours) => `${when} ${hours}`,
  offOn: (when) => `${when} closed`,
  weekdayRange: (from, to) => `${from}–${to}`,
  publicHolidays: 'Public holidays',
  rules: (rules) => rules.join('; '),
  allHours: 'Open 24 hours',
  list: (items) => items.join(', '),

  map: 'Map of sites',
  mapHelp: 'Map of sites. Arrow keys move it, plus and minus zoom. All sites are listed after the map, too.',
  skipMap: 'Skip the map to the list',
  mapButtons: { in: 'Zoom in', out: 'Zoom out', all: 'Show all sites' },
  mapHint: { touch: 'Use two fingers to move or zoom the map', wheel: 'Hold Ctrl and scroll to zoom the map' },
  mapBy: (attribution, reviewNumber) => `${attribution} · Map approval no. ${reviewNumber}`,
  noBaseMap: 'Positions on a plain grid of degrees, no base map',
  markOf: (name, type) => `${name}, ${type}`,
  cluster: (count) => `${count} sites around here, zoom in`,
  initial: (type) => type.replace(/^Sunflower /, '').charAt(0),
  count: (count) => (count < 10_000 ? String(count) : `${(count / 1000).toFixed(0)}k`),
  distance: (metres) =>
    metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(metres < 9950 ? 1 : 0).replace(/\.0$/, '')} km`,
};
