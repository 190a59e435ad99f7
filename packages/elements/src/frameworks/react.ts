import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { OwnProperties, Tags } from './tags.js';

/** React 19 sets properties, and hears an event by `on` before its name. */
type Props<Element, Events> = OwnProperties<Element> & { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };

/** The tags as JSX takes them. */
export type ReactTags = {
  [Tag in keyof Tags]: Props<Tags[Tag]['element'], Tags[Tag]['events']> &
    Omit<DetailedHTMLProps<HTMLAttributes<Tags[Tag]['element']>, Tags[Tag]['element']>, keyof OwnProperties<Tags[Tag]['element']>>;
};

declare module 'react' {
  // React's own place for it.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface IntrinsicElements extends ReactTags {}
  }
}
