// Sends what is ticked or reported to the ledger, with the unit's token from the address of the page.
const token = location.hash.slice(1);
const list = document.querySelector('fp-task-list');
const entries = new URL('entries', new URL(list.getAttribute('src'), location.href));

async function save(entry) {
  const response = await fetch(entries, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': entry.id },
    body: JSON.stringify(entry),
  });
  if (!response.ok) throw new Error((await response.json()).title);
}

for (const type of ['fp-task-toggle', 'fp-progress-report']) {
  list.addEventListener(type, ({ detail: { entry, settle } }) => settle(save(entry)));
}
