import '@fp-kit/elements/task-list/define';

export const planFile = 'work-plan.plan.json';

interface PageProps {
  /** The plan as plain HTML, from the server; the browser has it in the page already. */
  fallback: string;
}

/** What the server writes and the browser takes over. The fallback is the element's own light DOM, which React leaves alone. */
export function Page({ fallback }: PageProps) {
  return (
    <main>
      <h1>工作要点</h1>
      <fp-task-list src={planFile} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: fallback }} />
    </main>
  );
}
