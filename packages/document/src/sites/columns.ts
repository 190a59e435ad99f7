import type { Crs, Site } from '@fp-kit/sdk';
import { bareHeader } from '../sheets/rows.js';

/** What a column of a table of sites holds. */
export type Column = keyof Site | 'lng' | 'lat' | 'lngLat' | 'crs';

/** Headers by which clerks name the columns, without spaces, brackets and marks, in lower case. */
const headers: Record<Exclude<Column, 'location'>, readonly string[]> = {
  id: ['编号', '编码', '阵地编号', '站点编号', '设备编号', 'id'],
  type: ['类型', '类别', '种类', '阵地类型', '阵地类别', '站点类型', '项目类型', 'type'],
  name: ['名称', '阵地名称', '站点名称', '机构名称', '项目名称', '场所名称', '设备名称', '基地名称', 'name'],
  grade: ['级别', '等级', '阵地级别', '评定等级', 'grade'],
  region: ['行政区划代码', '区划代码', '行政区划编码', '区划', 'adcode', 'region'],
  address: ['地址', '详细地址', '所在地址', '具体地址', '地点', '位置', '阵地地址', '安装地点', 'address'],
  lng: ['经度', '东经', 'lng', 'lon', 'longitude'],
  lat: ['纬度', '北纬', 'lat', 'latitude'],
  lngLat: ['坐标', '经纬度', '经纬度坐标', '地理坐标'],
  crs: ['坐标系', '坐标系统', '坐标类型', 'crs'],
  openingHours: ['开放时间', '服务时间', '营业时间', '工作时间', '开放时段', '活动时间', 'openinghours', 'opening_hours'],
  phone: ['电话', '联系电话', '办公电话', '服务电话', '咨询电话', '座机', '固定电话', '电话号码', 'phone', 'tel'],
  services: ['服务', '服务内容', '服务项目', '主要服务', '功能', 'services'],
  status: ['状态', '运行状态', '开放状态', '运营状态', '建设情况', 'status'],
  inspectedOn: ['安全检查日期', '最近安全检查', '最近安全检查日期', '上次安全检查', '检查日期', 'inspectedon'],
};

const columnByHeader = new Map(
  Object.entries(headers).flatMap(([column, words]) => words.map((word) => [word, column as Column] as const)),
);

/** Columns that name persons: they are never read. */
const personal = /姓名|联系人|负责人|管理员|身份证|手机|负责同志|责任人/;

export function columnOf(header: string): Column | 'personal' | undefined {
  const word = bareHeader(header);
  return columnByHeader.get(word) ?? (personal.test(word) ? 'personal' : undefined);
}

const systems: readonly [words: RegExp, crs: Crs][] = [
  [/gcj-?0?2|火星|高德|腾讯|gaode|amap/i, 'gcj02'],
  [/bd-?0?9|百度|baidu/i, 'bd09'],
  [/cgcs-?2000|国家2000|2000国家|天地图/i, 'cgcs2000'],
  [/wgs-?84|gps|4326/i, 'wgs84'],
];

/** The coordinate system that a word names: GCJ-02, 百度坐标, 经度（WGS84）. */
export function crsIn(text: string): Crs | undefined {
  return systems.find(([words]) => words.test(text))?.[1];
}

const states: readonly [words: RegExp, status: Site['status']][] = [
  [/暂停|停用|维修|改造|休整|suspended/, 'suspended'],
  [/关闭|撤销|注销|取消|已撤|closed/, 'closed'],
  [/筹建|在建|拟建|规划|建设中|待建|planned/, 'planned'],
  [/开放|正常|运行|运营|在用|建成|open/, 'open'],
];

export function statusIn(text: string): Site['status'] | undefined {
  // 未开放, 未建成 say the opposite.
  return /[未不没]/.test(text) ? undefined : states.find(([words]) => words.test(text))?.[1];
}
