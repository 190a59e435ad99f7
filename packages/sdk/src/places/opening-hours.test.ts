import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingAt, type OpeningRule, parseOpeningHours } from './index.js';

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What was read, in one line: `1-5 09:00-17:00; PH off`. A vague span has a question mark. */
function show(text: string): string | undefined {
  const hours = parseOpeningHours(text);
  if (!hours) return undefined;
  const ruleWords = ({ spans, ...rule }: OpeningRule) =>
    [
      rule.season,
      rule.from && `${rule.from}..${rule.to}`,
      rule.monthdays && `day ${rule.monthdays.join()}`,
      rule.weekdays && rule.weekdays.join('') + (rule.nth ? `#${rule.nth.join()}` : ''),
      rule.workdays && 'WD',
      rule.holidays && 'PH',
      rule.schoolHolidays && 'SH',
      spans.map(({ from, to, isVague }) => `${clock(from)}-${clock(to)}${isVague ? '?' : ''}`).join() || 'off',
    ]
      .filter(Boolean)
      .join(' ');
  return [
    ...hours.rules.map(ruleWords),
    ...(hours.byAppointment ? ['appointment'] : []),
    ...(hours.holidaysAsUsual ? ['PH as usual'] : []),
  ].join('; ');
}

describe('reads what clerks write', () => {
  it.each([
    ['周一至周五 9:00—17:00，节假日除外', '12345 09:00-17:00; PH off'],
    ['周一至周五 9:00-17:00', '12345 09:00-17:00'],
    ['周一到周五9:00~17:00', '12345 09:00-17:00'],
    ['星期一至星期五 09：00－17：00', '12345 09:00-17:00'],
    ['礼拜一至礼拜六8点到18点', '123456 08:00-18:00'],
    ['周一至五 8:30-17:30', '12345 08:30-17:30'],
    ['每周三上午', '3 00:00-12:00?'],
    ['每周三上午9:00-11:30', '3 09:00-11:30'],
    ['每周二、四下午2:30-5:00', '24 14:30-17:00'],
    ['周一、三、五 9:00-11:00', '135 09:00-11:00'],
    ['周一三五下午3点-5点', '135 15:00-17:00'],
    ['工作日上午9:00-11:30下午2:30-5:30', 'WD 09:00-11:30,14:30-17:30'],
    ['工作日 9:00-12:00，14:00-17:00', 'WD 09:00-12:00,14:00-17:00'],
    ['法定工作日8:30—17:30', 'WD 08:30-17:30'],
    ['周一至周五（工作日）9:00-17:00', '12345 WD 09:00-17:00'],
    ['周一至周五（法定节假日除外）上午8:00—12:00，下午14:30—17:30', 'PH off; 12345 08:00-12:00,14:30-17:30'],
    ['除法定节假日外，周一至周五9:00-17:00', 'PH off; 12345 09:00-17:00'],
    ['全天', '00:00-24:00'],
    ['24小时', '00:00-24:00'],
    ['全天24小时', '00:00-24:00'],
    ['全天开放', '00:00-24:00'],
    ['24小时开放', '00:00-24:00'],
    ['二十四小时开放', '00:00-24:00'],
    ['全年无休，24小时服务', '00:00-24:00; PH as usual'],
    ['预约开放', 'appointment'],
    ['需提前预约', 'appointment'],
    ['周一至周五9:00-17:00，需提前预约', '12345 09:00-17:00; appointment'],
    ['每天 09:00-20:00', '09:00-20:00'],
    ['每日8:00—22:00', '08:00-22:00'],
    ['9:00-17:00', '09:00-17:00'],
    ['开放时间：9:00-17:00', '09:00-17:00'],
    ['周二至周日 9:00-17:00，周一闭馆', '234567 09:00-17:00; 1 off'],
    ['周一闭馆，其余时间9:00-17:00', '1 off; 09:00-17:00'],
    ['除周一外，每天9点至17点', '1 off; 09:00-17:00'],
    ['周一休息；9:00-17:00', '1 off; 09:00-17:00'],
    ['周二至周日 09:00-11:30，14:30-17:00', '234567 09:00-11:30,14:30-17:00'],
    ['周一至周五 08:00-17:30，周六 08:00-12:00', '12345 08:00-17:30; 6 08:00-12:00'],
    ['周一至周五 09:00-17:00，午休 12:00-14:00', '12345 09:00-12:00,14:00-17:00'],
    ['周一至周日 08:30-17:30', '1234567 08:30-17:30'],
    ['周三、周六 09:00-16:00', '36 09:00-16:00'],
    ['双休日9:00-16:00', '67 09:00-16:00'],
    ['周末及节假日 9:00-16:00', '67 PH 09:00-16:00'],
    ['周末 9:00-16:00', '67 09:00-16:00'],
    ['每天9:00-21:00，节假日照常', '09:00-21:00; PH as usual'],
    ['周一至周五9:00-17:00，节假日照常开放', '12345 09:00-17:00; PH as usual'],
    ['周一至周五 9:00-17:00，节假日 10:00-16:00', '12345 09:00-17:00; PH 10:00-16:00'],
    ['夏季8:30-18:00，冬季9:00-17:00', 'summer 08:30-18:00; winter 09:00-17:00'],
    [
      '夏季（5月1日-9月30日）8:00-18:00；冬季（10月1日-次年4月30日）8:30-17:30',
      'summer 05-01..09-30 08:00-18:00; winter 10-01..04-30 08:30-17:30',
    ],
    [
      '周一至周五夏季8:00-12:00，15:00-18:00；冬季8:00-12:00，14:30-17:30',
      'summer 12345 08:00-12:00,15:00-18:00; winter 12345 08:00-12:00,14:30-17:30',
    ],
    ['夏令时：周一至周五8:00-18:00；冬令时：周一至周六9:00-17:00', 'summer 12345 08:00-18:00; winter 123456 09:00-17:00'],
    ['5月至9月 8:00-20:00', '05-01..09-30 08:00-20:00'],
    ['周一至周五 08:30-18:00，寒暑假闭馆', '12345 08:30-18:00; SH off'],
    ['每月第一个周三9:00-11:00', '3#1 09:00-11:00'],
    ['每月15日上午9:00-11:00', 'day 15 09:00-11:00'],
    ['每月5日、20日9:00-16:00', 'day 5,20 09:00-16:00'],
    ['周五晚上7:00-9:00', '5 19:00-21:00'],
    ['每天18:00-次日2:00', '18:00-26:00'],
    ['每天22:00-6:00', '22:00-30:00'],
    ['早上八点半至下午五点', '08:30-17:00'],
    ['周一至周五早9点—晚5点半', '12345 09:00-17:30'],
    ['中午12:00-1:30', '12:00-13:30'],
    ['周一至周五开放', '12345 00:00-24:00?'],
    ['每周四下午免费开放', '4 12:00-24:00?'],
    ['周六、日休息，周一至周五 9时至17时30分', '67 off; 12345 09:00-17:30'],
    ['周六日休息;9:00-17:00', '67 off; 09:00-17:00'],
  ])('%s', (phrase, expected) => {
    expect(show(phrase)).toBe(expected);
  });
});

describe('reads OSM', () => {
  it.each([
    ['24/7', '00:00-24:00'],
    ['Mo-Fr 09:00-17:00', '12345 09:00-17:00'],
    ['Mo-Fr 09:00-12:00,14:00-17:00; PH off', '12345 09:00-12:00,14:00-17:00; PH off'],
    ['Mo-Fr 09:00-17:00; Sa 09:00-12:00; Su,PH off', '12345 09:00-17:00; 6 09:00-12:00; 7 PH off'],
    ['Sa-Tu 10:00-16:00', '6712 10:00-16:00'],
    ['09:00-17:00', '09:00-17:00'],
    ['Fr,Sa 18:00-02:00', '56 18:00-26:00'],
    ['We[1,3] 09:00-11:00', '3#1,3 09:00-11:00'],
    ['Apr-Sep Mo-Fr 08:00-18:00; Oct-Mar Mo-Fr 08:30-17:30', '04-01..09-30 12345 08:00-18:00; 10-01..03-31 12345 08:30-17:30'],
    ['May 01-Sep 30: Mo-Su 08:00-20:00', '05-01..09-30 1234567 08:00-20:00'],
    ['Mo-Su,PH 09:00-17:00', '1234567 PH 09:00-17:00'],
    ['Mo off', '1 off'],
  ])('%s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

describe('leaves as written what it cannot read for sure', () => {
  it.each([
    '',
    '—',
    '设施改造，恢复开放时间另行通知',
    '单位上班时间',
    '随时',
    '与社区办公时间一致',
    '按季节调整',
    // The evening or the night, the morning or the afternoon: nobody can say.
    '9:00-5:00',
    '9:00-11:30，2:30-5:30',
    '周一至周五 25:00-26:00',
    '周一至周五 9:70-17:00',
    '5月32日-9月30日 8:00-18:00',
    '13月至14月 8:00-18:00',
    '单双号日开放',
    '疫情期间暂停',
    '每两周一次',
    '电话咨询',
    'sunrise-sunset',
    'Mo-Fr 09:00+',
    'Mo-Fr 09:00-17:00 "by appointment"',
    'week 1-20 Mo 09:00-12:00',
    'Xx 09:00-17:00',
    'open',
    'May 32-Sep 30 09:00-17:00',
    '周'.repeat(400),
  ])('%j', (text) => {
    expect(parseOpeningHours(text)).toBeUndefined();
    expect(openingAt(text, new Date())).toEqual({ state: 'unknown' });
  });

  it('throws at nothing, and takes no long time over it', () => {
    const piece = fc.constantFrom(
      '周一',
      '至',
      '9:00',
      '-',
      '17:00',
      '，',
      '节假日',
      '除外',
      '夏季',
      '每月',
      '5日',
      '上午',
      '全天',
      '外',
      '除',
      '午休',
      'Mo',
      '; ',
      '（',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { state } = openingAt(pieces.join(''), new Date('2026-03-04T02:00:00Z'));
        expect(['open', 'closed', 'unknown']).toContain(state);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });
});

/** A moment by the clock of Shanghai. */
const at = (local: string) => new Date(`${local}:00+08:00`);
const local = (date: Date | undefined) => date && new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

describe('open now, closes at, opens next', () => {
  const office = '周一至周五 9:00—17:00，节假日除外';
  const workdays = '工作日上午9:00-11:30下午2:30-5:30';
  it.each([
    // A Wednesday like others.
    [office, '2026-03-04T08:59', 'closed', '2026-03-04T09:00'],
    [office, '2026-03-04T09:00', 'open', '2026-03-04T17:00'],
    [office, '2026-03-04T16:59', 'open', '2026-03-04T17:00'],
    [office, '2026-03-04T17:00', 'closed', '2026-03-05T09:00'],
    // Over the weekend, and over the days off of National Day.
    [office, '2026-03-06T18:00', 'closed', '2026-03-09T09:00'],
    [office, '2026-09-30T18:00', 'closed', '2026-10-08T09:00'],
    // 2026-10-10 is a Saturday on which people work: 工作日, but no 周五.
    [office, '2026-10-10T10:00', 'closed', '2026-10-12T09:00'],
    [workdays, '2026-10-10T10:00', 'open', '2026-10-10T11:30'],
    [workdays, '2026-10-10T12:00', 'closed', '2026-10-10T14:30'],
    [workdays, '2026-10-11T10:00', 'closed', '2026-10-12T09:00'],
    [workdays, '2025-10-01T10:00', 'closed', '2025-10-09T09:00'],
    [workdays, '2024-02-18T10:00', 'open', '2024-02-18T11:30'],
    // What has not been announced is not known, unless it makes no difference.
    [office, '2027-03-03T10:00', 'unknown', undefined],
    [office, '2027-03-03T20:00', 'closed', undefined],
    [office, '2027-03-06T10:00', 'closed', undefined],
    [workdays, '2027-03-06T10:00', 'unknown', undefined],
    [workdays, '2026-12-31T18:00', 'closed', undefined],
    ['周一至周五 9:00-17:00', '2027-03-03T10:00', 'open', '2027-03-03T17:00'],
    // 周一至周五 says nothing of 1 October; 每天 does.
    ['周一至周五 9:00-17:00', '2026-10-01T10:00', 'unknown', undefined],
    ['周一至周五 9:00-17:00', '2026-10-01T20:00', 'closed', undefined],
    ['周一至周五 9:00-17:00，节假日照常', '2026-10-01T10:00', 'open', '2026-10-01T17:00'],
    ['周一至周五 9:00-17:00，节假日 10:00-16:00', '2026-10-01T10:30', 'open', '2026-10-01T16:00'],
    ['每天9:00-17:00', '2026-10-01T10:00', 'open', '2026-10-01T17:00'],
    ['周一至周日 9:00-17:00', '2026-10-01T10:00', 'open', '2026-10-01T17:00'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-10-01T10:00', 'closed', '2026-10-08T09:00'],
    ['周末及节假日 9:00-16:00', '2026-10-01T10:00', 'open', '2026-10-01T16:00'],
    // Round the clock, and past midnight.
    ['24小时', '2026-03-04T03:00', 'open', undefined],
    ['每天18:00-次日2:00', '2026-03-05T01:30', 'open', '2026-03-05T02:00'],
    ['每天18:00-次日2:00', '2026-03-05T02:00', 'closed', '2026-03-05T18:00'],
    ['周五18:00-24:00，周六0:00-12:00', '2026-03-06T20:00', 'open', '2026-03-07T12:00'],
    ['周一全天', '2026-03-02T03:00', 'open', '2026-03-03T00:00'],
    // Hours that are told in part only.
    ['每周三上午', '2026-03-04T09:00', 'unknown', undefined],
    ['每周三上午', '2026-03-04T13:00', 'closed', undefined],
    ['每周三上午', '2026-03-05T09:00', 'closed', undefined],
    ['预约开放', '2026-03-04T09:00', 'unknown', undefined],
    // Where summer begins nobody says, but at ten it is open in both.
    ['夏季8:30-18:00，冬季9:00-17:00', '2026-03-04T10:00', 'open', undefined],
    ['夏季8:30-18:00，冬季9:00-17:00', '2026-03-04T17:30', 'unknown', undefined],
    ['夏季8:30-18:00，冬季9:00-17:00', '2026-03-04T19:00', 'closed', undefined],
    ['夏季（5月1日-9月30日）8:00-18:00；冬季（10月1日-次年4月30日）8:30-17:30', '2026-03-04T17:45', 'closed', '2026-03-05T08:30'],
    ['夏季（5月1日-9月30日）8:00-18:00；冬季（10月1日-次年4月30日）8:30-17:30', '2026-07-04T17:45', 'open', '2026-07-04T18:00'],
    ['周一至周五 08:30-18:00，寒暑假闭馆', '2026-03-25T10:00', 'open', '2026-03-25T18:00'],
    ['周一至周五 08:30-18:00，寒暑假闭馆', '2026-07-22T10:00', 'unknown', undefined],
    ['周一至周五 08:30-18:00，寒暑假闭馆', '2026-07-25T10:00', 'closed', undefined],
    ['每月第一个周三9:00-11:00', '2026-03-04T10:00', 'open', '2026-03-04T11:00'],
    ['每月第一个周三9:00-11:00', '2026-03-11T10:00', 'closed', '2026-04-01T09:00'],
    ['每月15日9:00-11:00', '2026-03-15T12:00', 'closed', '2026-04-15T09:00'],
    ['周一闭馆，其余时间9:00-17:00', '2026-03-02T10:00', 'closed', '2026-03-03T09:00'],
  ])('%s at %s: %s, %s', (hours, moment, state, next) => {
    const found = openingAt(hours, at(moment));
    expect(found.state).toBe(state);
    expect(local(found.closesAt ?? found.opensAt)).toBe(next);
    expect(found.closesAt === undefined || state === 'open').toBe(true);
    expect(found.opensAt === undefined || state === 'closed').toBe(true);
  });

  it('follows the clock of Shanghai, whatever the zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      for (const name of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
        process.env['TZ'] = name;
        expect(openingAt(office, new Date('2026-03-04T01:00:00Z'))).toEqual({ state: 'open', closesAt: new Date('2026-03-04T09:00:00Z') });
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is closed until it opens, and open until it closes', () => {
    const phrases = fc.constantFrom(
      office,
      workdays,
      '每天18:00-次日2:00',
      '周二至周日 09:00-11:30，14:30-17:00',
      'Mo-Fr 08:00-12:00; Sa 10:00-11:00',
    );
    fc.assert(
      fc.property(phrases, fc.integer({ min: 0, max: 200 * 1440 }), (hours, minutes) => {
        const now = new Date(at('2026-01-05T00:00').getTime() + minutes * 60_000);
        const { state, closesAt, opensAt } = openingAt(hours, now);
        const next = closesAt ?? opensAt;
        if (!next) return;
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(openingAt(hours, new Date(next.getTime() - 1)).state).toBe(state);
        expect(openingAt(hours, next).state).not.toBe(state);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
