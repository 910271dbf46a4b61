import type { SessionView } from '../../../contracts/ipc/staff-contract.ts';
import type { Reads } from '../../context.ts';
import type { Sessions } from '../../staff/sessions.ts';
import { settingOf } from '../../store/settings.ts';
import { allStaff } from '../../store/tables/staff/staff.ts';

const USUAL_LOCK_MINUTES = 5;

/** What a window has to know about whose it is. */
export function sessionView(
  { db, sessions }: Pick<Reads, 'db'> & { readonly sessions: Sessions },
  session: string,
): SessionView {
  const signedIn = sessions.signedIn(db, session);
  return {
    signedIn: signedIn && { ...signedIn, roles: [...signedIn.roles] },
    isFirstRun: !signedIn && allStaff(db).length === 0,
    lockAfterMinutes: settingOf(db, 'screen-lock')?.afterMinutes ?? USUAL_LOCK_MINUTES,
  };
}
