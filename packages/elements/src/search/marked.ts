import { html } from 'lit/html.js';
import { matchesIn } from './matches.js';

/** A text with what is sought in it marked. */
export function marked(text: string, query: string): unknown {
  const matches = query ? matchesIn(text, query) : [];
  if (matches.length === 0) return text;
  let from = 0;
  const parts = matches.flatMap(([start, end]) => {
    const part = [text.slice(from, start), html`<mark class="hit">${text.slice(start, end)}</mark>`];
    from = end;
    return part;
  });
  return [...parts, text.slice(from)];
}
