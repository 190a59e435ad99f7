import type { Lang, Site } from '@fp-kit/sdk';
import { debugEn } from '../locales/debug/en.js';
import { debugZhCN, type DebugWords } from '../locales/debug/zh-CN.js';
import { wordsIn, type Dictionary } from '../locales/locale.js';
import { notesEn } from '../locales/notes/en.js';
import { notesZhCN, type NoteWords } from '../locales/notes/zh-CN.js';
import type { PlanData } from '../plan/plan-data.js';
import type { DataState, FpElement } from './fp-element.js';
import type { SourceError } from './source-error.js';

/** What an element sees at one moment. */
export interface Sight {
  state: DataState;
  /** The data given as a property, raw. */
  held: unknown;
  src: string | undefined;
  /** What `fp-load` tells of the data that is shown. */
  detail: unknown;
  error: SourceError | undefined;
  /** What a server drew is still shown. */
  isServed: boolean;
  lang: Lang;
}

type Element = FpElement<unknown, object>;

const dictionary: Dictionary<DebugWords> = { 'zh-CN': debugZhCN, en: debugEn };
const problems: Dictionary<NoteWords> = { 'zh-CN': notesZhCN, en: notesEn };
const themes = ['light', 'dark', 'elder', 'contrast', 'auto'];

const told = new WeakMap<Element, { sight: Sight; facts: string }>();

/** Tells on the console what an element sees and why its state has changed. What has been told already is not told again. */
export function explain(element: Element, sight: Sight): void {
  const words = wordsIn(dictionary, sight.lang);
  const facts = factsOf(element, sight, words);
  const before = told.get(element);
  if (before?.facts === facts && before.sight.state === sight.state && before.sight.detail === sight.detail) return;
  told.set(element, { sight, facts });
  const states = [...new Set([before?.sight.state, sight.state])].filter(Boolean).join(' → ');
  const reason = words.becauseOf(reasonOf(element, sight, before?.sight, words));
  // eslint-disable-next-line no-console -- asked for by `debug`
  console.info(`<${element.localName}>: ${states}${reason}\n${facts}`);
}

function reasonOf(element: Element, sight: Sight, before: Sight | undefined, words: DebugWords): string {
  const { state, held, src, lang, error } = sight;
  if (before?.state === state && before.detail === sight.detail) return before.lang === lang ? words.reasons.changed : words.reasons.lang;
  if (state === 'error' && error) return wordsIn(problems, lang).problems[error.code](error.where, error.detail);
  if (state !== 'loading') return words.reasons[state as 'idle' | 'ready' | 'empty'];
  if (before && before.held === held && before.src === src && before.state !== 'idle') return words.reasons.again;
  return src === undefined ? words.reasons.given(nameOf(element, held) ?? '') : words.reasons.fetched(src);
}

function factsOf(element: Element, sight: Sight, words: DebugWords): string {
  const { version } = element.constructor as unknown as { version: string };
  const { lines } = words;
  const served = sight.isServed ? [words.served] : [];
  const facts: [string, readonly string[]][] = [
    [lines.version, [version]],
    [lines.data, [sourceOf(element, sight, words), ...served]],
    [lines.lang, [languageOf(element, sight.lang, words)]],
    [lines.theme, [element.theme && themes.includes(element.theme) ? element.theme : 'light']],
    [lines.counts, countsOf(sight.detail, words)],
    [lines.ignored, ignoredBy(element, sight, words)],
  ];
  return facts.map(([name, said]) => `  ${name}\t${said.join(words.listed)}`).join('\n');
}

function sourceOf(element: Element, { held, src }: Sight, { sources }: DebugWords): string {
  if (src?.startsWith('#')) return sources.block(src.slice(1));
  if (src !== undefined) return sources.address(src, addressOf(src, element.baseURI));
  if (held === undefined) return sources.none;
  const name = nameOf(element, held);
  if (name !== undefined) return sources.property(name);
  const written = writtenOn(element);
  return written === '' ? sources.values : sources.attributes(written);
}

function addressOf(src: string, base: string): string {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
}

/** The property that holds the data itself. */
function nameOf(element: Element, held: unknown): string | undefined {
  for (
    let scope: object = Object.getPrototypeOf(element) as object;
    scope !== HTMLElement.prototype;
    scope = Object.getPrototypeOf(scope) as object
  ) {
    const name = Object.getOwnPropertyNames(scope).find(
      (one) => !['held', 'given'].includes(one) && (element as unknown as Record<string, unknown>)[one] === held,
    );
    if (name !== undefined) return name;
  }
  return undefined;
}

const attributesOf = (element: Element): readonly string[] =>
  (element.constructor as unknown as { observedAttributes: string[] }).observedAttributes;

/** The attributes of its own that an element was given, as they are written. */
function writtenOn(element: Element): string {
  const common = ['src', 'theme', 'debug'];
  return [...element.attributes]
    .filter(({ name }) => attributesOf(element).includes(name) && !common.includes(name))
    .map(({ name, value }) => `${name}="${value}"`)
    .join(' ');
}

function languageOf(element: Element, lang: Lang, words: DebugWords): string {
  for (let scope: globalThis.Element | undefined = element; scope;) {
    const holder: globalThis.Element | null = scope.closest('[lang]');
    if (holder) return words.langFrom(lang, `<${holder.localName} lang="${holder.getAttribute('lang')}">`);
    const root = scope.getRootNode();
    scope = root instanceof ShadowRoot ? root.host : undefined;
  }
  return words.langFrom(lang, words.noLang);
}

function countsOf(detail: unknown, words: DebugWords): readonly string[] {
  if (typeof detail !== 'object' || detail === null) return [words.nothingCounted];
  if ('plan' in detail) {
    const { plan, progress } = detail as PlanData;
    const actions = plan.tasks.flatMap((task) => task.actions);
    const targets = actions.flatMap((action) => action.targets);
    return [
      words.plan(plan.tasks.length, actions.length, targets.length),
      progress ? words.reported(progress.total.reported, progress.total.total, progress.asOf) : words.noProgress,
    ];
  }
  if ('sites' in detail) {
    const { sites } = detail as { sites: readonly Site[] };
    return [words.sites(sites.length, sites.filter(({ location }) => location).length)];
  }
  return Object.entries(detail).flatMap(([name, value]) => (['number', 'string'].includes(typeof value) ? [`${name} ${value}`] : []));
}

function ignoredBy(element: Element, { held, detail, src }: Sight, words: DebugWords): readonly string[] {
  const { ignored } = words;
  const said: string[] = [];
  if (held !== undefined && element.src)
    said.push(ignored.src(element.src, nameOf(element, held) ?? (writtenOn(element) || words.sources.values)));
  for (const name of element.getAttributeNames()) {
    if (attributesOf(element).includes(name)) continue;
    const meant = nearest(name, attributesOf(element));
    if (meant !== undefined || !isOfAnyElement(name)) said.push(ignored.attribute(name, meant));
  }
  if (element.theme && !themes.includes(element.theme)) said.push(ignored.theme(element.theme, themes.join(' ')));
  const isLinked = Boolean((detail as Partial<PlanData> | undefined)?.links?.entries);
  if (element.hasAttribute('editable') && src !== undefined && detail !== undefined && !isLinked) said.push(ignored.editable);
  return said.length > 0 ? said : [words.nothingIgnored];
}

/** Whether any element may have the attribute: HTML's own, and whatever frameworks and CMS write for themselves. */
function isOfAnyElement(name: string): boolean {
  if (/^(?:class|is|part|exportparts|role|xmlns|item\w+|on\w+)$|[-:@.]/.test(name)) return true;
  for (const property in HTMLElement.prototype) if (property.toLowerCase() === name) return true;
  return false;
}

const lettersOf = (name: string): string => Array.from(name.replace(/[-_]/g, '')).sort().join('');

/** The name that was meant: the same letters in another order or with other hyphens, or one cut short or drawn out. */
const nearest = (name: string, names: readonly string[]): string | undefined =>
  names.find((one) => lettersOf(one) === lettersOf(name) || (name.length > 3 && (one.startsWith(name) || name.startsWith(one))));
