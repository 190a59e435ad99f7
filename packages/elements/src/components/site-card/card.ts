import type { Site } from '@fp-kit/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { SiteWords } from '../../locales/sites/zh-CN.js';
import { hoursReader } from './sites-element.js';
import { telHref, waysTo, type Way } from './ways.js';

/** What the card of a site draws from. */
export interface CardView {
  words: SiteWords;
  /** Language of the site's own words, where it differs from the words around them. */
  lang: string | typeof nothing;
  /** The moment that `open now` is said of. */
  now: Date;
  /** Metres from where the reader asked from. */
  distanceM?: number | undefined;
  /** A text with what is sought in it marked. */
  marked: (text: string) => unknown;
}

/** Name of a type of site: a known one in the reader's language, any other as the document has it. */
export const typeName = (type: string, words: SiteWords): string => (words.siteTypes as Record<string, string>)[type] ?? type;

/** Grade and status of a site above its name. */
export function renderKind(site: Site, { words, lang, distanceM }: CardView): TemplateResult {
  return html`<p class="kind">
    <span
      ><span class="type">${typeName(site.type, words)}</span
      >${site.grade ? html` <span class="grade" lang=${lang}>${site.grade}</span>` : nothing}${
        distanceM === undefined ? nothing : html` <span class="distance">${words.distance(distanceM)}</span>`
      }</span
    >
    <span class="status ${site.status}">${statusIcons[site.status]}<span>${words.siteStates[site.status]}</span></span>
  </p>`;
}

/** Where, when, what, by phone, and the way there. */
export function renderFacts(site: Site, view: CardView): TemplateResult {
  const { words, lang, marked } = view;
  const fact = (icon: TemplateResult, name: string, value: unknown, ownLang: CardView['lang'] = nothing) =>
    html`<div>
      <dt>${icon}<span class="unheard">${name}</span></dt>
      <dd lang=${ownLang}>${value}</dd>
    </div>`;
  return html`<dl>
      ${fact(icons.place, words.address, html`<span class="address">${marked(site.address)}</span>`, lang)}
      ${site.openingHours ? fact(icons.clock, words.openingHours, renderHours(site, view)) : nothing}
      ${site.services.length > 0 ? fact(icons.heart, words.services, marked(words.list(site.services)), lang) : nothing}
    </dl>
    ${site.inspectedOn ? html`<p class="inspected">${words.inspected(site.inspectedOn)}</p>` : nothing} ${renderWays(site, view)}`;
}

function renderHours(site: Site, { words, now }: CardView): TemplateResult {
  const hours = site.openingHours!;
  const reader = hoursReader();
  const opening = site.status === 'open' ? reader?.openingOf(hours, now, words) : undefined;
  return html`${
      opening
        ? html`<span class="opening ${opening.state}"><b>${opening.said}</b>${opening.next ? html` ${opening.next}` : nothing}</span> `
        : nothing
    }<span class="hours">${reader ? reader.hoursWords(hours, words) : hours}</span>`;
}

function renderWays(site: Site, { words }: CardView): TemplateResult {
  const tel = site.phone && telHref(site.phone);
  const call = !site.phone
    ? nothing
    : tel
      ? html`<a class="button phone" href=${tel} aria-label=${words.call(site.phone)}>${icons.phone}<span>${site.phone}</span></a>`
      : html`<span class="phone">${icons.phone}<span>${site.phone}</span></span>`;
  return html`<div class="ways">
    ${call}
    <details class="way ${site.status === 'open' ? 'main' : ''}">
      <summary class="button" aria-label=${`${words.wayThere} ${site.name}`}>${icons.way}<span>${words.wayThere}</span></summary>
      <ul>
        ${waysTo(site).map((way) => html`<li>${renderWay(site, way, words)}</li>`)}
        <li><button type="button" class="copy">${words.copyAddress}</button></li>
      </ul>
      <p class="copied" role="status"></p>
    </details>
  </div>`;
}

const renderWay = (site: Site, { app, href }: Way, words: SiteWords): TemplateResult =>
  href === undefined
    ? html`<button type="button" class="open-location">${words.ways[app]}</button>`
    : html`<a part="way" href=${href} target="_blank" rel="noopener noreferrer" aria-label=${words.wayThereTo(site.name, words.ways[app])}
        >${words.ways[app]}</a
      >`;

const icon = (shape: TemplateResult) =>
  html`<svg
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

const icons = {
  place: icon(svg`<path d="M10 18s6-5.4 6-10A6 6 0 0 0 4 8c0 4.6 6 10 6 10z" /><circle cx="10" cy="8" r="2.25" />`),
  clock: icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="M10 5.5V10l3 2" />`),
  heart: icon(svg`<path d="M10 16.7S3 12.6 3 7.7A3.7 3.7 0 0 1 10 6a3.7 3.7 0 0 1 7 1.7c0 4.9-7 9-7 9z" />`),
  phone: icon(
    svg`<path d="M4.2 3h2.6l1.5 3.8-1.7 1.3a9.5 9.5 0 0 0 5.3 5.3l1.3-1.7 3.8 1.5v2.6A1.3 1.3 0 0 1 15.7 17 12.7 12.7 0 0 1 3 4.3 1.2 1.2 0 0 1 4.2 3z" />`,
  ),
  way: icon(svg`<path d="m17 3-6 14-2-6-6-2z" />`),
};

const statusIcons: Record<Site['status'], TemplateResult> = {
  open: icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="m6.8 10.2 2.3 2.3 4.2-4.7" />`),
  planned: icon(svg`<circle cx="10" cy="10" r="7.25" stroke-dasharray="2.6 1.955" />`),
  suspended: icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="M8 7.3v5.4M12 7.3v5.4" />`),
  closed: icon(svg`<circle cx="10" cy="10" r="7.25" /><path d="m7.3 7.3 5.4 5.4M12.7 7.3l-5.4 5.4" />`),
};
