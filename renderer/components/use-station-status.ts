import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import { useStationQuery } from '../station-context.tsx';

/** What the station says of itself; undefined until it first answered. */
export function useStationStatus(): ChannelOutput<'system.status'> | undefined {
  const { data } = useStationQuery('system.status', {}, ['system']);
  return data?.ok ? data.value : undefined;
}
