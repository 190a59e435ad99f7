import type { DocumentNumber, Lang, Plan } from '@fp-kit/sdk';
import { isDigitAt, isDigitCode, isOneOf, withoutEnd } from './characters.js';
import { sha256Of } from './digest.js';
import { impossibleDays } from './dates.js';
import { Diagnostics, type Diagnostic } from './diagnostics.js';
import { DocumentError } from './errors.js';
import { readHeader, type Header } from './header.js';
import { readObservances } from './observances.js';
import { readOutline, type Outline } from './outline.js';
import { paragraphsOf, type Paragraph } from './paragraphs.js';
import { readDocument } from './readers/read.js';
import type { DocumentText } from './readers/text.js';
import { hasGapBefore, repair, toSource, type View } from './repair.js';
import { headingsOf, printed, printedWithPinyin, tasksOf, type Reading } from './tasks.js';

export interface ImportOptions {
  /** Name of the document, as the reader knows it: the file's name. */
  name: string;
  /** Language of diagnostics and errors. Default 'zh-CN'. */
  lang?: Lang;
}

export interface Imported {
  plan: Plan;
  /** In the order of the document. */
  diagnostics: Diagnostic[];
}

/**
 * Reads an official document into a plan: bytes, text, repaired view, outline, tasks, actions, targets.
 *
 * The text is never altered (`plan.source.text`); every quote stands at its span. What is doubtful becomes a diagnostic and the plan
 * still comes out. Linear in the length of the text.
 *
 * @throws DocumentError where there is no text to read at all: an empty, encrypted, scanned, damaged or oversized file, or a format
 * that has no reader.
 */
export async function importDocument(bytes: Uint8Array, { name, lang = 'zh-CN' }: ImportOptions): Promise<Imported> {
  // The platform digests beside the reading, and is waited for only when the plan is put together.
  const sha256 = sha256Of(bytes);
  const document = await readDocument(bytes, lang);
  if (isJson(document.text)) throw new DocumentError('data-file', lang);
  return planFromText(document, { name, lang, sha256 });
}

/** Somebody who gives the importer a plan gets a word for it, not a plan of its braces. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface About {
  name: string;
  lang: Lang;
  sha256: Promise<string>;
}

async function planFromText({ text: source, mediaType, places, wordless }: DocumentText, about: About): Promise<Imported> {
  const view = repair(source);
  const paragraphs = paragraphsOf(view.text);
  const isGap = (at: number) => hasGapBefore(source, view, at);
  const header = readHeader(paragraphs, isGap);
  const outline = readOutline(view, paragraphs, header.matter, isGap);
  const diagnostics = new Diagnostics(source, about.lang);
  const year = header.years.at(-1);
  const title = titleText(source, view, header.title) || about.name.replace(/\.[a-z]{2,5}$/i, '');
  const reading: Reading = {
    source,
    view,
    kind: header.kind,
    title,
    year: baseYear(header, title),
    issuedOn: header.issuedOn,
    diagnostics,
  };

  const headings = headingsOf(reading, outline);
  const tasks = tasksOf(reading, outline);
  const observances = readObservances(source, view, year);
  const sha256 = await about.sha256;
  const plan: Plan = {
    format: 'fp-plan/1',
    id: `plan-${sha256.slice(0, 12)}`,
    kind: header.kind,
    title,
    issuer: { ...header.issuer, name: asPrinted(source, view, header.issuer.name) },
    headings,
    tasks,
    observances,
    source: { name: about.name, mediaType, sha256, text: source, ...(places && { places }) },
  };
  if (header.documentNumber) plan.documentNumber = numberAsPrinted(source, view, header.documentNumber);
  if (header.issuedOn !== undefined) plan.issuedOn = header.issuedOn;
  if (year !== undefined) plan.period = { from: `${header.years[0]}-01-01`, to: `${year}-12-31` };
  if (wordless) diagnostics.add('wordless-page', [0, 0], wordless.join(about.lang === 'en' ? ', ' : '、'));
  diagnose(diagnostics, { source, view, header, outline, year });
  return { plan, diagnostics: diagnostics.list() };
}

/** The header is read in folded characters; a name is given in those of the document: as it was read where it stands so, else as it stands last, in the signature. */
function asPrinted(source: string, view: View, folded: string): string {
  if (source.includes(folded)) return folded;
  const at = view.text.lastIndexOf(folded);
  return at < 0 ? folded : printedWithPinyin(source, view, at, at + folded.length);
}

function numberAsPrinted(source: string, view: View, number: DocumentNumber): DocumentNumber {
  const prefix = asPrinted(source, view, number.prefix);
  return prefix === number.prefix
    ? number
    : { ...number, prefix, text: prefix + number.text.slice(number.prefix.length, -1) + asPrinted(source, view, '号') };
}

/** The year that 年底前 means: in a plan for several years the one it was issued in. */
function baseYear({ years, kind, issuedOn }: Header, title: string): number | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last || kind === 'report' || /总结|报告/.test(title)) return last;
  const issued = issuedOn === undefined ? first : Number(issuedOn.slice(0, 4));
  return issued >= first && issued <= last ? issued : first;
}

/** Spaces part the members of a slogan (守正创新 勇毅前行 …) but mean nothing around a year. */
function titleText(source: string, view: View, title: Paragraph[]): string {
  const lines = title.map((p) => printed(source, view, p.start, p.end));
  const spaced = title.map((p) =>
    source
      .slice(...toSource(view, p.start, p.end))
      .trim()
      .replace(/\s+/g, ' '),
  );
  const printedTitle = spaced.map((line, i) => (line.split(/[一-鿿] (?=[一-鿿])/).length > 2 ? line : lines[i]!)).join('');
  return withoutEnd(printedTitle, '| ');
}

interface Read {
  source: string;
  view: View;
  header: Header;
  outline: Outline;
  year: number | undefined;
}

function diagnose(diagnostics: Diagnostics, { source, view, header, outline, year }: Read): void {
  for (const { code, span } of view.repairs) diagnostics.add(code, span);
  for (const { section, kind } of outline.irregular) {
    const span = toSource(view, section.start, section.titleStart);
    diagnostics.add(kind === 'doubled' ? 'doubled-ordinal' : 'skipped-ordinal', span, source.slice(...span).trim());
  }
  for (const section of outline.sections) {
    const span = toSource(view, section.start, section.titleStart);
    const marker = source.slice(...span);
    if (section.level === 2 && /[()]/.test(marker)) diagnostics.add('half-width-marker', span, marker.trim(), section.ordinal);
  }
  if (outline.sections.length === 0) diagnostics.add('no-headings', [0, 0]);
  const number = header.documentNumber;
  if (!number) diagnostics.add('no-number', [0, 0]);
  else if (!source.includes(`〔${number.year}〕`)) {
    const at = source.indexOf(number.prefix);
    diagnostics.add('odd-number-brackets', at < 0 ? [0, 0] : [at, at + number.prefix.length], number.text);
  }
  if (header.issuer.name === '') diagnostics.add('no-issuer', [0, 0]);
  if (header.issuedOn === undefined) diagnostics.add('no-date', [0, 0]);
  if (year === undefined) diagnostics.add('no-year', [0, 0]);
  for (const [start, end] of impossibleDays(view.text)) {
    const span = toSource(view, start, end);
    diagnostics.add('impossible-date', span, source.slice(...span));
  }
  for (const { kind, start, end } of personalNumbers(source)) diagnostics.add('personal-data', [start, end], kind);
  for (const { label, start, end } of contacts(view.text)) diagnostics.add('personal-data', toSource(view, start, end), label);
}

/** 联系人:某某 */
function* contacts(text: string): Generator<{ label: string; start: number; end: number }> {
  // A pattern that may begin in two ways is looked for at every character, one string is not.
  for (let at = text.indexOf('人:'); at >= 0; at = text.indexOf('人:', at + 2)) {
    const named = /^(联系人|经办人):[一-鿿]{2,3}/.exec(text.slice(Math.max(0, at - 2), at + 5));
    if (named) yield { label: named[1]!, start: at - 2, end: at - 2 + named[0].length };
  }
}

/** Runs of digits as long as an identity card (18) or a mobile number (11 from 13 on). */
function* personalNumbers(source: string): Generator<{ kind: string; start: number; end: number }> {
  // One look in eleven characters meets every run of eleven.
  for (let at = 10; at < source.length; at += 11) {
    if (!isDigitCode(source.charCodeAt(at))) continue;
    let start = at;
    while (isDigitAt(source, start - 1)) start--;
    let end = at + 1;
    while (isDigitAt(source, end)) end++;
    at = end;
    const length = end - start;
    const isChecked = isOneOf(source, end, 'Xx');
    if (length === 18 || (length === 17 && isChecked)) yield { kind: '18', start, end: start + 18 };
    else if (length === 11 && source[start] === '1' && isOneOf(source, start + 1, '3456789')) yield { kind: '11', start, end };
  }
}
