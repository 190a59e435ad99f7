import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { OwnProperties, Tags } from './tags.js';

type Component<Element, Events> = new () => {
  $props: OwnProperties<Element> & Omit<HTMLAttributes, keyof OwnProperties<Element>> & PublicProps;
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

/** The tags as templates take them. */
export type VueTags = {
  [Tag in keyof Tags]: Component<Tags[Tag]['element'], Tags[Tag]['events']>;
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface GlobalComponents extends VueTags {}
}
