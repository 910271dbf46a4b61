import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { stationQueryKey, useStationQuery } from '../../station-context.tsx';

const topics = ['desk', 'passes', 'people'] as const;
/** A decision brings the card along: asking for it again would only take time from showing it. */
const FRESH_MS = 1_000;

/** The person on the screen, as they are now: what the decision brought, then whatever changed since. */
export function usePersonCard(fromDecision: PersonCard | undefined): PersonCard | undefined {
  const personId = fromDecision?.person.personId;
  const { data } = useStationQuery(
    'desk.card',
    { personId: personId ?? '' },
    topics,
    personId !== undefined,
    FRESH_MS,
  );
  const [lastGood, setLastGood] = useState<PersonCard>();
  if (data?.ok && data.value !== lastGood) setLastGood(data.value);
  if (personId === undefined) return undefined;
  if (data?.ok) return data.value;
  // Never back to before a dose, only because it could not be asked again.
  return lastGood?.person.personId === personId ? lastGood : fromDecision;
}

/** Puts the card that an answer brought on the screen at once, ahead of the next look-up. */
export function useFreshCard(): (card: PersonCard) => void {
  const queries = useQueryClient();
  return useCallback(
    (card) => {
      const { personId } = card.person;
      queries.setQueryData(stationQueryKey('desk.card', { personId }, topics), { ok: true, value: card });
    },
    [queries],
  );
}
