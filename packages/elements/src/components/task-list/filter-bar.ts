import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Messages } from '../../locales/zh-CN.js';
import { facets, type Choice, type Facet, type Filter } from './filter.js';
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
  const chosen = facets.filter((facet) => filter[facet]).length + Number(Boolean(sort));
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
      ${
        isChoosing && choices
          ? html`${facets.map((facet) => renderSelect(facet, words.facets[facet], [['', words.allTypes], ...choices[facet]], filter[facet]))}
            ${renderSelect(
              'sort',
              words.order,
              [
                ['', words.orderOfDocument],
                ['due', words.orderByDue],
              ],
              sort,
            )}`
          : nothing
      }
    </div>
    <div class="outcome">
      <p class="found" role="status"></p>
      ${chosen > 0 || filter.query ? html`<button type="button" class="clear">${words.clearFilter}</button>` : nothing}
    </div>
  </form>`;
}

/** Nothing where there is nothing to choose. A value that nothing has, from an attribute, is a choice of its own. */
function renderSelect(name: string, label: string, choices: Choice[], value: string): TemplateResult | typeof nothing {
  const all: Choice[] = choices.some(([one]) => one === value) ? choices : [...choices, [value, value]];
  if (all.length < 3 && name !== 'sort') return nothing;
  return html`<label class="facet"
    ><span>${label}</span>
    <select name=${name}>
      ${all.map(([one, words]) => html`<option value=${one} .selected=${one === value}>${words}</option>`)}
    </select></label
  >`;
}
