import '@fp-kit/elements/task-list/define';

interface PageProps {
  /** The list as the server drew it, with its data; the browser has it in the page already. */
  list: string;
}

/** What the server writes and the browser takes over. The list is its own element's, which React leaves alone. */
export function Page({ list }: PageProps) {
  return (
    <main>
      <h1>工作要点</h1>
      <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: list }} />
    </main>
  );
}
