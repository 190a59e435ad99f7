import {
  type Crs,
  type DataIssue,
  InvalidDataError,
  type Lang,
  parseOpeningHours,
  parseSites,
  type Site,
  siteTypeAliases,
  siteTypeNames,
  siteTypeOf,
  siteTypes,
} from '@fp-kit/sdk';
import { type Column, columnOf, crsIn, statusIn } from './columns.js';
import { degreesOf, isInChina } from './coordinates.js';
import { Findings, type Place } from '../sheets/findings.js';
import { dayIn, isShortened, type Rows } from '../sheets/rows.js';
import { type Cell, readTable } from '../sheets/table.js';
import { type SiteFinding, type SiteFindingCode, siteWordings } from './findings.js';

export interface TableOptions {
  lang: Lang;
  /** System of coordinates that say nothing of theirs. */
  crs?: Crs | undefined;
  /** Columns are named by their headers, not by letters: what was read is no spreadsheet. */
  isNamed?: boolean;
}

export interface SitesOfTable {
  sites: Site[];
  findings: SiteFinding[];
  /** Rows that hold anything, below the header. */
  rows: number;
}

type Cells = Partial<Record<Column, Cell>>;

/** Reads sites from the rows of a table, whose columns are told by their headers. Every row is taken, or said to be left out and why. */
export function sitesOfTable(rows: Rows, { lang, crs, isNamed = false }: TableOptions): SitesOfTable {
  const findings = new Findings(siteWordings, lang);
  const sheet = readTable(rows, { columnOf, isHeader: (columns) => columns.has('name'), textOf: said, isNamed }, findings);
  if (!sheet) return { sites: [], findings: findings.list(), rows: 0 };
  const told = sheet.columns.find(({ column, title }) => (column === 'lng' || column === 'lat' || column === 'lngLat') && crsIn(title));
  const table = new Table(findings, lang, crs ?? (told && crsIn(told.title)));

  const sites: Site[] = [];
  let count = 0;
  for (const { cells, row } of sheet.rows) {
    count++;
    const site = table.read(cells, { row });
    if (site) sites.push(site);
  }
  return { sites, findings: findings.list(), rows: count };
}

/** Rows one after the other: what came before tells a duplicate. */
class Table {
  readonly #findings: Findings<SiteFindingCode>;
  readonly #lang: Lang;
  readonly #crs: Crs | undefined;
  readonly #rowBySite = new Map<string, number>();
  readonly #ids = new Map<string, number>();
  readonly #freeTypes = new Set<string>();

  constructor(findings: Findings<SiteFindingCode>, lang: Lang, crs: Crs | undefined) {
    this.#findings = findings;
    this.#lang = lang;
    this.#crs = crs;
  }

  read(cells: Cells, { row }: { row: number }): Site | undefined {
    const text = (column: Column): string => {
      const cell = cells[column];
      if (!cell || !isShortened(cell.text)) return cell?.text ?? '';
      this.#findings.add('scientific', cell.place, cell.text);
      return '';
    };
    const placeOf = (column: Column) => cells[column]?.place ?? { row };
    const [name, address, id] = [text('name'), text('address'), text('id')];
    for (const [column, zh, en] of [
      ['name', '名称', 'The name'],
      ['address', '地址', 'The address'],
    ] as const) {
      if (text(column) !== '') continue;
      this.#findings.add('empty', placeOf(column), this.#lang === 'en' ? en : zh);
      return undefined;
    }
    const type = this.#typeOf(text('type'), name, placeOf('type'));
    if (type === undefined) return undefined;

    const key = JSON.stringify([type, name, address]);
    const twin = this.#rowBySite.get(key) ?? (id === '' ? undefined : this.#ids.get(id));
    if (twin !== undefined) {
      this.#findings.add('duplicate', placeOf(this.#rowBySite.has(key) ? 'name' : 'id'), String(twin));
      return undefined;
    }

    const site = this.#prove(
      {
        id: id === '' ? idOf(key) : id,
        type,
        name,
        ...optional('grade', text('grade')),
        ...optional('region', text('region').replace(/\s/g, '')),
        address,
        ...optional('location', this.#locationOf(cells)),
        ...optional('openingHours', text('openingHours')),
        ...optional('phone', text('phone')),
        services: text('services')
          .split(/[、；;，,/\n]+/)
          .map((service) => service.trim())
          .filter((service) => service !== ''),
        status: this.#statusOf(text('status'), placeOf('status')),
        ...optional('inspectedOn', this.#dayOf(text('inspectedOn'), placeOf('inspectedOn'))),
      },
      placeOf,
    );
    if (!site) return undefined;
    this.#rowBySite.set(key, row);
    if (id !== '') this.#ids.set(id, row);
    if (site.openingHours !== undefined && !parseOpeningHours(site.openingHours)) {
      this.#findings.add('unread-hours', placeOf('openingHours'), site.openingHours);
    }
    return site;
  }

  #typeOf(text: string, name: string, place: Place): string | undefined {
    if (text === '') {
      const longest = siteTypeAliases.filter(([alias]) => name.includes(alias)).sort(([a], [b]) => b.length - a.length)[0];
      if (!longest) {
        this.#findings.add('empty', place, this.#lang === 'en' ? 'The type' : '类型');
        return undefined;
      }
      this.#findings.add('type-from-name', place, siteTypeNames[longest[1]]);
      return longest[1];
    }
    const type = siteTypeOf(text);
    if (!(siteTypes as string[]).includes(type) && !this.#freeTypes.has(type)) {
      this.#freeTypes.add(type);
      this.#findings.add('free-type', place, type);
    }
    return type;
  }

  #statusOf(text: string, place: Place): Site['status'] {
    const status = text === '' ? 'open' : statusIn(text);
    if (!status) this.#findings.add('unknown-status', place, text);
    return status ?? 'open';
  }

  #dayOf(text: string, place: Place): string | undefined {
    const day = dayIn(text);
    if (day === undefined && text !== '') this.#findings.add('not-a-date', place, text);
    return day;
  }

  #locationOf(cells: Cells): Site['location'] {
    const pair = /^([^,，;；\s]+)[,，;；\s]+([^,，;；\s]+)$/.exec(cells.lngLat?.text ?? '');
    const [lng, lat] = pair
      ? [
          { ...cells.lngLat!, text: pair[1]! },
          { ...cells.lngLat!, text: pair[2]! },
        ]
      : [cells.lng, cells.lat];
    if (!pair && cells.lngLat && cells.lngLat.text !== '') {
      this.#findings.add('not-degrees', cells.lngLat.place, cells.lngLat.text);
      return undefined;
    }
    const [hasLng, hasLat] = [(lng?.text ?? '') !== '', (lat?.text ?? '') !== ''];
    if (!hasLng && !hasLat) return undefined;
    if (!lng || !lat || !hasLng || !hasLat) {
      this.#findings.add('half-coordinate', (hasLng ? (lat ?? lng) : (lng ?? lat))!.place);
      return undefined;
    }
    const [x, y] = [this.#degreesOf(lng), this.#degreesOf(lat)];
    if (x === undefined || y === undefined) return undefined;
    const isSwapped = !isInChina(x, y) && isInChina(y, x);
    if (isSwapped) this.#findings.add('swapped', lng.place);
    else if (!isInChina(x, y)) {
      this.#findings.add('outside', lng.place, `${x}, ${y}`);
      return undefined;
    }
    const word = cells.crs?.text ?? '';
    const crs = word === '' ? this.#crs : crsIn(word);
    if (crs === undefined) {
      this.#findings.add('no-crs', cells.crs?.place ?? lng.place);
      return undefined;
    }
    return isSwapped ? { lng: y, lat: x, crs } : { lng: x, lat: y, crs };
  }

  #degreesOf({ text, place }: Cell): number | undefined {
    const read = degreesOf(text);
    if (!read) this.#findings.add('not-degrees', place, text);
    else if (read.isSexagesimal) this.#findings.add('sexagesimal', place, text, String(read.degrees));
    return read?.degrees;
  }

  /** Leaves out what the model refuses: a cell where it may be missing, else the row. Personal data in a text takes the row with it. */
  #prove(site: Site, placeOf: (column: Column) => Place): Site | undefined {
    try {
      return parseSites({ sites: [site] }, { lang: this.#lang }).sites[0];
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      let rest: Site | undefined = site;
      const seen = new Set<Column>();
      for (const issue of error.issues) {
        const field = fieldOf(issue);
        if (seen.has(field)) continue;
        seen.add(field);
        const isPersonal = issue.code === 'personal-data';
        const isCellOnly = field === 'phone' || (!isPersonal && isOptional(field));
        this.#findings.add(isPersonal ? 'personal-data' : 'invalid', placeOf(field), this.#said(issue, isCellOnly));
        if (!isCellOnly) rest = undefined;
        else if (rest) rest = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== field)) as Site;
      }
      // What the schema stopped at may have hidden what is checked behind it.
      return rest && this.#prove(rest, placeOf);
    }
  }

  #said({ message, mend }: DataIssue, isCellOnly: boolean): string {
    if (this.#lang === 'en')
      return `${/^[a-z]/.test(message) ? 'It ' : ''}${message}, so the ${isCellOnly ? 'cell' : 'row'} was left out: ${mend}`;
    return `${message}，这一${isCellOnly ? '格' : '行'}没有读入：${mend}`;
  }
}

/** A formula that came to nothing says nothing. */
function said(cell: string): string {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(cell) ? '' : cell.trim();
}

const isOptional = (field: Column) => ['grade', 'region', 'location', 'openingHours', 'phone', 'inspectedOn'].includes(field);

/** `sites[0].services[1]` is about services. */
function fieldOf({ path }: DataIssue): Column {
  return (/^sites\[0\]\.(\w+)/.exec(path)?.[1] ?? 'name') as Column;
}

function optional<Field extends string, Value>(field: Field, value: Value): Partial<Record<Field, NonNullable<Value>>> {
  return (value === '' || value === undefined ? {} : { [field]: value }) as Partial<Record<Field, NonNullable<Value>>>;
}

/** The same site has the same id in every import: 53 bits of its type, name and address (FNV-1a, two halves). */
function idOf(key: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code ^ (a >>> 15), 0x85ebca6b);
  }
  return `s${((a >>> 0).toString(36) + (b >>> 0).toString(36)).padStart(13, '0')}`;
}
