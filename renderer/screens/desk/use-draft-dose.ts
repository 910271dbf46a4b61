import { useEffect, useRef } from 'react';
import { useSession } from '../../session/session-context.tsx';
import { useDraftDose } from './draft-dose.tsx';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';

/** Keeps the dose that is being entered when the desk leaves the page: a lock, or a service that starts again. */
export function useKeepDraftDose({ state, entry }: Desk, { intent }: ArrivalActions): void {
  const { keep } = useDraftDose();
  const { signedIn } = useSession();
  const latest = useRef({ state, intent, staffId: signedIn?.staffId });
  useEffect(() => {
    // The lock takes the name away first: whose dose it was is who was here while it was entered.
    if (signedIn) latest.current = { state, intent, staffId: signedIn.staffId };
  });
  useEffect(
    () => () => {
      const { state, intent, staffId } = latest.current;
      if (state.step !== 'dose' || !state.evaluation || !entry.current || !staffId) return keep(undefined);
      keep({
        staffId,
        keptAt: Date.now(),
        evaluation: state.evaluation,
        via: state.via,
        ...entry.current,
        requestId: intent.requestId,
      });
    },
    [keep, entry],
  );
}
