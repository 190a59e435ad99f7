import { classes, CLAUSE_END, OPEN, SENTENCE_END } from './characters.js';
import { readMarker, type Marker, type MarkerLevel } from './markers.js';
import type { Paragraph } from './paragraphs.js';

/** A numbered heading and the text that belongs to it, in positions of the view. */
export interface Section {
  level: MarkerLevel;
  ordinal: string;
  value: number;
  start: number;
  titleStart: number;
  titleEnd: number;
  /** Own text, up to the next heading of any level. */
  body: Paragraph[];
  parent?: Section;
  children: Section[];
  /** Ordinals from the root: '3.13'. Unique: a doubled 三、 becomes '3b'. */
  path: string;
}

export interface Outline {
  sections: Section[];
  /** Text before the first heading that is not the document's header. */
  preamble: Paragraph[];
  irregular: { section: Section; kind: 'doubled' | 'skipped' }[];
}

/** Headings by their numbering, wherever they stand: the numbering is the truth, indentation and Markdown depth are noise. */
export function readOutline(paragraphs: Paragraph[], matter: Set<Paragraph>): Outline {
  const outline: Outline = { sections: [], preamble: [], irregular: [] };
  const open: Section[] = [];
  const paths = new Map<string, number>();
  const lastByLevel = new Map<MarkerLevel, Section>();
  const text = withoutContents(paragraphs.filter((p) => !matter.has(p)));
  const headed = new Set(text.map((p) => readMarker(p.text, 0)?.level));
  let current: Section | undefined;

  for (const paragraph of text) {
    let from = 0;
    for (let at = 0; at < paragraph.text.length; at = nextCandidate(paragraph.text, at)) {
      const marker = readMarker(paragraph.text, at);
      if (!marker || marker.end >= paragraph.text.length) continue;
      if (at > 0 && !isInlineHeading(marker, paragraph.text[at - 1]!, open, headed)) continue;
      // 一、工作措施（一）坚持领导。 on one line: the second heading ends the title of the first.
      if (current && current.titleEnd > paragraph.start + at) current.titleEnd = paragraph.start + at;
      keep(paragraph, from, at);
      current = addSection(paragraph, at, marker);
      // A heading that is a whole sentence leaves what follows as its text; the sentence itself is the title.
      from = current.titleEnd - paragraph.start;
      if ('。:'.includes(paragraph.text[from] ?? '')) from++;
    }
    keep(paragraph, from, paragraph.text.length);
  }
  return outline;

  function keep(paragraph: Paragraph, from: number, to: number): void {
    if (to <= from) return;
    const part = { start: paragraph.start + from, end: paragraph.start + to, text: paragraph.text.slice(from, to) };
    (current?.body ?? outline.preamble).push(part);
  }

  function addSection(paragraph: Paragraph, at: number, marker: Marker): Section {
    const parent = parentOf(marker);
    const previous = lastByLevel.get(marker.level);
    const section: Section = {
      level: marker.level,
      ordinal: marker.ordinal,
      value: marker.value,
      start: paragraph.start + at,
      titleStart: paragraph.start + marker.end,
      titleEnd: paragraph.start + titleEnd(paragraph.text, marker.end),
      body: [],
      children: [],
      path: uniquePath(parent, marker.value, paths),
    };
    if (parent) {
      section.parent = parent;
      parent.children.push(section);
    }
    lastByLevel.set(marker.level, section);
    open.push(section);
    outline.sections.push(section);
    // Numbering that runs on over sections is a habit of the genre; only its gaps and doubles are worth a word.
    if (previous && previous.parent === parent && marker.value === previous.value) outline.irregular.push({ section, kind: 'doubled' });
    else if (marker.value > (previous?.value ?? 0) + 1) outline.irregular.push({ section, kind: 'skipped' });
    return section;
  }

  function parentOf(marker: Marker): Section | undefined {
    while (open.length) {
      const top = open.at(-1)!;
      if (top.level < marker.level) return top;
      // 1. under 一是 begins a list of its own.
      if (top.level === 5 && marker.value === 1 && marker.level >= 3 && !open.some((section) => section.level === marker.level)) return top;
      open.pop();
    }
    return undefined;
  }
}

/** In a document that was poured into one line, headings stand in the middle of it; elsewhere a marker there is an enumeration. */
function isInlineHeading(marker: Marker, before: string, open: Section[], headed: Set<MarkerLevel | undefined>): boolean {
  if (marker.level > 2) return false;
  const sibling = open.find((section) => section.level === marker.level);
  if (sibling) return '。:'.includes(before) && marker.value === sibling.value + 1;
  return before !== '第' && marker.value === 1 && !headed.has(marker.level);
}

/** The next place after `at` where a heading inside a line may begin: behind the end of a sentence or a colon, or at a bracket. */
function nextCandidate(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!(classes[code]! & (SENTENCE_END | CLAUSE_END | OPEN))) continue;
    if (code === 0x28 && i > at) return i;
    if ((code === 0x3002 || code === 0x3a) && i + 1 < text.length) return i + 1;
  }
  return text.length;
}

function titleEnd(text: string, from: number): number {
  let end = text.indexOf('。', from);
  if (end < 0) end = text.length;
  const colon = text.indexOf(':', from);
  if (colon >= 0 && colon < end && (colon === text.length - 1 || text.startsWith('一是', colon + 1))) return colon;
  while (end > from && ',。:;'.includes(text[end - 1]!)) end--;
  return end;
}

function uniquePath(parent: Section | undefined, value: number, taken: Map<string, number>): string {
  const path = parent ? `${parent.path}.${value}` : String(value);
  const times = taken.get(path) ?? 0;
  taken.set(path, times + 1);
  if (times === 0) return path;
  return times < 26 ? path + String.fromCharCode(97 + times) : `${path}-${times + 1}`;
}

/** 目录 lists the headings before the text does; its lines are left out. */
function withoutContents(paragraphs: Paragraph[]): Paragraph[] {
  const from = paragraphs.findIndex((p) => p.text === '目录');
  const first = paragraphs[from + 1];
  if (from < 0 || !first) return paragraphs;
  const name = withoutLeader(first.text);
  const to = paragraphs.findIndex((p, i) => i > from + 1 && withoutLeader(p.text) === name);
  return to < 0 ? paragraphs : [...paragraphs.slice(0, from), ...paragraphs.slice(to)];
}

/** A line of contents without its dots and page number. */
function withoutLeader(text: string): string {
  let end = text.length;
  while (end > 0 && '.…·0123456789- '.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
