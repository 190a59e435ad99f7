import type { Site } from '@fp-kit/sdk';
import { siteTypes } from '../site-types.js';

const siteStates: Record<Site['status'], string> = { open: '正常服务', planned: '筹建中', suspended: '暂停开放', closed: '已关闭' };

/** Words of the map and the cards of service sites. */
export const sitesZhCN = {
  siteTypes: siteTypes['zh-CN'],
  siteStates,

  filterByType: '按类型筛选',
  allSiteTypes: '全部类型',
  allGrades: '全部级别',
  allServices: '全部服务',
  grade: '级别',
  moreFilters: '更多条件',
  openNow: '现在开放',
  searchSites: '搜索阵地',
  searchSitesHint: '名称、地址、服务，可用拼音',
  clearSites: '清除条件',
  shown: (count: number, total: number) =>
    count === total ? `共 ${total} 处阵地` : count === 0 ? `没有符合条件的阵地（共 ${total} 处）` : `显示 ${count} 处，共 ${total} 处`,
  more: (count: number) => `再列出 ${count} 处`,
  unplaced: (count: number) => `其中 ${count} 处没有坐标，只列在下面`,

  nearMe: '离我最近',
  nearMeHint: '点按后由浏览器询问您的位置。距离在本机计算，位置不会发送或保存。',
  locating: '正在定位…',
  located: '已按离您的直线距离排序。位置只在本机使用，没有发送。',
  nearCentre: '离地图中心最近',
  fromCentre: '已按离地图中心的直线距离排序。',
  nearSite: '附近的阵地',
  fromSite: (name: string) => `已按离“${name}”的直线距离排序。`,
  notNear: '不按距离排序',
  locateFailed: {
    denied: '没有得到定位许可。请在浏览器设置中允许，或移动地图后按“离地图中心最近”。',
    unavailable: '暂时无法定位。请移动地图后按“离地图中心最近”。',
  },
  within: '只列出地图范围内的',

  address: '地址',
  openingHours: '开放时间',
  services: '服务',
  opening: {
    open: '现在开放',
    closed: '现在不开放',
    until: (time: string) => `${time} 结束`,
    opens: (when: string) => `${when} 开放`,
    tomorrow: '明天',
  },
  inspected: (date: string) => `安全检查 ${date}`,
  wayThere: '去这里',
  ways: { amap: '高德地图', baidu: '百度地图', tencent: '腾讯地图', wechat: '微信内打开地图' },
  wayThereTo: (name: string, map: string) => `用${map}去${name}（在新窗口打开）`,
  call: (phone: string) => `拨打电话 ${phone}`,
  copyAddress: '复制地址',
  addressCopied: '已复制',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  rule: (when: string, hours: string) => `${when} ${hours}`,
  offOn: (when: string) => `${when}休息`,
  weekdayRange: (from: string, to: string) => `${from}至${to}`,
  publicHolidays: '法定节假日',
  rules: (rules: readonly string[]) => rules.join('；'),
  allHours: '24 小时开放',
  list: (items: readonly string[]) => items.join('、'),

  map: '阵地地图',
  mapHelp: '阵地地图。方向键移动，加号和减号缩放。所有阵地也列在地图之后。',
  skipMap: '跳过地图，到列表',
  mapButtons: { in: '放大', out: '缩小', all: '显示全部阵地' },
  mapHint: { touch: '用两指移动或缩放地图', wheel: '按住 Ctrl 再滚动，可缩放地图' },
  mapBy: (attribution: string, reviewNumber: string) => `${attribution}　审图号：${reviewNumber}`,
  noBaseMap: '位置示意：只有经纬网，没有底图',
  markOf: (name: string, type: string) => `${name}，${type}`,
  cluster: (count: number) => `这一带 ${count} 处阵地，放大查看`,
  initial: (type: string) => type.replace(/^向日葵|^新型/, '').charAt(0),
  count: (count: number) => (count < 10_000 ? String(count) : `${(count / 10_000).toFixed(1)}万`),
  distance: (metres: number) =>
    metres < 1000 ? `${Math.round(metres)} 米` : `${(metres / 1000).toFixed(metres < 9950 ? 1 : 0).replace(/\.0$/, '')} 公里`,
};

/** Every string and word order of the map and the cards of service sites. */
export type SiteWords = typeof sitesZhCN;
