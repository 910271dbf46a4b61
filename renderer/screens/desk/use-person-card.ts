import type { PersonCard } from '../../../contracts/ipc/desk-contract.ts';
import { useStationQuery } from '../../station-context.tsx';

/** The person on the screen, as they are now: what the decision brought, then whatever changed since. */
export function usePersonCard(fromDecision: PersonCard | undefined): PersonCard | undefined {
  const personId = fromDecision?.person.personId;
  const { data } = useStationQuery(
    'desk.card',
    { personId: personId ?? '' },
    ['desk', 'passes', 'people'],
    personId !== undefined,
  );
  if (personId === undefined) return undefined;
  return data?.ok ? data.value : fromDecision;
}
