import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { type ChangeRolesRefusal, decideChangeRoles } from '../../../domain/staff/staff.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import type { Writes } from '../../context.ts';
import { loadRoster } from '../../histories/load-roster.ts';
import { runCommand } from '../run-command.ts';

/** What somebody may do from their next question on, also where they are signed in now. */
export function changeStaffRoles(
  station: Writes,
  actor: Actor,
  { requestId, staffId, roles }: { requestId?: string; staffId: StaffId; roles: readonly Role[] },
): Result<{ staffId: StaffId }, ChangeRolesRefusal> {
  return runCommand(station, { name: 'change-staff-roles', actor, requestId }, () => {
    const wish = { by: staffIdOf(actor), staffId, roles };
    const decided = decideChangeRoles(loadRoster(station.db), wish);
    return decided.ok ? accept({ stream: staffId, events: decided.value, value: { staffId } }) : decided;
  });
}
