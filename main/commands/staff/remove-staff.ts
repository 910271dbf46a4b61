import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { decideRemove, type RemoveRefusal } from '../../../domain/staff/staff.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { Writes } from '../../context.ts';
import { loadRoster } from '../../histories/load-roster.ts';
import { forgetPin } from '../../store/tables/staff/staff-pins.ts';
import { runCommand } from '../run-command.ts';

/** Ends somebody's access at once. Their name stays with what they did: a dose names its vaccinator for good. */
export function removeStaff(
  station: Writes,
  actor: Actor,
  { requestId, staffId }: { requestId?: string; staffId: StaffId },
): Result<{ staffId: StaffId }, RemoveRefusal> {
  return runCommand(station, { name: 'remove-staff', actor, requestId }, () => {
    const decided = decideRemove(loadRoster(station.db), { by: staffIdOf(actor), staffId });
    if (!decided.ok) return decided;
    forgetPin(station.db, staffId);
    return accept({ stream: staffId, events: decided.value, value: { staffId } });
  });
}
