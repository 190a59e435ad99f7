import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SiteWords } from '../../locales/sites/zh-CN.js';
import { typeName } from '../site-card/card.js';
import type { FurtherChoices, SiteChoice, SiteChoices, SiteFilter } from './site-filter.js';

/** What the form of search and filter draws from. */
export interface FilterForm {
  filter: SiteFilter;
  query: string;
  /** Whether only what the map shows is listed. */
  isWithin: boolean;
  choices: SiteChoices;
  /** What stands behind the button; undefined while it is closed. */
  further: FurtherChoices | undefined;
  /** How many sites there are. */
  total: number;
  words: SiteWords;
}

/** More sites than this are worth a search. */
const searchable = 6;
/** Fewer on the map than this are seen at a glance. */
const spread = 24;

/** Search, type and what is near, and the rest of the filter behind one button. Each control is named as the property that it sets. */
export function renderFilterForm({ filter, query, isWithin, choices, further, total, words }: FilterForm): TemplateResult {
  const { types, hours, located, differ } = choices;
  // A row of buttons shows at a glance what there is; a dozen would push the map off a phone.
  const isFew = types.length <= 4;
  const isSpread = located > spread;
  return html`<form role="search" part="filter">
    ${
      total >= searchable
        ? html`<p class="seek">
            <label class="unheard" for="sought">${words.searchSites}</label>
            <input
              id="sought"
              name="query"
              type="search"
              enterkeyhint="search"
              autocomplete="off"
              spellcheck="false"
              maxlength="60"
              placeholder=${words.searchSitesHint}
              .value=${query}
            />
          </p>`
        : nothing
    }
    ${isFew ? renderTypes(total, types, filter.type, words) : nothing}
    <div class="choices">
      ${isFew ? nothing : renderSelect('type', words.filterByType, words.allSiteTypes, types, total, filter.type, (one) => typeName(one, words))}
      ${hours ? renderSwitch('openNow', words.openNow, filter.openNow) : nothing}
      ${
        located > 1
          ? html`<button type="button" class="button" data-deed="near-me" title=${words.nearMeHint}>
              ${aim}<span>${words.nearMe}</span>
            </button>`
          : nothing
      }
      ${
        differ || isSpread
          ? html`<button type="button" class="button" data-deed="further" aria-expanded=${further ? 'true' : 'false'}>
              ${words.moreFilters}<span class="chevron"></span>
            </button>`
          : nothing
      }
      ${
        further
          ? html`${renderSelect('grade', words.grade, words.allGrades, further.grades, total, filter.grade)}${renderSelect(
              'service',
              words.services,
              words.allServices,
              further.services,
              total,
              filter.service,
            )}${isSpread ? renderSwitch('within', words.within, isWithin) : nothing}`
          : nothing
      }
    </div>
  </form>`;
}

function renderTypes(total: number, types: readonly SiteChoice[], chosen: string, words: SiteWords): TemplateResult | typeof nothing {
  if (types.length < 2) return nothing;
  const choices: SiteChoice[] = [['', total], ...types];
  return html`<fieldset class="choices">
    <legend class="unheard">${words.filterByType}</legend>
    ${choices.map(
      ([value, count]) =>
        html`<label class="choice"
          ><input type="radio" name="type" .value=${value} .checked=${value === chosen} /><span
            >${value ? typeName(value, words) : words.allSiteTypes} <b>${count}</b></span
          ></label
        >`,
    )}
  </fieldset>`;
}

/** Nothing where every site has the same. */
function renderSelect(
  name: string,
  label: string,
  all: string,
  choices: readonly SiteChoice[],
  total: number,
  chosen: string,
  nameOf = (value: string) => value,
): TemplateResult | typeof nothing {
  if (choices.every(([, count]) => count === total)) return nothing;
  return html`<label class="facet"
    ><span class="unheard">${label}</span>
    <select name=${name}>
      <option value="" .selected=${!chosen}>${all}</option>
      ${choices.map(([value, count]) => html`<option value=${value} .selected=${value === chosen}>${nameOf(value)} (${count})</option>`)}
    </select></label
  >`;
}

const renderSwitch = (name: string, label: string, isOn: boolean): TemplateResult =>
  html`<label class="choice"><input type="checkbox" name=${name} .checked=${isOn} /><span>${label}</span></label>`;

const aim = html`<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">
  <circle cx="10" cy="10" r="5.25" />
  <circle cx="10" cy="10" r="1.5" fill="currentColor" stroke="none" />
  <path d="M10 1.75v3M10 15.25v3M1.75 10h3M15.25 10h3" />
</svg>`;
