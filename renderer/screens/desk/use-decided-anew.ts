import { useEffect } from 'react';
import type { DecisionView } from '../../../contracts/ipc/desk-contract.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { Desk, DeskState } from './use-desk.ts';

/**
 * A decision is about the person as they were. As soon as another step is theirs, whoever took the last one, it is
 * decided anew; until then this says that what was decided holds no more.
 */
export function useDecidedAnew(
  { state, outdated }: Desk,
  card: PersonCard | undefined,
  isBusy: boolean,
): boolean {
  const personId = card?.person.personId;
  const isOutdated = card !== undefined && !isBusy && isOutdatedBy(card, state);
  useEffect(() => {
    if (isOutdated && personId !== undefined) void outdated(personId);
  }, [isOutdated, personId, outdated]);
  return isOutdated;
}

function isOutdatedBy(
  { person, nextAction, isHeldByAnswers }: PersonCard,
  { evaluation, step, done }: DeskState,
): boolean {
  const decided = evaluation?.card;
  if (!decided || decided.person.personId !== person.personId) return false;
  if (step === 'done') {
    // That a dose is open again is what came of these: it is said, and offered as the next step.
    if (done?.kind === 'voided' || done?.kind === 'corrected') return false;
    // Who has just left is not checked in again by the next key.
    if (done?.kind === 'visit-ended') return nextAction === 'record-dose';
    // A check-in that was undone elsewhere; or a dose that is open again because one was corrected, or is held back.
    const isOpenAgain = done?.kind !== 'checked-in' || isHeldByAnswers === true;
    return nextAction === 'check-in' || (nextAction === 'record-dose' && isOpenAgain);
  }
  const isChanged = decided.nextAction !== nextAction || decided.isHeldByAnswers !== isHeldByAnswers;
  return step === 'decided' && isOfPerson(evaluation.decision) && isChanged;
}

/** What was decided about a code, a forged pass or a certificate, stays true whatever becomes of the person. */
function isOfPerson({ action, reason }: DecisionView): boolean {
  const isStep = action === 'check-in' || action === 'record-dose';
  const isOfVisit = reason === 'dose-already-today' || reason === 'no-dose-today';
  return isStep || isOfVisit || reason === 'series-complete';
}
