import type { Location, Site } from '@fp-kit/sdk';
import type { StyleGroup } from '../../element/css.js';
import { property, state, type PropertyValues } from '../../element/reactive-element.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { create } from '../../element/dom.js';
import { marked } from '../../search/marked.js';
import { TextIndex } from '../../search/text-index.js';
import { renderFacts, renderKind, typeName, type CardView } from '../site-card/card.js';
import { fieldStyles } from '../../theme/field.styles.js';
import { cardStyles } from '../site-card/card.styles.js';
import { onCardClick } from '../site-card/on-card-click.js';
import { readSites } from '../site-card/read-sites.js';
import { hoursReader, SitesElement } from '../site-card/sites-element.js';
import { readHash, withHash } from '../../element/address.js';
import { renderFilterForm } from './filter-form.js';
import type { MapStage } from './map-stage.js';
import type * as Near from './near.js';
import { choicesOf, fits, furtherChoicesOf, type SiteChoices, type SiteFilter } from './site-filter.js';
import { siteMapStyles } from './site-map.styles.js';
import type * as Tiles from './tiles.js';

/** What a reader may choose, by the property, and its name in the page's address. */
const names = { query: 'map-query', type: 'map-type', grade: 'map-grade', service: 'map-service', site: 'map-site' } as const;
type Chosen = keyof typeof names;
const chosenNames = Object.keys(names) as Chosen[];

const tileNames = ['tiles', 'tilesKey', 'tilesCrs', 'tilesAttribution', 'tilesReviewNumber'] as const;

/** Cards that are drawn at first, and again with each press of the button below them. */
const batch = 24;
/** Of the first of them as many as a screen has room for come with the first paint. */
const firstCards = 8;

/**
 * Resolves when what is on the page has been painted: after two frames, since work that comes right after the first holds up its pixels, by a
 * sixth of the time to the first cards. Asks the window by name: where a server draws, it is no global.
 */
const painted = () => new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(() => setTimeout(resolve))));

/** Where distances are counted from, and how that is said. */
interface Origin {
  at: Location;
  said: string;
  /** What measures from there. */
  near: typeof Near;
}

/** Sites by their numbers. */
interface Arrangement {
  /** What search and filter leave; all of them for undefined. */
  found: readonly number[] | undefined;
  /** How many of it are to be listed. */
  count: number;
  /** The first of them, in this order. */
  listed: readonly number[];
}

/**
 * Service sites on a map and as cards: what, where, when, by phone, and the way there. To be searched, also by pinyin, filtered, and put in
 * order of distance.
 *
 *     <fp-site-map src="sites.json"><ul><li>北街道暖心家园，解放路 12 号</li></ul></fp-site-map>
 *
 * Without a base map the sites stand on a plain grid of degrees. A page that has one names it; no tile is asked for before the map is on the screen:
 *
 *     <fp-site-map src="sites.json" tiles="tianditu" tiles-key="…" tiles-review-number="GS（2024）0568号"></fp-site-map>
 *     <fp-site-map src="sites.json" tiles="/tiles/{z}/{x}/{y}.png" tiles-crs="gcj02" tiles-attribution="…" tiles-review-number="…"></fp-site-map>
 *
 * The list is complete without the map: for the keyboard, for screen readers, on paper. What draws the map is loaded when that comes near the
 * screen, what reads opening hours where a site has any, what shows tiles where a page names some.
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
 * @csspart filter - What there is to choose from
 * @csspart map - The map
 * @csspart site - One site
 * @csspart way - A link that leads there
 * @csspart error - The line below the fallback
 * @csspart retry - The button in it
 *
 * @cssproperty [--fp-map-height] - Height of the map
 * @cssproperty [--fp-font-size=16px] - Size from which all others follow
 * @cssproperty [--fp-accent=#0b6660] - The one accent; tints follow from it
 * @cssproperty [--fp-alert=#a8321c] - What is out of service
 * @cssproperty [--fp-ink=#26221d] - Text
 * @cssproperty [--fp-ink-quiet=#645c53] - Secondary text
 * @cssproperty [--fp-surface=#fffefc] - Background
 * @cssproperty [--fp-line=#e4ded4] - Hairlines
 * @cssproperty [--fp-radius=0.5em] - Corners
 */
export class FpSiteMap extends SitesElement<readonly Site[]> {
  static override styles: StyleGroup = [SitesElement.styles, cardStyles, fieldStyles, siteMapStyles];

  /** Sites, or a file of them (`{ sites: [] }`). Goes before `src`. */
  @property({ attribute: false }) sites: unknown;

  /** Shows only sites that hold this in name, address or services, in words or in pinyin (`nxjy`). */
  @property() query = '';

  /** Shows only sites of this type: `warm-home`, or the name of a free one. */
  @property() type = '';

  /** Shows only sites of this grade, as printed: `省级`. */
  @property() grade = '';

  /** Shows only sites with this service, as printed. */
  @property() service = '';

  /** Shows only sites that are open at this moment, as far as their hours say so. */
  @property({ attribute: 'open-now', type: Boolean }) openNow = false;

  /** Id of the site that is chosen. */
  @property() site = '';

  /** Keeps search, filter and choice in the page's `#…`, so that they can be handed on and the back button undoes them. */
  @property({ type: Boolean }) history = false;

  /** Base map: `tianditu`, or the address of its tiles with {z}, {x} and {y}. None unless told. */
  @property() tiles: string | undefined;

  /** The page's own key for 天地图. */
  @property({ attribute: 'tiles-key' }) tilesKey: string | undefined;

  /** Coordinate system that the tiles are drawn in: `wgs84`, `gcj02` or `cgcs2000`. */
  @property({ attribute: 'tiles-crs' }) tilesCrs: string | undefined;

  /** Whose map it is, shown on it. */
  @property({ attribute: 'tiles-attribution' }) tilesAttribution: string | undefined;

  /** 审图号 of the base map, shown on it. */
  @property({ attribute: 'tiles-review-number' }) tilesReviewNumber: string | undefined;

  @state() private origin: Origin | undefined;
  @state() private isWithin = false;
  @state() private listed = batch;
  @state() private note = '';
  /** Ids of what was pressed on the map: first in the list. */
  @state() private pinned: readonly string[] = [];
  /** What draws the map can't be had. */
  @state() private hasFailed = false;
  @state() private hasPainted = false;
  /** Whether the rest of the filter stands open, once somebody has said so. */
  @state() private unfolded: boolean | undefined;

  /** Where the map is drawn, once somebody comes near it. */
  #box: HTMLElement | undefined;
  #sight: IntersectionObserver | undefined;
  #stage: MapStage | undefined;
  #tiles: typeof Tiles | undefined;
  #layer: Tiles.TileLayer | undefined;
  #isLayerRead = false;
  #loading: Promise<void> | undefined;
  #listedOnScreen: number | undefined;
  #chosenInList: string | undefined;
  #isLed = false;
  #sites: readonly Site[] | undefined;
  #choices: SiteChoices | undefined;
  #index: TextIndex | undefined;
  #found: { key: string; places: readonly number[] | undefined } | undefined;
  #given: Partial<Record<Chosen, string>> = {};

  protected override get held(): unknown {
    return this.sites;
  }

  protected override read(raw: unknown): readonly Site[] | Promise<readonly Site[]> {
    const sites = readSites(raw);
    return this.whenShowable(sites, sites);
  }

  protected override isEmpty(sites: readonly Site[]): boolean {
    return sites.length === 0;
  }

  protected override detailOf(sites: readonly Site[]): { sites: readonly Site[] } {
    return { sites };
  }

  override connectedCallback(): void {
    // What a server has drawn is on the page in full.
    if (this.shadowRoot?.hasChildNodes()) this.hasPainted = true;
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
    window.addEventListener('beforeprint', this.#onBeforePrint);
    window.addEventListener('afterprint', this.#onAfterPrint);
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
    this.#sight?.disconnect();
    this.#stage?.unwatch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (tileNames.some((name) => changed.has(name))) this.#isLayerRead = false;
    // Who is led to a site by the page, its address or the map, finds it first in the list; who chose it there finds it where it was.
    if (changed.has('site') && this.site !== this.#chosenInList) {
      this.#isLed = !this.pinned.includes(this.site);
      if (this.#isLed) this.pinned = this.site ? [this.site] : [];
    }
    if (this.hasUpdated || !this.history) return;
    this.#given = Object.fromEntries(chosenNames.map((name) => [name, this[name]]));
    this.#adoptAddress();
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#onClick(event));
    this.renderRoot.addEventListener('change', (event) => this.#onChange(event));
    this.renderRoot.addEventListener('input', (event) => this.#onInput(event));
    this.renderRoot.addEventListener('submit', (event) => event.preventDefault());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.hasPainted && this.#sites) void painted().then(() => (this.hasPainted = true));
    if (!this.#isLed) return;
    this.#isLed = false;
    this.#lookAtChosen(0);
  }

  #onHashChange = (): void => {
    if (this.history) this.#adoptAddress();
  };

  // Paper has no button to press for more.
  #onBeforePrint = (): void => {
    this.#listedOnScreen ??= this.listed;
    this.listed = Infinity;
    this.hasPainted = true;
  };

  #onAfterPrint = (): void => {
    this.listed = this.#listedOnScreen ?? batch;
    this.#listedOnScreen = undefined;
  };

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'query') return;
    const isFirst = !this.query;
    this.query = target.value;
    this.#startOver(isFirst);
  }

  #onChange({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this[target.name as 'type' | 'grade' | 'service'] = target.value;
    else if (!(target instanceof HTMLInputElement)) return;
    else if (target.name === 'type') this.type = target.value;
    else if (target.name === 'openNow') this.openNow = target.checked;
    else if (target.name === 'within') this.isWithin = target.checked;
    else return;
    this.#startOver(true);
  }

  #onClick(event: Event): void {
    const at = event.target as Element;
    const site = this.#siteAt(at);
    const { words } = this;
    if (onCardClick(at, site, words)) return;
    const deed = at.closest<HTMLElement>('button[data-deed]')?.dataset['deed'];
    if (deed === 'more') this.#listMore();
    else if (deed === 'clear') this.#clear();
    else if (deed === 'further') this.unfolded = !this.#isUnfolded;
    else if (deed === 'near-me') {
      this.note = words.locating;
      void this.#measureFrom(undefined, words.located);
    } else if (deed === 'near-centre') {
      const centre = this.#stage?.centre;
      if (centre) void this.#measureFrom(centre, words.fromCentre);
    } else if (deed === 'not-near') this.#orderFrom(undefined);
    else if (deed === 'skip') this.renderRoot.querySelector<HTMLElement>('.sites')?.focus();
    else if (deed === 'near-site' && site?.location) void this.#measureFrom(site.location, words.fromSite(site.name));
    else if (at.closest('h3 button')) this.#choose(site, 'list');
  }

  #numberOf(id: string): number | undefined {
    const place = id ? (this.#sites?.findIndex((site) => site.id === id) ?? -1) : -1;
    return place < 0 ? undefined : place;
  }

  #siteAt(at: Element): Site | undefined {
    const id = at.closest<HTMLElement>('.site')?.dataset['site'];
    return id === undefined ? undefined : this.#sites?.find((site) => site.id === id);
  }

  #choose(site: Site | undefined, from: 'list' | 'map'): void {
    if (!site) return;
    const event = new CustomEvent('fp-site-select', { detail: { site }, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    this.#chosenInList = from === 'list' ? site.id : undefined;
    this.site = site.id;
    this.#writeAddress(true);
    if (from === 'list') this.#lookAtChosen(14);
  }

  #lookAtChosen(leastZoom: number): void {
    const location = this.#sites?.find(({ id }) => id === this.site)?.location;
    if (location) this.#stage?.lookAt(location, leastZoom);
  }

  #onPress(sites: readonly Site[]): void {
    this.pinned = sites.map(({ id }) => id);
    this.#choose(sites[0], 'map');
  }

  #listMore(): void {
    const { listed } = this;
    this.listed += batch;
    // Who goes on by keyboard goes on with the first of the new ones.
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.site h3 button')[listed]?.focus());
  }

  #clear(): void {
    this.query = this.type = this.grade = this.service = '';
    this.openNow = this.isWithin = false;
    this.#startOver(true);
    this.renderRoot.querySelector<HTMLElement>('#sought')?.focus();
  }

  /** Orders by distance from a place; without one from where the reader is, which the browser is asked only on a press. */
  async #measureFrom(place: Location | undefined, said: string): Promise<void> {
    try {
      const near = await import('./near.js');
      const at = place ?? (await near.locate());
      if (typeof at === 'string') {
        this.note = this.words.locateFailed[at];
        return;
      }
      this.#orderFrom({ at, said, near });
      this.#stage?.lookAt(at, 12);
    } catch (error) {
      this.note = this.words.locateFailed.unavailable;
      console.warn(`<${this.localName}>: distances can't be had. ${String(error)}`);
    }
  }

  #orderFrom(origin: Origin | undefined): void {
    this.origin = origin;
    this.note = origin?.said ?? '';
    this.pinned = [];
    this.listed = batch;
  }

  /** Another choice begins at the top of the list. */
  #startOver(isStep: boolean): void {
    this.listed = batch;
    this.pinned = [];
    this.#writeAddress(isStep);
  }

  #adoptAddress(): void {
    const said = readHash(Object.values(names));
    for (const name of chosenNames) this[name] = said[names[name]] ?? this.#given[name] ?? '';
  }

  #writeAddress(isStep: boolean): void {
    if (!this.history) return;
    const address = withHash(Object.fromEntries(chosenNames.map((name) => [names[name], this[name]])));
    if (isStep) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }

  /** What is shown, in order: what was pressed on the map, then by distance where somebody asked, else as in the file. */
  #arrange(sites: readonly Site[]): Arrangement {
    if (this.#sites !== sites) {
      this.#sites = sites;
      this.#choices = choicesOf(sites);
      this.#index = this.#found = undefined;
    }
    const found = this.#find(sites);
    let shown = found;
    const all = () => shown ?? sites.map((_, place) => place);
    const isHeld = this.isWithin ? this.#stage?.holds : undefined;
    if (isHeld) shown = all().filter(isHeld);
    const count = shown?.length ?? sites.length;
    const room = this.hasPainted ? this.listed : firstCards;
    let first: readonly number[] = [];
    if (this.pinned.length > 0) {
      const pinned = new Set(this.pinned);
      const isPinned = (place: number) => pinned.has(sites[place]!.id);
      first = all().filter(isPinned);
      shown = all().filter((place) => !isPinned(place));
    }
    const { origin } = this;
    const rest = origin
      ? origin.near.nearestTo(origin.at, sites, all(), room)
      : (shown?.slice(0, room) ?? sites.slice(0, room).map((_, place) => place));
    return { found, count, listed: [...first, ...rest].slice(0, room) };
  }

  #filter(): SiteFilter {
    return { type: this.#wanted('type'), grade: this.#wanted('grade'), service: this.#wanted('service'), openNow: this.openNow };
  }

  /** Numbers of the sites that search and filter leave, the same array while they are the same; all for undefined. */
  #find(sites: readonly Site[]): readonly number[] | undefined {
    const filter = this.#filter();
    const query = this.#wanted('query').trim();
    const key = JSON.stringify([filter, query]);
    if (this.#found?.key === key && !this.openNow) return this.#found.places;
    const now = new Date();
    const isOpen = (site: Site) => hoursReader()?.isOpenAt(site, now) ?? false;
    let places: readonly number[] | undefined = query ? (this.#index ??= new TextIndex(sites.map(textOf))).find(query) : undefined;
    if (Object.values(filter).some(Boolean)) {
      places = (places ?? sites.map((_, place) => place)).filter((place) => fits(sites[place]!, filter, isOpen));
    }
    const before = this.#found?.places;
    const isSame = places && before?.length === places.length && places.every((place, at) => place === before[at]);
    this.#found = { key, places: isSame ? before : places };
    return this.#found.places;
  }

  get #isUnfolded(): boolean {
    return this.unfolded ?? Boolean(this.isWithin || this.#wanted('grade') || this.#wanted('service'));
  }

  // An attribute taken away leaves null, and a page may set anything. A value that no site has shows none, rather than all.
  #wanted(name: Exclude<Chosen, 'site'>): string {
    return typeof this[name] === 'string' ? this[name] : '';
  }

  protected override renderData(sites: readonly Site[]): TemplateResult {
    const { found, count, listed } = this.#arrange(sites);
    const { origin } = this;
    const isMapped = this.#choices!.located > 0 && !this.hasFailed;
    if (isMapped) this.#drawMap(found);
    const query = this.#wanted('query').trim();
    const view: CardView = {
      words: this.words,
      lang: this.documentLang,
      now: new Date(),
      marked: (text) => marked(text, query),
    };
    return html`<section class="card" part="card">
      <div class="head">${this.renderFilter(sites.length)}${this.renderCount(count, sites.length)}</div>
      <div class="body ${isMapped ? 'mapped' : ''}">
        ${isMapped ? html`<button type="button" class="button skip" data-deed="skip">${this.words.skipMap}</button>${this.#box}` : nothing}
        <div>
          <ul class="sites" tabindex="-1">
            ${listed.map((place) => this.renderSite(sites[place]!, { ...view, distanceM: origin?.near.metresTo(origin.at, sites[place]!) }))}
          </ul>
          ${
            this.hasPainted && listed.length < count
              ? html`<p class="more">
                  <button type="button" class="button" data-deed="more">${this.words.more(Math.min(batch, count - listed.length))}</button>
                </p>`
              : nothing
          }
        </div>
      </div>
    </section>`;
  }

  /** Waits for somebody to come near the map before it asks for what draws it. */
  #watch(): void {
    if (this.#stage) this.#stage.watch();
    else if (this.#box) this.#sight?.observe(this.#box);
  }

  #drawMap(shown: readonly number[] | undefined): void {
    if (!this.#box) {
      this.#box = create('div', { class: 'map', part: 'map' });
      this.#sight = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) this.#loading ??= this.#load();
        },
        { rootMargin: '200px' },
      );
      this.#watch();
    }
    if (!this.#stage) return;
    if (!this.#isLayerRead) {
      if (this.tiles && !this.#tiles) this.#loading ??= this.#load();
      else this.#readLayer();
    }
    this.#stage.show(
      {
        sites: this.#sites!,
        shown,
        chosen: this.#numberOf(this.site),
        here: this.origin?.at,
        words: this.words,
        typeName: (type) => typeName(type, this.words),
        onPress: (members) => this.#onPress(members.map((place) => this.#sites![place]!)),
        onRest: () => {
          if (this.isWithin) this.requestUpdate();
        },
      },
      this.#layer,
    );
  }

  /** Loads what draws the map, and its tiles where the page names some; without it the list is all. */
  async #load(): Promise<void> {
    try {
      const [{ MapStage, mapStageStyles }, tiles] = await Promise.all([
        import('./map-stage.js'),
        this.tiles ? import('./tiles.js') : undefined,
        // The list comes first: finding what to draw of many sites takes longer than a frame.
        painted(),
      ]);
      this.#tiles ??= tiles;
      this.adopt(mapStageStyles);
      if (!this.#stage) {
        this.#sight!.disconnect();
        this.#stage = new MapStage(this.#box!);
        if (this.isConnected) this.#stage.watch();
      }
    } catch (error) {
      this.hasFailed = !this.#stage;
      this.#isLayerRead = true;
      console.warn(`<${this.localName}>: the map can't be shown, the list is all. ${String(error)}`);
    }
    this.#loading = undefined;
    this.requestUpdate();
  }

  #readLayer(): void {
    this.#isLayerRead = true;
    this.#layer = undefined;
    if (!this.tiles || !this.#tiles) return;
    const tiles = this.#tiles.tilesOf({
      tiles: this.tiles,
      key: this.tilesKey ?? '',
      crs: this.tilesCrs ?? '',
      attribution: this.tilesAttribution ?? '',
      reviewNumber: this.tilesReviewNumber ?? '',
    });
    if (!('missing' in tiles)) this.#layer = new this.#tiles.TileLayer(tiles);
    else
      console.warn(`<${this.localName}>: no base map is shown, because ${tiles.missing} is missing; sites stand on a plain grid instead.`);
  }

  private renderFilter(total: number): TemplateResult {
    const filter = this.#filter();
    const choices = this.#choices!;
    const isOpen = this.#isUnfolded;
    if (isOpen) choices.further ??= furtherChoicesOf(this.#sites!);
    return renderFilterForm({
      filter,
      query: this.#wanted('query'),
      isWithin: this.isWithin,
      choices,
      further: isOpen ? choices.further : undefined,
      total,
      words: this.words,
    });
  }

  private renderCount(count: number, total: number): TemplateResult {
    const { words, note, origin } = this;
    const isFiltered = Boolean(this.query || this.type || this.grade || this.service || this.openNow || this.isWithin);
    const unplaced = total - this.#choices!.located;
    const deed = (name: string, text: string) => html`<button type="button" data-deed=${name}>${text}</button>`;
    return html`<p class="shown">
        <span role="status">${words.shown(count, total)}</span>${isFiltered ? deed('clear', words.clearSites) : nothing}${
          unplaced > 0 && unplaced < total ? html`<span class="unplaced">${words.unplaced(unplaced)}</span>` : nothing
        }
      </p>
      <p class="note" role="status">${note}</p>
      ${
        note
          ? html`<p class="note">
              ${origin ? deed('not-near', words.notNear) : nothing}${this.#stage ? deed('near-centre', words.nearCentre) : nothing}
            </p>`
          : nothing
      }`;
  }

  private renderSite(site: Site, view: CardView): TemplateResult {
    const isChosen = site.id === this.site;
    return html`<li class="site ${isChosen ? 'chosen' : ''}" part="site" data-site=${site.id}>
      ${renderKind(site, view)}
      <h3><button type="button" aria-pressed=${isChosen} lang=${view.lang}>${view.marked(site.name)}</button></h3>
      ${renderFacts(site, view)}
      ${
        isChosen && site.location && this.#choices!.located > 1
          ? html`<p class="nearby"><button type="button" class="button" data-deed="near-site">${view.words.nearSite}</button></p>`
          : nothing
      }
    </li>`;
  }
}

const textOf = ({ name, address, services, grade }: Site): string => [name, address, grade, ...services].filter(Boolean).join('\n');
