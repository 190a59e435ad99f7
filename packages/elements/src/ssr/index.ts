import { drawShadow } from './draw.js';
import { attributesOf, escapeText } from './markup.js';

export interface RenderOptions {
  /** Attributes of the tag. With `src` the page reads the data again, from there; `src: '#id'` is a data block in the page. */
  attributes?: Readonly<Record<string, string>>;
  /** Data and other properties: `{ plan }`, `{ sites }`. */
  properties?: Readonly<Record<string, unknown>>;
  /** Markup between the tags, trusted as it is: for engines that know no declarative shadow DOM, and for search engines (`renderFallback`). */
  fallback?: string;
  /** The nonce that the page's policy allows styles by. */
  nonce?: string;
}

/**
 * An element as markup with its shadow root, which the browser shows before any script has come; the script then takes it over.
 *
 *     renderDataBlock('plan', plan) + (await renderElement('fp-task-list', { properties: { plan }, attributes: { src: '#plan' } }))
 *
 * Data that can't be shown leaves the tag and what is between, as it does in a page. Needs happy-dom, which is loaded with the first call.
 *
 * @throws Error where happy-dom is not installed.
 */
export async function renderElement(
  tag: string,
  { attributes = {}, properties = {}, fallback = '', nonce }: RenderOptions = {},
): Promise<string> {
  const shadow = await drawShadow({ tag, attributes, properties }, nonce);
  const drawn = shadow === undefined ? '' : `<template shadowrootmode="open">${shadow}</template>`;
  const state: Record<string, string> = shadow === undefined ? {} : { 'data-state': 'ready' };
  return `<${tag}${attributesOf({ ...attributes, ...state })}>${drawn}${fallback}</${tag}>`;
}

/**
 * Data as a block of the page, which elements read by `src="#id"` and no browser runs: `<script type="application/json" id="plan">…</script>`.
 * Safe to paste, whatever the data says.
 */
export function renderDataBlock(id: string, data: unknown): string {
  // Of all that JSON may hold, only a < could end the block or begin a comment in it.
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return `<script type="application/json" id="${escapeText(id)}">${json}</script>`;
}

/**
 * The hashes by which a policy without a nonce allows the styles of what `renderElement` gave: `'sha256-…'`, each once. They change with the
 * version and with what a ring shows.
 */
export async function styleHashesOf(markup: string): Promise<string[]> {
  const styles = [...new Set([...markup.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css!))];
  const encoder = new TextEncoder();
  return Promise.all(
    styles.map(async (css) => {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(css)));
      return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
    }),
  );
}
