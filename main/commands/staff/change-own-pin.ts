import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { PinFault } from '../../../domain/staff/pin.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { Writes } from '../../context.ts';
import { checkPin, type PinRefusal } from '../../staff/check-pin.ts';
import { answeredValue } from '../../store/tables/requests.ts';
import { setPin } from './set-pin.ts';

/** Changes one's own PIN, which takes the present one: an open window must not be enough. */
export async function changeOwnPin(
  station: Writes,
  actor: Actor,
  { requestId, pin, newPin }: { requestId?: string; pin: string; newPin: string },
): Promise<Result<{ staffId: StaffId }, PinRefusal | PinFault | 'staff-unknown' | 'pin-same'>> {
  const staffId = staffIdOf(actor);
  if (!staffId) return refuse('staff-unknown');
  // Done already, the PIN that was entered with it is not theirs any more.
  if (requestId && answeredValue(station.db, requestId, 'set-pin')) return accept({ staffId });
  const checked = await checkPin(station, { staffId, pin });
  if (!checked.ok) return checked;
  if (newPin === pin) return refuse('pin-same');
  return setPin(station, actor, { ...(requestId ? { requestId } : {}), staffId, pin: newPin });
}
