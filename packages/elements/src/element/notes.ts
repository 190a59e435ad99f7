import type { Lang } from '@fp-kit/sdk';
import { wordsIn, type Dictionary } from '../locales/locale.js';
import { notesEn } from '../locales/notes/en.js';
import { notesZhCN, type NoteWords } from '../locales/notes/zh-CN.js';
import { create, refill } from './dom.js';
import type { SourceError } from './source-error.js';

export { noteStyles } from '../theme/note.styles.js';

const dictionary: Dictionary<NoteWords> = { 'zh-CN': notesZhCN, en: notesEn };

/** The line in place of data: that it is on its way, that there is none, or why it can't be had. */
export interface Note {
  state: 'loading' | 'empty' | 'error';
  error?: SourceError | undefined;
  lang: Lang;
  /** Asks again; undefined where asking cannot help. */
  retry?: (() => void) | undefined;
}

/** Draws a note into `view`. What a screen reader has said already is left alone. */
export function drawNote(view: HTMLElement, { state, error, lang, retry }: Note): void {
  const words = wordsIn(dictionary, lang);
  let slot = view.querySelector('slot');
  if (slot?.name !== state || Boolean(retry) !== Boolean(view.querySelector('button'))) {
    slot = create('slot', { name: state });
    const note = create('div', { class: `note ${state}`, part: state === 'loading' ? undefined : state }, slot);
    if (state !== 'empty') note.setAttribute('role', 'status');
    if (retry) {
      const button = create('button', { type: 'button', class: 'retry', part: 'retry' });
      button.addEventListener('click', retry);
      note.append(button);
    }
    refill(view, note);
  }
  slot.textContent = error ? words.failures[isMissing(error) ? 'missing' : error.code] : words[state as 'loading' | 'empty'];
  const button = view.querySelector('button');
  if (button) button.textContent = words.retry;
}

const isMissing = ({ code, detail }: SourceError) => code === 'http' && /^40[134]$|^410$/.test(detail);

const said = new WeakMap<Element, Set<string>>();

/** Tells on the console what is wrong, where, and how to mend it, once per element and problem. The line begins with the tag. */
export function warn(element: Element, { code, where, detail }: SourceError, lang: Lang): void {
  const problem = [code, where, detail].join(' ');
  const problems = said.get(element) ?? new Set<string>();
  if (problems.has(problem)) return;
  said.set(element, problems.add(problem));
  const words = wordsIn(dictionary, lang);
  console.warn(`<${element.localName}>: ${words.problems[code](where, detail)}${words.kept}`);
}
