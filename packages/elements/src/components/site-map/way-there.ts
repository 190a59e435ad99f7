import type { Site } from '@fp-kit/sdk';

/**
 * Address of a map page that marks the site, or undefined where its position is unknown. The link states the coordinate system instead of
 * converting: AMap takes GCJ-02 and WGS 84 (CGCS2000 is equal to it here), Baidu takes its own BD-09.
 * AMap writes longitude first, Baidu latitude first. https://lbs.amap.com/api/uri-api/guide/mobile-web/point
 */
export function wayThere({ name, address, location }: Pick<Site, 'name' | 'address' | 'location'>): string | undefined {
  if (!location) return undefined;
  const { lng, lat, crs } = location;
  const title = encodeURIComponent(name);
  if (crs === 'bd09') {
    return (
      `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${title}&content=${encodeURIComponent(address)}` +
      `&output=html&coord_type=bd09ll&src=webapp.fp-kit.site-map`
    );
  }
  const coordinate = crs === 'gcj02' ? 'gaode' : 'wgs84';
  return `https://uri.amap.com/marker?position=${lng},${lat}&name=${title}&src=fp-kit&coordinate=${coordinate}&callnative=1`;
}

/** `tel:` address of an office phone as people write it: (0791) 8888 0000, 0791-88880000转8001. Undefined where there is no number in it. */
export function telHref(phone: string): string | undefined {
  const [number = '', extension] = phone.split(/转|ext\.?|#/i).map((part) => part.replace(/[^\d+]/g, ''));
  if (number.length < 3) return undefined;
  return `tel:${number}${extension ? `,${extension}` : ''}`;
}
