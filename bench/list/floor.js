import { painted, sinceStart, timeOf } from '../page.js';
import { buildTasks, offer } from './tasks.js';

function put(tasks) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('ul { content-visibility: auto; contain-intrinsic-block-size: auto 1200px } [hidden] { display: none }');
  document.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  for (let from = 0; from < tasks.length; from += 50) {
    const list = document.createElement('ul');
    for (const { title, area } of tasks.slice(from, from + 50)) {
      const item = document.createElement('li');
      const label = document.createElement('label');
      label.append(Object.assign(document.createElement('input'), { type: 'checkbox' }), title);
      item.append(label);
      item.dataset.area = area;
      list.append(item);
    }
    box.append(list);
  }
  document.body.append(box);
  return box;
}

export async function paint(count) {
  put(buildTasks(count));
  return sinceStart();
}

export async function toggle(count) {
  const box = put(buildTasks(count));
  return timeOf(() => box.querySelector('input').click());
}

export async function filter(count) {
  const box = put(buildTasks(count));
  return timeOf(() => {
    for (const item of box.querySelectorAll('li')) item.hidden = item.dataset.area !== 'rights';
  });
}

export async function memory(count) {
  const tasks = buildTasks(count);
  return offer(async () => {
    const box = put(tasks);
    await painted();
    return box;
  });
}
