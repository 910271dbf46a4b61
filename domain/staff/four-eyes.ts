import type { StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { Role } from './roles.ts';

export type FourEyesRefusal = 'second-person-same' | 'second-person-not-allowed';

/** Whether `second` may approve what `first` wants to do: somebody else, with one of the roles that may. */
export function decideFourEyes(
  first: StaffId | undefined,
  second: { readonly staffId: StaffId; readonly roles: readonly Role[] },
  approvers: readonly Role[],
): Result<StaffId, FourEyesRefusal> {
  if (first === second.staffId) return refuse('second-person-same');
  if (!second.roles.some((role) => approvers.includes(role))) return refuse('second-person-not-allowed');
  return accept(second.staffId);
}
