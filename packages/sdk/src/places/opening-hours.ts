// Own readers for both spellings: npm's opening_hours is LGPL and 240 KB, knows no 调休, and reads no Chinese. Of the OSM syntax this takes days,
// months, public holidays, times and `off`; what else there is (sunset, weeks, open ends) is rare on a service site and stays unread.

/** When a site is open, as far as it is said. */
export interface OpeningHours {
  /** Of the rules that name a day the last one holds, but a day that any of them closes is closed. */
  rules: OpeningRule[];
  /** 预约开放: open only for those who ask before. */
  byAppointment?: true;
  /** 节假日照常: it is said that public holidays make no difference. */
  holidaysAsUsual?: true;
}

/** Hours of some days. Without a selector they hold every day. */
export interface OpeningRule {
  /** 1 Monday to 7 Sunday, by the name of the day alone. */
  weekdays?: number[];
  /** Only on working days by the published calendar, weekends made up for (调休) included. */
  workdays?: true;
  /** Public holidays; with `weekdays` these too. */
  holidays?: true;
  /** 寒暑假, whose days nobody publishes for the whole country. */
  schoolHolidays?: true;
  /** Only the first, second … such weekday of a month. */
  nth?: number[];
  /** Only these days of a month. */
  monthdays?: number[];
  /** 夏季, 冬季; which days that is, only where `from` and `to` say so. */
  season?: 'summer' | 'winter';
  /** From one day of the year to another, `MM-DD`, both included. */
  from?: string;
  to?: string;
  /** Hours; none of them: closed. */
  spans: OpeningSpan[];
}

/** Hours of one day. */
export interface OpeningSpan {
  /** Minutes from the midnight before; `to` is beyond 1440 where it is open past midnight. */
  from: number;
  to: number;
  /** 上午, without an hour: open at some time in between. */
  isVague?: true;
}

/**
 * Reads opening hours, in the OSM syntax (`Mo-Fr 09:00-17:00; PH off`) or as clerks write them (周一至周五 9:00—17:00，节假日除外).
 *
 * @returns undefined where any part of it cannot be read: then it is to be shown as written, and nothing is known.
 */
export function parseOpeningHours(text: string): OpeningHours | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 300) return undefined;
  return /^[\x20-\x7e]+$/.test(trimmed) && /[A-Za-z]|^24\/7$/.test(trimmed) ? readOsm(trimmed) : readPhrase(trimmed);
}

const osmDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const osmMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthDay = `(?:${osmMonths.join('|')})(?: \\d{1,2})?`;
const osmDay = `(?:${osmDays.join('|')})`;
const osmTime = '\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}';
const osmRule = new RegExp(
  `^(?:(${monthDay})(?:-(${monthDay}|\\d{1,2}))?:? ?)?` +
    `((?:${osmDay}(?:-${osmDay}|\\[\\d(?:,\\d)*\\])?|PH)(?:,(?:${osmDay}(?:-${osmDay}|\\[\\d(?:,\\d)*\\])?|PH))*)?:? ?` +
    `(24/7|(?:${osmTime})(?:,${osmTime})*|off|closed)?$`,
);

/** https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification */
function readOsm(text: string): OpeningHours | undefined {
  const rules: OpeningRule[] = [];
  for (const part of text.replace(/;\s*$/, '').split(';')) {
    const found = osmRule.exec(
      part
        .trim()
        .replace(/\s*([-,])\s*/g, '$1')
        .replace(/\s+/g, ' '),
    );
    if (!found) return undefined;
    const [, begins, ends, days, hours] = found;
    if (begins === undefined && days === undefined && hours === undefined) return undefined;
    const rule: OpeningRule = { spans: [] };
    if (begins !== undefined) {
      const from = osmDate(begins, false);
      const to = osmDate(ends === undefined ? begins : /^\d/.test(ends) ? `${begins.slice(0, 3)} ${ends}` : ends, true);
      if (!from || !to) return undefined;
      Object.assign(rule, { from, to });
    }
    for (const one of days?.match(/PH|[A-Z][a-z](?:-[A-Z][a-z]|\[[\d,]+\])?/g) ?? []) {
      const [first, last] = [osmDays.indexOf(one.slice(0, 2)), osmDays.indexOf(one.slice(3, 5))];
      if (one === 'PH') rule.holidays = true;
      else if (one.includes('[')) {
        rule.weekdays = [first + 1];
        rule.nth = one.match(/\d/g)!.map(Number);
      } else rule.weekdays = [...(rule.weekdays ?? []), ...weekdayRange(first + 1, (last < 0 ? first : last) + 1)];
    }
    if (hours === undefined || hours === '24/7') rule.spans.push({ from: 0, to: 1440 });
    else if (hours !== 'off' && hours !== 'closed') {
      for (const span of hours.split(',')) {
        const [from, to] = span.split('-').map(minutesOf) as [number, number];
        rule.spans.push({ from, to: to <= from ? to + 1440 : to });
      }
    }
    if (!areHours(rule.spans)) return undefined;
    rules.push(rule);
  }
  return { rules };
}

/** `Mar` is its first or its last day. */
function osmDate(text: string, isEnd: boolean): string | undefined {
  const month = osmMonths.indexOf(text.slice(0, 3)) + 1;
  const day = text.length > 3 ? Number(text.slice(4)) : isEnd ? daysIn[month - 1]! : 1;
  return dateOf(month, day);
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(month: number, day: number): string | undefined {
  if (!(day >= 1 && day <= (daysIn[month - 1] ?? 0))) return undefined;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return minutes! < 60 ? hours! * 60 + minutes! : NaN;
}

/** Days from one to another, over the weekend too. */
function weekdayRange(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => ((first - 1 + step) % 7) + 1);
}

/** Times of day, in order: what runs backwards (9:00-11:30，2:30-5:30) leaves open which half of the day is meant. */
function areHours(spans: readonly OpeningSpan[]): boolean {
  return spans.every(({ from, to }, at) => from < 1440 && from < to && to <= 2880 && from >= (spans[at - 1]?.to ?? 0));
}

const numerals = '零一二三四五六七八九';

/** Writes clock times in digits (早八点半 is 早8:30) and marks in one width, so that the words below need each form once. */
function plain(text: string): string {
  const number = (digits: string) => {
    const tens = digits.indexOf('十');
    if (tens < 0) return numerals.indexOf(digits.replace('两', '二'));
    return (tens === 0 ? 1 : numerals.indexOf(digits[0]!)) * 10 + Math.max(0, numerals.indexOf(digits[tens + 1] ?? ''));
  };
  return text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/[—–－−‐‑~〜～]+|--+/g, '-')
    .replace(/([零一二两三四五六七八九十]{1,3})(?=[点时](?!令|制|段|间))/g, (digits) => String(number(digits)))
    .replace(/(\d{1,2})[点时](?!令|制|段|间)(半|(\d{1,2})分?|整)?/g, (_, hours: string, rest?: string, minutes?: string) =>
      rest === '半' ? `${hours}:30` : `${hours}:${(minutes ?? '00').padStart(2, '0')}`,
    )
    .replace(/二十四小时/g, '24小时');
}

const clock = '(上午|下午|早上|早晨|早|中午|傍晚|晚上|晚间|晚|夜间|凌晨|次日|当日)?(\\d{1,2}):(\\d{2})';
const weekday = '(?:周|星期|礼拜)([一二三四五六日天末1-7])';

/** The words that phrases are made of; what fits none makes a phrase unreadable. The first that fits at a place is taken. */
const words = {
  breaks: new RegExp(
    `(?:午休|中午休息|午间休息)(?:时间)?:?${clock}[-至到]+${clock}|${clock}[-至到]+${clock}(?:为)?(?:午休|中午休息|午间休息)`,
    'y',
  ),
  times: new RegExp(`${clock}[-至到]+${clock}`, 'y'),
  days: new RegExp(`(?:每|逢)?${weekday}(?:[-至到]+(?:周|星期|礼拜)?([一二三四五六日天1-7]))?`, 'y'),
  moreDays: /[、,和及]?([一二三四五六日天])(?=[、,和及一二三四五六日天\d上下全休闭(]|$)/y,
  nth: /每月(?:的)?第([一二三四1-4])个?(?=周|星期|礼拜)/y,
  monthdays: /每月((?:\d{1,2}[日号]?[、,和及]?)+)[日号]/y,
  dates: /(?:每年)?(\d{1,2})月(?:(\d{1,2})[日号])?[-至到]+(?:次年|翌年)?(\d{1,2})月(?:(\d{1,2})[日号])?/y,
  weekend: /(?:双休日|周六日|周末|双休)/y,
  workdays: /(?:法定)?(?:工作日|上班日)/y,
  holidays: /(?:国家)?(?:法定)?(?:节假日|节日|公休日|假日)/y,
  everyDay: /每天|每日|天天|全周|一周七天|全年|其[余他它](?:时间|日期|时段|各日)?/y,
  allDay: /(?:全天候?|昼夜)?24小时|全天候?|昼夜/y,
  half: /上午|下午|晚上/y,
  except: /除了?(?=[^外]{1,12}外)/y,
  exceptEnd: /以?外/y,
  off: /除外|不含|不开放|停止开放|暂停开放|不营业|休息|闭馆|闭园|休馆|关闭|关门|公休|放假/y,
  asUsual: /照常(?:开放|服务|营业)?|正常开放|不打烊|无休息?|不休息?/y,
  appointment: /(?:需要?|须|请|可|凭)?(?:提前|电话)*预约(?:后)?(?:开放|参观|服务)?/y,
  summer: /夏季|夏令时|夏时制|夏天/y,
  winter: /冬季|冬令时|冬时制|冬天/y,
  school: /寒暑假|寒假|暑假|学校假期/y,
  bracket: /\(/y,
  bracketEnd: /\)/y,
  filler: /(?:开放|服务|营业|工作|办公|接待|活动|对外)*(?:时间|时段)|对外开放|免费开放|开放|营业|上班|服务|接待|及|和|的|为|[:,、;。."“”]/y,
} satisfies Record<string, RegExp>;

function readPhrase(text: string): OpeningHours | undefined {
  const phrase = plain(text);
  const reading = new Reading();
  let at = 0;
  while (at < phrase.length) {
    const before = at;
    for (const [name, word] of Object.entries(words) as [keyof typeof words, RegExp][]) {
      word.lastIndex = at;
      const found = word.exec(phrase);
      if (!found || !reading.take(name, found)) continue;
      at += found[0].length;
      break;
    }
    if (at === before) return undefined;
  }
  return reading.finish();
}

/** What has been read of a phrase, word by word. */
class Reading {
  readonly #hours: OpeningHours = { rules: [] };
  /** The rule that days and times go to. */
  #rule: OpeningRule = { spans: [] };
  /** Whether the rule has its hours, so that the next days begin another. */
  #isSaid = false;
  #hasDays = false;
  #season: Pick<OpeningRule, 'season' | 'from' | 'to'> = {};
  /** Whether the days are those of the season before. */
  #isCarried = false;
  /** The rule before a bracket that stands between its days and its hours. */
  #outside: OpeningRule | undefined;
  #isRead = true;

  /** Takes a word; false where it makes no sense here, so that another may fit. */
  take(name: keyof typeof words, found: RegExpExecArray): boolean {
    switch (name) {
      case 'times':
        return this.#addTimes(found.slice(1));
      case 'days':
        if (found[1] === '末') return found[2] === undefined && this.#addDays([6, 7]);
        return this.#addDays(weekdayRange(numberOf(found[1]!), numberOf(found[2] ?? found[1]!)));
      case 'moreDays':
        // 周一、三、五
        if (this.#isSaid || !this.#rule.weekdays) return false;
        return this.#addDays([numberOf(found[1]!)]);
      case 'weekend':
        return this.#addDays([6, 7]);
      case 'nth':
        this.#begin();
        this.#rule.nth = [...(this.#rule.nth ?? []), numberOf(found[1]!)];
        return true;
      case 'monthdays':
        this.#begin();
        this.#rule.monthdays = found[1]!.match(/\d+/g)!.map(Number);
        return this.#rule.monthdays.every((day) => day >= 1 && day <= 31);
      case 'dates': {
        const [from, to] = [Number(found[1]), Number(found[3])];
        const range = { from: dateOf(from, Number(found[2] ?? 1)), to: dateOf(to, Number(found[4] ?? daysIn[to - 1])) };
        if (range.from === undefined || range.to === undefined) this.#isRead = false;
        if (this.#isSaid) {
          this.#close();
          this.#season = {};
        }
        Object.assign(this.#season, range);
        return true;
      }
      case 'summer':
      case 'winter': {
        // 周一至周五夏季8:00-12:00，冬季9:00-12:00 names the days once.
        const days = { ...this.#rule, spans: [] };
        const hasDays = this.#hasDays;
        if (this.#isSaid) this.#close();
        this.#rule = days;
        this.#hasDays = hasDays;
        this.#isCarried = hasDays && this.#season.season !== undefined;
        this.#season = { season: name };
        return true;
      }
      case 'workdays':
        this.#begin();
        this.#rule.workdays = true;
        return true;
      case 'holidays':
        this.#begin();
        this.#rule.holidays = true;
        return true;
      case 'everyDay':
        this.#begin();
        return true;
      case 'allDay':
        return this.#addSpan({ from: 0, to: 1440 });
      case 'half': {
        const [from, to] = { 上午: [0, 720], 下午: [720, 1440], 晚上: [1020, 1440] }[found[0]] as [number, number];
        return this.#addSpan({ from, to, isVague: true });
      }
      case 'breaks':
        return this.#cut(found[2] === undefined ? found.slice(7) : found.slice(1, 7));
      case 'school':
        this.#begin();
        this.#rule.schoolHolidays = true;
        return true;
      case 'off':
        if (this.#isSaid || !this.#hasDays) return false;
        this.#isSaid = true;
        return true;
      case 'except':
        this.#close();
        return true;
      case 'exceptEnd':
        if (this.#isSaid || !this.#hasDays) return false;
        this.#isSaid = true;
        return true;
      case 'asUsual':
        if (this.#rule.holidays && !this.#isSaid) {
          this.#rule = { spans: [] };
          this.#hasDays = false;
        }
        this.#hours.holidaysAsUsual = true;
        return true;
      case 'appointment':
        this.#hours.byAppointment = true;
        return true;
      case 'bracket':
        // 周一至周五（节假日除外）9:00-17:00: the days go on behind it.
        if (this.#hasDays && !this.#isSaid) {
          this.#outside = this.#rule;
          this.#rule = { spans: [] };
          this.#hasDays = false;
        }
        return true;
      case 'bracketEnd':
        if (this.#outside) {
          const inside = this.#isSaid ? {} : this.#rule;
          if (this.#isSaid) this.#close();
          this.#rule = { ...this.#outside, ...inside };
          this.#hasDays = true;
          this.#outside = undefined;
        }
        return true;
      case 'filler':
        return true;
    }
  }

  finish(): OpeningHours | undefined {
    this.#close();
    const { rules, byAppointment } = this.#hours;
    if (!this.#isRead || (rules.length === 0 && !byAppointment)) return undefined;
    return rules.every(({ spans }) => areHours(spans)) ? this.#hours : undefined;
  }

  /** The next days belong to a rule that has no hours yet. */
  #begin(): void {
    if (this.#isSaid) this.#close();
    if (this.#isCarried) this.#rule = { spans: [] };
    this.#isCarried = false;
    this.#hasDays = true;
  }

  /** Ends a rule. Days without hours (周一至周五开放) are open at some time. */
  #close(): void {
    if (this.#isSaid) this.#hours.rules.push({ ...this.#season, ...this.#rule });
    else if (this.#hasDays) this.#hours.rules.push({ ...this.#season, ...this.#rule, spans: [{ from: 0, to: 1440, isVague: true }] });
    this.#rule = { spans: [] };
    this.#isSaid = false;
    this.#hasDays = false;
    this.#isCarried = false;
  }

  #addDays(days: readonly number[]): boolean {
    this.#begin();
    this.#rule.weekdays = [...new Set([...(this.#rule.weekdays ?? []), ...days])].sort();
    return true;
  }

  #addSpan(span: OpeningSpan): boolean {
    // After 周一休息 hours without days would be hours of a day that is closed.
    if (this.#isSaid && this.#rule.spans.length === 0) this.#close();
    this.#rule.spans.push(span);
    this.#isSaid = true;
    return true;
  }

  #addTimes(parts: readonly (string | undefined)[]): boolean {
    const span = spanOf(parts);
    if (!span) {
      this.#isRead = false;
      return true;
    }
    return this.#addSpan(span);
  }

  /** Takes a break out of the hours it lies in. */
  #cut(parts: readonly (string | undefined)[]): boolean {
    const pause = spanOf(parts);
    const rule = this.#isSaid ? this.#rule : this.#hours.rules[this.#hours.rules.length - 1];
    const around = rule?.spans.find(({ from, to }) => pause && from < pause.from && pause.to < to);
    if (!pause || !around) {
      this.#isRead = false;
      return true;
    }
    rule!.spans.splice(rule!.spans.indexOf(around), 1, { from: around.from, to: pause.from }, { from: pause.to, to: around.to });
    return true;
  }
}

function numberOf(day: string): number {
  if (day === '日' || day === '天') return 7;
  return Number(day) || numerals.indexOf(day);
}

/** 上午 8:30 to 下午 5:00, each half of the day said or not. */
function spanOf([half, hours, minutes, otherHalf, otherHours, otherMinutes]: readonly (string | undefined)[]): OpeningSpan | undefined {
  const from = timeOf(half, hours!, minutes!);
  let to = timeOf(otherHalf, otherHours!, otherMinutes!);
  // 下午2:30-5:30 says the half of the day once.
  if (otherHalf === undefined && to <= from) to = timeOf(half, otherHours!, otherMinutes!);
  // 9:00-5:00 leaves open whether the evening or the night is meant; from the late afternoon on it can only be the night.
  if (to <= from && (otherHalf === '次日' || otherHalf === '凌晨' || from >= 1020)) to += 1440;
  return from < to ? { from, to } : undefined;
}

function timeOf(half: string | undefined, hours: string, minutes: string): number {
  const time = minutesOf(`${hours}:${minutes}`);
  const isLate = half !== undefined && /下午|傍晚|晚|夜/.test(half) && time < 720;
  const isNoon = half === '中午' && time < 360;
  return isLate || isNoon ? time + 720 : time;
}
