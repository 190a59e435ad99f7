import type { Crs, Lang, Site } from '@fp-kit/sdk';
import { DocumentError } from '../errors.js';
import { readCsv } from '../sheets/csv.js';
import { readWorkbookOrText } from '../sheets/read-sheet.js';
import type { SiteFinding } from './findings.js';
import { rowsOfGeoJson, rowsOfHsds } from './json.js';
import { sitesOfTable } from './table.js';

/** How `importSites` reads and speaks. */
export interface ImportSitesOptions {
  /** Language of the findings; `zh-CN` unless told. */
  lang?: Lang;
  /** System of the coordinates that do not say theirs. */
  crs?: Crs;
}

/** What came out of a table of sites. */
export interface ImportedSites {
  sites: Site[];
  /** All that was not plain, by row; whatever was left out is an error here. */
  findings: SiteFinding[];
  /** Rows, features or services there were. */
  rows: number;
  format: 'xlsx' | 'csv' | 'geojson' | 'hsds';
}

/**
 * Reads service sites from a clerk's spreadsheet (.xlsx, .csv in UTF-8 or GB18030), GeoJSON or HSDS, told by the bytes. Columns are told by their
 * headers (名称 地址 电话 经度 纬度 …), title rows above them passed over. A row is taken or left out with a finding, never dropped in silence.
 *
 * @throws {DocumentError} where there is no table to read.
 */
export async function importSites(bytes: Uint8Array, { lang = 'zh-CN', crs }: ImportSitesOptions = {}): Promise<ImportedSites> {
  const read = await readWorkbookOrText(bytes, lang);
  if ('rows' in read) return { ...sitesOfTable(read.rows, { lang, crs }), format: 'xlsx' };
  const { text } = read;
  if (!/^\ufeff?\s*[[{]/.test(text)) return { ...sitesOfTable(readCsv(text), { lang, crs }), format: 'csv' };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new DocumentError('truncated-document', lang, 'JSON', { cause });
  }
  const features = rowsOfGeoJson(data);
  const rows = features ?? rowsOfHsds(data);
  if (!rows) throw new DocumentError('no-sites', lang);
  const { sites, findings, rows: count } = sitesOfTable(rows, { lang, crs: crs ?? 'wgs84', isNamed: true });
  // The header of JSON is nobody's row.
  const counted = findings.map((finding) => ({ ...finding, row: Math.max(1, finding.row - 1) }));
  return { sites, findings: counted, rows: count, format: features ? 'geojson' : 'hsds' };
}
