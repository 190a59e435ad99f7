import type { Site } from '@fp-kit/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { StyleGroup } from '../../element/css.js';
import { property, state } from '../../element/reactive-element.js';
import { live } from 'lit/directives/live.js';
import { TemplateElement } from '../../element/template-element.js';
import { assertShape } from '../../shape/assert-shape.js';
import { siteFile } from '../../shape/schemas.generated.js';
import { hoursWords } from './opening-hours.js';
import { siteMapStyles } from './site-map.styles.js';
import { telHref, wayThere } from './way-there.js';

/**
 * Service sites as cards: what it is, where, when, by phone, and the way there; filtered by type.
 *
 *     <fp-site-map src="sites.json"><ul><li>北街道暖心家园，解放路 12 号</li></ul></fp-site-map>
 *
 * @customElement fp-site-map
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words for a file without sites
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<{ sites: Site[] }>} fp-load - The sites are shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 * @event {CustomEvent<{ site: Site }>} fp-site-select - A person chose a site. Bubbles, composed; cancel it to keep the earlier choice
 *
 * @csspart card - The whole
 * @csspart filter - The types to choose from
 * @csspart site - One site
 * @csspart way - The link that leads there
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is out of service
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpSiteMap extends TemplateElement<readonly Site[]> {
  static override styles: StyleGroup = [TemplateElement.styles, siteMapStyles];

  /** Sites, or a file of them (`{ sites: [] }`). Goes before `src`. */
  @property({ attribute: false }) sites: unknown;

  @state() private type = '';

  @state() private chosen = '';

  protected override get held(): unknown {
    return this.sites;
  }

  protected override read(raw: unknown): readonly Site[] {
    const file = Array.isArray(raw) ? { sites: raw as unknown[] } : raw;
    assertShape(file, siteFile);
    return (file as { sites: Site[] }).sites;
  }

  protected override isEmpty(sites: readonly Site[]): boolean {
    return sites.length === 0;
  }

  protected override detailOf(sites: readonly Site[]): { sites: readonly Site[] } {
    return { sites };
  }

  #onFilter = (event: Event): void => {
    this.type = (event.target as HTMLInputElement).value;
  };

  private onChoose(site: Site): void {
    const event = new CustomEvent('fp-site-select', { detail: { site }, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) this.chosen = site.id;
  }

  private typeName(type: string): string {
    return (this.words.siteTypes as Record<string, string>)[type] ?? type;
  }

  private renderFilter(sites: readonly Site[], type: string, shown: number): TemplateResult {
    const { words } = this;
    const counts = new Map([['', sites.length]]);
    for (const site of sites) counts.set(site.type, (counts.get(site.type) ?? 0) + 1);
    return html`<div class="head">
      ${
        counts.size > 2
          ? html`<fieldset part="filter" @change=${this.#onFilter}>
              <legend class="unheard">${words.filterByType}</legend>
              ${[...counts].map(
                ([value, count]) =>
                  html`<label class="choice"
                    ><input type="radio" name="type" .value=${value} .checked=${live(value === type)} /><span
                      >${value ? this.typeName(value) : words.allTypes} <b>${count}</b></span
                    ></label
                  >`,
              )}
            </fieldset>`
          : nothing
      }
      <p class="shown" role="status">${words.shown(shown, sites.length)}</p>
    </div>`;
  }

  private renderSite(site: Site): TemplateResult {
    const { words } = this;
    const way = wayThere(site);
    const tel = site.phone && telHref(site.phone);
    const dataLang = this.uiLang === 'en' ? 'zh-CN' : nothing;
    const open = site.status === 'open';
    return html`<li class="site ${site.id === this.chosen ? 'chosen' : ''}" part="site">
      <p class="kind">
        <span
          ><span class="type">${this.typeName(site.type)}</span>${
            site.grade ? html` <span class="grade" lang=${dataLang}>${site.grade}</span>` : nothing
          }</span
        >
        <span class="status ${site.status}">${statusIcons[site.status]}<span>${words.siteStates[site.status]}</span></span>
      </p>
      <h3>
        <button type="button" aria-pressed=${site.id === this.chosen} lang=${dataLang} @click=${() => this.onChoose(site)}>
          ${site.name}
        </button>
      </h3>
      <dl>
        <div>
          <dt>${icons.place}<span class="unheard">${words.address}</span></dt>
          <dd lang=${dataLang}>${site.address}</dd>
        </div>
        ${
          site.openingHours
            ? html`<div>
                <dt>${icons.clock}<span class="unheard">${words.openingHours}</span></dt>
                <dd>${hoursWords(site.openingHours, words)}</dd>
              </div>`
            : nothing
        }
        ${
          site.services.length > 0
            ? html`<div>
                <dt>${icons.heart}<span class="unheard">${words.services}</span></dt>
                <dd lang=${dataLang}>${words.list(site.services)}</dd>
              </div>`
            : nothing
        }
      </dl>
      ${
        site.phone || way
          ? html`<p class="ways">
              ${
                site.phone
                  ? tel
                    ? html`<a class="button phone" href=${tel} aria-label=${words.call(site.phone)}
                        >${icons.phone}<span>${site.phone}</span></a
                      >`
                    : html`<span class="phone">${icons.phone}<span>${site.phone}</span></span>`
                  : nothing
              }
              ${
                way
                  ? html`<a
                      class="button way ${open ? 'main' : ''}"
                      part="way"
                      href=${way}
                      target="_blank"
                      rel="noopener noreferrer"
                      aria-label=${words.wayThereTo(site.name)}
                      >${icons.way}<span>${words.wayThere}</span></a
                    >`
                  : nothing
              }
            </p>`
          : nothing
      }
    </li>`;
  }

  protected override renderData(sites: readonly Site[]): TemplateResult {
    // Newer data may no longer have the type that was chosen.
    const type = sites.some((site) => site.type === this.type) ? this.type : '';
    const shown = type ? sites.filter((site) => site.type === type) : sites;
    return html`<section class="card" part="card">
      ${this.renderFilter(sites, type, shown.length)}
      <ul class="sites">
        ${shown.map((site) => this.renderSite(site))}
      </ul>
    </section>`;
  }
}

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
