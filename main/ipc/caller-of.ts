import type { Reads } from '../context.ts';
import type { Sessions } from '../staff/sessions.ts';
import type { Caller } from './handler.ts';

/** What tells who is signed in at a window. */
export type SignedIn = Pick<Reads, 'db'> & { readonly sessions: Sessions };

/** Who asks from this window, as of now. */
export function callerOf(station: SignedIn, session: string): Caller {
  const signedIn = station.sessions.signedIn(station.db, session);
  if (!signedIn) return { session, actor: 'station', roles: undefined };
  const { staffId, roles, mustChangePin } = signedIn;
  return { session, actor: `staff:${staffId}`, roles: mustChangePin ? [] : roles };
}
