import '@fp-kit/elements/progress-ring/define';
import { sinceStart, timeOf } from '../page.js';

// As large as Material's, in a row as Material's are.
const sheet = new CSSStyleSheet();
sheet.replaceSync('fp-progress-ring { display: inline-block; --fp-ring-size: 48px }');

function put(count) {
  document.adoptedStyleSheets = [sheet];
  const rings = Array.from({ length: count }, (_, index) =>
    Object.assign(document.createElement('fp-progress-ring'), { value: index % 101, label: '项' }),
  );
  document.body.append(...rings);
  return rings;
}

export async function paint(count) {
  put(count);
  return sinceStart();
}

export async function update(count) {
  const rings = put(count);
  return timeOf(() => rings.forEach((ring) => (ring.value = (ring.value + 37) % 101)));
}
