import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { faultOfPin, type PinFault } from '../../../domain/staff/pin.ts';
import { decideSetPin } from '../../../domain/staff/staff.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { Writes } from '../../context.ts';
import { loadRoster } from '../../histories/load-roster.ts';
import { makePinVerifier } from '../../staff/pin-verifier.ts';
import { forgetTrialPin } from '../../staff/trial-pins.ts';
import { keepPin } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';

/** A new PIN, which also ends a lock-out. One that is set for somebody else serves for their next sign-in only. */
export async function setPin(
  station: Writes,
  actor: Actor,
  { requestId, staffId, pin }: { requestId?: string; staffId: StaffId; pin: string },
): Promise<Result<{ staffId: StaffId }, 'staff-unknown' | PinFault>> {
  const fault = faultOfPin(pin);
  if (fault) return refuse(fault);
  const by = staffIdOf(actor);
  const verifier = await makePinVerifier(pin);
  return runCommand(station, { name: 'set-pin', actor, requestId }, () => {
    const decided = decideSetPin(loadRoster(station.db), { by, staffId });
    if (!decided.ok) return decided;
    keepPin(station.db, staffId, verifier, by !== staffId);
    forgetTrialPin(station.db, staffId);
    return accept({ stream: staffId, events: decided.value, value: { staffId } });
  });
}
