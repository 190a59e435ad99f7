import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSites } from '@fp-kit/sdk';
import { gb18030Of } from '../../testing/gb18030.js';
import { letters, xlsx } from '../../testing/xlsx.js';
import { importSites, type SiteFinding, type SiteFindingCode } from '../index.js';

const header = [
  '编号',
  '名称',
  '类型',
  '级别',
  '行政区划代码',
  '地址',
  '经度',
  '纬度',
  '坐标系',
  '开放时间',
  '电话',
  '服务内容',
  '状态',
  '安全检查日期',
];
const column = (name: string) => header.indexOf(name);
type Row = (string | number)[];

const goodRow = (number: number): Row => [
  `S${number}`,
  `样例${number}号暖心家园`,
  '暖心家园',
  '省级',
  '990101',
  `样例街道${number}号`,
  112.5 + number / 1000,
  28.1 + number / 1000,
  'GCJ-02',
  '周一至周五 9:00-17:00',
  '0999-5550101',
  '心理疏导、健康讲座',
  '正常开放',
  '2026-03-01',
];

const utf8 = (text: string) => new TextEncoder().encode(text);
const quoted = (value: string | number) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const csv = (rows: readonly Row[], separator = ',') => rows.map((row) => row.map(quoted).join(separator)).join('\r\n');

interface Fault {
  code: SiteFindingCode;
  /** Where it is planted, and where it is to be reported. */
  at: string;
  values: Partial<Record<string, string | number>>;
  /** Whether the row is left out for it. */
  isRow: boolean;
}

/** An 18-digit number as on an identity card of nobody: a region, a day of birth, the right check digit. */
const citizen = (() => {
  const body = '99010119900307123';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11]!;
})();

const faults: Fault[] = [
  { code: 'swapped', at: '经度', values: { 经度: 28.1, 纬度: 112.5 }, isRow: false },
  { code: 'outside', at: '经度', values: { 经度: 2.35, 纬度: 48.85 }, isRow: false },
  { code: 'outside', at: '经度', values: { 经度: 0, 纬度: 0 }, isRow: false },
  { code: 'sexagesimal', at: '经度', values: { 经度: '112°58′48″' }, isRow: false },
  { code: 'not-degrees', at: '纬度', values: { 纬度: '北纬三十度' }, isRow: false },
  { code: 'half-coordinate', at: '纬度', values: { 纬度: '' }, isRow: false },
  { code: 'no-crs', at: '坐标系', values: { 坐标系: '' }, isRow: false },
  { code: 'no-crs', at: '坐标系', values: { 坐标系: '地方坐标系' }, isRow: false },
  { code: 'personal-data', at: '电话', values: { 电话: '13900000000' }, isRow: false },
  { code: 'personal-data', at: '电话', values: { 电话: 13900000000 }, isRow: false },
  { code: 'personal-data', at: '地址', values: { 地址: `样例街道（张 139 0000 0000）` }, isRow: true },
  { code: 'personal-data', at: '名称', values: { 名称: `样例之家${citizen}` }, isRow: true },
  { code: 'personal-data', at: '服务内容', values: { 服务内容: `咨询、${citizen}` }, isRow: true },
  { code: 'empty', at: '名称', values: { 名称: '' }, isRow: true },
  { code: 'empty', at: '地址', values: { 地址: ' ' }, isRow: true },
  { code: 'empty', at: '类型', values: { 名称: '样例活动室', 类型: '' }, isRow: true },
  { code: 'type-from-name', at: '类型', values: { 类型: '' }, isRow: false },
  { code: 'free-type', at: '类型', values: { 类型: '健康小屋' }, isRow: false },
  { code: 'unknown-status', at: '状态', values: { 状态: '未知' }, isRow: false },
  { code: 'scientific', at: '行政区划代码', values: { 行政区划代码: '9.90101E+11' }, isRow: false },
  { code: 'invalid', at: '行政区划代码', values: { 行政区划代码: '99' }, isRow: false },
  { code: 'not-a-date', at: '安全检查日期', values: { 安全检查日期: '2026-02-30' }, isRow: false },
  { code: 'unread-hours', at: '开放时间', values: { 开放时间: '另行通知' }, isRow: false },
];

const titles: Row[][] = [[], [['样例省服务阵地一览表']], [['样例省服务阵地一览表'], ['填报单位：样例', '', '2026年3月'], []]];

describe('1 000 spreadsheets with planted faults', () => {
  it('reports each at its cell, and loses no good row', async () => {
    const sheet = fc.record({
      // What is planted in each row: nothing, a fault, or the row before once more.
      rows: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...faults), fc.constant('twin' as const)), {
        minLength: 1,
        maxLength: 25,
      }),
      above: fc.constantFrom(...titles),
      // Columns in any order.
      order: fc.shuffledSubarray(header, { minLength: header.length }),
      gaps: fc.boolean(),
      kind: fc.constantFrom('xlsx', 'csv', 'bom', 'sep=;', 'tabs'),
    });
    let planted = 0;
    await fc.assert(
      fc.asyncProperty(sheet, async ({ rows, above, order, gaps, kind }) => {
        const told = kind === 'sep=;' ? [['sep=']] : [];
        const table: Row[] = [...above, order];
        const expected: string[] = [];
        const taken: string[] = [];
        const freeTypes = new Set<string>();
        let before: Row | undefined;
        rows.forEach((fault, number) => {
          if (gaps && number % 3 === 1) table.push([]);
          const at = table.length + told.length + 1;
          const row = fault === 'twin' && before ? before : goodRow(number);
          const changed = [...row];
          if (fault && fault !== 'twin') {
            for (const [name, value] of Object.entries(fault.values)) changed[column(name)] = value!;
            const isRepeated = fault.code === 'free-type' && freeTypes.has(String(fault.values['类型']));
            if (fault.code === 'free-type') freeTypes.add(String(fault.values['类型']));
            if (!isRepeated) expected.push(`${fault.code} ${letters(order.indexOf(fault.at))}${at}`);
            if (!isRepeated) planted++;
            if (!fault.isRow) taken.push(String(changed[column('名称')]));
          } else if (fault === 'twin' && before) {
            expected.push(`duplicate ${letters(order.indexOf('名称'))}${at}`);
            planted++;
          } else {
            taken.push(String(changed[column('名称')]));
            before = row;
          }
          table.push(order.map((name) => changed[column(name)]!));
        });
        const separators = { csv: ',', bom: ',', 'sep=;': ';', tabs: '\t' } as const;
        const bytes =
          kind === 'xlsx'
            ? xlsx(table)
            : utf8(
                `${kind === 'bom' ? '\ufeff' : ''}${kind === 'sep=;' ? 'sep=;\r\n' : ''}${table.map((row) => csv([row], separators[kind]).replaceAll(/,(?=$)/g, '')).join('\r\n')}`,
              );
        const { sites, findings, rows: count } = await importSites(bytes);
        expect(findings.map(({ code, column, row }) => `${code} ${column}${row}`).sort()).toEqual(expected.sort());
        expect(sites.map(({ name }) => name)).toEqual(taken);
        expect(count).toBe(rows.length);
        // What comes out is a sites file, and no message repeats a number of a person.
        parseSites({ sites });
        expect(JSON.stringify([sites, findings])).not.toMatch(new RegExp(`${citizen}|1390{8}|139 0000`));
      }),
      { seed: 6, numRuns: 1000 },
    );
    expect(planted).toBeGreaterThan(2500);
  }, 120_000);
});

const places = ({ findings }: { findings: SiteFinding[] }) => findings.map(({ code, row, column }) => `${code} ${column ?? ''}${row}`);

describe('a table', () => {
  it('is read whole', async () => {
    const { sites, findings, rows, format } = await importSites(xlsx([header, goodRow(1)]));
    expect([findings, rows, format]).toEqual([[], 1, 'xlsx']);
    expect(sites).toEqual([
      {
        id: 'S1',
        type: 'warm-home',
        name: '样例1号暖心家园',
        grade: '省级',
        region: '990101',
        address: '样例街道1号',
        location: { lng: 112.501, lat: 28.101, crs: 'gcj02' },
        openingHours: '周一至周五 9:00-17:00',
        phone: '0999-5550101',
        services: ['心理疏导', '健康讲座'],
        status: 'open',
        inspectedOn: '2026-03-01',
      },
    ]);
  });

  it('in GB18030, with semicolons, quotes, line ends in a cell and formulas that keep a nought', async () => {
    const text = '名称;地址;类型;电话;服务内容\r\n"样例""一""家";"样例街道;1号";心灵驿站;="0999-5550101";"咨询\n讲座"\r\n';
    const { sites, findings, format } = await importSites(gb18030Of(text));
    expect([findings, format]).toEqual([[], 'csv']);
    expect(sites[0]).toMatchObject({ name: '样例"一"家', address: '样例街道;1号', phone: '0999-5550101', services: ['咨询', '讲座'] });
    expect(sites[0]!.id).toMatch(/^s[0-9a-z]{10,}$/);
  });

  it('says which columns it does not read, and never reads those of persons', async () => {
    const result = await importSites(
      utf8('序号,名称,地址,类型,联系人,备注,电话,联系电话\n1,甲,样例街道,会员之家,某某,略,0999-5550101,0999-5550102'),
    );
    expect(places(result)).toEqual(['personal-column E1', 'not-read F1', 'not-read H1']);
    expect(JSON.stringify(result.sites)).not.toMatch(/某某|略|0102/);
  });

  it('takes the system of coordinates from a column, a header or the caller, and from nowhere else', async () => {
    const table = (title: string) => utf8(`名称,地址,类型,${title},纬度\n甲,样例街道,会员之家,112.5,28.1`);
    expect(places(await importSites(table('经度')))).toEqual(['no-crs D2']);
    expect((await importSites(table('经度（百度）'))).sites[0]!.location!.crs).toBe('bd09');
    expect((await importSites(table('经度'), { crs: 'cgcs2000' })).sites[0]!.location).toEqual({ lng: 112.5, lat: 28.1, crs: 'cgcs2000' });
    const pair = utf8('名称,地址,类型,经纬度,坐标系\n甲,样例街道,会员之家,"112.5,28.1",WGS84\n乙,样例街道,会员之家,无,WGS84');
    const read = await importSites(pair);
    expect(read.sites.map(({ location }) => location)).toEqual([{ lng: 112.5, lat: 28.1, crs: 'wgs84' }, undefined]);
    expect(places(read)).toEqual(['not-degrees D3']);
  });

  it.each([
    ['112.98', 112.98],
    ['112°58′48″', 112.98],
    ['东经112度58分48秒', 112.98],
    [`E112°58'48"`, 112.98],
    ['112°58.8′', 112.98],
    ['１１２．９８', 112.98],
  ])('reads %s as degrees', async (text, lng) => {
    const table = xlsx([
      ['名称', '地址', '类型', '经度', '纬度'],
      ['甲', '样例街道', '会员之家', text, 28.1],
    ]);
    expect((await importSites(table, { crs: 'wgs84' })).sites[0]!.location!.lng).toBeCloseTo(lng, 6);
  });

  it('gives the same site the same id in every import, wherever it stands', async () => {
    const rows = [
      ['甲', '样例街道', '会员之家'],
      ['乙', '样例街道', '会员之家'],
    ];
    const idsOf = async (order: Row[]) =>
      (await importSites(xlsx([['名称', '地址', '类型'], ...order]))).sites.map(({ name, id }) => `${name} ${id}`);
    expect((await idsOf(rows)).sort()).toEqual((await idsOf([...rows].reverse())).sort());
  });

  it('reads the days that Excel keeps as numbers', async () => {
    const { sites } = await importSites(
      xlsx([
        ['名称', '地址', '类型', '检查日期'],
        ['甲', '样例街道', '会员之家', 46082],
      ]),
    );
    expect(sites[0]!.inspectedOn).toBe('2026-03-01');
  });

  it('without a header is an error, and no site', async () => {
    expect(places(await importSites(utf8('甲,样例街道\n乙,样例街道')))).toEqual(['no-header 1']);
  });
});

describe('GeoJSON', () => {
  const feature = (properties: Record<string, unknown>, coordinates: unknown = [112.5, 28.1]) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates },
  });

  it('is WGS 84 unless it says otherwise; features are counted from 1', async () => {
    const file = {
      type: 'FeatureCollection',
      features: [
        feature({ 名称: '甲', 地址: '样例街道1号', 类型: '心灵驿站', 服务内容: ['咨询', '讲座'] }),
        feature({ 名称: '乙', 地址: '样例街道2号', 类型: '心灵驿站', 坐标系: 'GCJ02' }),
        feature({ 名称: '', 地址: '样例街道3号', 类型: '心灵驿站' }),
        feature({ 名称: '丁', 地址: '样例街道4号', 类型: '心灵驿站' }, [28.1, 112.5]),
      ],
    };
    const result = await importSites(utf8(JSON.stringify(file)));
    expect(result.format).toBe('geojson');
    expect(result.sites.map(({ name, location }) => [name, location])).toEqual([
      ['甲', { lng: 112.5, lat: 28.1, crs: 'wgs84' }],
      ['乙', { lng: 112.5, lat: 28.1, crs: 'gcj02' }],
      ['丁', { lng: 112.5, lat: 28.1, crs: 'wgs84' }],
    ]);
    expect(result.sites[0]!.services).toEqual(['咨询', '讲座']);
    expect(places(result)).toEqual(['empty 名称3', 'swapped lng4']);
  });
});

it('HSDS: a site for each place at which a service is given', async () => {
  const service = {
    id: 'ac148810-d857-441c-9679-408f346de14b',
    name: '清河暖心家园',
    status: 'active',
    service_at_locations: [
      {
        id: 'e94c9f38-1e8f-4564-91d4-d53501ab1765',
        location: {
          id: 'a41339ed-8c44-41f0-9c61-0b1a0c2d5a0b',
          latitude: 28.1,
          longitude: 112.5,
          addresses: [{ city: '样例市', address_1: '样例街道1号' }],
          phones: [{ number: '0999-5550101' }],
        },
        schedules: [{ byday: 'MO,TU,WE', opens_at: '09:00', closes_at: '17:00', freq: 'WEEKLY' }],
      },
    ],
  };
  for (const data of [service, [service], { contents: [service] }]) {
    const { sites, format } = await importSites(utf8(JSON.stringify(data)));
    expect(format).toBe('hsds');
    expect(sites).toEqual([
      {
        id: 'e94c9f38-1e8f-4564-91d4-d53501ab1765',
        type: 'warm-home',
        name: '清河暖心家园',
        address: '样例市样例街道1号',
        location: { lng: 112.5, lat: 28.1, crs: 'wgs84' },
        openingHours: 'Mo,Tu,We 09:00-17:00',
        phone: '0999-5550101',
        services: [],
        status: 'open',
      },
    ]);
  }
});

describe('what is no table of sites', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'empty-document'],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'old-spreadsheet'],
    ['half a workbook', xlsx([header]).subarray(0, 300), 'truncated-document'],
    ['other JSON', utf8('{"tasks": []}'), 'no-sites'],
    ['half of JSON', utf8('{"type": "FeatureCollection",'), 'truncated-document'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3), 'binary-document'],
  ])('%s is said to be that', async (_, bytes, code) => {
    await expect(importSites(bytes)).rejects.toMatchObject({ code });
  });

  it('a workbook that unpacks without end is not unpacked', async () => {
    await expect(importSites(xlsx([['名称', 'a'.repeat(20_000_000)]]))).rejects.toMatchObject({ code: 'zip-bomb' });
  });
});
