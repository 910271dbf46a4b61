import type { ChannelInput, ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import type { LaneId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { Station } from '../station.ts';
import { passOf } from '../store/tables/passes.ts';
import { personById } from '../store/tables/people.ts';
import { expectedOn } from '../store/tables/slots.ts';

/** How many people a closed day or lane would send home, and how they hear of it. */
export function closePreview(
  { db }: Station,
  { day, lanes }: ChannelInput<'slots.close-preview'>,
): ChannelOutput<'slots.close-preview'> {
  const people = expectedOn(db, day as PlainDate, lanes as readonly LaneId[] | undefined);
  const withMail = people.filter(({ person_id }) => personById(db, person_id)?.details.email);
  const withPass = people.filter(({ person_id }) => passOf(db, person_id)?.status === 'valid');
  return { people: people.length, reachable: withMail.length, passes: withPass.length };
}
