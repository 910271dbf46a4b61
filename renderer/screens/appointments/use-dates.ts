import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { useStationQuery } from '../../station-context.tsx';

export const datesTopics = ['appointments', 'desk', 'board'] as const;

/** Somebody's dates as they are now; undefined until they came, and for nobody. */
export function useDatesOf(personId: string, isEnabled = true): DatesOfPerson | undefined {
  const { data } = useStationQuery('appointments.of-person', { personId }, datesTopics, isEnabled);
  return data?.ok ? data.value : undefined;
}
