import { sinceStart, timeOf } from '../page.js';

const draw = (ring, value) => {
  ring.value = value;
  ring.style.setProperty('--share', `${value}%`);
};

function put(count) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '.ring { display: inline-block; width: 48px; height: 48px; border-radius: 50%; background: conic-gradient(teal var(--share), silver 0) }',
  );
  document.adoptedStyleSheets = [sheet];
  const rings = Array.from({ length: count }, (_, index) => {
    const ring = Object.assign(document.createElement('div'), { className: 'ring' });
    draw(ring, index % 101);
    return ring;
  });
  document.body.append(...rings);
  return rings;
}

export async function paint(count) {
  put(count);
  return sinceStart();
}

export async function update(count) {
  const rings = put(count);
  return timeOf(() => rings.forEach((ring) => draw(ring, (ring.value + 37) % 101)));
}
