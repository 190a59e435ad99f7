import '@fp-kit/elements/progress-ring/define';
import '@fp-kit/elements/site-map/define';
import '@fp-kit/elements/task-list/define';
import { useEffect, useState } from 'react';

export function App() {
  const [plan, setPlan] = useState<unknown>();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');

  useEffect(() => {
    const abort = new AbortController();
    fetch('work-plan.plan.json', { signal: abort.signal })
      .then((response) => response.json())
      .then(setPlan, () => undefined);
    return () => abort.abort();
  }, []);

  return (
    <>
      <p>
        <button type="button" onClick={() => setQuery('nxjy')}>
          只看暖心家园
        </button>
        <output>{chosen}</output>
      </p>
      <fp-progress-ring plan={plan} />
      <fp-task-list plan={plan} query={query} theme="light">
        <a href="work-plan.txt">工作要点原文</a>
      </fp-task-list>
      <fp-site-map src="sites.json" onfp-site-select={(event) => setChosen(event.detail.site.name)} />
    </>
  );
}
