import { ElementRenderer, type RenderInfo } from '@lit-labs/ssr';
import { version } from '../element/version.js';
import { drawShadow } from './draw.js';
import { attributesOf } from './markup.js';

/**
 * Lets @lit-labs/ssr draw the elements of the kit, with their shadow roots:
 *
 *     render(html`<fp-task-list src="#plan" .plan=${plan}></fp-task-list>`, { elementRenderers: [createElementRenderer({ nonce })] })
 *
 * What comes of it is asynchronous (`RenderResultReadable`, `collectResult`). `nonce` is that by which the page's policy allows styles. Needs
 * happy-dom.
 */
export function createElementRenderer({ nonce }: { nonce?: string } = {}): RenderInfo['elementRenderers'][number] {
  // Lit asks its registry before it asks a renderer. A later import of the elements finds its own version there.
  for (const tag of tags) {
    if (!customElements.get(tag)) customElements.define(tag, nameplate());
  }

  return class FpElementRenderer extends ElementRenderer {
    #attributes: Record<string, string> = {};
    #properties: Record<string, unknown> = {};
    #shadow: Promise<string | undefined> | undefined;

    static override matchesClass(_class: typeof HTMLElement, tag: string): boolean {
      return tags.includes(tag);
    }

    override setAttribute(name: string, value: string): void {
      this.#attributes[name.toLowerCase()] = value;
    }

    override setProperty(name: string, value: unknown): void {
      this.#properties[name] = value;
    }

    #draw(): Promise<string | undefined> {
      const source = { tag: this.tagName, attributes: this.#attributes, properties: this.#properties };
      return (this.#shadow ??= drawShadow(source, nonce));
    }

    override renderAttributes() {
      const render = async () => {
        const state: Record<string, string> = (await this.#draw()) === undefined ? {} : { 'data-state': 'ready' };
        return attributesOf({ ...this.#attributes, ...state });
      };
      return [render];
    }

    // Lit writes a root in any case: one that has nothing to show lets the light DOM through.
    override renderShadow() {
      return [async () => (await this.#draw()) ?? '<slot></slot>'];
    }
  };
}

const tags = ['fp-progress-ring', 'fp-ranking', 'fp-site-card', 'fp-site-map', 'fp-supervision', 'fp-target-meter', 'fp-task-list'];

/** Stands in Lit's registry with the version that a later import of the elements compares itself with. */
const nameplate = () => Object.assign(function () {}, { version }) as unknown as typeof HTMLElement;
