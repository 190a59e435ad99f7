import '@material/web/progress/circular-progress.js';
import { sinceStart, timeOf } from '../page.js';

// It has no figure of its own: a page writes it beside, where ours has it inside.
function put(count) {
  const rings = Array.from({ length: count }, (_, index) =>
    Object.assign(document.createElement('md-circular-progress'), { max: 100, value: index % 101 }),
  );
  document.body.append(...rings.flatMap((ring) => [ring, document.createTextNode(ring.value + '项')]));
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
