import type { Location } from '../model/site.js';
import { convertLocation } from './crs.js';

/** What a map is told of a place. */
export interface LinkedPlace {
  name: string;
  address?: string | undefined;
  location: Location;
}

/** Addresses of one place on the maps that people have. All are https: schemes of apps are blocked inside WeChat. */
export interface MapLinks {
  amap: string;
  baidu: string;
  tencent: string;
}

/** How a route is travelled. */
export type TravelMode = 'drive' | 'transit' | 'walk' | 'ride';

/** How the maps are addressed. */
export interface MapLinkOptions {
  /** Who links: the name of the page's application; Baidu wants `webapp.organisation.application`, Tencent the key of the page. */
  source?: string;
}

/** How a route is asked for. */
export interface RouteLinkOptions extends MapLinkOptions {
  /** `drive` unless told. */
  mode?: TravelMode;
  /** Where it begins; where the person is unless told. */
  from?: LinkedPlace;
}

const defaultSource = 'webapp.fp-kit.sites';

/**
 * Links that mark a place. The system of the coordinate is stated, never undone: WGS 84 stays WGS 84 for AMap, GCJ-02 stays GCJ-02 for all.
 *
 * - AMap: position `lng,lat`, https://lbs.amap.com/api/uri-api/guide/mobile-web/point
 * - Baidu: location `lat,lng`, https://lbsyun.baidu.com/faq/api?title=webapi/uri/web
 * - Tencent: coord `lat,lng` in GCJ-02 alone, https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker
 *
 * @throws {PlaceError} `no-crs` for a location without a known system.
 */
export function markerLinks(place: LinkedPlace, { source = defaultSource }: MapLinkOptions = {}): MapLinks {
  const { name, address, location } = place;
  const [forAmap, forBaidu, forTencent] = systemsOf(location);
  const parts = [`coord:${latLng(forTencent)}`, `title:${escaped(whole(name))}`, ...(address ? [`addr:${escaped(whole(address))}`] : [])];
  return {
    amap: link('https://uri.amap.com/marker', {
      position: lngLat(forAmap),
      name: escaped(name),
      src: escaped(source),
      coordinate: forAmap.crs === 'gcj02' ? 'gaode' : 'wgs84',
      callnative: '1',
    }),
    baidu: link('https://api.map.baidu.com/marker', {
      location: latLng(forBaidu),
      title: escaped(name),
      content: escaped(address ?? name),
      output: 'html',
      coord_type: forBaidu.crs === 'bd09' ? 'bd09ll' : 'gcj02',
      src: escaped(source),
    }),
    tencent: link('https://apis.map.qq.com/uri/v1/marker', {
      marker: parts.join(';'),
      referer: escaped(source),
    }),
  };
}

const amapModes: Record<TravelMode, string> = { drive: 'car', transit: 'bus', walk: 'walk', ride: 'ride' };
const baiduModes: Record<TravelMode, string> = { drive: 'driving', transit: 'transit', walk: 'walking', ride: 'riding' };
const tencentModes: Record<TravelMode, string> = { drive: 'drive', transit: 'bus', walk: 'walk', ride: 'bike' };

/**
 * Links to the way there. AMap and Tencent begin where the person is unless `from` says otherwise; Baidu wants a beginning, so without one its
 * link marks the place, from where the way is one tap.
 *
 * @throws {PlaceError} as `markerLinks` does.
 */
export function routeLinks(place: LinkedPlace, options: RouteLinkOptions = {}): MapLinks {
  const { source = defaultSource, mode = 'drive', from } = options;
  // Of a route AMap documents GCJ-02 alone.
  const to = gcj02(place.location);
  const start = from && gcj02(from.location);
  const [, forBaidu] = systemsOf(place.location);
  const startForBaidu = from && (forBaidu.crs === 'bd09' ? convertLocation(from.location, 'bd09') : start);
  return {
    amap: link('https://uri.amap.com/navigation', {
      ...(from && start && { from: `${lngLat(start)},${escaped(whole(from.name))}` }),
      to: `${lngLat(to)},${escaped(whole(place.name))}`,
      mode: amapModes[mode],
      src: escaped(source),
      coordinate: 'gaode',
      callnative: '1',
    }),
    baidu:
      from && startForBaidu
        ? link('https://api.map.baidu.com/direction', {
            origin: escaped(`latlng:${latLng(startForBaidu)}|name:${whole(from.name)}`),
            destination: escaped(`latlng:${latLng(forBaidu)}|name:${whole(place.name)}`),
            mode: baiduModes[mode],
            // Which city to look in; the positions say it better, but a value is required.
            region: escaped('全国'),
            output: 'html',
            coord_type: forBaidu.crs === 'bd09' ? 'bd09ll' : 'gcj02',
            src: escaped(source),
          })
        : markerLinks(place, options).baidu,
    tencent: link('https://apis.map.qq.com/uri/v1/routeplan', {
      type: tencentModes[mode],
      ...(from && { from: escaped(from.name) }),
      fromcoord: start ? latLng(start) : 'CurrentLocation',
      to: escaped(place.name),
      tocoord: latLng(to),
      referer: escaped(source),
    }),
  };
}

/** What `wx.openLocation` takes: numbers, in GCJ-02. */
export interface OpenLocation {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
  /** 1 to 28; the nearest if left out by the page. */
  scale: number;
  infoUrl?: string;
}

/**
 * The argument for `wx.openLocation` of WeChat's JS-SDK, which shows a place in WeChat's own map.
 *
 * @param infoUrl address shown below the map.
 * @throws {PlaceError} as `markerLinks` does.
 */
export function openLocationOf({ name, address, location }: LinkedPlace, infoUrl?: string): OpenLocation {
  const { lng, lat } = gcj02(location);
  return { latitude: rounded(lat), longitude: rounded(lng), name, address: address ?? '', scale: 16, ...(infoUrl && { infoUrl }) };
}

/** The systems in which each map is told of a place: as it was measured where the map knows that, else GCJ-02. */
function systemsOf(location: Location): [amap: Location, baidu: Location, tencent: Location] {
  const shifted = gcj02(location);
  const isSatellite = location.crs === 'wgs84' || location.crs === 'cgcs2000';
  return [isSatellite ? location : shifted, location.crs === 'bd09' ? location : shifted, shifted];
}

const gcj02 = (location: Location): Location => convertLocation(location, 'gcj02');

/** A tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const lngLat = ({ lng, lat }: Location): string => `${rounded(lng)},${rounded(lat)}`;
const latLng = ({ lng, lat }: Location): string => `${rounded(lat)},${rounded(lng)}`;

const escaped = encodeURIComponent;

const wide: Record<string, string> = { ';': '；', ',': '，', ':': '：', '|': '｜' };
/** A name in one piece: what separates fields in it stands in its full width, since some maps take addresses apart after decoding them. */
const whole = (name: string): string => name.replace(/[;,:|]/g, (character) => wide[character]!);

/** Values come escaped: a comma between two numbers stays one. */
function link(address: string, parameters: Record<string, string>): string {
  return `${address}?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;
}
