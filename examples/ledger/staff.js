// Sends what is ticked or reported to the ledger. What can't be sent is kept in the browser, through a reload and a power cut, until it can.
import { createClient, keepInIndexedDb, openOutbox } from '@fp-kit/sdk';

const list = document.querySelector('fp-task-list');
// From the address of the page, behind #, which no server is sent.
const token = location.hash.slice(1);
const client = createClient({ baseUrl: new URL('.', location.href).href, token });
const path = list.getAttribute('src').replace(/snapshot$/, 'entries');

const opening = openOutbox(keepInIndexedDb(indexedDB, 'staff'), (...report) => client.report(...report));

for (const type of ['fp-task-toggle', 'fp-progress-report']) {
  list.addEventListener(type, ({ detail: { entry, settle } }) => settle(save(entry)));
}

/** Resolves when the entry is in the ledger; rejects where the server refuses it. */
async function save(entry) {
  const outbox = await opening;
  // Tried again: it is the same entry.
  for (const { entry: kept, order } of outbox.items) if (kept.id === entry.id) await outbox.drop(order);
  await outbox.add(path, entry);
  await new Promise((resolve, reject) => {
    const look = (items) => {
      const item = items.find((one) => one.entry.id === entry.id);
      if (item?.state === 'pending') return;
      stop();
      if (item) reject(new Error(item.problem.title));
      else resolve();
    };
    const stop = outbox.watch(look);
    look(outbox.items);
  });
}

const outbox = await opening;
outbox.watch(show);
show(outbox.items);
addEventListener('online', () => outbox.flush());
// A server that comes back tells no browser.
setInterval(() => outbox.flush(), 5000);
outbox.flush();

/** What waits, and what was refused and why. */
function show(items) {
  const waiting = items.filter(({ state }) => state === 'pending').length;
  document.querySelector('#waiting').textContent = waiting > 0 ? `${waiting} 条记录尚未送达，已保存在本机，联网后自动送出。` : '';
  document.querySelector('#refused').replaceChildren(
    ...items
      .filter(({ state }) => state === 'refused')
      .map(({ order, entry, problem }) => {
        const item = document.createElement('li');
        const words = [entry.actionId ?? entry.taskId, problem.title, problem.detail].filter(Boolean).join('：');
        const button = Object.assign(document.createElement('button'), { type: 'button', textContent: '知道了' });
        button.addEventListener('click', () => outbox.drop(order));
        item.append(`未被接受：${words} ${said(problem)} `, button);
        return item;
      }),
  );
}

/** Of two who corrected the same entry, the second sees what the first wrote. */
function said({ existing }) {
  if (!existing) return '';
  const { reporter, value, status, asOf } = existing.entry;
  const words = { done: '已完成', inProgress: '进行中', stopped: '已中止' };
  return `（台账中现为 ${reporter} 于 ${asOf} 报送的${value ?? words[status] ?? '撤回'}）`;
}
