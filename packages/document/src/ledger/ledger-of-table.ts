import {
  type Action,
  InvalidDataError,
  isWithin,
  type Lang,
  type LedgerColumn,
  type LedgerEntry,
  parseLedger,
  type Plan,
  type Region,
  regionsAbove,
  type Target,
  type Task,
} from '@fp-kit/sdk';
import { Findings, type Place } from '../sheets/findings.js';
import { dayIn, isShortened, type Rows } from '../sheets/rows.js';
import { type Cell, readTable } from '../sheets/table.js';
import { amountIn, noughtsBetween } from './amounts.js';
import { columnOf, fieldOf, stateIn } from './columns.js';
import { entryIdOf } from './entry-id.js';
import { type LedgerFindingCode, ledgerWordings } from './findings.js';

/** What is said of the table of a ledger. */
export type LedgerFindings = Findings<LedgerFindingCode, keyof LedgerEntry>;

export interface LedgerTableReading {
  lang: Lang;
  regions?: readonly Region[] | undefined;
  /** The moment of the reading, as RFC 3339 writes it. */
  now: string;
  /** Who reports what names no unit. */
  reporter?: string | undefined;
}

/** An entry as a row gives it. */
export interface RowEntry {
  entry: LedgerEntry;
  /** Number of its row. */
  row: number;
  /** Where a field stands in it. */
  placeOf: (column: LedgerColumn) => CellPlace;
  /** Whether the row brings an id; else it has one of its contents. */
  hasId: boolean;
}

export interface LedgerOfTable {
  rows: RowEntry[];
  findings: LedgerFindings;
  /** Rows that hold anything, below the header. */
  count: number;
}

type CellPlace = Place<keyof LedgerEntry>;

type Cells = Partial<Record<LedgerColumn, Cell<keyof LedgerEntry>>>;

/** Reads entries from the rows of a table, whose columns are told by their headers. Every row is taken, or said to be left out and why. */
export function ledgerOfTable(rows: Rows, plan: Plan, reading: LedgerTableReading): LedgerOfTable {
  const findings = new Findings<LedgerFindingCode, keyof LedgerEntry>(ledgerWordings, reading.lang);
  const sheet = readTable(
    rows,
    {
      columnOf,
      isHeader: (columns) => (['taskId', 'taskTitle', 'actionId', 'targetId', 'measure'] as const).some((column) => columns.has(column)),
      textOf: unmarked,
      fieldOf,
    },
    findings,
  );
  if (!sheet) return { rows: [], findings, count: 0 };
  const table = new Table(findings, plan, reading);
  const read: RowEntry[] = [];
  let count = 0;
  for (const { cells, row } of sheet.rows) {
    count++;
    const entry = table.read(cells, row);
    if (entry) read.push(entry);
  }
  return { rows: read, findings, count };
}

/** A cell without what marks it as a text: `="3.10"`, and the apostrophe before what would run as a formula. */
function unmarked(cell: string): string {
  const text = /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;
  return (/^'+(?:\s*[=+\-@]|[\t\r])/.test(text) ? text.slice(1) : text).trim();
}

/** A part of a row that cannot be read; what is wrong with it has been said. */
class Refused extends Error {}

interface Subject {
  task: Task;
  action?: Action | undefined;
  target?: Target | undefined;
}

/** Rows one after the other: what came before tells a duplicate. */
class Table {
  readonly #findings: LedgerFindings;
  readonly #plan: Plan;
  readonly #reading: LedgerTableReading;
  readonly #today: string;
  readonly #regionNames = new Map<string, Region[]>();
  readonly #regionCodes: ReadonlySet<string>;
  readonly #regionDepths: ReadonlySet<number>;
  readonly #rowById = new Map<string, { row: number; said: string }>();
  readonly #rowBySubject = new Map<string, { row: number; said: string }>();

  constructor(findings: LedgerFindings, plan: Plan, reading: LedgerTableReading) {
    this.#findings = findings;
    this.#plan = plan;
    this.#reading = reading;
    this.#today = beijingDayOf(reading.now);
    const { regions = [] } = reading;
    this.#regionCodes = new Set(regions.map(({ code }) => code));
    this.#regionDepths = new Set(regions.map(({ code }) => regionsAbove(code).length));
    for (const region of regions) this.#regionNames.set(region.name, [...(this.#regionNames.get(region.name) ?? []), region]);
  }

  read(cells: Cells, row: number): RowEntry | undefined {
    try {
      return this.#read(cells, row);
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  #read(cells: Cells, row: number): RowEntry | undefined {
    const placeOf = (column: LedgerColumn): CellPlace => cells[column]?.place ?? { row, field: fieldOf(column) };
    const text = (column: LedgerColumn) => cells[column]?.text ?? '';
    const refuse: Given['refuse'] = (code, column, ...details) => {
      this.#findings.add(code, placeOf(column), ...details);
      throw new Refused();
    };
    // What has an id was looked at when it was recorded.
    const doubt: Given['doubt'] = (code, column, ...details) => {
      if (text('id') === '') this.#findings.add(code, placeOf(column), ...details);
    };
    const given: Given = { text, placeOf, refuse, doubt };
    // One fault does not hide the next: whoever mends a table wants to do it once.
    let isRefused = false as boolean;
    const part = <Value>(readPart: () => Value): Value | undefined => {
      try {
        return readPart();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        isRefused = true;
        return undefined;
      }
    };
    for (const column of Object.keys(cells) as LedgerColumn[]) {
      if (unprintable.test(text(column))) part(() => refuse('no-text', column));
    }
    const id = part(() => this.#idOf('id', given));
    const subject = part(() => this.#subjectOf(given));
    const region = part(() => this.#regionOf(given));
    const status = part(() => this.#statusOf(given));
    const figures = part(() => this.#figuresOf(given, subject));
    const supersedes = part(() => this.#idOf('supersedes', given));
    const note = text('note');
    const evidence = this.#evidenceOf(given);
    const saysNothing = status === undefined && figures?.value === undefined && figures?.numerator === undefined;
    // A line of a form that nobody has filled in. One with an id has been reported as it is, and a correction may withdraw.
    if (!isRefused && saysNothing && id === undefined && supersedes === undefined && note === '' && evidence.length === 0) {
      return refuse('nothing-said', 'value');
    }
    const asOf = part(() => this.#asOfOf(given));
    const saidAt = part(() => this.#recordedAtOf(given));
    const reporter = text('reporter') === '' ? this.#reading.reporter : text('reporter');
    if (reporter === undefined) return refuse('empty', 'reporter', this.#word('报送单位', 'The reporting unit'));
    if (isRefused || subject === undefined || asOf === undefined) return undefined;

    const said = {
      planId: this.#plan.id,
      taskId: subject.task.id,
      ...optional('actionId', subject.action?.id),
      ...optional('targetId', subject.target?.id),
      ...optional('region', region),
      ...figures,
      ...optional('status', status),
      ...optional('note', note === '' ? undefined : note),
      evidence,
      reporter,
      asOf,
      ...optional('supersedes', supersedes),
    };
    const entry = this.#prove({ ...said, id: id ?? entryIdOf(said, saidAt), recordedAt: saidAt ?? this.#reading.now }, given);
    return this.#isNew(entry, id !== undefined, given, row) ? { entry, row, placeOf, hasId: id !== undefined } : undefined;
  }

  #idOf(column: 'id' | 'supersedes', { text, refuse }: Given): string | undefined {
    // An id in capitals is the same id (RFC 9562).
    const given = text(column).toLowerCase();
    if (given === '') return undefined;
    const isId = column === 'id' ? uuidV7.test(given) : uuid.test(given);
    return isId ? given : refuse('not-an-id', column, text(column));
  }

  /** What the row is about, by ids, else by names that stand once in the plan. */
  #subjectOf({ text, refuse, doubt }: Given): Subject {
    const find = <One extends { id: string }>(
      list: readonly One[],
      [id, name]: readonly [id: LedgerColumn, name: LedgerColumn],
      nameOf: (one: One) => string,
      unknown: readonly [code: LedgerFindingCode, detail: string],
    ): One | undefined => {
      const named = (said: string) => list.filter((one) => bare(nameOf(one)) === bare(said));
      const byId = list.find((one) => one.id === text(id));
      if (byId) {
        if (text(name) === '' || bare(nameOf(byId)) === bare(text(name))) return byId;
        const [other] = named(text(name));
        if (other) return refuse('other-name', id, byId.id, short(nameOf(byId)), other.id, short(nameOf(other)));
        doubt('name-differs', name, byId.id, short(nameOf(byId)), short(text(name)));
        return byId;
      }
      const column = text(id) === '' ? name : id;
      if (text(column) === '') return undefined;
      const [one, another] = named(text(column));
      if (another) return refuse('ambiguous', column, short(text(column)), ids(named(text(column))));
      return one ?? refuse(unknown[0], column, short(text(column)), unknown[1]);
    };

    const { tasks } = this.#plan;
    const task = find(tasks, ['taskId', 'taskTitle'], ({ title }) => title, ['unknown-task', tasks[0]?.id ?? '1']);
    const actions = (task ? [task] : tasks).flatMap((one) => one.actions);
    const action = find(actions, ['actionId', 'actionText'], (one) => one.text, ['unknown-action', task?.id ?? '']);
    const targets = (action ? [action] : actions).flatMap((one) => one.targets);
    const within = action?.id ?? task?.id ?? this.#plan.title;
    const target = find(targets, ['targetId', 'measure'], ({ measure }) => measure, ['unknown-target', within]);
    if (task) return { task, action, target };
    // The target, or the action, tells what it belongs to.
    const owner = tasks.find((one) => one.actions.some((own) => own === action || (target && own.targets.includes(target))));
    if (!owner) return refuse('empty', 'taskId', this.#word('任务', 'The task'));
    return { task: owner, action: action ?? owner.actions.find((own) => target && own.targets.includes(target)), target };
  }

  #regionOf({ text, refuse, doubt }: Given): string | undefined {
    const code = text('region').normalize('NFKC').replace(/\s/g, '');
    const name = text('regionName');
    if (isShortened(code)) return refuse('shortened', 'region', code);
    const named = this.#regionNames.get(name) ?? [];
    if (code !== '' && /^\d+$/.test(code)) {
      if (!this.#isRegion(code)) return refuse('unknown-region', 'region', code);
      const own = this.#reading.regions?.find((region) => region.code === code);
      if (name !== '' && named.length > 0 && own && own.name !== name) {
        return refuse('other-name', 'region', code, own.name, named[0]!.code, name);
      }
      if (name !== '' && own && own.name !== name) doubt('name-differs', 'regionName', code, own.name, name);
      return code;
    }
    const [said, column]: [string, LedgerColumn] = code === '' ? [name, 'regionName'] : [text('region'), 'region'];
    if (said === '' || said === this.#plan.issuer.name) return undefined;
    const found = this.#regionNames.get(said) ?? [];
    if (found.length > 1) return refuse('ambiguous', column, said, found.map(({ code: one }) => one).join('、'));
    return found[0]?.code ?? refuse('unknown-region', column, said);
  }

  /** One that is listed, or lies in one that is, where the list does not go down so far. */
  #isRegion(code: string): boolean {
    if (code.length !== 6 && code.length !== 12) return false;
    const { regions = [] } = this.#reading;
    if (regions.length === 0 || this.#regionCodes.has(code)) return true;
    return !this.#regionDepths.has(regionsAbove(code).length) && regions.some((region) => isWithin(code, region.code));
  }

  #statusOf({ text, refuse }: Given): LedgerEntry['status'] {
    const said = text('status');
    return said === '' ? undefined : (stateIn(said) ?? refuse('unknown-status', 'status', said));
  }

  #figuresOf(given: Given, subject: Subject | undefined): Pick<LedgerEntry, 'value' | 'numerator' | 'denominator'> {
    const { text, refuse, doubt } = given;
    const value = this.#valueOf(given, subject);
    const [numerator, denominator] = (['numerator', 'denominator'] as const).map((column) => {
      const amount = this.#amountOf(column, given);
      return amount === undefined || amount.unit === '' ? amount?.value : this.#notANumber(column, given);
    });
    if ((numerator === undefined) !== (denominator === undefined)) {
      return refuse('half-rate', numerator === undefined ? 'numerator' : 'denominator');
    }
    const isRate = numerator !== undefined;
    if (subject && (value !== undefined || isRate) && targetOf(subject) === undefined) {
      doubt('no-target', text('value') === '' ? 'numerator' : 'value');
    }
    return { ...optional('value', value), ...optional('numerator', numerator), ...optional('denominator', denominator) };
  }

  #valueOf(given: Given, subject: Subject | undefined): number | undefined {
    const { text, placeOf, refuse, doubt } = given;
    const amount = this.#amountOf('value', given);
    if (amount === undefined) return undefined;
    const unit = subject && targetOf(subject)?.unit;
    if (unit === undefined) return amount.value;
    if (amount.unit !== '' && noughtsBetween(amount.unit, unit) !== 0) return refuse('unit', 'value', amount.unit, unit);
    const column = text('unit');
    const noughts = column === '' ? 0 : noughtsBetween(column, unit);
    // 350万 in a column of 万人次 may mean either.
    if (noughts === undefined || (noughts > 0 && (amount.isScaled || amount.unit !== ''))) return refuse('unit', 'unit', column, unit);
    const value = noughts === 0 ? amount.value : Number(`${amount.value}e${noughts}`);
    if (noughts > 0) this.#findings.add('unit-scaled', placeOf('unit'), text('value'), column, String(value), unit);
    if (unit === '%' && amount.unit === '' && value > 0 && value <= 1) {
      doubt('share', 'value', String(value), String(Number((value * 100).toPrecision(15))));
    }
    return value;
  }

  #amountOf(column: 'value' | 'numerator' | 'denominator', given: Given): ReturnType<typeof amountIn> {
    const said = given.text(column);
    if (said === '') return undefined;
    if (isShortened(said)) return given.refuse('shortened', column, said);
    return amountIn(said) ?? this.#notANumber(column, given);
  }

  #notANumber(column: 'value' | 'numerator' | 'denominator', { text, refuse, placeOf }: Given): never {
    return refuse('not-a-number', column, placeOf(column).header ?? '', text(column));
  }

  #asOfOf({ text, refuse, doubt }: Given): string {
    const said = text('asOf');
    if (said === '') return refuse('empty', 'asOf', this.#word('数据截至', 'The day of the data'));
    const day = dayIn(said.normalize('NFKC')) ?? refuse('not-a-date', 'asOf', said);
    if (day > this.#today) return refuse('future', 'asOf', day, this.#today);
    const { period } = this.#plan;
    if (period && (day < period.from || day > period.to)) doubt('outside-period', 'asOf', day, period.from, period.to);
    return day;
  }

  /** When the row says that it was recorded; a time without its zone is Beijing's. */
  #recordedAtOf({ text, refuse }: Given): string | undefined {
    const said = text('recordedAt');
    if (said === '') return undefined;
    if (/^(?:19|20|21)\d{2}-\d{2}-\d{2}T[\d:.]{5,}(?:Z|[+-]\d{2}:\d{2})$/.test(said) && !Number.isNaN(Date.parse(said))) {
      return Date.parse(said) > Date.parse(this.#reading.now) + clockSkewMs ? refuse('future', 'recordedAt', said, this.#today) : said;
    }
    const day = dayIn(said);
    const time = /[\sT](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(said);
    if (day === undefined || (/[\sT]/.test(said) && !time)) return refuse('not-a-time', 'recordedAt', said);
    const [, hours = '0', minutes = '00', seconds = '00'] = time ?? [];
    return `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}+08:00`;
  }

  #evidenceOf({ text, placeOf }: Given): LedgerEntry['evidence'] {
    return text('evidence')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .flatMap((line) => {
        const word = line.split(/\s/).at(-1)!;
        const at = word.search(/https?:\/\//i);
        const href = at < 0 ? '' : word.slice(at);
        if (!isAddress(href)) {
          this.#findings.add('no-link', placeOf('evidence'), short(line));
          return [];
        }
        const before = line.slice(0, -href.length);
        const title = at > 0 ? before.replace(/[:：]$/, '') : before.trim();
        return [{ title: title === '' ? href : title, href }];
      });
  }

  /** Holds the entry to the model; a row that names a person by number is left out whole. */
  #prove(entry: LedgerEntry, { refuse }: Given): LedgerEntry {
    try {
      return parseLedger({ entries: [entry] }, { lang: this.#reading.lang }).entries[0]!;
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      const [{ path, code, message, mend }] = error.issues as [InvalidDataError['issues'][number]];
      const column = (/^entries\[0\]\.(\w+)/.exec(path)?.[1] ?? 'taskId') as LedgerColumn;
      const said = this.#reading.lang === 'en' && /^[a-z]/.test(message) ? `It ${message}` : message;
      return refuse(code === 'personal-data' ? 'personal-data' : 'invalid', column, said, mend);
    }
  }

  /** Whether no row before says the same, or against it. */
  #isNew(entry: LedgerEntry, hasId: boolean, { refuse, placeOf }: Given, row: number): boolean {
    const { id, taskId, actionId, targetId, region, asOf, supersedes, status, value, numerator, denominator } = entry;
    const whole = JSON.stringify(entry);
    const twin = this.#rowById.get(id.toLowerCase());
    if (twin?.said === whole) {
      this.#findings.add('duplicate', placeOf(hasId ? 'id' : 'taskId'), String(twin.row));
      return false;
    }
    if (twin) return refuse('id-taken', 'id', id);
    this.#rowById.set(id.toLowerCase(), { row, said: whole });
    if (hasId || supersedes !== undefined) return true;
    const subject = JSON.stringify([taskId, actionId, targetId, region, asOf]);
    const figures = JSON.stringify([status, value, numerator, denominator]);
    const before = this.#rowBySubject.get(subject);
    if (before && before.said !== figures) return refuse('contradiction', 'taskId', String(before.row));
    this.#rowBySubject.set(subject, before ?? { row, said: figures });
    return true;
  }

  #word(zh: string, en: string): string {
    return this.#reading.lang === 'en' ? en : zh;
  }
}

/** The target that a figure is of: the one that is named, or the only one that the action has. */
function targetOf({ action, target }: Subject): Target | undefined {
  return target ?? (action?.targets.length === 1 ? action.targets[0] : undefined);
}

/** What the reading of one row hands on. */
interface Given {
  text: (column: LedgerColumn) => string;
  placeOf: (column: LedgerColumn) => CellPlace;
  /** Says why the row is left out. */
  refuse: (code: LedgerFindingCode, column: LedgerColumn, ...details: string[]) => never;
  /** Says what should be looked at. */
  doubt: (code: LedgerFindingCode, column: LedgerColumn, ...details: string[]) => void;
}

/** NUL, and half a character: no database keeps them. */
const unprintable = /[\0\uD800-\uDFFF]/u;

/** A clock may be wrong by minutes. */
const clockSkewMs = 600_000;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function beijingDayOf(time: string): string {
  return new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A name as it is compared: without blanks, half-width. */
function bare(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

function ids(list: readonly { id: string }[]): string {
  return list.map(({ id }) => id).join('、');
}

/** A name as a message shows it. */
function short(name: string): string {
  const line = name.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function isAddress(href: string): boolean {
  try {
    return /^https?:$/.test(new URL(href).protocol);
  } catch {
    return false;
  }
}

function optional<Field extends string, Value>(field: Field, value: Value): Partial<Record<Field, NonNullable<Value>>> {
  return (value === undefined ? {} : { [field]: value }) as Partial<Record<Field, NonNullable<Value>>>;
}
