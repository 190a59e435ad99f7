// Takes newer progress into the elements of the page whenever the ledger has grown.
const address = document.querySelector('[src$="/snapshot"]').getAttribute('src');
const plan = new URL(address, location.href);

new EventSource(new URL('events', plan)).addEventListener('progress', async ({ data }) => {
  // An address of its own for each state of the ledger: a CDN may hold the one before for some seconds.
  plan.searchParams.set('seq', JSON.parse(data).seq);
  const response = await fetch(plan);
  if (!response.ok) return;
  const snapshot = await response.json();
  for (const element of document.querySelectorAll('[src$="/snapshot"]')) element.plan = snapshot;
});
