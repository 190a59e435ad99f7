import type { Site } from '@fp-kit/sdk';
import type * as HoursReader from './opening-now.js';

let reader: typeof HoursReader | undefined;

/** What reads opening hours; undefined where no site has had any so far, or it can't be had: then hours are shown as written. */
export const hoursReader = (): typeof HoursReader | undefined => reader;

/** Gives `data` to an element; where any of the sites has opening hours, once what reads them is there, so that no card grows when it comes. */
export function withHours<Data>({ localName }: Element, data: Data, sites: readonly Site[]): Data | Promise<Data> {
  if (reader || !sites.some(({ openingHours }) => openingHours)) return data;
  return import('./opening-now.js').then(
    (loaded) => {
      reader = loaded;
      return data;
    },
    (error: unknown) => {
      console.warn(`<${localName}>: opening hours are shown as written. ${String(error)}`);
      return data;
    },
  );
}
