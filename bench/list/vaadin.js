import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-selection-column.js';
import { painted, sinceStart, timeOf } from '../page.js';
import { buildTasks, offer } from './tasks.js';

// Its rows are as many as the screen holds: what it shows is not all in the page.
function put(items) {
  const grid = document.createElement('vaadin-grid');
  const column = document.createElement('vaadin-grid-column');
  column.path = 'title';
  grid.append(document.createElement('vaadin-grid-selection-column'), column);
  grid.style.height = '1900px';
  grid.items = items;
  document.body.append(grid);
  return grid;
}

export async function paint(count) {
  put(buildTasks(count));
  return sinceStart();
}

export async function toggle(count) {
  const grid = put(buildTasks(count));
  return timeOf(() => grid.selectItem(grid.items[0]));
}

export async function filter(count) {
  const grid = put(buildTasks(count));
  return timeOf(() => (grid.items = grid.items.filter(({ area }) => area === 'rights')));
}

export async function memory(count) {
  const items = buildTasks(count);
  return offer(async () => {
    const grid = put(items);
    await painted();
    return grid;
  });
}
