import type { Site } from '@fp-kit/sdk';
import { openLocationOf, type OpenLocation } from '@fp-kit/sdk/places';
import type { SiteWords } from '../../locales/sites/zh-CN.js';

/** What the page's own JS-SDK of WeChat offers, where it has one. */
interface WeChat {
  openLocation?: (place: OpenLocation) => void;
}

/** WeChat's own map, where the page has loaded and configured its JS-SDK. */
export const weChatMap = (): WeChat['openLocation'] => (window as { wx?: WeChat }).wx?.openLocation;

/** Does what a button of a card is for; whether there was one at this place. */
export function onCardClick(at: Element, site: Site | undefined, words: SiteWords): boolean {
  if (at.closest('.copy') && site) {
    copyAddress(at.closest('.site')!, site, words);
    return true;
  }
  if (!at.closest('.open-location') || !site?.location) return false;
  const { name, address, location } = site;
  weChatMap()?.(openLocationOf({ name, address, location }));
  return true;
}

function copyAddress(card: Element, { address }: Site, words: SiteWords): void {
  const done = () => {
    card.querySelector('.copied')!.textContent = words.addressCopied;
  };
  // Absent on a page without https: then the address is selected, to be copied by hand.
  const { clipboard } = navigator as Partial<Navigator>;
  const select = () => window.getSelection()?.selectAllChildren(card.querySelector('.address')!);
  if (clipboard) clipboard.writeText(address).then(done, select);
  else select();
}
