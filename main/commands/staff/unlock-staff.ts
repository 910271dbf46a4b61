import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { forgetWrongTries } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';

/** Gives somebody who mistyped too often their tries back. */
export function unlockStaff(
  station: Writes,
  actor: Actor,
  { requestId, staffId }: { requestId?: string; staffId: StaffId },
): Result<{ staffId: StaffId }, 'staff-unknown'> {
  return runCommand(station, { name: 'unlock-staff', actor, requestId }, () => {
    const member = staffById(station.db, staffId);
    if (!member || member.isRemoved) return refuse('staff-unknown');
    forgetWrongTries(station.db, staffId);
    return accept({
      stream: staffId,
      events: [{ type: 'StaffUnlocked' as const, version: 1 as const, data: { staffId } }],
      value: { staffId },
    });
  });
}
