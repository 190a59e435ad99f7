import { describe, expect, it } from 'vitest';
import type { Location } from '../model/site.js';
import { convertLocation, markerLinks, openLocationOf, routeLinks } from './index.js';

const name = '清河街道暖心家园,二楼;A座|样例&x=1';
const address = '示例市清河区解放路12号: 社区中心';
const at = (crs: Location['crs']): Location => ({ lng: 113.640123, lat: 34.724456, crs });
const source = 'webapp.example.sites';
const place = (crs: Location['crs']) => ({ name, address, location: at(crs) });
const six = (degrees: number) => String(Math.round(degrees * 1e6) / 1e6);
const inGcj02 = (crs: Location['crs']) => {
  const { lng, lat } = convertLocation(at(crs), 'gcj02');
  return [six(lng), six(lat)] as const;
};

/** Host, path and decoded parameters, as the map's server reads them. */
function read(link: string) {
  const { protocol, host, pathname, searchParams } = new URL(link);
  expect(protocol).toBe('https:');
  expect(link).toMatch(/^[\x21-\x7e]+$/);
  return { to: host + pathname, ...Object.fromEntries(searchParams) };
}

describe('marks a place', () => {
  it.each([
    ['gcj02', 'gaode', '113.640123,34.724456'],
    ['wgs84', 'wgs84', '113.640123,34.724456'],
    ['cgcs2000', 'wgs84', '113.640123,34.724456'],
    ['bd09', 'gaode', inGcj02('bd09').join()],
  ] as const)('on AMap, longitude first, a coordinate in %s as %s', (crs, coordinate, position) => {
    expect(read(markerLinks(place(crs), { source }).amap)).toEqual({
      to: 'uri.amap.com/marker',
      position,
      name,
      src: source,
      coordinate,
      callnative: '1',
    });
  });

  it.each([
    ['bd09', 'bd09ll', '34.724456,113.640123'],
    ['gcj02', 'gcj02', '34.724456,113.640123'],
    ['wgs84', 'gcj02', [...inGcj02('wgs84')].reverse().join()],
    ['cgcs2000', 'gcj02', [...inGcj02('wgs84')].reverse().join()],
  ] as const)('on Baidu, latitude first, a coordinate in %s as %s', (crs, type, location) => {
    expect(read(markerLinks(place(crs), { source }).baidu)).toEqual({
      to: 'api.map.baidu.com/marker',
      location,
      title: name,
      content: address,
      output: 'html',
      coord_type: type,
      src: source,
    });
  });

  it.each(['gcj02', 'wgs84', 'cgcs2000', 'bd09'] as const)('on Tencent, latitude first, a coordinate in %s as GCJ-02', (crs) => {
    const { marker, ...rest } = read(markerLinks(place(crs), { source }).tencent) as Record<string, string>;
    expect(rest).toEqual({ to: 'apis.map.qq.com/uri/v1/marker', referer: source });
    // Whoever takes it apart after decoding finds three fields, no more.
    const fields = marker!.split(';').map((field) => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1)]);
    expect(fields).toEqual([
      ['coord', [...inGcj02(crs)].reverse().join()],
      ['title', '清河街道暖心家园，二楼；A座｜样例&x=1'],
      ['addr', '示例市清河区解放路12号： 社区中心'],
    ]);
  });

  it('without an address', () => {
    const links = markerLinks({ name: '会员之家', location: at('gcj02') });
    expect(read(links.baidu)).toMatchObject({ content: '会员之家', src: 'webapp.fp-kit.sites' });
    expect(read(links.tencent)).toMatchObject({ marker: 'coord:34.724456,113.640123;title:会员之家' });
  });
});

describe('leads to a place', () => {
  const from = { name: '县医院,东门', location: { lng: 113.6, lat: 34.7, crs: 'gcj02' } as const };

  it.each([
    ['drive', 'car', 'driving', 'drive'],
    ['transit', 'bus', 'transit', 'bus'],
    ['walk', 'walk', 'walking', 'walk'],
    ['ride', 'ride', 'riding', 'bike'],
  ] as const)('by %s, from another', (mode, amap, baidu, tencent) => {
    const links = routeLinks(place('gcj02'), { source, mode, from });
    expect(read(links.amap)).toEqual({
      to: '113.640123,34.724456,清河街道暖心家园，二楼；A座｜样例&x=1',
      from: '113.6,34.7,县医院，东门',
      mode: amap,
      src: source,
      coordinate: 'gaode',
      callnative: '1',
    });
    expect(new URL(links.amap).pathname).toBe('/navigation');
    expect(read(links.baidu)).toEqual({
      to: 'api.map.baidu.com/direction',
      origin: 'latlng:34.7,113.6|name:县医院，东门',
      destination: 'latlng:34.724456,113.640123|name:清河街道暖心家园，二楼；A座｜样例&x=1',
      mode: baidu,
      region: '全国',
      output: 'html',
      coord_type: 'gcj02',
      src: source,
    });
    expect(read(links.tencent)).toEqual({
      to: name,
      type: tencent,
      from: '县医院,东门',
      fromcoord: '34.7,113.6',
      tocoord: '34.724456,113.640123',
      referer: source,
    });
    expect(new URL(links.tencent).pathname).toBe('/uri/v1/routeplan');
  });

  it('from where the person is; Baidu, which wants a beginning, marks the place', () => {
    const { amap, baidu, tencent } = routeLinks(place('gcj02'), { source });
    expect(read(amap)).not.toHaveProperty('from');
    expect(baidu).toBe(markerLinks(place('gcj02'), { source }).baidu);
    expect(read(tencent)).toMatchObject({ fromcoord: 'CurrentLocation' });
  });

  it('in one system from end to end', () => {
    const [lng, lat] = inGcj02('wgs84');
    const links = routeLinks(place('wgs84'), { from });
    expect(read(links.amap)).toMatchObject({ to: expect.stringContaining(`${lng},${lat},`) as string, coordinate: 'gaode' });
    expect(read(links.tencent)).toMatchObject({ tocoord: `${lat},${lng}` });
    const start = convertLocation(from.location, 'bd09');
    expect(read(routeLinks(place('bd09'), { from }).baidu)).toMatchObject({
      origin: `latlng:${six(start.lat)},${six(start.lng)}|name:县医院，东门`,
      destination: expect.stringContaining('latlng:34.724456,113.640123|') as string,
      coord_type: 'bd09ll',
    });
  });
});

it.each(['gcj02', 'wgs84', 'cgcs2000', 'bd09'] as const)('tells WeChat numbers in GCJ-02 of a coordinate in %s', (crs) => {
  const [lng, lat] = inGcj02(crs);
  expect(openLocationOf(place(crs))).toEqual({ latitude: Number(lat), longitude: Number(lng), name, address, scale: 16 });
  expect(openLocationOf(place(crs), 'https://example.org/1').infoUrl).toBe('https://example.org/1');
});

it('makes no link out of a coordinate whose system is not told', () => {
  const unknown = { name, location: { lng: 113.6, lat: 34.7 } as Location };
  for (const make of [markerLinks, routeLinks, openLocationOf] as ((place: typeof unknown) => unknown)[]) {
    expect(() => make(unknown)).toThrow(expect.objectContaining({ code: 'no-crs' }) as Error);
  }
});
