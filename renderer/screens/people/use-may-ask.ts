import { type ChannelName, stationContract } from '../../../contracts/ipc/station-contract.ts';
import { mayAsk } from '../../../domain/staff/roles.ts';
import { useSession } from '../../session/session-context.tsx';

/** Whether the person signed in may ask that; the service decides by itself, this only hides what it would refuse. */
export function useMayAsk(channel: ChannelName): boolean {
  const { signedIn } = useSession();
  return mayAsk(stationContract[channel].access, signedIn?.roles) === 'yes';
}
