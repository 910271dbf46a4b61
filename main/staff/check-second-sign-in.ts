import { secondSignIn } from '../../contracts/ipc/second-sign-in.ts';
import type { StaffId } from '../../domain/kernel/ids.ts';
import { type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { decideFourEyes, type FourEyesRefusal } from '../../domain/staff/four-eyes.ts';
import type { Role } from '../../domain/staff/roles.ts';
import { staffIdOf } from '../../domain/staff/staff-id-of.ts';
import type { Writes } from '../context.ts';
import { staffById } from '../store/tables/staff/staff.ts';
import { checkPin, countAgainstAsker, isLockedNow, type PinRefusal } from './check-pin.ts';

/** Whoever asked is locked out by wrong PINs that were entered for the second person, too. */
interface AskerLocked {
  readonly reason: 'asker-locked';
}

export type SecondSignInRefusal =
  | PinRefusal
  | AskerLocked
  | { readonly reason: FourEyesRefusal | 'second-pin-one-time' };

/**
 * Who approved a command, by the PIN entered with it: somebody else, with a role that may, and a PIN that only they
 * know. A wrong PIN counts against the second person's tries as at the sign-in screen, and against the asker's.
 * @throws when the channel takes no `secondSignIn` though its contract names approvers.
 */
export async function checkSecondSignIn(
  station: Writes,
  { actor, approvers, input }: { actor: Actor; approvers: readonly Role[]; input: unknown },
): Promise<Result<StaffId, SecondSignInRefusal>> {
  const second = secondSignIn.parse((input as { secondSignIn?: unknown }).secondSignIn);
  const member = staffById(station.db, second.staffId);
  if (!member) return refuse({ reason: 'staff-unknown' });
  const decided = decideFourEyes(staffIdOf(actor), member, approvers);
  if (!decided.ok) return refuse({ reason: decided.refusal });
  const asker = staffIdOf(actor);
  if (asker && isLockedNow(station, asker)) return refuse({ reason: 'asker-locked' });
  const checked = await checkPin(station, second);
  if (!checked.ok) {
    const { reason } = checked.refusal;
    if (asker && reason !== 'staff-unknown' && reason !== 'pin-not-here') countAgainstAsker(station, asker);
    return asker && isLockedNow(station, asker) ? refuse({ reason: 'asker-locked' }) : checked;
  }
  if (checked.value.isOneTime) return refuse({ reason: 'second-pin-one-time' });
  // Their roles may have changed while the PIN was checked.
  const still = decideFourEyes(asker, checked.value.member, approvers);
  return still.ok ? still : refuse({ reason: still.refusal });
}
