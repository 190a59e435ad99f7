import type { TargetProgress } from '@fp-kit/sdk';
import { html, type nothing, type TemplateResult } from 'lit/html.js';
import type { Messages } from '../../locales/zh-CN.js';
import type { PlanData } from '../../plan/plan-data.js';
import { stateIcon } from '../../theme/state-icon.js';
import type { Editing } from './editing.js';
import { reasonWords, standingWord, type Standing } from './standing.js';

/** What the templates of a row draw from. */
export interface View {
  data: PlanData;
  words: Messages;
  /** Language of the document's own words, where it differs from the words around them. */
  lang: string | typeof nothing;
  /** What is sought, to be marked. */
  query: string;
  /** Address of a task, to be handed on. */
  linkTo: (taskId: string) => string;
  /** The ledger in the making; undefined where progress is only shown. */
  editing: Editing | undefined;
}

/** A report tells what was done; unless somebody keeps a ledger for it, nobody is late in reporting. */
export const isTracked = ({ plan, progress }: PlanData): boolean => plan.kind === 'plan' || progress !== undefined;

/** A state as sign and word, with its reason. */
export function renderStanding(standing: Standing, words: Messages): TemplateResult {
  const { state, isExceeded } = standing;
  const reason = reasonWords(standing, words);
  return html`<span class="state ${state}"
    >${stateIcon(state)}<span
      >${isExceeded ? words.paces.exceeded : standingWord(state, words)}${reason && html` <span class="reason">${reason}</span>`}</span
    ></span
  >`;
}

/** How many met a target that holds for each: `9 / 14`. */
export function metWords({ met, total }: NonNullable<TargetProgress['units']>): string {
  return total === undefined ? String(met) : `${met} / ${total}`;
}

/** Says by its direction whether something is open. Drawn by the style sheet: it stands in every row. */
export const chevron = html`<span class="chevron"></span>`;
