import type { Site } from '@fp-kit/sdk';
import type { PropertyValues } from '../../element/reactive-element.js';
import { TemplateElement } from '../../element/template-element.js';
import type { Dictionary } from '../../locales/locale.js';
import { loadSiteWords, siteMessages } from '../../locales/sites/messages.js';
import type { SiteWords } from '../../locales/sites/zh-CN.js';
import type * as HoursReader from './opening-now.js';

let reader: typeof HoursReader | undefined;

/** What reads opening hours; undefined where no site has had any so far, or it can't be had: then hours are shown as written. */
export const hoursReader = (): typeof HoursReader | undefined => reader;

/** What the map and the card share: each loads with its data what that is shown with. */
export abstract class SitesElement<Data> extends TemplateElement<Data, SiteWords> {
  protected override get dictionary(): Dictionary<SiteWords> {
    return siteMessages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void this.loadWords();
    super.willUpdate(changed);
  }

  /** Gives `data` once there is what it is shown with, so that no card changes when that comes: words of the language, and a reader of hours. */
  protected whenShowable(data: Data, sites: readonly Site[]): Data | Promise<Data> {
    const hours = !reader && sites.some(({ openingHours }) => openingHours) ? this.loadReader() : undefined;
    const words = this.loadWords();
    return hours || words ? Promise.all([hours, words]).then(() => data) : data;
  }

  private async loadReader(): Promise<void> {
    try {
      reader = await import('./opening-now.js');
    } catch (error) {
      console.warn(`<${this.localName}>: opening hours are shown as written. ${String(error)}`);
    }
  }

  private loadWords(): Promise<void> | undefined {
    return loadSiteWords(this.uiLang)?.then(() => this.speak());
  }
}
