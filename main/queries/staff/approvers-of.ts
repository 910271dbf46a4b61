import type { Channel } from '../../../contracts/ipc/channel.ts';
import {
  type ChannelOutput,
  isChannelName,
  stationContract,
} from '../../../contracts/ipc/station-contract.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { decideFourEyes } from '../../../domain/staff/four-eyes.ts';
import { isLockedOut } from '../../../domain/staff/pin.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { Reads } from '../../context.ts';
import { allStaff } from '../../store/tables/staff/staff.ts';
import { pinOf, wrongTriesOf } from '../../store/tables/staff/staff-pins.ts';

/** Who could approve what `actor` wants of a channel: not locked out, and with a PIN of their own. */
export function approversOf(
  { db, now }: Reads,
  actor: Actor,
  channel: string,
): ChannelOutput<'staff.approvers'> {
  const contract: Channel | undefined = isChannelName(channel) ? stationContract[channel] : undefined;
  const roles = contract?.approvers ?? [];
  const people = allStaff(db)
    .filter((member) => !member.isRemoved && decideFourEyes(staffIdOf(actor), member, roles).ok)
    .filter(({ staffId }) => {
      const pin = pinOf(db, staffId);
      return pin?.is_one_time === 0 && !isLockedOut(wrongTriesOf(pin), now());
    });
  return { people: people.map(({ staffId, name }) => ({ staffId, name })), roles: [...roles] };
}
