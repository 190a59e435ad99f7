import '@material/web/progress/circular-progress.js';
import { sinceStart, timeOf } from '../page.js';

// It has no figure of its own: a page writes it beside, and keeps it up to date.
function put(count) {
  const rings = Array.from({ length: count }, (_, index) =>
    Object.assign(document.createElement('md-circular-progress'), { max: 100, value: index % 101 }),
  );
  const figures = rings.map((ring) => document.createTextNode(`${ring.value}%项`));
  document.body.append(...rings.flatMap((ring, index) => [ring, figures[index]]));
  return { rings, figures };
}

export async function paint(count) {
  put(count);
  return sinceStart();
}

export async function update(count) {
  const { rings, figures } = put(count);
  return timeOf(() =>
    rings.forEach((ring, index) => {
      ring.value = (ring.value + 37) % 101;
      figures[index].data = `${ring.value}%项`;
    }),
  );
}
