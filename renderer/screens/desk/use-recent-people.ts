import { useEffect, useState } from 'react';
import type { PersonBrief } from '../../../contracts/ipc/person-brief.ts';

const MOST = 5;
const nobody: readonly PersonBrief[] = [];

/** Who was open at this window before, the latest first. In memory alone: the lock forgets them. */
export function useRecentPeople(open: PersonBrief | undefined): readonly PersonBrief[] {
  const [recent, setRecent] = useState(nobody);
  const personId = open?.personId;
  // Noted when they leave the screen: the decision about somebody waits for nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each person
  useEffect(
    () => () => {
      if (!open) return;
      setRecent((before) =>
        [open, ...before.filter((each) => each.personId !== open.personId)].slice(0, MOST),
      );
    },
    [personId],
  );
  return recent;
}
