import '@fp-kit/elements/progress-ring/define';
import { sinceStart, timeOf } from '../page.js';

function put(count) {
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
