import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { StaffEvent } from '../../../domain/staff/events.ts';
import { faultOfPin, type PinFault } from '../../../domain/staff/pin.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { type AddRefusal, decideAdd, decideFirst } from '../../../domain/staff/staff.ts';
import type { Writes } from '../../context.ts';
import { loadRoster } from '../../histories/load-roster.ts';
import { makePinVerifier } from '../../staff/pin-verifier.ts';
import { keepPin } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';
import { keepRecoveryCode, newRecoveryCode, recoveryCodeMade } from './make-recovery-code.ts';

export interface AddStaffInput {
  readonly requestId?: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly pin: string;
  /** False for PINs that nobody has to change: those of a trial. */
  readonly isOneTime?: boolean;
}

/** Lets somebody in. Their PIN is one that somebody else knows, so it serves for the first sign-in only. */
export async function addStaff(
  station: Writes,
  actor: Actor,
  input: AddStaffInput,
): Promise<Result<{ staffId: StaffId }, AddRefusal | PinFault>> {
  const fault = faultOfPin(input.pin);
  if (fault) return refuse(fault);
  const { requestId, name, roles, isOneTime = true } = input;
  const verifier = await makePinVerifier(input.pin);
  return runCommand(station, { name: 'add-staff', actor, requestId }, () => {
    const staffId = idOf<StaffId>(station.newId());
    const decided = decideAdd(loadRoster(station.db), { staffId, name, roles });
    if (!decided.ok) return decided;
    keepPin(station.db, staffId, verifier, isOneTime);
    return accept({
      stream: staffId,
      events: [...decided.value, pinSet(staffId, isOneTime)],
      value: { staffId },
    });
  });
}

/** The first site lead of a new centre, with a PIN of their own and a way back should they lock themselves out. */
export async function addFirstStaff(
  station: Writes,
  input: Pick<AddStaffInput, 'requestId' | 'name' | 'pin'>,
): Promise<Result<{ staffId: StaffId; recoveryCode?: string }, AddRefusal | PinFault | 'staff-exists'>> {
  const fault = faultOfPin(input.pin);
  if (fault) return refuse(fault);
  const { requestId, name } = input;
  const [verifier, recovery] = await Promise.all([makePinVerifier(input.pin), newRecoveryCode()]);
  const call = { name: 'add-first-staff', actor: 'station', requestId } as const;
  let isMade = false;
  const added = runCommand(station, call, () => {
    const staffId = idOf<StaffId>(station.newId());
    const decided = decideFirst(loadRoster(station.db), { staffId, name });
    if (!decided.ok) return decided;
    keepPin(station.db, staffId, verifier, false);
    keepRecoveryCode(station, recovery.verifier);
    isMade = true;
    return accept({
      stream: staffId,
      events: [...decided.value, pinSet(staffId, false)],
      also: [{ stream: 'centre', events: [recoveryCodeMade] }],
      value: { staffId },
    });
  });
  // Of a repeated request the first code stands, which nobody can say again.
  return added.ok && isMade ? accept({ ...added.value, recoveryCode: recovery.code }) : added;
}

function pinSet(staffId: StaffId, isOneTime: boolean): StaffEvent {
  return { type: 'StaffPinChanged', version: 1, data: { staffId, isOneTime } };
}
