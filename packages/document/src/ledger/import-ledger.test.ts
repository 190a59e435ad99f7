import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerEntry, parseLedger, type Region, renderLedgerCsv, streamLedgerCsv } from '@fp-kit/sdk';
import { entryId, sampleEntry, samplePlan } from '../../../sdk/testing/sample.js';
import { gb18030Of } from '../../testing/gb18030.js';
import { type Formatted, letters, xlsx } from '../../testing/xlsx.js';
import { importLedger, type ImportLedgerOptions, type LedgerFindingCode, writeLedgerXlsx } from '../index.js';

const now = '2026-07-01T09:00:00+08:00';
const regions: Region[] = [
  { code: '990000', name: '样例省', level: 'province' },
  { code: '990100', name: '样例市', level: 'city' },
  { code: '990200', name: '清河市', level: 'city' },
  { code: '990300', name: '同名市', level: 'city' },
  { code: '990400', name: '同名市', level: 'city' },
];
const plan = samplePlan();
const utf8 = (text: string) => new TextEncoder().encode(text);

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const read = (bytes: Uint8Array, options: Partial<ImportLedgerOptions> = {}) => importLedger(bytes, plan, { now, regions, ...options });

type Cell = string | number | Formatted;
const header = ['任务', '举措', '量化目标', '行政区划代码', '状态', '数值', '单位', '数据截至', '报送单位'];
const good: Record<string, Cell> = {
  任务: '1.1',
  举措: '1.1.1',
  量化目标: 'homes',
  行政区划代码: '990100',
  数值: 3,
  数据截至: '2026-06-01',
  报送单位: '样例市计生协',
};
/** A workbook of rows that are good but for what is told of each. */
function table(...changes: Record<string, Cell>[]): Uint8Array {
  const columns = [...new Set([...header, ...changes.flatMap((change) => Object.keys(change))])];
  return xlsx([columns, ...changes.map((change) => columns.map((column) => ({ ...good, ...change })[column] ?? ''))]);
}
const found = ({ findings }: Awaited<ReturnType<typeof importLedger>>) =>
  findings.map(({ code, row, header: at }) => [code, row, at ?? '']);

describe('what was exported', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(
          '=1+1',
          "'=1",
          '\t@a',
          '-',
          '+',
          '"',
          '_x0041_',
          ',',
          ';;;;',
          '|',
          '\n',
          '\r\n',
          '="1.1"',
          '&amp;',
          '<b>',
          '台账',
          'sep=;',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join('').trim())
    .filter((one) => one !== '');
  const figure = fc.oneof(
    fc.integer({ min: -5, max: 5_000_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(15)) + 0),
  );
  const subject = fc.constantFrom<Partial<LedgerEntry>>(
    { taskId: '1.1' },
    { taskId: '1.1', actionId: '1.1.1' },
    { taskId: '1.1', actionId: '1.1.1', targetId: 'homes' },
    { taskId: '1.1', targetId: 'rate' },
    { taskId: '1.2', actionId: '1.2.1' },
  );
  const evidence = fc.record({
    title: text.map((title) => title.replace(/[\r\n]+/g, ' ').trim()).filter((title) => title !== ''),
    href: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  });
  const optional = { value: figure, status: fc.constantFrom('inProgress', 'done', 'stopped'), note: text } as const;
  const said = fc.record(
    { ...optional, region: fc.constantFrom('990100', '990200', '990102', '990102001000'), denominator: fc.integer({ min: 1, max: 900 }) },
    { requiredKeys: [] },
  );
  const ledger = fc
    .array(
      fc.record({
        subject,
        said,
        evidence: fc.array(evidence, { maxLength: 2 }),
        reporter: text,
        asOf: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }),
        recordedAt: fc.constantFrom('2026-06-02T09:00:00+08:00', '2026-06-02T01:00:00.123Z', '2026-06-02T01:00:00Z'),
        corrects: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map((row, at): LedgerEntry => ({
        ...sampleEntry(at + 1, row.subject),
        ...row.said,
        ...(row.said.denominator === undefined ? {} : { numerator: at }),
        evidence: row.evidence,
        reporter: row.reporter,
        asOf: row.asOf.toISOString().slice(0, 10),
        recordedAt: row.recordedAt,
        ...(row.corrects && at > 0 ? { supersedes: entryId(at) } : {}),
      })),
    )
    // What the model itself refuses (a citizen's number by chance) is in no ledger.
    .filter((entries) => {
      try {
        return parseLedger({ entries }).entries.length === entries.length;
      } catch {
        return false;
      }
    });

  test('comes back the same, from CSV and from a workbook, in whatever order its rows stand', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.constantFrom('csv', 'stream', 'xlsx'), fc.boolean(), async (entries, kind, isReversed) => {
        const rows = isReversed ? [...entries].reverse() : entries;
        let lines = '';
        if (kind === 'stream') for await (const line of streamLedgerCsv(plan, rows, { regions })) lines += line;
        const bytes =
          kind === 'xlsx' ? await whole(writeLedgerXlsx(plan, rows, { regions })) : utf8(lines || renderLedgerCsv(plan, rows, { regions }));
        const result = await read(bytes, { recorded: () => Promise.resolve([]) });
        expect(result.findings).toEqual([]);
        const byId = (a: LedgerEntry, b: LedgerEntry) => (a.id < b.id ? -1 : 1);
        expect(result.entries.map(({ entry }) => entry).sort(byId)).toEqual(entries);
        // No correction comes before what it corrects.
        const seen = new Set<string>();
        for (const { entry } of result.entries) {
          if (entry.supersedes !== undefined) expect(seen).toContain(entry.supersedes);
          seen.add(entry.id);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('and is known again by the ledger, whatever a spreadsheet shows differently', async () => {
    const entry = sampleEntry(1, {
      value: 0.1 + 0.2,
      note: ' 甲 ',
      evidence: [{ title: '一\n二', href: 'https://example.org/a b' }],
      supersedes: entryId(7),
    });
    const bytes = await whole(writeLedgerXlsx(plan, [entry], { regions }));
    const result = await read(bytes, { recorded: () => Promise.resolve([entry]) });
    expect(result).toMatchObject({ findings: [], entries: [{ entry, isRecorded: true, row: 2 }] });
  });
});

describe('a row without an id', () => {
  const row = { 说明: '新建', 佐证: '通知 https://example.org/a' };

  test('has one of its contents: the same in every import, another where it says something else', async () => {
    const idOf = async (...changes: Record<string, Cell>[]) => (await read(table(...changes))).entries.map(({ entry }) => entry.id);
    const [id] = await idOf(row);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    // The first 48 bits of a UUIDv7 are its time.
    expect(parseInt(id!.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-06-01T00:00:00+08:00'));
    expect(await idOf({ 数值: 9, 数据截至: '2026-05-01' }, row)).toContain(id);
    for (const change of [{ 数值: 4 }, { 说明: '' }, { 行政区划代码: '990200' }, { 报送单位: '别的' }]) {
      expect(await idOf({ ...row, ...change })).not.toContain(id);
    }
  });

  test('was recorded now, and keeps the time at which the ledger has it', async () => {
    const first = (await read(table(row))).entries[0]!.entry;
    expect(first.recordedAt).toBe(now);
    const later = await read(table(row), { now: '2026-08-01T00:00:00+08:00', recorded: () => Promise.resolve([first]) });
    expect(later.entries).toEqual([{ entry: first, row: 2, isRecorded: true }]);
  });

  test('and without a unit is of who imports', async () => {
    expect((await read(table({ 报送单位: '' }), { reporter: '样例市计生协' })).entries[0]!.entry.reporter).toBe('样例市计生协');
    expect(found(await read(table({ 报送单位: '' })))).toEqual([['empty', 2, '报送单位']]);
  });
});

describe('what clerks write', () => {
  const taken = async (change: Record<string, Cell>) => {
    const { entries, findings } = await read(table(change));
    return { entry: entries[0]?.entry, codes: findings.map(({ code }) => code) };
  };

  test.each<[Cell, number]>([
    ['３５０', 350],
    ['1,234', 1234],
    ['1，234.5', 1234.5],
    ['0.12万', 1200],
    ['1.1万', 11_000],
    ['350万个', 3_500_000],
    ['12个', 12],
    [' 7 ', 7],
    ['−2', -2],
    [0, 0],
    [{ number: 1200, format: '#,##0' }, 1200],
  ])('%j is a number', async (cell, value) => {
    expect(await taken({ 数值: cell })).toMatchObject({ entry: { value }, codes: [] });
  });

  test.each<[Cell, string, number]>([
    ['95%', '%', 95],
    ['９５％', '', 95],
    [{ number: 0.953, format: '0.0%' }, '', 95.3],
    [95, '％', 95],
  ])('%j of a rate is a share', async (cell, unit, value) => {
    expect(await taken({ 举措: '1.1.3', 量化目标: 'rate', 数值: cell, 单位: unit })).toMatchObject({ entry: { value }, codes: [] });
  });

  test('a column of 万 is written out, and half a per cent is doubted', async () => {
    expect(await taken({ 数值: '1.5', 单位: '万个' })).toMatchObject({ entry: { value: 15_000 }, codes: ['unit-scaled'] });
    expect(await taken({ 举措: '1.1.3', 量化目标: 'rate', 数值: 0.95 })).toMatchObject({ entry: { value: 0.95 }, codes: ['share'] });
  });

  test.each<[Cell]>([
    ['2026-06-03'],
    ['2026/6/3'],
    ['2026.6.3'],
    ['2026年6月3日'],
    ['20260603'],
    ['２０２６-０６-０３'],
    ['2026-06-03 00:00:00'],
    [46176],
    [{ number: 46176, format: 'yyyy"年"m"月"d"日"' }],
    [{ number: 46176.5, format: '[$-804]yyyy/m/d h:mm' }],
  ])('%j is a day', async (cell) => {
    expect(await taken({ 数据截至: cell })).toMatchObject({ entry: { asOf: '2026-06-03' }, codes: [] });
  });

  test('a workbook that counts from 1904', async () => {
    const rows = [
      header,
      header.map((column) => (column === '数据截至' ? { number: 46176 - 1462, format: 'yyyy-mm-dd' } : (good[column] ?? ''))),
    ];
    expect((await read(xlsx(rows, { countsFrom1904: true }))).entries[0]!.entry.asOf).toBe('2026-06-03');
  });

  test.each<[Cell, LedgerEntry['status']]>([
    ['推进中', 'inProgress'],
    ['完成', 'done'],
    ['Done', 'done'],
    ['已取消', 'stopped'],
  ])('%s is a status', async (cell, status) => {
    expect(await taken({ 状态: cell })).toMatchObject({ entry: { status }, codes: [] });
  });

  test('names where ids are not known, and the target alone', async () => {
    const named = { 任务: '建设阵地', 举措: '', 量化目标: '', 行政区划代码: '', 目标名称: '暖心家园', 地区: '清河市' };
    expect((await taken(named)).entry).toMatchObject({ taskId: '1.1', targetId: 'homes', region: '990200', value: 3 });
    expect((await taken({ ...named, 任务: '' })).entry).toMatchObject({ taskId: '1.1', actionId: '1.1.1', targetId: 'homes' });
    expect((await taken({ 行政区划代码: '', 地区: plan.issuer.name })).entry).not.toHaveProperty('region');
  });

  test('links with and without a title; what is none is told', async () => {
    const links = '通知：https://example.org/a\nhttps://example.org/b\n见附件';
    const { entry, codes } = await taken({ 佐证: links });
    expect(entry!.evidence).toEqual([
      { title: '通知', href: 'https://example.org/a' },
      { title: 'https://example.org/b', href: 'https://example.org/b' },
    ]);
    expect(codes).toEqual(['no-link']);
  });

  test('titles merged above the header, columns in another order, semicolons, GB18030, sep=', async () => {
    const shuffled = [...header].reverse();
    const row = shuffled.map((column) => good[column] ?? '');
    const titled = xlsx([['样例省台账'], ['填报单位：样例市', '', '2026年6月'], [], shuffled, row], { merged: ['A1:I1'] });
    const lines = [['样例省台账'], shuffled, row.map(String)].map((cells) => cells.join(';')).join('\r\n');
    const expected = (await read(table({}))).entries[0]!.entry;
    for (const bytes of [titled, utf8(lines), utf8(`\ufeffsep=;\r\n${lines}`), gb18030Of(lines), utf8(lines.replaceAll(';', '\t'))]) {
      const { entries, findings } = await read(bytes);
      expect(findings).toEqual([]);
      expect(entries.map(({ entry }) => entry)).toEqual([expected]);
    }
  });
});

describe('what cannot be taken is told at its cell', () => {
  test.each<[LedgerFindingCode, Record<string, Cell>, string]>([
    ['unknown-task', { 任务: '9.9' }, '任务'],
    ['unknown-action', { 举措: '1.2.1' }, '举措'],
    ['unknown-target', { 量化目标: 'bases' }, '量化目标'],
    ['other-name', { 任务名称: '加强宣传' }, '任务'],
    ['empty', { 任务: '', 举措: '', 量化目标: '' }, '任务'],
    ['unknown-region', { 行政区划代码: '990900' }, '行政区划代码'],
    ['unknown-region', { 行政区划代码: '99010' }, '行政区划代码'],
    ['unknown-region', { 行政区划代码: '', 地区: '乌有市' }, '地区'],
    ['ambiguous', { 行政区划代码: '', 地区: '同名市' }, '地区'],
    ['other-name', { 地区: '清河市' }, '行政区划代码'],
    ['shortened', { 行政区划代码: '9.90102E+11' }, '行政区划代码'],
    ['unknown-status', { 状态: '滞后' }, '状态'],
    ['not-a-number', { 数值: '十二' }, '数值'],
    ['not-a-number', { 数值: '3-5个' }, '数值'],
    ['not-a-number', { 数值: '#N/A' }, '数值'],
    ['not-a-number', { 分子: '19/20', 分母: 20 }, '分子'],
    ['shortened', { 数值: '1.23457E+11' }, '数值'],
    ['unit', { 数值: '12场' }, '数值'],
    ['unit', { 单位: '户' }, '单位'],
    ['unit', { 数值: '350万', 单位: '万个' }, '单位'],
    ['half-rate', { 分子: 3, 分母: '' }, '分母'],
    ['invalid', { 分子: 3, 分母: 0 }, '分母'],
    ['empty', { 数据截至: '' }, '数据截至'],
    ['not-a-date', { 数据截至: '6月1日' }, '数据截至'],
    ['not-a-date', { 数据截至: '2026-02-30' }, '数据截至'],
    ['future', { 数据截至: '2026-07-02' }, '数据截至'],
    ['not-a-time', { 记录时间: '昨天' }, '记录时间'],
    ['not-an-id', { 台账编号: '12' }, '台账编号'],
    ['not-an-id', { 更正: '第3行' }, '更正'],
    ['nothing-to-correct', { 更正: entryId(99) }, '更正'],
    ['personal-data', { 说明: '联系 139 0000 0000' }, '说明'],
    ['personal-data', { 报送单位: '样例 11010119900307123X' }, '报送单位'],
    ['nothing-said', { 数值: '' }, '数值'],
    ['no-text', { 说明: '一_x0000_二' }, '说明'],
    ['no-text', { 报送单位: '_xD83D_市' }, '报送单位'],
    ['not-a-date', { 数据截至: '0000-01-01' }, '数据截至'],
    ['not-a-time', { 记录时间: '0000-01-01T00:00:00Z' }, '记录时间'],
  ])('%s: %j', async (code, change, at) => {
    const bytes = table({ 数据截至: '2026-05-01' }, change, {});
    const { entries, findings } = await read(bytes, { recorded: () => Promise.resolve([]) });
    expect(findings).toMatchObject([{ code, row: 3, header: at }]);
    expect(findings[0]!.column).toBe(letters([...new Set([...header, ...Object.keys(change)])].indexOf(at)));
    // The rows around it are taken.
    expect(entries.map(({ row }) => row)).toEqual([2, 4]);
    for (const lang of ['zh-CN', 'en'] as const) {
      const said = JSON.stringify((await read(bytes, { lang, recorded: () => Promise.resolve([]) })).findings);
      expect(said).not.toMatch(/\{\d\}|undefined|139 ?0000|1990/);
    }
  });

  test('all that is wrong with a row at once', async () => {
    const change = { 任务: '9.9', 行政区划代码: '12', 状态: '滞后', 数值: '约3', 数据截至: '10月31日', 台账编号: '1', 报送单位: '' };
    const columns = ['台账编号', '任务', '行政区划代码', '状态', '数值', '数据截至', '报送单位'];
    expect(found(await read(table(change))).map(([, , at]) => at)).toEqual(columns);
  });

  test('rows that say the same count once, and rows against each other are told', async () => {
    expect(found(await read(table({}, {}, { 数值: 4 }, { 说明: '补充' })))).toEqual([
      ['duplicate', 3, '任务'],
      ['contradiction', 4, '任务'],
    ]);
    const id = entryId(1);
    const result = await read(table({ 台账编号: id }, { 台账编号: id }, { 台账编号: id, 数值: 4 }));
    expect(found(result)).toEqual([
      ['duplicate', 3, '台账编号'],
      ['id-taken', 4, '台账编号'],
    ]);
    expect(result.entries).toHaveLength(1);
  });

  test('corrections of what was corrected, by the ledger or by the row before', async () => {
    const [old, correction, other] = [
      sampleEntry(1, { value: 1 }),
      sampleEntry(2, { value: 2, supersedes: entryId(1) }),
      sampleEntry(3, {}),
    ];
    const recorded = (ids: readonly string[]) =>
      Promise.resolve([old, correction, other].filter(({ id, supersedes = '' }) => ids.includes(id) || ids.includes(supersedes)));
    const result = await read(table({ 更正: old.id }, { 更正: other.id }, { 更正: other.id, 数值: 5 }, { 台账编号: old.id }), { recorded });
    expect(found(result)).toEqual([
      ['corrected-before', 2, '更正'],
      ['corrected-twice', 4, '更正'],
      ['id-taken', 5, '台账编号'],
    ]);
    expect(result.findings[0]!.message).toContain(correction.id);
    // Two that correct each other correct nothing.
    const ring = table({ 台账编号: entryId(5), 更正: entryId(6) }, { 台账编号: entryId(6), 更正: entryId(5) });
    expect((await read(ring, { recorded })).entries).toEqual([]);
  });

  test('what lies outside of the region of who imports', async () => {
    const mayReport = (region: string | undefined) => region === '990100';
    const abroad = sampleEntry(1, { region: '990200', value: 1 });
    const options = { mayReport, recorded: () => Promise.resolve([abroad]) };
    expect(found(await read(table({}, { 行政区划代码: '990200' }, { 更正: abroad.id }, { 行政区划代码: '' }), options))).toEqual([
      ['not-in-region', 3, '行政区划代码'],
      ['not-in-region', 4, '更正'],
      ['not-in-region', 5, '行政区划代码'],
    ]);
  });

  test('columns of persons, unknown columns, a figure without a target, a day of another year, a title that has changed', async () => {
    const change = { 填报人: '某某', 序号: 1, 天气: '晴', 举措: '', 量化目标: '', 数据截至: '2025-06-01', 任务名称: '旧题' };
    const result = await read(table(change));
    expect(found(result)).toEqual([
      ['personal-column', 1, '填报人'],
      ['not-read', 1, '天气'],
      ['name-differs', 2, '任务名称'],
      ['no-target', 2, '数值'],
      ['outside-period', 2, '数据截至'],
    ]);
    expect(result.entries).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain('某某');
  });

  test.each([
    ['nothing', '', 'empty-document'],
    ['a ledger of old Excel', '\xd0\xcf\x11\xe0', 'old-spreadsheet'],
  ])('%s is no table', async (_, text, code) => {
    await expect(read(Uint8Array.from(text, (one) => one.charCodeAt(0)))).rejects.toMatchObject({ code });
  });

  test('a table without a header, and one that is too long', async () => {
    expect(found(await read(utf8('甲,乙\n1,2')))).toEqual([['no-header', 1, '']]);
    const rows = Array.from({ length: 12 }, (_, at) => [at]);
    for (const bytes of [xlsx(rows), utf8(rows.join('\n'))]) {
      await expect(read(bytes, { maxRows: 10 })).rejects.toMatchObject({ code: 'too-many-rows' });
    }
    // What is empty does not count.
    await expect(read(utf8('\n'.repeat(50) + '1'), { maxRows: 10 })).resolves.toMatchObject({ entries: [] });
  });
});
