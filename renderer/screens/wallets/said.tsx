/** What came of the last action in a section: done in words, or why not. */
export interface Said {
  readonly isDone: boolean;
  readonly sentence: string;
}

export function SaidLine({ said, testId }: { said: Said | undefined; testId: string }) {
  if (!said) return null;
  return (
    <p className="wallets-said" role={said.isDone ? 'status' : 'alert'} data-testid={testId}>
      {said.sentence}
    </p>
  );
}
