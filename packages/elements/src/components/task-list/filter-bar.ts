import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Messages } from '../../locales/zh-CN.js';
import { stateIcon } from '../../theme/state-icon.js';
import { facets, valuesOf, type Choice, type Facet, type Filter } from './filter.js';
import { standings, standingWord } from './standing.js';
import { chevron } from './view.js';

interface FilterBar {
  filter: Filter;
  sort: string;
  /** Whether the facets are unfolded; their choices then, and whenever one is made. */
  isChoosing: boolean;
  choices: Record<Facet, Choice[]> | undefined;
  words: Messages;
}

/** Search, and behind one button the facets and the order. Each control is named as the property that it sets. */
export function renderFilterBar({ filter, sort, isChoosing, choices, words }: FilterBar): TemplateResult {
  const chosen = facets.filter((facet) => filter[facet].trim()).length + Number(Boolean(sort));
  return html`<form class="filter" part="filter" role="search">
    <div class="seek">
      <label class="unheard" for="query">${words.search}</label>
      <input
        id="query"
        name="query"
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        maxlength="60"
        placeholder=${words.searchHint}
        .value=${filter.query}
      />
      <button type="button" class="button choose" aria-expanded=${isChoosing ? 'true' : 'false'} aria-controls="choices">
        ${chosen > 0 ? words.filterCount(chosen) : words.filter}${chevron}
      </button>
    </div>
    <div id="choices" class="choices" ?hidden=${!isChoosing}>
      ${isChoosing && choices ? renderChoices(choices, filter, sort, words) : nothing}
    </div>
    <div class="outcome">
      <p class="found" role="status"></p>
      ${chosen > 0 || filter.query ? html`<button type="button" class="clear">${words.clearFilter}</button>` : nothing}
    </div>
  </form>`;
}

function renderChoices(choices: Record<Facet, Choice[]>, filter: Filter, sort: string, words: Messages): TemplateResult {
  const orders: Choice[] = [
    ['', words.orderOfDocument],
    ['due', words.orderByDue],
  ];
  const [, ...others] = facets;
  return html`${renderStates(choices.status, valuesOf('status', filter.status), words)}
  ${others.map((facet) => {
    const any: Choice = ['', words.allTypes];
    const own = ownChoice(facet, filter[facet], choices[facet], words);
    const all = [any, ...choices[facet], ...own];
    return all.length > 2 ? renderSelect(facet, words.facets[facet], all, filter[facet].trim()) : nothing;
  })}
  ${renderSelect('sort', words.order, orders, sort)}`;
}

/** States, of which a reader wants several: what is overdue and what soon will be. */
function renderStates(offered: Choice[], chosen: readonly string[], words: Messages): TemplateResult | typeof nothing {
  const states = standings.filter((state) => chosen.includes(state) || offered.some(([one]) => one === state));
  if (states.length < 2 && chosen.length === 0) return nothing;
  return html`<fieldset class="facet">
    <legend>${words.facets.status}</legend>
    <div class="picks">
      ${states.map(
        (state) =>
          html`<label class="pick ${state}"
            ><input type="checkbox" name="status" value=${state} .checked=${chosen.includes(state)} />${stateIcon(state)}${standingWord(
              state,
              words,
            )}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** What an attribute asks for and no single choice is: several values, or one that nothing has. */
function ownChoice(facet: Facet, wanted: string, offered: Choice[], words: Messages): Choice[] {
  const value = wanted.trim();
  if (!value || offered.some(([one]) => one === value)) return [];
  return [[value, words.list(valuesOf(facet, value).map((one) => offered.find(([id]) => id === one)?.[1] ?? one))]];
}

function renderSelect(name: string, label: string, choices: readonly Choice[], value: string): TemplateResult {
  return html`<label class="facet"
    ><span>${label}</span>
    <select name=${name}>
      ${choices.map(([one, words]) => html`<option value=${one} .selected=${one === value}>${words}</option>`)}
    </select></label
  >`;
}
