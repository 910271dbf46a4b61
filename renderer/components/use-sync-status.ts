import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import type { Topic } from '../../domain/kernel/topic.ts';
import { useStationQuery } from '../station-context.tsx';

/** Whatever is recorded has to be sent: how much waits changes with each of these. */
const recorded: readonly Topic[] = [
  'sync',
  'desk',
  'people',
  'appointments',
  'passes',
  'board',
  'staff',
  'templates',
];

/** How this station stands to its headquarters; undefined until it is known. */
export function useSyncStatus(): ChannelOutput<'sync.status'> | undefined {
  const { data } = useStationQuery('sync.status', {}, recorded);
  return data?.ok ? data.value : undefined;
}
