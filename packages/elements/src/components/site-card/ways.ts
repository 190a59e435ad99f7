import type { Site } from '@fp-kit/sdk';
import { markerLinks } from '@fp-kit/sdk/places';
import { weChatMap } from './on-card-click.js';

/** A map that leads to a site; WeChat's own has no address and opens by a call. */
export interface Way {
  app: 'wechat' | 'amap' | 'baidu' | 'tencent';
  href: string | undefined;
}

/** The maps that lead to a site, the likeliest first; none where its position is unknown. */
export function waysTo({ name, address, location }: Pick<Site, 'name' | 'address' | 'location'>): Way[] {
  if (!location) return [];
  const links = markerLinks({ name, address, location });
  const ways = (['amap', 'baidu', 'tencent'] as const).map((app): Way => ({ app, href: links[app] }));
  return weChatMap() ? [{ app: 'wechat', href: undefined }, ...ways] : ways;
}

/** `tel:` address of an office phone as people write it: (0791) 8888 0000, 0791-88880000转8001. Undefined where there is no number in it. */
export function telHref(phone: string): string | undefined {
  const [number = '', extension] = phone.split(/转|ext\.?|#/i).map((part) => part.replace(/[^\d+]/g, ''));
  if (number.length < 3) return undefined;
  return `tel:${number}${extension ? `,${extension}` : ''}`;
}
