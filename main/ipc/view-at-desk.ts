import type { PersonId } from '../../domain/kernel/ids.ts';
import type { ViewReason } from '../../domain/staff/view-reason.ts';
import type { Caller } from './handler.ts';

/** Why somebody opens a record at the desk follows from what they are there for; nobody is asked. */
export function viewAtDesk(
  personId: PersonId,
  { roles = [] }: Pick<Caller, 'roles'>,
): { personId: PersonId; why: ViewReason } {
  if (roles.includes('reception') || roles.includes('site-lead')) return { personId, why: 'check-in' };
  if (roles.includes('vaccinator') || roles.includes('screening-doctor'))
    return { personId, why: 'vaccination' };
  return { personId, why: 'supervision' };
}
