import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { LaneId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import { reachOfExpected } from '../../store/tables/appointments/slots.ts';

/** How many people a closed day or lane would send home, and how they hear of it. */
export function closePreview(
  { db }: Reads,
  { day, lanes }: ChannelInput<'slots.close-preview'>,
): ChannelOutput<'slots.close-preview'> {
  return reachOfExpected(db, day as PlainDate, lanes as readonly LaneId[] | undefined);
}
