import '@lit-labs/virtualizer';
import { html, render } from 'lit';
import { painted, sinceStart, timeOf } from '../page.js';
import { buildTasks, offer } from './tasks.js';

const renderItem = ({ title, isDone }) =>
  html`<div style="inline-size: 100%">
    <label><input type="checkbox" .checked=${isDone} /> ${title}</label>
  </div>`;

function put(items) {
  const box = document.createElement('div');
  document.body.append(box);
  show(box, items);
  return box;
}

function show(box, items) {
  render(html`<lit-virtualizer .items=${items} .renderItem=${renderItem}></lit-virtualizer>`, box);
}

export async function paint(count) {
  put(buildTasks(count));
  return sinceStart();
}

export async function toggle(count) {
  const items = buildTasks(count);
  const box = put(items);
  return timeOf(() => show(box, [{ ...items[0], isDone: true }, ...items.slice(1)]));
}

export async function filter(count) {
  const items = buildTasks(count);
  const box = put(items);
  return timeOf(() =>
    show(
      box,
      items.filter(({ area }) => area === 'rights'),
    ),
  );
}

export async function memory(count) {
  const items = buildTasks(count);
  return offer(async () => {
    const box = put(items);
    await painted();
    return box;
  });
}
