import type { Site } from '@fp-kit/sdk';
import type { StyleGroup } from '../../element/css.js';
import { property, type PropertyValues } from '../../element/reactive-element.js';
import { html, type TemplateResult } from 'lit/html.js';
import { readSites } from './read-sites.js';
import { renderFacts, renderKind, type CardView } from './card.js';
import { cardStyles } from './card.styles.js';
import { onCardClick } from './on-card-click.js';
import { SitesElement } from './sites-element.js';

/**
 * One service site: what, where, whether it is open now, by phone, and the way there.
 *
 *     <fp-site-card src="sites.json" site="s1"><a href="/warm-home.html">北街道暖心家园，解放路 12 号</a></fp-site-card>
 *
 * @customElement fp-site-card
 *
 * @slot - What stands here until data has come, without JavaScript, and when data can't be had
 * @slot loading - Words while the first data is on its way
 * @slot empty - Words where the file has no such site
 * @slot error - Words when data can't be had; the retry button stands beside them
 *
 * @event {CustomEvent<{ site: Site }>} fp-load - The site is shown. Does not bubble
 * @event {CustomEvent<{ error: SourceError }>} fp-error - Data can't be had. Does not bubble
 *
 * @csspart card - The whole
 * @csspart way - A link that leads there
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
export class FpSiteCard extends SitesElement<Site | undefined> {
  static override styles: StyleGroup = [SitesElement.styles, cardStyles];

  /** A site, or the id of one in `sites` or `src`. */
  @property() site: Site | string | undefined;

  /** Sites, or a file of them (`{ sites: [] }`). Goes before `src`. */
  @property({ attribute: false }) sites: unknown;

  protected override get held(): unknown {
    return typeof this.site === 'object' ? this.site : this.sites;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('site')) this.readAgain();
    super.willUpdate(changed);
  }

  protected override read(raw: unknown): Site | undefined | Promise<Site | undefined> {
    const sites = readSites(raw === this.site ? [raw] : raw);
    const site = typeof this.site === 'string' ? sites.find(({ id }) => id === this.site) : sites[0];
    return this.whenShowable(site, site ? [site] : []);
  }

  protected override isEmpty(site: Site | undefined): boolean {
    return site === undefined;
  }

  protected override detailOf(site: Site | undefined): { site: Site | undefined } {
    return { site };
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => onCardClick(event.target as Element, this.#shown, this.words));
  }

  #shown: Site | undefined;

  protected override renderData(site: Site | undefined): TemplateResult {
    this.#shown = site;
    const view: CardView = {
      words: this.words,
      lang: this.documentLang,
      now: new Date(),
      marked: (text) => text,
    };
    return html`<article class="card site" part="card">
      ${renderKind(site!, view)}
      <h3 lang=${view.lang}>${site!.name}</h3>
      ${renderFacts(site!, view)}
    </article>`;
  }
}
